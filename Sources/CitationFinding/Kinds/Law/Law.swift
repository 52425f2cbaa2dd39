import DutchText
import LetterReading

/// A law of the catalogue, by name or by number: `artikel 5, tweede lid, van de Wet open overheid`, `Artikel 1 DSA`,
/// `de digitaledienstenverordening (DSA)`, `BWBR0005537`.
enum Law {
    static let grammar = Grammar(
        "law", .aside,
        anchors: LawArticle.openings + ["bwbr", "bwbv"], names: LawCatalogue.builtIn.names.flatMap(\.anchors),
        read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        if let found = number(&reading) { return [found] }
        guard let article = LawArticle.read(&reading.cursor) else { return named(&reading, article: nil) }
        guard LawArticle.link(&reading.cursor) else { return [] }
        return named(&reading, article: article)
    }

    /// `BWBR0005537`
    private static func number(_ reading: inout Reading) -> Mention? {
        let start = reading.start
        var cursor = reading.cursor
        guard cursor.skip("bwbr") || cursor.skip("bwbv") else { return nil }
        let digits = cursor.position
        while cursor.current?.isDigit == true { cursor.position += 1 }
        guard cursor.position - digits == 7, !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd else {
            return nil
        }
        let id = "bwb:" + String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self).uppercased()
        guard LawCatalogue.builtIn.law(id) != nil else { return nil }
        reading.cursor.position = cursor.position
        reading.step("the number of a law in the catalogue", from: start)
        // The id itself, as kvgraph writes it.
        let isID = start - 4 >= reading.context.floor && cursor.bytes[start - 4..<start].elementsEqual("bwb:".utf8)
        return Mention(id: id, range: (isID ? start - 4 : start)..<cursor.position)
    }

    private static func named(_ reading: inout Reading, article: LawArticle?) -> [Mention] {
        let catalogue = LawCatalogue.builtIn
        let start = reading.cursor.position
        for (names, end) in catalogue.standing(at: reading.cursor) {
            let range = start..<end
            let fitting = names.filter {
                LawEvidence.suffices(for: catalogue.names[$0], $0, range, article, &reading)
            }
            let laws = Set(fitting.map { catalogue.names[$0].law })
            guard laws.count == 1, let law = laws.first else { continue }
            if let article {
                reading.cursor.position = article.range.upperBound
                reading.step("a place within a law", from: article.range.lowerBound)
            }
            reading.cursor.position = end
            reading.step("a name in the catalogue of laws", from: start)
            reading.laws.named.insert(law)
            given(&reading, law)
            let locator = article?.range ?? behind(reading.cursor)
            return [
                Mention(
                    id: catalogue.laws[law].id, range: (article?.range.lowerBound ?? start)..<reading.cursor.position,
                    locator: locator.map { Sentence.plain(reading.cursor.bytes[$0]) })
            ]
        }
        return []
    }

    /// The short names given beside a name: ` (Woo)`, ` (hierna: Woo)`, ` (Digital Services Act, ‘DSA’)`, ` DSA`.
    private static func given(_ reading: inout Reading, _ law: Int) {
        let catalogue = LawCatalogue.builtIn
        var cursor = reading.cursor
        cursor.skipBlanks()
        let isInBrackets = cursor.skip(Byte.openParen)
        let start = cursor.position
        var end: Int?
        while cursor.position - start < 80, let byte = cursor.current, byte != Byte.closeParen {
            if cursor.bytes.isWordStart(cursor.position),
                let (names, last) = catalogue.standing(at: cursor).first(where: {
                    $0.names.contains { catalogue.names[$0].law == law && isWritten(catalogue.names[$0], $0, cursor) }
                })
            {
                reading.laws.given.formUnion(names.filter { catalogue.names[$0].law == law })
                cursor.position = last
                end = last
                if !isInBrackets { break }
            } else if !isInBrackets {
                break
            } else {
                cursor.position += 1
            }
        }
        guard let end else { return }
        reading.cursor.position = end
        if isInBrackets, reading.cursor.current == Byte.closeParen { reading.cursor.position += 1 }

        func isWritten(_ name: LawName, _ place: Int, _ cursor: Cursor) -> Bool {
            !name.isAbbreviation
                || LawEvidence.isWritten(name, cursor.bytes, cursor.position..<cursor.position + name.written.count)
        }
    }

    /// An article behind the name: `Wet open overheid, artikel 5.1`, ` (artikel 16)`; not `Woo en artikel 3 van de Awb`.
    private static func behind(_ cursor: Cursor) -> Range<Int>? {
        var cursor = cursor
        _ = cursor.skip(Byte.comma)
        guard cursor.skipBlanks() else { return nil }
        _ = cursor.skip(Byte.openParen)
        guard let article = LawArticle.read(&cursor) else { return nil }
        var next = cursor
        if LawArticle.link(&next), !LawCatalogue.builtIn.standing(at: next).isEmpty { return nil }
        cursor.skipBlanks()
        return cursor.skipWord(of: ["van", "uit"]) ? nil : article.range
    }
}

extension LawName {
    /// What the prefilter looks for: the first word, or the front of a longer one.
    var anchors: [[UInt8]] {
        let word = Array(key.prefix { $0 != Byte.space })
        // `AI-verordening`: two letters open too many words.
        if word.count == 2, key.count > 2 { return [" ", "-", "\u{2011}", "\u{2013}"].map { word + $0.utf8 } }
        return [word.count > 5 ? Array(word.prefix(5)) : word + [Grammar.wordEnd]]
    }
}

extension SourceKind {
    static let law = SourceKind(
        name: "law", summary: "a law in the catalogue: Dutch by its BWB id, European by CELEX",
        example: "artikel 5.1 van de Wet open overheid",
        look: Look(shape: "septagon", fill: "#F3DADA", line: "#8C2D2D", name: "law"),
        isQuiet: true, bibliography: Bibliography("legislation"),
        grammars: { _ in [Law.grammar] },
        owns: { id in
            id.hasPrefix("bwb:") || id.hasPrefix("celex:") && LawCatalogue.builtIn.law(id) != nil
        },
        page: { id, _ in
            id.hasPrefix("bwb:")
                ? "https://wetten.overheid.nl/\(id.dropFirst(4))"
                : "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:\(id.dropFirst(6))"
        },
        label: { id, _ in LawCatalogue.builtIn.law(id)?.title ?? id })
}

/// The page of a law: `https://wetten.overheid.nl/BWBR0005290/2024-01-01` is that law, where the catalogue has it.
enum LawAddress {
    /// - Parameter path: what stands behind the host.
    static func identifier(_ path: Substring) -> String? {
        for piece in path.split(whereSeparator: { "/?&#:=_".contains($0) }) {
            let name = piece.uppercased()
            guard name.utf8.count == 11, name.hasPrefix("BWBR") || name.hasPrefix("BWBV") else { continue }
            return LawCatalogue.builtIn.law("bwb:" + name)?.id
        }
        return nil
    }
}

import DutchText
import Foundation

/// Names of members and ministers: `de leden Chakor (GroenLinks-PvdA) en Kostić (PvdD)`, `de leden De Roon en Fritsma
/// (beiden PVV)`, `Minister Bruins Slot (Buitenlandse Zaken)`.
enum PeopleReader {
    /// Reads a list of members at the cursor, up to the word that ends it.
    static func askers(_ cursor: inout Cursor) -> [LetterHeader.Asker] {
        var askers: [(name: String, party: String?)] = []
        var open = 0
        while let name = name(&cursor) {
            askers.append((name, nil))
            cursor.skipBlanks()
            if let group = parenthesis(&cursor) {
                let party = group[...].without("allen ").without("beiden ").without("beide ")
                for index in open..<askers.count { askers[index].party = String(party) }
                open = askers.count
                cursor.skipBlanks()
            }
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            let hadAnd = cursor.skipWord("en")
            cursor.skipBlanks()
            guard hadComma || hadAnd else { break }
            _ = cursor.skip("van het lid ") || cursor.skip("het lid ")
        }
        return askers.map { LetterHeader.Asker(name: $0.name, party: $0.party) }
    }

    /// Reads `Minister Adema (Landbouw, Natuur en Voedselkwaliteit)`, and those who sign with that minister.
    static func ministers(_ cursor: inout Cursor) -> [LetterHeader.Minister] {
        var ministers: [LetterHeader.Minister] = []
        while office(&cursor), let name = name(&cursor) {
            cursor.skipBlanks()
            let portfolio = cursor.attempt { cursor in
                parenthesis(&cursor).flatMap { $0.hasPrefix("ontvangen") ? nil : $0 }
            }
            ministers.append(LetterHeader.Minister(name: name, portfolio: portfolio))
            cursor.skipBlanks()
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            _ = cursor.skipWord("en")
            cursor.skipBlanks()
            _ = cursor.skipWord("van")
            cursor.skipBlanks()
            _ = cursor.skipWord("de")
            cursor.skipBlanks()
        }
        return ministers
    }

    /// Passes over the word for an office: `Minister`, `Staatssecretaris`.
    static func office(_ cursor: inout Cursor) -> Bool {
        guard let first = cursor.current?.lowered, first == UInt8(ascii: "m") || first == UInt8(ascii: "s"),
            cursor.skipWord(of: ["Minister-President", "Minister", "Staatssecretaris"])
        else { return false }
        cursor.skipBlanks()
        return true
    }

    /// A surname with what belongs to it, up to a sign or a word that cannot.
    private static func name(_ cursor: inout Cursor) -> String? {
        var words: [String] = []
        while words.count < 6 {
            cursor.skipBlanks()
            let start = cursor.position
            while let byte = cursor.current, !byte.isBlank, byte != Byte.comma, byte != Byte.openParen,
                byte != Byte.closeParen
            {
                cursor.position += 1
            }
            guard cursor.position > start else { break }
            let word = spelled(String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self))
            let isName =
                word.contains(" ") || cursor.bytes.isCapital(at: start)
                || isParticle(cursor.bytes[start..<cursor.position])
            let isFirst =
                words.isEmpty && !cursor.bytes.isCapital(at: start) && !word.hasPrefix("'") && !word.hasPrefix("’")
            if isFirst || (!isName && word.first?.isLetter == true) || word.first?.isNumber == true {
                cursor.position = start
                break
            }
            if word.contains(where: \.isLetter) { words.append(word) }
            // `Faber - Van de Klashorst`
            if ["-", "–"].contains(word), !words.isEmpty { words.append("-") }
            if cursor.current == Byte.comma { break }
        }
        if words.last == "-" { words.removeLast() }
        return words.contains { $0.first?.isUppercase == true } ? words.joined(separator: " ") : nil
    }

    private static func isParticle(_ word: Slice<Bytes>) -> Bool {
        word.isOne(of: FunctionWords.particles) || word.isOne(of: ["te", "in", "'t", "’t"])
    }

    /// A word as it was meant: `Yes¸ilgöz` → `Yeşilgöz`, where a font has no cedilla of its own; `vanDijk` → `van Dijk`.
    private static func spelled(_ word: String) -> String {
        if word.contains("¸") {
            return [("s", "ş"), ("S", "Ş"), ("c", "ç"), ("C", "Ç"), ("t", "ţ")].reduce(word) {
                $0.replacing($1.0 + "¸", with: $1.1)
            }
        }
        guard word.first?.isLowercase == true, let capital = word.firstIndex(where: \.isUppercase),
            FunctionWords.particles.contains(where: { "\($0)" == word[..<capital] })
        else { return word }
        return "\(word[..<capital]) \(word[capital...])"
    }

    /// The text between parentheses at the cursor, blanks made plain.
    private static func parenthesis(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.skip(Byte.openParen) else { return nil }
            let start = cursor.position
            while let byte = cursor.current, byte != Byte.closeParen, cursor.position - start < 160 {
                cursor.position += 1
            }
            let end = cursor.position
            guard cursor.skip(Byte.closeParen) else { return nil }
            return cursor.bytes.words(start..<end)
        }
    }

    /// `T.B.W. Berendsen`, `drs. E.C. van der Wal` → the surname. Nil when it is no name with initials.
    static func surname(_ signature: String) -> String? {
        let signature = signature.contains("¸") ? spelled(signature) : signature
        let words = signature.split(separator: " ").filter { !$0.hasSuffix(".") && !$0.hasPrefix("(") && $0 != "RA" }
        let hasInitials = signature.split(separator: " ").contains {
            $0.hasSuffix(".") && $0.first?.isUppercase == true
        }
        guard hasInitials, (1...5).contains(words.count),
            words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-’'".contains($0) } })
        else { return nil }
        var name = words.joined(separator: " ")
        if let first = name.first { name = first.uppercased() + name.dropFirst() }
        return name
    }
}

extension LetterHeader.Minister {
    /// One who signed, as open data name them: `minister van Defensie (R.P. Brekelmans)`. Nil for what names no minister.
    package init?(signatory text: some StringProtocol) {
        guard let open = text.lastIndex(of: "("), text.last == ")",
            let portfolio = Self.portfolio(office: text[..<open])
        else { return nil }
        let name = String(text[open...].dropFirst().dropLast())
        guard name.contains(where: \.isLetter) else { return nil }
        self.init(name: PeopleReader.surname(name) ?? name, portfolio: portfolio)
    }

    /// `minister voor Natuur en Stikstof` → `Natuur en Stikstof`; nil for what is no office.
    package static func portfolio(office: some StringProtocol) -> String? {
        let text = office.trimmingCharacters(in: .whitespaces)
        guard ["minister", "staatssecretaris"].contains(where: text.lowercased().hasPrefix) else { return nil }
        let ends = [" van ", " voor "].compactMap { text.range(of: $0)?.upperBound }
        return ends.min().map { String(text[$0...]) }
    }
}

/// The signature below the last answer: `Hoogachtend,`, or `De minister van Justitie en Veiligheid,⏎D. van Weel`. What
/// follows it (an annex, a list of motions) answers no question.
enum Signature {
    static func opens(_ bytes: Bytes, _ lines: [Line], at index: Int) -> Bool {
        let line = lines[index].range
        guard lines[index].role == .body, line.count < 120, mayOpen(bytes[line.lowerBound]) else { return false }
        var cursor = Cursor(bytes, in: line)
        let isGreeting = cursor.skipWord(of: [
            "Hoogachtend", "Met hoogachting", "Met vriendelijke groeten", "Met vriendelijke groet",
        ])
        if isGreeting { return cursor.end - cursor.position < 3 }
        guard lines[index].blankBefore, bytes[line.upperBound - 1] == Byte.comma,
            cursor.skipWord(of: ["De minister", "De staatssecretaris", "De minister-president"]),
            index + 1 < lines.count, lines[index + 1].range.count < 60
        else { return false }
        return PeopleReader.surname(String(decoding: bytes[lines[index + 1].range], as: UTF8.self)) != nil
    }

    private static func mayOpen(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "H") || byte == UInt8(ascii: "M") || byte == UInt8(ascii: "D")
    }
}

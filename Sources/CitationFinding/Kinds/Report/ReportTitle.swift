import DutchText
import Foundation

/// A report's title as its id writes it: `Geen derderangsburgers. De risico’s voor …` is `geen-derderangsburgers-de-risicos-voor-…`.
enum ReportTitle {
    private static let mostWords = 10
    /// Titles that say nothing without their owner.
    private static let general: Set<Substring> = [
        "eindrapport", "rapport", "eindrapportage", "rapportage", "jaarverslag", "jaarrapport", "evaluatie",
        "eindevaluatie",
        "bijlage", "advies", "onderzoek", "samenvatting", "verslag", "eindverslag", "report", "annual", "final",
        "monitor",
        "tussenrapportage", "voortgangsrapportage", "notitie", "nota", "strategie", "actieplan", "handreiking",
        "brochure",
        "factsheet", "analyse", "publicatie", "studie", "verkenning",
    ]

    /// Nil for a title that says nothing, or nothing without an owner that is not known.
    static func slug(of title: Slice<Bytes>, owner: String?) -> String? {
        var words = words(main(Sentence.plain(title)))
        if let first = words.first, isArticle(first), words.count > 1 { words.removeFirst() }
        guard words.contains(where: { $0.utf8.count > 2 }) else { return nil }
        if isGeneral(words) {
            guard let owner else { return nil }
            words = self.words(owner) + words
        }
        return words.prefix(mostWords).joined(separator: "-")
    }

    /// Whether a title says nothing without its owner: `Jaarverslag 2023`.
    static func isGeneral(_ title: Slice<Bytes>) -> Bool { isGeneral(words(Sentence.plain(title))) }

    private static func isGeneral(_ words: [String]) -> Bool {
        words.allSatisfy { general.contains($0[...]) || Int($0) != nil || isArticle($0) }
    }

    private static func isArticle(_ word: String) -> Bool {
        word.utf8.isOne(of: FunctionWords.articles) || word.utf8.isOne(of: ["the", "a", "an"])
    }

    /// Cut before a colon, or a dash with blanks on both sides, where three words remain.
    private static func main(_ title: String) -> String {
        title.reading { bytes in
            var place = 0
            while let blank = bytes.first(Byte.space, in: place + 1..<max(place + 1, bytes.count)) {
                place = blank
                var cursor = Cursor(bytes, in: blank + 1..<bytes.count)
                let isDash = cursor.skipDash() && cursor.current == Byte.space
                guard bytes[blank - 1] == Byte.colon || isDash else { continue }
                let end = isDash ? blank : blank - 1
                let front = bytes.string(0..<end)
                if words(front).count > 2 { return front }
            }
            return title
        }
    }

    /// In small letters, without accents and apostrophes.
    private static func words(_ text: String) -> [String] {
        // Most titles have no accents, and folding is slow.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.reading { words($0) } }
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .filter { $0 != "'" && $0 != "’" && $0 != "‘" && $0 != "`" }
        return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }

    private static func words(_ text: Bytes) -> [String] {
        var (words, word): ([String], [UInt8]) = ([], [])
        for byte in text where byte != Byte.apostrophe && byte != UInt8(ascii: "`") {
            if byte.isASCIILetter || byte.isDigit {
                word.append(byte.lowered)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
    }

    /// As people read it, from an id alone: `Geen derderangsburgers de risicos voor`.
    static func label(_ slug: Substring) -> String {
        let text = slug.split(separator: "-").joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

import DossierRegister
import GraphAnalysis
import LetterReading

/// What a record says of a letter that the letter itself may say, too.
extension FetchedRecord {
    /// Its number in the Aanhangsel, under whichever name it is filed: `ah-tk-20242025-1244`.
    private var aanhangsel: String? {
        ([id] + aliases).first {
            ($0.hasPrefix("ah-tk-") || $0.hasPrefix("ah-ek-")) && DocumentName($0)?.document != nil
        }
    }

    /// Of the kenmerken those that are some: whoever made the record may have written anything.
    private var ownZaken: [String] {
        zaken.filter { zaak in
            let signs = Array(zaak.utf8)
            return signs.count == 10 && signs[4] == UInt8(ascii: "Z")
                && signs.indices.allSatisfy { $0 == 4 || (0x30...0x39).contains(signs[$0]) }
        }
    }

    private var day: String? { date.flatMap { RegisteredDocument.isDay($0) ? $0 : nil } }

    private var signatories: [String] { Self.plain(sender).split(separator: "; ").map(String.init) }

    private var ministers: [LetterHeader.Minister] {
        signatories.compactMap { LetterHeader.Minister(signatory: $0) }
    }

    /// Of `Ministerie van Defensie`, `minister van Defensie (R.P. Brekelmans)`.
    private var ministry: String? {
        guard let first = signatories.first else { return nil }
        if first.hasPrefix("Ministerie van ") { return Ministry.short(String(first.dropFirst(15))) }
        return LetterHeader.Minister.portfolio(office: first.prefix { $0 != "(" }).map(Ministry.short)
    }

    private var subject: String? {
        let title = Self.plain(title)
        return title.isEmpty ? nil : LetterHeader.subject(of: title)
    }

    /// On one line, and no longer than a letter would have it.
    private static func plain(_ text: String?) -> String {
        (text ?? "").prefix(longest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let longest = 600

    /// For a letter that does not say them.
    var facts: Document.Facts {
        var facts = Document.Facts()
        (facts.aanhangsel, facts.answered, facts.zaken) = (aanhangsel, day, ownZaken)
        (facts.subject, facts.ministers, facts.ministry) = (subject, ministers, ministry)
        return facts
    }

    /// Changes with the facts: a letter is read anew then.
    var factsNumber: UInt64 {
        let texts = [aanhangsel ?? "", date ?? "", title ?? "", sender ?? ""] + zaken
        return Fingerprint.number(texts.joined(separator: "\n").utf8)
    }

    /// Whether it says the same of the letter as another.
    public func saysTheSame(as other: FetchedRecord) -> Bool { factsNumber == other.factsNumber }

    /// Where letter and record disagree. A day is that of the letter in one and that of its receipt in the other: only one that
    /// is weeks away is another.
    func differences(from letter: Letter) -> [Diagnostic] {
        let header = letter.header
        var messages: [String] = []
        if let own = header.aanhangsel, let aanhangsel, own != aanhangsel {
            messages.append("the record beside it says \(aanhangsel), the letter \(own)")
        }
        let zaken = ownZaken
        if !header.zaken.isEmpty, !zaken.isEmpty, Set(header.zaken).isDisjoint(with: zaken) {
            let (all, own) = (zaken.joined(separator: ", "), header.zaken.joined(separator: ", "))
            messages.append("the record beside it is of the questions \(all), the letter of \(own)")
        }
        if let own = header.answered, let date = day, own.prefix(7) != date.prefix(7), !Self.isNear(own, date) {
            messages.append("the record beside it is of \(date), the letter of \(own)")
        }
        if let own = header.ministry, let ministry, own != ministry,
            header.ministers.isEmpty || ministers.isEmpty || Self.areOthers(header.ministers, ministers)
        {
            messages.append("the record beside it is sent by \(ministry), the letter by \(own)")
        } else if !header.ministers.isEmpty, !ministers.isEmpty, Self.areOthers(header.ministers, ministers) {
            let (all, own) = (Self.names(ministers), Self.names(header.ministers))
            messages.append("the record beside it is signed by \(all), the letter by \(own)")
        }
        if let own = header.subject, let subject, Self.haveNoWordInCommon(own, subject) {
            messages.append("the record beside it is about “\(subject)”, the letter about “\(own)”")
        }
        let place = Place(file: letter.file, unit: .preamble, footnote: nil, range: 0..<0, in: letter.text)
        return messages.map { Diagnostic(.recordDiffers, $0, at: place) }
    }

    /// Whether nobody is among both: by the last word of a name, as `Van der Wal` is `Wal` to some.
    private static func areOthers(_ left: [LetterHeader.Minister], _ right: [LetterHeader.Minister]) -> Bool {
        func words(_ ministers: [LetterHeader.Minister]) -> Set<String> {
            Set(ministers.compactMap { $0.name.lowercased().split { " -".contains($0) }.last.map(String.init) })
        }
        return words(left).isDisjoint(with: words(right))
    }

    private static func names(_ ministers: [LetterHeader.Minister]) -> String {
        ministers.map(\.name).joined(separator: ", ")
    }

    /// Of the same matter one is written about in other words, but hardly in none of the same.
    private static func haveNoWordInCommon(_ left: String, _ right: String) -> Bool {
        func words(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map(String.init))
        }
        let (left, right) = (words(left), words(right))
        return left.count > 1 && right.count > 1 && left.isDisjoint(with: right)
    }

    /// Whether two days are of months one after the other.
    private static func isNear(_ left: String, _ right: String) -> Bool {
        func months(_ day: String) -> Int? {
            let parts = day.split(separator: "-").prefix(2).compactMap { Int($0) }
            return parts.count == 2 ? parts[0] * 12 + parts[1] : nil
        }
        guard let left = months(left), let right = months(right) else { return true }
        return abs(left - right) <= 1
    }

    /// Whether a file of this name is a record, or the list of them: no letter, and nothing unknown.
    static func isNamed(_ name: [UInt8]) -> Bool {
        names.contains { name.elementsEqual($0) } || endings.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static let names = ([list] + PublicationMetadata.files).map { Array($0.utf8) }
    private static let endings = ([suffix] + PublicationMetadata.files.map { "." + $0 }).map { Array($0.utf8) }
}

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

    /// For a letter that does not say them.
    var facts: Document.Facts {
        var facts = Document.Facts()
        (facts.aanhangsel, facts.answered, facts.zaken) = (aanhangsel, day, ownZaken)
        facts.subject = title.flatMap { $0.isEmpty ? nil : LetterHeader.subject(of: $0) }
        return facts
    }

    /// Changes with the facts: a letter is read anew then.
    var factsNumber: UInt64 {
        let texts = [aanhangsel ?? "", date ?? "", title ?? ""] + zaken
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
        let place = Place(file: letter.file, unit: .preamble, footnote: nil, range: 0..<0, in: letter.text)
        return messages.map { Diagnostic(.recordDiffers, $0, at: place) }
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
        name.elementsEqual(list.utf8) || name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}

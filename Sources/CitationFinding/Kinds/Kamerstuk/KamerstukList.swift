import DutchText
import LetterReading

/// The papers that a list names behind its first: each says what is new, and takes the rest from the one before.
extension Kamerstuk {
    /// What the next member of a list has of its own; the rest it takes from the member before.
    private struct Member {
        var dossier: DossierNumber
        var year: Vergaderjaar?
        var isFirstChamber: Bool
    }

    /// The next members of a list: `; 2001/2002, 26 855 (16, 16a)`, `; I 2022/23, 36 021, B`, ` en idem, nr. 44`,
    /// `, XVI, nr. 5`.
    static func further(_ reading: inout Reading, dossier: DossierNumber, _ opening: Opening) -> [Mention] {
        var last = Member(dossier: dossier, year: opening.year, isFirstChamber: opening.isFirstChamber)
        var found: [Mention] = []
        while let next = reading.cursor.attempt({ member(&$0, after: last) }) {
            if let start = next.mentions.first?.range.lowerBound {
                reading.step("next document of a list", from: start)
            }
            found += next.mentions
            last = next.member
        }
        return found
    }

    private static func member(_ cursor: inout Cursor, after last: Member) -> (mentions: [Mention], member: Member)? {
        PaperTail.skip(&cursor)
        guard ListJoiner.read(&cursor) != nil else { return nil }
        let start = cursor.position
        var member = last
        var isStated = false
        if let isFirst = cursor.attempt(KamerstukNumbers.listedChamber) {
            (member.isFirstChamber, member.year, isStated) = (isFirst, nil, true)
        }
        if let year = Vergaderjaar.read(&cursor) {
            (member.year, isStated) = (year, true)
            skipFurtherYears(&cursor)
        }
        cursor.skipSeparators()
        var evidence = KamerstukNumbers.Evidence.labelled
        if let dossier = DossierNumber.read(&cursor), dossier.number > 9999 {
            member.dossier = dossier
            // Nothing but a dossier: `nr.` must say that it is one.
            if !isStated {
                guard DossierNumber.current.contains(dossier.number) else { return nil }
                evidence = .none
            }
        } else if !isStated, KamerstukNumbers.isLabelled(cursor) {
            // `nr. 230 (d.d. 4 juni 2024) en nr. 231`
            evidence = .none
        } else if cursor.skipWord(of: ["idem", "ibidem"]) {
            evidence = .none
        } else if !isStated, last.dossier.addition != nil, let chapter = Chapter.ofNumber(&cursor) {
            member.dossier.addition = chapter
            evidence = .none
        } else {
            return nil
        }
        let items = KamerstukNumbers.read(
            &cursor, from: start, evidence: evidence, isFirstChamber: member.isFirstChamber)
        guard !items.isEmpty else { return nil }
        return (
            mentions(
                items, member.dossier, year: member.year, isFirstChamber: member.isFirstChamber, cursor.bytes), member
        )
    }
}

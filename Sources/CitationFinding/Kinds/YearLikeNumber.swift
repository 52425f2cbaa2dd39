import DutchText
import LetterReading

/// `21 501-02, 2031`, `Kamerstuk 22112-1967`: without `nr.` such a number may be a year. It is a document's where the
/// register has that document; few dossiers have as many.
extension Kamerstuk {
    static func yearLike(_ reading: inout Reading, _ dossier: Dossier) -> [Mention]? {
        let register = reading.context.register
        let start = reading.start
        let found = reading.cursor.attempt { cursor -> Mention? in
            guard cursor.skip(Byte.comma) || cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            guard let number = DocumentNumbers.plainNumber(&cursor), number.utf8.count == 4,
                !NumberWords.countsSomething(cursor), !cursor.countsTheNextWord, cursor.current != Byte.hyphen
            else { return nil }
            let id = "kst-\(dossier.id)-\(number)"
            guard register.existence(of: id) == .known else { return nil }
            return Mention(id: id, range: start..<cursor.position)
        }
        guard let found else { return nil }
        reading.step("document number, which the register has", from: start)
        return [found]
    }
}

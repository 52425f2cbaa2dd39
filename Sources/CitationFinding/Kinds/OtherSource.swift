import DutchText
import LetterReading

/// What names another letter or document by itself: `Aanhangsel Handelingen`, `2024Z00456`, `Kamerstuk 35 165, nr. 97`.
enum OtherSource {
    /// Passes over the name of a document that may hold questions.
    static func read(_ cursor: inout Cursor) -> Bool {
        letter(&cursor) || cursor.skip("kst-") || cursor.skip("Kamerstuk")
    }

    /// Passes over the name of another letter with answers.
    static func letter(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        if cursor.skipWord("het") { cursor.skipBlanks() }
        if cursor.skip("Aanhangsel") || cursor.skip("Aanh.") || cursor.skip("ah-tk-") || cursor.skip("ah-ek-") {
            return true
        }
        if cursor.number(most: 4) != nil, cursor.skip("Z"), cursor.current?.isDigit == true { return true }
        cursor.position = start
        return false
    }

    /// Passes over the words for questions that others asked, or at another time: `vragen van het lid Kuik`, `eerdere
    /// Kamervragen`, `vorige set`.
    static func questions(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        if cursor.skipWord("eerdere") || cursor.skipWord("eerder gestelde") || cursor.skipWord("andere") {
            cursor.skipBlanks()
            if cursor.skipWord("schriftelijke") || cursor.skipWord("feitelijke") { cursor.skipBlanks() }
            if cursor.skipWord(of: ["vragen", "Kamervragen", "set", "brief", "antwoorden", "beantwoording"]) {
                return true
            }
        } else if cursor.skipWord("vorige") || cursor.skipWord("voorgaande") {
            // `de vorige vragen` are those above.
            cursor.skipBlanks()
            if cursor.skipWord(of: ["set", "Kamervragen", "brief"]) { return true }
        } else if cursor.skipWord("vragen") || cursor.skipWord("Kamervragen") {
            cursor.skipBlanks()
            if cursor.skipWord("gesteld") || cursor.skipWord("ingezonden") { cursor.skipBlanks() }
            if cursor.skipWord("van") || cursor.skipWord("door"), cursor.skipBlanks() {
                if cursor.skipWord("het") || cursor.skipWord("de") { cursor.skipBlanks() }
                if cursor.skipWord(of: askers) { return true }
            }
        }
        cursor.position = start
        return false
    }

    private static let askers: [StaticString] = [
        "lid", "leden", "Kamerlid", "Kamerleden", "heer", "mevrouw", "fractie", "fracties", "commissie",
        "vaste commissie", "vaste Kamercommissie", "Eerste Kamer",
    ]
}

import DutchText
import LetterReading

/// The organisation that makes a common word a name: `Daarnaast geeft de AIVD in het jaarverslag van 2022 aan`. It is the
/// last one the sentence names before the word, or the report may be another's.
enum ReportOwner {
    /// Where the owner stands in the sentence before the name; nil when the report may be of somebody else.
    static func place(_ owner: [UInt8], _ reading: Reading, behind: Cursor) -> Int? {
        let bytes = reading.cursor.bytes
        let start = Sentence.start(before: reading.start, in: bytes, floor: reading.context.floor)
        guard reading.start - start >= owner.count, !isOwned(behind, reading), isPlainlyNamed(reading) else {
            return nil
        }
        let last = (start...reading.start - owner.count).last { place in
            bytes[place..<place + owner.count].elementsEqual(owner) && !bytes.hasLetter(before: place)
                && !bytes.isLetter(at: place + owner.count)
        }
        guard let last, !isCompanion(bytes, at: last, from: start),
            !namesAnother(bytes, last + owner.count..<reading.start)
        else { return nil }
        return last
    }

    /// Whether the report is said to be another's: `het jaarverslag 2022 van Defensie`, `CTIVD-jaarverslag 2022`.
    private static func isOwned(_ behind: Cursor, _ reading: Reading) -> Bool {
        var cursor = behind
        cursor.skipBlanks()
        if cursor.skipWord("van") { return true }
        let bytes = reading.cursor.bytes
        var place = reading.start
        while place > reading.context.floor, bytes[place - 1].isBlank || bytes[place - 1] == Byte.hyphen { place -= 1 }
        return place > reading.context.floor && bytes[place - 1].isUpper
    }

    private static let plain: Set<String> = [
        "het", "haar", "zijn", "hun", "dat", "dit", "in", "uit", "openbaar", "openbare", "laatste", "recente",
        "recentste",
        "nieuwe", "nieuwste", "vorige", "eigen", "jongste", "jaarlijkse", "gepubliceerde", "verschenen",
    ]

    /// `het jaarverslag`, `haar openbare jaarverslag`; not `het departementale jaarverslag`.
    private static func isPlainlyNamed(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        var end = reading.start
        while end > reading.context.floor, !bytes.hasLetter(before: end), reading.start - end < 3 { end -= 1 }
        var start = end
        while start > reading.context.floor, bytes[start - 1].isASCIILetter, end - start < 20 { start -= 1 }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        return plain.contains(word.lowercased()) || word.contains(where: \.isUppercase)
    }

    /// `net als de AIVD`, `samen met de AIVD`: somebody else is the sentence's subject.
    private static func isCompanion(_ bytes: Bytes, at place: Int, from start: Int) -> Bool {
        let words = bytes[start..<place].split(whereSeparator: \.isBlank).suffix(2)
            .map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let last = words.last else { return false }
        let word = last == "de" ? words.first ?? last : last
        return ["als", "evenals", "met", "naast", "aan", "bij", "onder", "anders"].contains(word)
    }

    /// Whether the text names another organisation: a word with a capital, unless it is where something is or what it is
    /// about (`over Rusland`, `in Nederland`). A semicolon begins something new.
    private static func namesAnother(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var before = ""
        for word in bytes[range].split(whereSeparator: { $0.isBlank || $0 == Byte.hyphen }) {
            if word.contains(Byte.semicolon) { return true }
            let capitals = word.count(where: \.isUpper)
            let opens = bytes.isCapital(at: word.startIndex)
            if capitals > 1 || capitals == 1 && !opens || opens && !topics.contains(before) { return true }
            before = String(decoding: word, as: UTF8.self)
        }
        return false
    }

    private static let topics: Set<String> = ["over", "in", "uit", "naar", "tegen", "voor", "vanuit", "richting"]

    /// Who published what stands before the cursor: ` van de Inspectie van het Onderwijs`. The cursor is then behind it.
    static func behind(_ cursor: inout Cursor) -> Range<Int>? {
        cursor.attempt { cursor -> Range<Int>? in
            guard cursor.skipBlanks(), cursor.skipWord(of: ["van", "door", "by", "from"]), cursor.skipBlanks() else {
                return nil
            }
            if cursor.skipWord(of: ["de", "het", "the"]) { cursor.skipBlanks() }
            let start = cursor.position
            var end: Cursor?
            for _ in 0..<8 {
                let word = cursor.position
                while let byte = cursor.current, isPart(byte) { cursor.position += 1 }
                guard cursor.position > word else { break }
                if cursor.bytes.isCapital(at: word) {
                    end = cursor
                } else if !cursor.bytes[word..<cursor.position].isOne(of: FunctionWords.joining) {
                    break
                }
                guard cursor.skipBlanks() else { break }
            }
            guard let end else { return nil }
            cursor = end
            return start..<end.position
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == Byte.hyphen || byte == Byte.ampersand
    }
}

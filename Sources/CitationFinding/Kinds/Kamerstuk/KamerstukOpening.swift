import DutchText
import LetterReading

/// What stands before the dossier of a Kamerstuk: the word, and the chamber.
extension Kamerstuk {
    enum Chamber { case no, first, second }

    /// Passes over the word; `.first` and `.second` when it is the name of a chamber alone.
    static func word(_ reading: inout Reading) -> Chamber? {
        if reading.cursor.skip("kamerst.") { return .no }
        // `Kst 35 165, 97`; `kst-35165-97` is an identifier.
        if reading.cursor.skip("kst") {
            guard reading.cursor.skip(Byte.dot) || reading.cursor.current?.isBlank == true else { return nil }
            reading.step("the word", from: reading.start)
            return .no
        }
        if reading.cursor.skip("kamerdossier") {
            while let byte = reading.cursor.current, byte.isLower { reading.cursor.position += 1 }
            return .no
        }
        if reading.cursor.skip("kamerstukken") || reading.cursor.skip("kamerstuk") {
            // `Kamerstukken`, `Kamerstukk`, `Kamerstuknummer`: letters up to the word's end.
            while let byte = reading.cursor.current, byte.isLower { reading.cursor.position += 1 }
            _ = reading.cursor.skip(Byte.dot) || reading.cursor.skip(Byte.colon)
            reading.step("the word", from: reading.start)
            return .no
        }
        let named =
            shortChamber(&reading.cursor)
            ?? (reading.cursor.skip("Tweede Kamer") ? .second : reading.cursor.skip("Eerste Kamer") ? .first : nil)
        if named != nil { reading.step("chamber", from: reading.start) }
        return named
    }

    /// `EK 2023-2024, 36 410, B`, `(TK, 29 924, nr. 288)`: in capitals alone.
    private static func shortChamber(_ cursor: inout Cursor) -> Chamber? {
        guard cursor.current?.isUpper == true, cursor.peek(1) == UInt8(ascii: "K") else { return nil }
        if cursor.skipWord("EK") { return .first }
        return cursor.skipWord("TK") ? .second : nil
    }

    /// Whether the chamber was named by two capitals.
    static func isShort(_ reading: Reading) -> Bool {
        reading.start + 1 < reading.cursor.end && reading.cursor.bytes[reading.start + 1] == UInt8(ascii: "K")
    }

    /// `II`, `I`, `2`, `TK`, `Eerste Kamer`: true for the Eerste Kamer, nil when nothing is said.
    static func chamber(_ reading: inout Reading) -> Bool? {
        let start = reading.cursor.position
        reading.cursor.skipSeparators(or: ":")
        let first = reading.cursor.skipWord(of: ["Eerste Kamer", "EK"]) || one(&reading.cursor)
        let isNamed =
            first || reading.cursor.skipWord(of: ["Tweede Kamer", "TK", "II", "ll", "Il", "lI"]) || two(&reading.cursor)
        guard isNamed else {
            reading.cursor.position = start
            return nil
        }
        reading.step("chamber", from: start)
        return first
    }

    /// `I` or `1` alone; `1` only before a comma or a blank and then a year or a dossier.
    private static func one(_ cursor: inout Cursor) -> Bool {
        if cursor.current == UInt8(ascii: "I"), cursor.skipWord("I") { return true }
        return alone("1", &cursor)
    }

    /// `2`, or `II` misread as `11`.
    private static func two(_ cursor: inout Cursor) -> Bool { alone("11", &cursor) || alone("2", &cursor) }

    private static func alone(_ digits: StaticString, _ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        guard cursor.skip(digits), cursor.skip(Byte.comma) || cursor.current?.isBlank == true else {
            cursor.position = start
            return false
        }
        var next = cursor
        next.skipBlanks()
        if Vergaderjaar.read(&next) != nil || DossierNumber.read(&next) != nil { return true }
        cursor.position = start
        return false
    }
}

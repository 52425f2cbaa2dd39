import DutchText

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

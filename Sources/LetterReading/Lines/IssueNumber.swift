import DutchText

/// The letter's own number in the Aanhangsel, as it is printed on its first page: `ah-tk-20232024-704`, or a masthead
/// `Vergaderjaar 2023–2024 Aanhangsel van de Handelingen` with `704` below it.
enum IssueNumber {
    /// How many bytes `ah-tk-20232024-704` takes at an offset; nil when none stands there.
    static func length(in bytes: Bytes, at offset: Int) -> Int? {
        var cursor = Cursor(bytes, in: offset..<min(bytes.count, offset + 24))
        guard cursor.skip("ah-tk-") || cursor.skip("ah-ek-"), cursor.number(most: 8) ?? 0 > 18_000_000,
            cursor.skip(Byte.hyphen), cursor.number(most: 5) != nil
        else { return nil }
        return cursor.position - offset
    }

    /// The number in the furniture of a letter, or nil.
    static func find(in lines: [Line], _ bytes: Bytes) -> String? {
        for index in lines.indices where lines[index].role == .furniture {
            let line = lines[index].range
            if let length = length(in: bytes, at: line.lowerBound), length == line.count {
                return String(decoding: bytes[line], as: UTF8.self)
            }
        }
        return masthead(lines, bytes)
    }

    private static func masthead(_ lines: [Line], _ bytes: Bytes) -> String? {
        let head = lines.prefix(12)
        for index in head.indices {
            guard let years = years(in: bytes, lines[index]),
                lines[index...].prefix(3).contains(where: { names($0, bytes) })
            else { continue }
            for line in lines[index...].prefix(9) {
                var cursor = Cursor(bytes, in: line.range)
                // What is asked, and of whom, stands below the number.
                if cursor.skip("Vragen van ") || cursor.skip("Vraag ") { break }
                while cursor.skip(Byte.hash) {}
                cursor.skipBlanks()
                if let number = cursor.number(most: 5), number > 0, cursor.isAtEnd { return "ah-tk-\(years)-\(number)" }
            }
            return nil
        }
        return nil
    }

    /// On the line of the year, or the one below it.
    private static func names(_ line: Line, _ bytes: Bytes) -> Bool {
        bytes.firstIndex(of: "Aanhangsel van de Handelingen", in: line.range) != nil
    }

    /// `20232024` of a masthead line.
    private static func years(in bytes: Bytes, _ line: Line) -> String? {
        guard let found = bytes.firstIndex(of: "Vergaderjaar ", in: line.range) else { return nil }
        var cursor = Cursor(bytes, in: found + 13..<line.range.upperBound)
        guard let first = cursor.number(most: 4), cursor.skipDash(), let second = cursor.number(most: 4),
            second == first + 1
        else { return nil }
        return "\(first)\(second)"
    }
}

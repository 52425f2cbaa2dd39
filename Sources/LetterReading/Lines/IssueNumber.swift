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
        guard let head = lines.prefix(12).firstIndex(where: { years(in: bytes, $0) != nil }),
            let years = years(in: bytes, lines[head])
        else { return nil }
        for line in lines[head...].prefix(6) {
            var cursor = Cursor(bytes, in: line.range)
            while cursor.skip(Byte.hash) {}
            cursor.skipBlanks()
            if let number = cursor.number(most: 5), cursor.isAtEnd { return "ah-tk-\(years)-\(number)" }
        }
        return nil
    }

    /// `20232024` of a masthead line.
    private static func years(in bytes: Bytes, _ line: Line) -> String? {
        guard let found = bytes.firstIndex(of: "Vergaderjaar ", in: line.range),
            bytes.firstIndex(of: "Aanhangsel van de Handelingen", in: line.range) != nil
        else { return nil }
        var cursor = Cursor(bytes, in: found + 13..<line.range.upperBound)
        guard let first = cursor.number(most: 4), cursor.skipDash(), let second = cursor.number(most: 4) else {
            return nil
        }
        return "\(first)\(second)"
    }
}

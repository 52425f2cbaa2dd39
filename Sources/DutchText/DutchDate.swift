/// A day as Dutch letters write it (`6 mei 2026`, `13 jun. 2013`), kept as ISO 8601 (`2026-05-06`).
package enum DutchDate {
    private static let months: [(full: StaticString, short: StaticString)] = [
        ("januari", "jan"), ("februari", "feb"), ("maart", "mrt"), ("april", "apr"), ("mei", "mei"), ("juni", "jun"),
        ("juli", "jul"), ("augustus", "aug"), ("september", "sept"), ("oktober", "okt"), ("november", "nov"),
        ("december", "dec"),
    ]

    /// The month named at the cursor, 1 to 12.
    package static func month(_ cursor: inout Cursor) -> Int? {
        // Most words are no month by their first letter.
        guard let first = cursor.current?.lowered, "jfmasond".utf8.contains(first) else { return nil }
        for (index, name) in months.enumerated() {
            if cursor.skipWord(name.full) { return index + 1 }
            if cursor.skipWord(name.short) || (index == 8 && cursor.skipWord("sep")) {
                _ = cursor.skip(Byte.dot)
                return index + 1
            }
        }
        return nil
    }

    /// A day, a month's name and, when written, a year.
    /// - Returns: a day that there is, month 1 to 12, and the year or nil.
    package static func read(_ cursor: inout Cursor) -> (day: Int, month: Int, year: Int?)? {
        cursor.attempt { cursor in
            guard let date = written(&cursor), exists(date.year, date.month, date.day) else { return nil }
            return date
        }
    }

    /// What stands there in the form of a date, also `35 mei 2024`.
    package static func written(_ cursor: inout Cursor) -> (day: Int, month: Int, year: Int?)? {
        cursor.attempt { cursor in
            guard let day = cursor.number(most: 2) else { return nil }
            cursor.skipBlanks()
            guard let month = month(&cursor) else { return nil }
            let year: Int? = cursor.attempt { cursor in
                cursor.skipBlanks()
                guard let year = cursor.number(most: 4), (1800...2199).contains(year) else { return nil }
                return year
            }
            return (day, month, year)
        }
    }

    /// Whether the calendar has the day; without a year 29 February may be one.
    package static func exists(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    package static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// `2025-07-07` as people read it in a label: `7 jul 2025`. Anything else comes back as it is.
    package static func short(_ iso: String) -> String {
        let parts = iso.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2]) else {
            return iso
        }
        return "\(day) \(months[month - 1].short) \(parts[0])"
    }
}

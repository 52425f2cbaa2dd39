import LetterReading

/// The names of all series by how they open, so that a longer catalogue costs no more where another name stands.
struct ReportIndex: Sendable {
    typealias Entry = (series: ReportCatalogue.Series, name: ReportName)

    private var byOpening: [Int: [Entry]] = [:]

    init(_ catalogue: ReportCatalogue) {
        for series in catalogue.series {
            for name in series.names {
                guard case .word(let word)? = name.tokens.first, let first = word.first else { continue }
                // A letter alone stands before a blank or a hyphen.
                byOpening[Self.key(first, word.count > 1 ? word[1] : 0), default: []].append((series, name))
            }
        }
    }

    /// The names that may stand at the cursor, in the order of the catalogue.
    func candidates(at cursor: Cursor) -> [Entry] {
        guard let first = cursor.current else { return [] }
        let second = cursor.peek(1) ?? 0
        return byOpening[Self.key(first, second.isBlank || second == Byte.hyphen ? 0 : second)] ?? []
    }

    private static func key(_ first: UInt8, _ second: UInt8) -> Int { Int(first.lowered) << 8 | Int(second.lowered) }
}

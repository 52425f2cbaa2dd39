import CRegister
import DutchText

/// The text of a register: lines of tab-separated columns, sorted by the bytes of the first. It is searched where it lies:
/// nothing of it is parsed but the lines that are asked for.
struct RegisterTable: Sendable {
    /// One dossier, or one year of the Aanhangsel.
    struct Row: Sendable, Equatable {
        /// `30821`, `36600-VII`, `ah-tk-20232024`
        let key: String
        let highest: Int
        /// `1-20,22-259,A-C`
        let published: String
        let title: String?
        /// Of a document; registers made before it was kept have no such column.
        var sender: String?
    }

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The register compiled into the program.
    static let embedded = RegisterTable(
        Array(UnsafeRawBufferPointer(start: kvgraph_register(), count: kvgraph_register_size())))

    /// - Complexity: logarithmic in the number of lines.
    func row(_ key: String) -> Row? {
        let wanted = Array(key.utf8)
        var (low, high) = (0, bytes.count)
        while low < high {
            let start = lineStart(around: low + (high - low) / 2, from: low)
            switch compare(start, wanted) {
            case 0: return Self.row(bytes[start..<lineEnd(start)])
            case ..<0: low = lineEnd(start) + 1
            default: high = start
            }
        }
        return nil
    }

    /// Every row, in order: one walk over the text.
    func rows(_ take: (Row) -> Void) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            if let row = Self.row(line) { take(row) }
        }
    }

    /// The key and the highest number of every dossier, in order: one walk over the front of the text, behind which keys open
    /// with letters.
    func dossiers(_ take: (String, Int) -> Void) {
        var start = 0
        while start < bytes.count, bytes[start] <= UInt8(ascii: "9") {
            let line = bytes[start..<lineEnd(start)]
            start = line.endIndex + 1
            guard line.first.map(Self.isDigit) == true else { continue }
            let columns = line.split(separator: Self.tab, maxSplits: 2, omittingEmptySubsequences: false)
            guard columns.count == 3, let highest = Int(String(decoding: columns[1], as: UTF8.self)) else { continue }
            take(String(decoding: columns[0], as: UTF8.self), highest)
        }
    }

    /// What the lines at its head say of the whole: `#newest`, a tab, `36850`.
    func fact(_ name: String) -> String? {
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
            let columns = bytes[start + 1..<lineEnd(start)].split(separator: Self.tab, maxSplits: 1)
            if columns.count == 2, columns[0].elementsEqual(name.utf8) {
                return String(decoding: columns[1], as: UTF8.self)
            }
            start = lineEnd(start) + 1
        }
        return nil
    }

    private func lineStart(around place: Int, from low: Int) -> Int {
        var start = place
        while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func lineEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    /// The first column of a line against a key: below zero when it comes before it.
    private func compare(_ start: Int, _ key: [UInt8]) -> Int {
        for (index, byte) in key.enumerated() {
            let place = start + index
            guard place < bytes.count, bytes[place] != Self.tab, bytes[place] != UInt8(ascii: "\n") else { return -1 }
            if bytes[place] != byte { return Int(bytes[place]) - Int(byte) }
        }
        let end = start + key.count
        return end >= bytes.count || bytes[end] == Self.tab ? 0 : 1
    }

    private static func row(_ line: ArraySlice<UInt8>) -> Row? {
        let columns = line.split(separator: tab, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard columns.count >= 4, let highest = Int(columns[1]) else { return nil }
        return Row(
            key: columns[0], highest: highest, published: columns[2], title: columns[3].isEmpty ? nil : columns[3],
            sender: columns.count > 4 && !columns[4].isEmpty ? columns[4] : nil)
    }

    private static let tab = UInt8(ascii: "\t")

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

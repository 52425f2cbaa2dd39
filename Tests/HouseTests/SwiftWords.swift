/// The words of a Swift file that are code, and the names that it declares for others: text without comments and strings is
/// enough to know who uses whom.
struct SwiftWords {
    private(set) var words: Set<String> = []
    /// Types, and functions that stand alone; none that are private.
    private(set) var declared: Set<String> = []

    private static let modifiers: Set = [
        "public", "package", "internal", "final", "indirect", "nonisolated", "static", "private", "fileprivate",
    ]
    private static let types: Set = ["struct", "enum", "class", "actor", "protocol"]

    init(_ text: String) {
        var depth = 0
        for line in Self.code(Array(text.utf8)).split(separator: UInt8(ascii: "\n")) {
            let names = Self.names(line)
            words.formUnion(names)
            if let name = Self.declaration(names, depth: depth) { declared.insert(name) }
            for byte in line where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                depth += byte == UInt8(ascii: "{") ? 1 : -1
            }
        }
    }

    /// `public struct Letter: …`: nested types count, other members do not.
    private static func declaration(_ names: [String], depth: Int) -> String? {
        let rest = names.drop { modifiers.contains($0) }
        guard let keyword = rest.first, let name = rest.dropFirst().first,
            !names.prefix(names.count - rest.count).contains(where: { $0.hasSuffix("private") })
        else { return nil }
        let isAlone = ["func", "typealias"].contains(keyword)
        return depth == 0 && (isAlone || types.contains(keyword)) || depth == 1 && types.contains(keyword) ? name : nil
    }

    /// Identifiers, without attributes (`@inlinable`).
    private static func names(_ line: ArraySlice<UInt8>) -> [String] {
        func isWord(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        var names: [String] = []
        var index = line.startIndex
        while index < line.endIndex {
            let start = index
            while index < line.endIndex, isWord(line[index]) { index += 1 }
            if index == start {
                index += 1
            } else if start == line.startIndex || line[start - 1] != UInt8(ascii: "@") {
                names.append(String(decoding: line[start..<index], as: UTF8.self))
            }
        }
        return names
    }

    /// The text without comments and strings; what a string on one line interpolates stays.
    private static func code(_ bytes: [UInt8]) -> [UInt8] {
        var code: [UInt8] = []
        var index = 0
        func opens(_ mark: StaticString) -> Bool {
            bytes[index...].starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
        }
        /// Passes over what stands before the mark, and the mark.
        func skip(past mark: StaticString) {
            while index < bytes.count, !opens(mark) { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
            index = min(bytes.count, index + mark.utf8CodeUnitCount)
        }
        /// A string on one line, from behind its quote.
        func string() {
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\n") {
                guard bytes[index] == UInt8(ascii: "\\") else {
                    index += 1
                    continue
                }
                index += 2
                guard index <= bytes.count, bytes[index - 1] == UInt8(ascii: "(") else { continue }
                code.append(UInt8(ascii: " "))
                interpolation()
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { index += 1 }
        }
        /// From behind its bracket.
        func interpolation() {
            var depth = 1
            while index < bytes.count, depth > 0, bytes[index] != UInt8(ascii: "\n") {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "\"") {
                    string()
                    continue
                }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                code.append(byte)
            }
        }
        while index < bytes.count {
            if opens("//") {
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            } else if opens("/*") {
                skip(past: "*/")
            } else if opens("\"\"\"") {
                index += 3
                skip(past: "\"\"\"")
            } else if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                string()
            } else {
                code.append(bytes[index])
                index += 1
            }
        }
        return code
    }
}

import Foundation
import LetterReading

/// Names for letters: the file's name without its suffix; where two share one, the shortest end of the path that tells
/// them apart.
struct LetterNames {
    /// Of the paths whose file name is not theirs alone; a collection has few.
    private var longer: [String: String] = [:]

    /// - Parameter paths: absolute and distinct.
    init(_ paths: [String]) {
        // Names that seem alike by their hash; which of them are, the groups show.
        var seen = Set<Int>(minimumCapacity: paths.count)
        var repeated: Set<Int> = []
        for path in paths {
            let hash = Self.tail(of: path, parts: 1, withSuffix: false).hashValue
            if !seen.insert(hash).inserted { repeated.insert(hash) }
        }
        guard !repeated.isEmpty else { return }
        let groups = Dictionary(
            grouping: paths.lazy.map { (path: $0, tail: Self.tail(of: $0, parts: 1, withSuffix: false)) }
                .filter { repeated.contains($0.tail.hashValue) }, by: \.tail)
        for group in groups.values where group.count > 1 { Self.name(group.map(\.path), into: &longer) }
    }

    func name(of path: String) -> String { longer[path] ?? Self.tail(of: path, parts: 1, withSuffix: false) }

    /// A name for each path.
    static func names(for paths: [String]) -> [String: String] {
        let names = LetterNames(paths)
        return Dictionary(paths.map { ($0, names.name(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func name(_ group: [String], into names: inout [String: String]) {
        let longest = group.map { $0.split(separator: "/").count }.max() ?? 1
        for parts in 1...max(1, longest) {
            for withSuffix in [false, true] {
                let tails = group.map { tail(of: $0, parts: parts, withSuffix: withSuffix) }
                guard Set(tails).count == group.count else { continue }
                for (path, tail) in zip(group, tails) { names[path] = tail }
                return
            }
        }
    }

    private static func tail(of path: String, parts: Int, withSuffix: Bool) -> String {
        if parts == 1, !withSuffix, let plain = plainTail(of: path) { return plain }
        let tail = path.split(separator: "/").suffix(parts).joined(separator: "/")
        guard !withSuffix else { return tail }
        return (tail as NSString).deletingPathExtension
    }

    /// The same for a name as nearly all are, `…/name.txt`, without asking Foundation; nil for others.
    private static func plainTail(of path: String) -> String? {
        let bytes = path.utf8
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let suffix = bytes[bytes.index(after: dot)...]
        let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
        guard start < dot, !suffix.isEmpty, suffix.allSatisfy({ $0.isASCIILetter || $0.isDigit }),
            bytes[start] != UInt8(ascii: ".")
        else { return nil }
        return String(path[start..<dot])
    }
}

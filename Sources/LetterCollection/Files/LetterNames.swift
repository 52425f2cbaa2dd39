import DutchText
import Foundation
import LetterReading

/// Names for letters: the file's name without its suffix; where two share one, the shortest end of the path that tells
/// them apart.
public struct LetterNames: Sendable {
    /// Of the paths whose file name is not theirs alone; a collection has few.
    private var longer: [String: String] = [:]

    /// - Parameter paths: absolute and distinct.
    public init(_ paths: [String]) {
        var tails = NameTails()
        for path in paths { tails.add(path.utf8) }
        self.init(repeated: paths.filter { tails.isRepeated($0.utf8) })
    }

    /// - Parameter paths: those whose file name may not be theirs alone, absolute and distinct.
    init(repeated paths: [String]) {
        guard !paths.isEmpty else { return }
        let groups = Dictionary(grouping: paths) { Self.tail(of: $0, parts: 1, withSuffix: false) }
        for group in groups.values where group.count > 1 { Self.name(group, into: &longer) }
    }

    /// The names of the files of a search.
    /// - Complexity: linear; a path is only looked at whole where its name is not its own.
    public init(_ files: LetterFiles) {
        var tails = NameTails()
        for index in files.indices { tails.add(files.end(of: index)) }
        self.init(repeated: tails.repeated(in: files))
    }

    public func name(of path: String) -> String { longer[path] ?? Self.tail(of: path, parts: 1, withSuffix: false) }

    /// A name for each path.
    public static func names(for paths: [String]) -> [String: String] {
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

    /// The same for a name as nearly all are, without asking Foundation; nil for others.
    private static func plainTail(of path: String) -> String? {
        NameTails.plain(path.utf8).map { String(path[$0]) }
    }

    fileprivate static func tail(of path: some Collection<UInt8>) -> String {
        tail(of: String(decoding: path, as: UTF8.self), parts: 1, withSuffix: false)
    }
}

/// The file names among many paths that may be there more than once. Names that seem alike by their hash are; which of them
/// truly are, `LetterNames` sees.
struct NameTails {
    private var seen: Set<UInt64> = []
    private var repeated: Set<UInt64> = []
    var areAllUnique: Bool { repeated.isEmpty }

    /// - Parameter path: a path, or the end of one.
    mutating func add(_ path: some BidirectionalCollection<UInt8>) {
        let hash = Self.hash(path)
        if !seen.insert(hash).inserted { repeated.insert(hash) }
    }

    func isRepeated(_ path: some BidirectionalCollection<UInt8>) -> Bool {
        !repeated.isEmpty && repeated.contains(Self.hash(path))
    }

    /// The paths of the files whose names are.
    func repeated(in files: LetterFiles) -> [String] {
        repeated.isEmpty ? [] : files.indices.filter { isRepeated(files.end(of: $0)) }.map { files[$0].path }
    }

    private static func hash(_ path: some BidirectionalCollection<UInt8>) -> UInt64 {
        if let plain = plain(path) { return Fingerprint.number(path[plain]) }
        return Fingerprint.number(LetterNames.tail(of: path).utf8)
    }

    /// Where the name without its suffix stands in a path as nearly all are, `…/name.txt`; nil for others.
    static func plain<Path: BidirectionalCollection<UInt8>>(_ path: Path) -> Range<Path.Index>? {
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let suffix = path[path.index(after: dot)...]
        let start = path.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
        guard start < dot, !suffix.isEmpty, suffix.allSatisfy({ $0.isASCIILetter || $0.isDigit }),
            path[start] != UInt8(ascii: ".")
        else { return nil }
        return start..<dot
    }
}

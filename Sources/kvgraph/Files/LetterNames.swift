import Foundation

/// Names for letters: the file's name without its suffix; where two share one, the shortest end of the path that tells
/// them apart.
enum LetterNames {
    /// - Parameter paths: absolute and distinct.
    /// - Returns: a name for each path.
    static func names(for paths: [String]) -> [String: String] {
        var names: [String: String] = [:]
        for group in Dictionary(grouping: paths, by: { tail(of: $0, parts: 1, withSuffix: false) }).values {
            name(group, into: &names)
        }
        return names
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
        let tail = path.split(separator: "/").suffix(parts).joined(separator: "/")
        guard !withSuffix else { return tail }
        return (tail as NSString).deletingPathExtension
    }
}

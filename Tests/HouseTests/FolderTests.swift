import Foundation
import Support
import Testing

/// Folders of a target do not use each other in circles: each can be read with what stands below it alone. A file uses
/// another when it names a type or a function that is declared there; files at a target's root are a folder too.
@Suite struct FolderTests {
    /// Targets whose walls are still being built.
    static let unfinished: Set<String> = []

    static let targets = (try? SourceTree.targets()) ?? []

    @Test func targetsAreRead() { #expect(Self.targets.count > 5) }

    @Test(arguments: targets.filter { !unfinished.contains($0) })
    func foldersDoNotUseEachOtherInCircles(_ target: String) throws {
        let tree = try SourceTree(target: target)
        #expect(tree.circles() == [])
    }

    /// The test itself: a circle of two folders is seen, with the names that make it.
    @Test func aCircleIsSeen() {
        let tree = SourceTree(files: [
            ("Lines/Line.swift", "struct Line {\n    let note: Note // Heading\n}\n"),
            (
                "Notes/Note.swift",
                "/* Line */ struct Note {}\nextension Line { var text: String { \"\\(read(self))\" } }\n"
            ),
            ("Notes/read.swift", "func read(_ line: Int) -> Int { line }\nprivate func write() {}\n"),
            ("Headings/Heading.swift", "struct Heading { let line: Line; let word = \"Page\" }\n"),
            ("Page.swift", "struct Page { let heading: Heading }\n"),
        ])
        #expect(
            tree.circles() == ["Lines → Notes: Line.swift names Note", "Notes → Lines: Note.swift names Line"])
    }
}

/// The files of a target, and which folder's files name what another folder declares.
struct SourceTree {
    /// By the folders of user and used: `Line.swift names Note`.
    private var arrows: [String: [String: [String]]] = [:]

    static func targets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.file("Sources").path).sorted()
    }

    init(target: String) throws {
        let root = Repository.file("Sources/\(target)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        self.init(
            files: try paths.sorted().map {
                ($0, String(decoding: try Data(contentsOf: root.appending(path: $0)), as: UTF8.self))
            })
    }

    init(files: [(path: String, text: String)]) {
        let read = files.map { (path: $0.path, code: SwiftWords($0.text)) }
        var homes: [String: [String]] = [:]
        for file in read { for name in file.code.declared { homes[name, default: []].append(file.path) } }
        for file in read {
            let folder = Self.folder(file.path)
            for name in file.code.words.sorted() {
                // A name that two files declare says nothing.
                guard let home = homes[name], home.count == 1, Self.folder(home[0]) != folder else { continue }
                let words = "\((file.path as NSString).lastPathComponent) names \(name)"
                arrows[folder, default: [:]][Self.folder(home[0]), default: []].append(words)
            }
        }
    }

    /// Every arrow that is part of a circle.
    func circles() -> [String] {
        arrows.keys.sorted().flatMap { from in
            (arrows[from] ?? [:]).keys.sorted().compactMap { to in
                guard reached(from: to).contains(from), let names = arrows[from]?[to] else { return nil }
                return "\(from) → \(to): \(names.joined(separator: ", "))"
            }
        }
    }

    private func reached(from start: String) -> Set<String> {
        var (seen, open): (Set<String>, [String]) = ([], [start])
        while let folder = open.popLast() {
            for next in (arrows[folder] ?? [:]).keys where seen.insert(next).inserted { open.append(next) }
        }
        return seen
    }

    private static func folder(_ path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "(root)" : folder
    }
}

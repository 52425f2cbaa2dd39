import Foundation
import Support
import Testing

/// Who may use whom, and what the core does without: walls that no compiler keeps.
@Suite struct WallTests {
    /// Every file of the targets, with the modules it imports.
    private struct File {
        let target: String
        /// `LetterFetching/Transfer`
        let folder: String
        let text: String
        let imports: Set<String>

        init(_ path: String, _ text: String) {
            (target, folder) = (String(path.prefix { $0 != "/" }), (path as NSString).deletingLastPathComponent)
            let opening = text.split(separator: "\n").prefix(40).filter { $0.contains("import ") }
            let statement = #/(?:@\w+ |public |package |internal |private )*import (?:struct |class |func )?(\w+).*/#
            (self.text, imports) = (text, Set(opening.compactMap { $0.wholeMatch(of: statement).map { String($0.1) } }))
        }

        /// Whether its code, without comments and strings, has one of these words.
        func says(_ words: Set<String>) -> Bool {
            words.contains { text.contains($0) } && !words.isDisjoint(with: SwiftWords(text).words)
        }
    }

    private static let files: [File] = {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: Repository.file("Sources").path)) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? Repository.text("Sources/\(path)")).map { File(path, $0) }
        }
    }()

    /// As the README's map says.
    @Test func aTargetUsesWhatStandsAboveIt() throws {
        let map = try Repository.text("README.md").components(separatedBy: "## The map of the house")[1]
        var places: [String: Int] = [:]
        for (place, line) in map.split(separator: "\n").filter({ $0.hasPrefix("| `") }).enumerated() {
            for name in line.split(separator: "|")[0].matches(of: #/`(\w+)`/#) { places[String(name.1)] = place }
        }
        #expect(places.count > 20)
        for file in Self.files {
            let own = try #require(places[file.target], "\(file.target) has a place")
            let beyond = file.imports.filter { places[$0] ?? 0 > own }
            #expect(beyond == [], "\(file.folder)")
        }
    }

    @Test func everyLibraryInCHasOneFolder() {
        for (library, folder) in [
            ("CMarkup", "LetterFormats/Markup"), ("CZip", "LetterFormats/Office"),
            ("CGraphviz", "GraphDrawing/Graphviz"),
            ("CCurl", "LetterFetching/Transfer"),
        ] {
            let folders = Set(Self.files.filter { $0.imports.contains(library) }.map(\.folder))
            #expect(folders == [folder], "\(library)")
        }
    }

    /// `fetch` asks, and `serve` answers: nothing else can open a connection.
    @Test func twoFoldersKnowTheNetwork() {
        let modules: Set = ["CCurl", "FlyingSocks", "FlyingFox", "FoundationNetworking", "Network", "NIO"]
        let calls: Set = ["URLSession", "socket", "connect", "getaddrinfo", "CFStreamCreatePairWithSocketToHost"]
        let folders = Self.files.filter { !modules.isDisjoint(with: $0.imports) || $0.says(calls) }.map(\.folder)
        #expect(Set(folders) == ["LetterFetching/Transfer", "Explorer/Server"])
    }

    /// Reading, finding and analysing print nothing, end nothing, know no day, and use no regular expressions.
    @Test func theCoreIsSilentAndTimeless() {
        let core: Set = ["DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis"]
        let words: Set = [
            "print", "debugPrint", "exit", "abort", "fatalError", "preconditionFailure", "Date", "ContinuousClock",
            "SuspendingClock", "DispatchTime", "Regex", "NSRegularExpression", "firstMatch", "wholeMatch",
            "prefixMatch",
        ]
        let files = Self.files.filter { core.contains($0.target) }
        #expect(Set(files.map(\.target)) == core)
        for file in files {
            #expect(!file.says(words) && !file.text.contains("#/"), "\(file.folder)")
        }
    }
}

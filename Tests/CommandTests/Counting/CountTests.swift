import Foundation
import GRDB
import Support
import Testing

/// Lists, pictures, pages and views say the same numbers of a source: those of the letters' parts, under every filter.
@Suite struct CountTests {
    private let command: Command

    init() throws { command = try Command() }

    private func build(_ seed: Int, _ generator: inout SeededGenerator) throws -> [WrittenLetter] {
        let letters = (0..<16).map { WrittenLetter($0, &generator) }
        for day in WrittenLetter.readDays.keys.sorted() {
            let paths = try letters.filter { $0.readOn == day }.map { try command.write($0.text, "\($0.name).txt") }
            let epoch = WrittenLetter.readDays[day] ?? ""
            let built = try command.run(["build"] + paths, environment: ["SOURCE_DATE_EPOCH": epoch])
            #expect(built.status == 0, "\(built.err)")
        }
        return letters
    }

    private func rows(_ arguments: [String]) throws -> [[String: Any]] {
        let result = try command.run(arguments + ["--format", "json"])
        #expect(result.status == 0, "\(arguments): \(result.err)")
        return try result.json()
    }

    private func numbers(_ rows: [[String: Any]]) -> [String: [Int]] {
        let keys = ["letters", "answers", "citations"]
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in (row["id"] as? String ?? "", keys.compactMap { row[$0] as? Int }) })
    }

    /// What the command has no letters for is an error, and is not asked.
    private func isAskable(_ ask: Ask, _ letters: [WrittenLetter]) -> Bool {
        ask.filters.allSatisfy { filter in
            filter.value.split(separator: ",").count > 1 || filter.option.contains("since") || filter.option == "until"
                || letters.contains(where: filter.takes)
        }
    }

    @Test(arguments: 0..<2) func listsAndPicturesCountWhatIsWritten(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let letters = try build(seed, &generator)
        var rowCount = 0
        let asks = seed == 0 ? Ask.eachFilter : Ask.random(10, &generator)
        for (place, ask) in asks.enumerated() where isAskable(ask, letters) {
            let top = ask.counts(letters, default: ["kamerstuk"])
            let measure = ["letters", "pagerank", "citations"][place % 3]
            let asked = try numbers(rows(["top", "--by", measure] + ask.arguments))
            #expect(asked == top.mapValues(\.numbers), "top by \(measure) \(ask)")
            let shared = try rows(["shared"] + ask.arguments)
            #expect(numbers(shared) == ask.shared(letters).mapValues(\.numbers), "shared \(ask)")
            for row in shared {
                let names = Set(row["cited_by"] as? [String] ?? [])
                #expect(names == ask.shared(letters)[row["id"] as? String ?? ""]?.letters, "cited by \(ask)")
            }
            let drawn = ask.counts(letters, default: nil)
            try expectDrawn(drawn, ask)
            rowCount += top.count + drawn.count
        }
        #expect(rowCount > 40)
    }

    /// `cited by 3 letters` on a node, and three of them in its tooltip.
    private func expectDrawn(_ wanted: [String: Counted], _ ask: Ask) throws {
        let dot = try command.run(
            ["render", "--dot", "-o", "-", "--min-letters", "1", "--limit", "9999"] + ask.arguments
        ).out
        let listed = try rows(["top"] + (ask.kinds == nil ? ["--kind", "all"] : []) + ask.arguments)
        for row in listed {
            guard let id = row["id"] as? String, let kind = row["kind"] as? String, let label = row["label"] as? String
            else { continue }
            let title = (row["title"] as? String).map { " — \($0)" } ?? ""
            let node = dot.split(separator: "\n").first { $0.contains("tooltip=\"\(label)\(title) (\(kind))") }
            guard let counted = wanted[id] else {
                #expect(node == nil, "\(id) \(ask)")
                continue
            }
            let line = try #require(node, "\(id) \(ask)")
            let said = line.firstMatch(of: /cited by (\d+) letters/).flatMap { Int($0.1) } ?? 1
            #expect(said == counted.letters.count, "\(id) \(ask)")
            let who = line.components(separatedBy: "\\ncited by ").last?.components(separatedBy: "\"")[0] ?? ""
            #expect(who.components(separatedBy: "; ").count == counted.letters.count, "\(id) \(ask): \(who)")
        }
    }

    @Test(arguments: 0..<2) func betweenCountsTheLettersOfEach(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(100 + seed))
        let letters = try build(seed, &generator)
        var found = 0
        for (first, second) in [(0, 1), (0, 2), (1, 2), (2, 3), (1, 3)] {
            for part in ["answers", "all"] {
                let groups = [Ask.groups[first], Ask.groups[second]]
                guard groups.allSatisfy({ letters.contains(where: $0.has) }) else { continue }
                let ask = Ask(part: part, between: groups)
                let names = groups.map(\.name).joined(separator: ",")
                let asked = try numbers(rows(["shared", "--between", names] + ask.arguments))
                #expect(asked == ask.shared(letters).mapValues(\.numbers), "between \(names) \(part)")
                found += asked.count
            }
        }
        #expect(found > 5)
    }

    /// The page of each source, the explorer's tables and labels, the views for SQL, and the list of letters.
    @Test(arguments: 0..<2) func pagesAndViewsCountTheSame(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(200 + seed))
        let letters = try build(seed, &generator)
        let parts = ["answers", "questions", "all"]
        let counts = Dictionary(
            uniqueKeysWithValues: parts.map { ($0, Ask(kinds: ["all"], part: $0).counts(letters, default: nil)) })
        for id in try #require(counts["all"]).keys.sorted() {
            let shown = try #require(rows(["show", id]).first?["counts"] as? [String: [String: Int]])
            for part in parts {
                let wanted = counts[part]?[id]?.numbers ?? [0, 0, 0]
                #expect(["letters", "answers", "citations"].map { shown[part]?[$0] } == wanted, "show \(id) \(part)")
            }
        }
        let page = try command.run("render", "--html", "-o", "-", "--kind", "all", "--limit", "9999").out
        for (id, node, explored) in try Self.sources(ofPage: page) {
            for part in parts {
                #expect(explored[part] == counts[part]?[id]?.numbers ?? [0, 0, 0], "page \(id) \(part)")
            }
            let label = page.components(separatedBy: "<g id=\"\(node)\" class=\"node").dropFirst().first?
                .components(separatedBy: "</g>\n</g>")[0]
            let said = label?.firstMatch(of: />cited by (\d+) letters</).flatMap { Int($0.1) }
            #expect(label != nil && said ?? 1 == max(1, explored["answers"]?[0] ?? 0), "label of \(id)")
        }
        try expectViews(Ask(), letters)
        for row in try rows(["letters"]) {
            let letter = try #require(letters.first { $0.name == row["letter"] as? String })
            #expect(row["citations"] as? Int == letter.citations.count && row["first_read"] as? String == letter.readOn)
            #expect(row["sources"] as? Int == Set(letter.citations.map(\.source.id)).count)
        }
    }

    private func expectViews(_ ask: Ask, _ letters: [WrittenLetter]) throws {
        let views = try DatabaseQueue(path: command.store).read { database in
            try ["most_cited", "shared_source"].map { view in
                let rows = try Row.fetchAll(database, sql: "SELECT id, letters, answers, citations FROM \(view)")
                return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, [$0[1], $0[2], $0[3]] as [Int]) })
            }
        }
        let listed = Set(WrittenSource.all.map(\.kind)).subtracting(WrittenSource.quiet)
        #expect(views[0] == ask.counts(letters, default: listed).mapValues(\.numbers))
        #expect(views[1] == ask.shared(letters).mapValues(\.numbers))
    }

    /// The sources of an explorer's page that have a node: id, node, and the counts of each part.
    private static func sources(ofPage page: String) throws -> [(id: String, node: String, counts: [String: [Int]])] {
        let text = page.components(separatedBy: "id=\"data\"").last?.drop { $0 != ">" }.dropFirst() ?? ""
        let json = String(text).components(separatedBy: "</script>")[0]
        let data = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let sources = try #require(data?["sources"] as? [[String: Any]])
        let found = sources.compactMap { source -> (id: String, node: String, counts: [String: [Int]])? in
            guard let node = source["id"] as? String, let id = source["name"] as? String else { return nil }
            return (id, node, source["counts"] as? [String: [Int]] ?? [:])
        }
        #expect(found.count > 5)
        return found
    }
}

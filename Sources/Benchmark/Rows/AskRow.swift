import CitationFinding
import Foundation

/// Questions to a large store, beside the `sqlite3` shell that is asked the same in SQL.
extension BenchRow {
    static let ask = BenchRow(name: "ask") { bench in
        let shell = try bench.program("sqlite3")
        let store = try Builds.store(bench, bench.sizes.most)
        func one(_ question: String) throws -> String {
            String(decoding: try Tool.run(shell, ["-readonly", store, question]), as: UTF8.self)
                .trimmingCharacters(in: .newlines)
        }
        let source = try one("SELECT id FROM most_cited WHERE kind IN (\(names(\.isListedFirst))) LIMIT 1")
        let letter = try one("SELECT name FROM letter ORDER BY name LIMIT 1 OFFSET \(bench.sizes.most / 2)")
        let questions = [
            (words: ["top"], sql: top), (["show", source], show(source)), (["coupled", letter], coupled(letter)),
        ]
        return try questions.map { words, sql in
            let script = "\(Bench.folder)/question.sql"
            try Data(sql.utf8).write(to: URL(fileURLWithPath: script))
            let figures = try Tool.figures(
                [
                    .watched(bench.kvgraph, words + ["--store", store]),
                    .watched(shell, ["-readonly", "-table", store], input: script),
                ], rounds: bench.isQuick ? 3 : 11, within: 40)
            let ratio = figures[0].ratio("wall_s", to: figures[1])
            return Line(
                work: "\(words.joined(separator: " ")), \(Bench.called(bench.sizes.most)): wall",
                against: "the sqlite3 shell",
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "wall_s")))", reach: "≤ 2×",
                isReached: ratio <= 2, rounds: figures[0].count,
                reason: "a third of it is the start, as below")
        }
    }

    private static let top = "SELECT * FROM most_cited WHERE kind IN (\(names(\.isListedFirst))) LIMIT 20;"

    private static func names(_ hasTrait: (SourceKind) -> Bool) -> String {
        SourceKind.names(where: hasTrait).sorted().map { "'\($0)'" }.joined(separator: ", ")
    }

    /// Who cites a source or a part of it, where, in which words.
    private static func show(_ source: String) -> String {
        """
        SELECT letter.label, letter.name, unit.name, citation.footnote, citation.line, citation.quote, citation.sentence,
          citation.context, citation.locator
        FROM source JOIN citation ON citation.source_id = source.id JOIN unit ON unit.id = citation.unit_id
          JOIN letter ON letter.id = unit.letter_id
        WHERE source.id IN (
          SELECT id FROM source WHERE canonical = '\(source)'
          UNION ALL SELECT part.id FROM source whole JOIN source part ON part.parent_id = whole.id
          WHERE whole.canonical = '\(source)')
        ORDER BY letter.name, unit.position, citation.first_byte;
        """
    }

    /// The twenty letters that share most sources with one, and which.
    private static func coupled(_ letter: String) -> String {
        """
        WITH mine AS (
          SELECT DISTINCT source.id, source.label, letter.id AS letter_id
          FROM letter JOIN unit ON unit.letter_id = letter.id JOIN citation ON citation.unit_id = unit.id
            JOIN source ON source.id = citation.source_id
          WHERE letter.name = '\(letter)' AND unit.part IN ('answer', 'body') AND source.kind NOT IN (\(names(\.isQuiet))))
        SELECT count(DISTINCT mine.id) AS strength, letter.label, group_concat(DISTINCT mine.label)
        FROM mine JOIN citation ON citation.source_id = mine.id JOIN unit ON unit.id = citation.unit_id
          JOIN letter ON letter.id = unit.letter_id
        WHERE unit.part IN ('answer', 'body') AND letter.id <> mine.letter_id
        GROUP BY letter.id ORDER BY strength DESC, letter.name LIMIT 20;
        """
    }
}

import CitationFinding
import Foundation
import GRDB
import GraphAnalysis
import GraphStorage
import LetterReading
import Support
import Testing

/// On which day a letter was first read, whatever became of it since.
@Suite struct FirstReadTests {
    /// Letters 0…2, each as text and as a page: the page is the better file. Another version cites otherwise.
    private func record(_ letter: Int, isPage: Bool, version: Int = 0, path: String? = nil) throws -> LetterRecord {
        let subject = ["wonen aan zee", "zorg in de wijk", "water op het land"][letter]
        let lines = [
            "ah-tk-20232024-\(letter + 1)", "Vraag 1", "Kent u Kamerstuk 35 165, nr. \(90 + version)?", "Antwoord 1",
            "Ja, ik ken het bericht over \(subject) wel, zie Kamerstuk 36 41\(letter), nr. 3.",
        ]
        let text =
            isPage
            ? "<!DOCTYPE html><html><body><main>\(lines.map { "<p>\($0)</p>" }.joined())</main></body></html>"
            : lines.joined(separator: "\n") + "\n"
        let path = path ?? file(letter, isPage)
        let read = try LetterReader.read(Array(text.utf8), name: path, file: path)
        return LetterRecord(
            letter: read, findings: CitationFinder().find(in: read),
            origin: LetterOrigin(
                name: path, file: path, path: path, size: text.utf8.count, modified: Double(version),
                fingerprint: "\(letter) \(isPage) \(version)"))
    }

    private func file(_ letter: Int, _ isPage: Bool) -> String { "/letters/\(letter).\(isPage ? "html" : "txt")" }

    /// Files come, change and go from day to day; beside them a plain table says when each came.
    @Test(arguments: 0..<12) func everyFileKeepsItsDay(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let fixture = try StoreFixture()
        var (came, versions): ([String: String], [String: Int]) = ([:], [:])
        for month in 1...9 {
            let day = "2026-0\(month)-01"
            try GraphStore(writing: fixture.path).write(catalogue: .builtIn, on: day) { writer in
                for letter in 0..<3 {
                    for isPage in [false, true] where Bool.random(using: &generator) {
                        let (path, other) = (file(letter, isPage), file(letter, !isPage))
                        if came[path] != nil, Int.random(in: 0..<3, using: &generator) == 0 {
                            try writer.remove(path: path)
                            came[path] = nil
                        } else {
                            versions[path, default: 0] += 1
                            came[path] = came[path] ?? day
                            try writer.put(record(letter, isPage: isPage, version: versions[path] ?? 0))
                        }
                        // As a build does: what was known of the other file went with that which the letter is read from.
                        guard isPage, came[other] != nil else { continue }
                        try writer.put(record(letter, isPage: !isPage, version: versions[other] ?? 0))
                    }
                }
            }
            let days = try fixture.days().map { "\($0) \($1 ?? "unknown")" }.sorted()
            #expect(days == came.map { "\($0) \($1)" }.sorted())
            let store = try GraphStore(reading: fixture.path)
            for letter in try store.letters() {
                let files = [letter.file] + letter.copies
                #expect(letter.firstRead == files.compactMap { came[$0] }.min(), "the first of its files")
            }
            for since in ["2026-03-01", "2026-06-02"] {
                var selection = GraphSelection()
                selection.readSince = since
                let wanted = try store.letters().filter { $0.firstRead ?? "" >= since }.map(\.name)
                #expect(try store.letters(selection).map(\.name) == wanted)
            }
        }
    }

    @Test func whatMovesKeepsItsDayAndWhatComesBackDoesNot() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write([record(0, isPage: false)], on: "2026-01-01")
        let moved = try record(0, isPage: false, path: "/letters/elsewhere/0.txt")
        let move = try store.write(catalogue: .builtIn, on: "2026-02-01") { writer in
            try writer.remove(path: "/letters/0.txt")
            try writer.put(moved)
        }
        #expect(move == StoreNews())
        #expect(try fixture.days() == [moved.origin.path: "2026-01-01"])
        // With another text in another place it is another file.
        let other = try store.write(catalogue: .builtIn, on: "2026-02-02") { writer in
            try writer.remove(path: moved.origin.path)
            try writer.put(record(0, isPage: false, version: 1))
        }
        #expect(other.letters == ["Aanhangsel 2023-2024, nr. 1"])
        try store.write(catalogue: .builtIn, on: "2026-03-01") { try $0.remove(path: "/letters/0.txt") }
        try store.write(catalogue: .builtIn, on: "2026-04-01") { try $0.put(record(0, isPage: false)) }
        #expect(try fixture.days() == ["/letters/0.txt": "2026-04-01"])
    }

    /// A store that did not keep the day: its letters are older than every day, also where they are read again or merged.
    @Test func whatIsNotKnownIsBeforeAllDays() throws {
        let fixture = try StoreFixture()
        try fixture.write([record(0, isPage: true), record(0, isPage: false), record(1, isPage: false)])
        try DatabaseQueue(path: fixture.path).write { database in
            try database.execute(
                sql: """
                    ALTER TABLE letter DROP COLUMN first_read; ALTER TABLE letter_copy DROP COLUMN first_read;
                    DELETE FROM grdb_migrations WHERE identifier = '15 first read'
                    """)
        }
        let store = try fixture.write(
            [record(1, isPage: false, version: 1), record(2, isPage: false)], on: "2026-01-01")
        let newer = try StoreFixture()
        try newer.write([record(1, isPage: false, version: 2)], on: "2026-02-01")
        func readSince(_ store: GraphStore) throws -> [String] {
            var selection = GraphSelection()
            selection.readSince = "0001-01-01"
            return try store.letters(selection).map(\.name)
        }
        #expect(try store.letters().map(\.firstRead) == [nil, nil, "2026-01-01"])
        #expect(try readSince(store) == ["/letters/2.txt"])
        try store.merge([newer.path]) { _ in [:] }
        #expect(try readSince(store) == ["/letters/2.txt"])
    }

    @Test func newsIsWhatNoLetterHad() throws {
        let fixture = try StoreFixture()
        let store = try GraphStore(writing: fixture.path)
        func write(_ texts: [String: String]) throws -> StoreNews {
            try store.write(catalogue: .builtIn) { writer in
                for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
                    try writer.put(fixture.record("Antwoord 1\n\(text)\n", name: name))
                }
            }
        }
        #expect(try write(["a": "Zie Kamerstuk 35 165, nr. 97 en http://www.nos.nl/a."]) == StoreNews(), "all is new")
        // The dossier was there as what nr. 97 is part of; the address is one that was cited, in another form.
        let news = try write([
            "a": "Zie Kamerstuk 35 165, nr. 97, http://www.nos.nl/a en Kamerstuk 35 165, nr. 96.",
            "b": "Zie Kamerstuk 35 165, nr. 96, Kamerstukken 35 165, https://nos.nl/a en https://nos.nl/b.",
        ])
        #expect(news.letters == ["b"])
        #expect(news.sources.map { $0.prefix(14) } == ["35 165, nr. 96", "35 165 — Verki", "nos.nl/b"])
        #expect(try write(["b": "Zie Kamerstuk 35 165, nr. 97."]) == StoreNews(), "nothing came, though much went")
    }

    @Test func theDayIsThatOfTheEpoch() {
        #expect(ReadingDay.day(epoch: "0") == "1970-01-01")
        #expect(
            ReadingDay.day(epoch: "1709164799") == "2024-02-28" && ReadingDay.day(epoch: "1709164800") == "2024-02-29")
        for text in ["", "x", "-1", "1.5", "253402300800", "99999999999999999999"] {
            #expect(ReadingDay.day(epoch: text) == nil)
        }
        #expect(ReadingDay.today.count == 10 && ReadingDay.today > "2026-01-01")
    }
}

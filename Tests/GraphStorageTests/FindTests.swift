import Foundation
import GRDB
import GraphAnalysis
import GraphStorage
import Support
import Testing

/// Full-text search: what a word is, what comes first, and what stores it works on.
@Suite struct FindTests {
    private func names(_ text: String, _ store: GraphStore) throws -> Set<String> {
        guard let query = SearchQuery(text) else { return [] }
        let found = try store.find(query)
        return Set(found.letters.map(\.letter.name) + found.sources.map(\.source.id))
    }

    private func letter(_ question: String, _ answer: String, _ subject: String = "het weer") -> String {
        "Betreft: Beantwoording vragen over \(subject)\n\nVraag 1\n\(question)\n\nAntwoord 1\n\(answer)\n"
    }

    // MARK: Words

    @Test(arguments: [
        ("yesilgoz", true), ("YESILGÖZ stikst", true), ("cooperatie", true), ("coöp* waarom", true),
        ("stik waarom", false),
        ("stik* waarom", true), ("\"stikstof in de polder\"", true), ("\"stikstof de polder\"", false),
        ("“in de polder”", true), ("35165", true), ("35 165", true), ("\"35165\"", false), ("165 36", false),
        ("3516 waarom", false),
        ("waarom een", true), ("bodemdaling", true), ("\"polder waarom\"", false), ("dijkgraaf", true),
        ("2024z00123 waterbeheer", true), ("groenlinks PvdA westerveld", true), ("westervelt", false),
    ])
    func words(_ asked: String, _ isFound: Bool) throws {
        let fixture = try StoreFixture()
        let text = """
            Beantwoording vragen van het lid Westerveld (GroenLinks-PvdA) aan de Minister van Infrastructuur en Waterstaat over waterbeheer
            (kenmerk 2024Z00123)

            Vraag 1
            Waarom hindert een coöperatie de heer Yeşilgöz?

            Antwoord 1
            De nota over bodem-
            daling (nummer 35 165) gaat over stikstof in de polder.[1]

            [1] Brief van de dijkgraaf.

            """
        let store = try fixture.write([try fixture.record(text, name: "a")])
        #expect(try names(asked, store).contains("a") == isFound)
    }

    @Test func sourcesAreFoundByWhatTheyAreCalled() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write([
            try fixture.record(letter("A?", "Zie Kamerstuk 35 165, nr. 97 en AIVD Jaarverslag 2024."), name: "a"),
            try fixture.record(letter("A?", "Zie Kamerstuk 35 165, nr. 97. De Wet open overheid."), name: "b"),
        ])
        func sources(_ text: String, _ selection: GraphSelection = GraphSelection()) throws -> [String] {
            try store.find(try #require(SearchQuery(text)), selection).sources.map { "\($0.source.id) \($0.letters)" }
        }
        #expect(try sources("verkiez") == ["kst-35165-97 2"])
        #expect(try sources("35165 97") == ["kst-35165-97 2"])
        #expect(try sources("jaarverslag aivd") == ["report:aivd-jaarverslag-2024 1"])
        #expect(try sources("jaarverslag aivd", GraphSelection(kinds: ["law"])) == [])
        #expect(try sources("open overheid") == ["bwb:BWBR0045754 1"])
    }

    /// Letters whose words stand together come first, with the sentence that has them all.
    @Test func theBestComesFirst() throws {
        let fixture = try StoreFixture()
        let filling = String(repeating: "Dit is een zin zonder veel inhoud. ", count: 30)
        let store = try fixture.write([
            try fixture.record(letter("Veel turf?", "Turf turf. \(filling) De haven."), name: "apart"),
            try fixture.record(
                letter("Veel?", "\(filling)\n\nTurf is er niet.\nIn de haven ligt turf. \(filling)"), name: "together"),
            try fixture.record(letter("Veel?", "Niets.", "turf in de haven"), name: "subject"),
        ])
        let found = try store.find(try #require(SearchQuery("haven turf")))
        #expect(found.letters.map(\.letter.name) == ["subject", "together", "apart"])
        let passage = found.letters[1].passage
        #expect(passage?.sentence == "In de haven ligt turf." && passage?.unit == "A1" && passage?.line == 10)
        #expect(passage?.part == "answer" && passage?.excerpt(12) == "…de haven…" && passage?.offset == 6)
        #expect(found.letters[0].passage?.part == "subject")
        let one = try store.find(try #require(SearchQuery("haven")), limit: 2)
        #expect(one.letters.count == 2 && one.allLetters == 3)
    }

    /// Nothing that is typed is a fault.
    @Test func nothingIsAFault() throws {
        let fixture = try StoreFixture()
        let said = Self.odd.map { String($0.replacing("\0", with: "").prefix(2000)) }
        let store = try fixture.write(
            said.enumerated().map {
                try fixture.record(letter("a b \($0)?", "NEAR ligt een polder. " + $1, $1), name: "\($0)")
            })
        for text in Self.odd {
            for asked in [text, "polder \"" + text, "\"" + text + "\"", text + " " + text] {
                #expect(try names(asked, store).count <= said.count, "\(asked.prefix(100))")
            }
        }
        #expect(try names("polder", store).count == said.count)
    }

    private static let odd = [
        "\"", "\"\"\"", "*", "a*b*", "AND", "OR NOT", "NEAR(", "NEAR(a b, 10)", "subject:polder", "a\0b", "\0", "^a",
        "-a", "{a b}: c",
        "(", "a)", "'", "''; DROP TABLE letter; --", "!?.,", "🙂", "a🙂b", "\u{301}", "e\u{301}", "\u{E000}", "ﬀ", "𝔸",
        "½",
        String(repeating: "a", count: 60_000), String(repeating: "a b ", count: 20_000), "+ +", "\\", "%", "_", "a+b",
        (0..<3000).map { "w\($0)" }.joined(separator: " "), "\u{FFFF}", "مرحبا", "数据",
    ]

    @Test func whatIsNoWordIsNoQuery() {
        for text in ["", " ", "\"\"", "*", "!?", "🙂", "\0"] { #expect(SearchQuery(text) == nil, "\(text)") }
        for text in ["a", "\"a", "½", "a*"] { #expect(SearchQuery(text) != nil, "\(text)") }
    }

    // MARK: Stores

    /// A store that an older version built knows of its letters what it had kept; the next build reads them again.
    @Test func aStoreOfAnOlderVersionIsSearchedToo() throws {
        let fixture = try StoreFixture()
        let record = try fixture.record(letter("Hoe?", "Zo, zie Kamerstuk 35 165, nr. 97.", "turf"), name: "a")
        try fixture.write([record])
        let content = try fixture.content()
        try DatabaseQueue(path: fixture.path).write { database in
            for trigger in ["letter_forgotten", "source_forgotten", "source_renamed"] {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            for table in ["letter_search", "source_search", "unit_text"] {
                try database.execute(sql: "DROP TABLE \(table)")
            }
            try database.execute(
                sql: """
                    DROP VIEW letter_words; DROP INDEX letter_unread;
                    DELETE FROM grdb_migrations WHERE identifier = '14 search'
                    """)
        }
        #expect(throws: GraphStore.Failure.unbuilt(fixture.path)) { try GraphStore(reading: fixture.path) }
        let store = try GraphStore(writing: fixture.path)
        #expect(try store.lettersWithoutText() == 1)
        #expect(
            try names("turf", store) == ["a"] && names("zo", store) == []
                && names("verkiezingen", store) == ["kst-35165-97"])
        try fixture.write([record])
        #expect(try fixture.content() == content && store.lettersWithoutText() == 0)
    }

    /// A file that may only be read, in a folder that may only be read.
    @Test func aSearchWritesNothing() throws {
        let fixture = try StoreFixture()
        try fixture.write([try fixture.record(letter("Hoe?", "Turf."), name: "a")])
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        let folder = URL(fileURLWithPath: fixture.path).deletingLastPathComponent().path
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fixture.path)
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
        #expect(try names("turf", GraphStore(reading: fixture.path)) == ["a"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
        #expect(try manager.contentsOfDirectory(atPath: folder).count == 1)
    }
}

import GraphAnalysis
import GraphStorage
import Testing

/// Finding by words in the whole store.
@Suite struct SearchTests {
    private let fixture: StoreFixture
    private let store: GraphStore
    private let names: NameIndex

    init() throws {
        fixture = try StoreFixture()
        let first = """
            Betreft: Beantwoording vragen over hulp bij eetstoornissen in Curaçao

            Vragen van het lid Westerveld (GroenLinks-PvdA) aan de Minister van VWS.

            Vraag 1
            A?

            Antwoord 1
            Zie Kamerstuk 31 839, nr. 1024, Kamerstuk 35 165, nr. 97 en https://x.nl/100%_zeker .
            """
        let second = "Vraag 1\nA?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n"
        store = try fixture.write([
            try fixture.record(first, name: "first"), try fixture.record(second, name: "second_letter"),
        ])
        names = try NameIndex(store)
    }

    private func sources(_ text: String, _ kinds: Set<String>? = nil) throws -> [String] {
        try store.sources(matching: text, in: names, GraphSelection(kinds: kinds), limit: 50).rows.map(\.name)
    }

    private func letters(_ text: String) throws -> [String] {
        try store.letters(matching: text, in: names, GraphSelection(), limit: 50).rows.map(\.name)
    }

    @Test func byNumberTitleAndAddress() throws {
        #expect(try sources("35165") == ["kst-35165-97"])
        #expect(try sources("35 165, nr. 97") == ["kst-35165-97"])
        #expect(try sources("VERKÏEZING") == ["kst-35165-97"])
        #expect(try sources("kst") == ["kst-35165-97", "kst-31839-1024"], "the most cited first")
        #expect(try sources("kst", ["url"]).isEmpty)
        #expect(try sources("zzz").isEmpty && sources("").isEmpty && sources("% _").isEmpty)
    }

    @Test func byPeopleSubjectAndName() throws {
        #expect(try letters("westerveld") == ["first"])
        #expect(try letters("groenlinks westerveld") == ["first"])
        #expect(try letters("EETSTOORNIS curacao") == ["first"])
        #expect(try letters("second_letter") == ["second_letter"])
        // No word goes on from one name into the next, and none is found in half.
        #expect(try letters("first second").isEmpty && letters("letterfirst").isEmpty)
        #expect(try sources("97 kst").isEmpty == false && sources("1024 35165").isEmpty)
        #expect(
            try store.letters(matching: "e", in: names, GraphSelection(parties: ["PvdA"]), limit: 5).rows.map(\.name)
                == ["first"])
        #expect(try store.letters(matching: "e", in: names, GraphSelection(), limit: 1).rows.count == 1)
        #expect(try store.letters(matching: "e", in: names, GraphSelection(), limit: 1).total == 2)
    }

    /// SQLite refuses long patterns, and takes signs in them for more than they are.
    @Test func noNameIsAPattern() throws {
        let long = String(repeating: "a", count: 60_000)
        #expect(try store.letters(called: long).isEmpty && store.names(like: long, limit: 5).isEmpty)
        #expect(try sources(long).isEmpty && letters(long).isEmpty)
        for signs in ["%", "s_c%", "first%", "_irst"] {
            #expect(try store.letters(called: signs).isEmpty && store.names(like: signs, limit: 5).isEmpty)
        }
        #expect(try store.names(like: "D_L", limit: 5) == ["second_letter"])
    }
}

import CitationFinding
import Foundation
import GRDB
import GraphAnalysis
import GraphStorage
import Support
import Testing

@Suite struct StoreTests {
    private let letter =
        "Vraag 1\nKent u Kamerstuk 35 165, nr. 97?\nAntwoord 1\nJa, zie Kamerstuk 35 165, nr. 86 en antwoord 2.\nVraag 2\nEn?\nAntwoord 2\nZie AIVD Jaarverslag 2024.\n"

    @Test func theViewsAgreeWithTheAnalyses() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write(try fixture.records(Repository.allLetters))
        let kinds = Set(SourceKind.all.map(\.name)).subtracting(GraphSelection.quietKinds)
        let graph = try store.graph(GraphSelection(kinds: kinds))
        let (cited, shared, coupling) = try DatabaseQueue(path: fixture.path).read { database in
            (
                try Row.fetchAll(database, sql: "SELECT id, letters, answers, citations FROM most_cited").map {
                    "\($0)"
                },
                try String.fetchAll(database, sql: "SELECT id FROM shared_source"),
                try Row.fetchAll(database, sql: "SELECT a, b, strength FROM coupling").map { "\($0)" }
            )
        }
        #expect(
            cited
                == MostCited.rows(graph).map {
                    "[id:\"\($0.source.id)\" letters:\($0.letters) answers:\($0.answers) citations:\($0.citations)]"
                })
        #expect(shared == MostCited.rows(graph).filter { $0.letters >= 2 }.map(\.source.id))
        let pairs = Coupling.pairs(graph, limit: 1_000_000)
        #expect(
            coupling
                == pairs.map {
                    "[a:\"\(graph.letters[$0.first].name)\" b:\"\(graph.letters[$0.second].name)\" strength:\(Int($0.strength))]"
                })
        #expect(cited.count > 40)
    }

    @Test(arguments: 0..<8) func theOrderOfLettersChangesNothing(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let (first, second) = (try StoreFixture(), try StoreFixture())
        let records = try first.records(Repository.ownLetters)
        var everything = GraphSelection()
        everything.units = .all
        let straight = try first.write(records).graph(everything)
        let shuffled = try second.write(records.shuffled(using: &generator)).graph(everything)
        #expect(straight == shuffled)
        #expect(straight.edges.count > 100)
    }

    @Test func aBuildThatFailsHalfwayLeavesTheStoreAsItWas() throws {
        struct Stopped: Error {}
        let fixture = try StoreFixture()
        let store = try fixture.write([try fixture.record(letter, name: "a")])
        let before = try store.graph()
        #expect(throws: Stopped.self) {
            try store.write(catalogue: .builtIn) { writer in
                try writer.put(try fixture.record(letter.replacing("35 165", with: "36 552"), name: "a"))
                try writer.put(try fixture.record(letter, name: "b"))
                throw Stopped()
            }
        }
        #expect(try store.graph() == before)
        #expect(try GraphStore(reading: fixture.path).graph() == before)
    }

    @Test func aLetterReadAgainTakesThePlaceOfTheOld() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write([try fixture.record(letter, name: "a"), try fixture.record(letter, name: "b")])
        try fixture.write([try fixture.record(letter.replacing("nr. 86", with: "nr. 61"), name: "a")])
        #expect(
            try store.graph().sources.map(\.id) == ["kst-35165-61", "kst-35165-86", "report:aivd-jaarverslag-2024"])
        try store.write(catalogue: .builtIn) { try $0.remove(name: "b") }
        #expect(try store.graph().sources.map(\.id) == ["kst-35165-61", "report:aivd-jaarverslag-2024"])
        #expect(try store.source("kst-35165-86") == nil, "a source that nothing cites is gone")
        #expect(try store.source("dossier-35165")?.parts == ["kst-35165-61", "kst-35165-97"])
    }

    @Test func correctionsDropAndRenameBesideWhatWasRead() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write(
            [try fixture.record(letter, name: "a")],
            corrections: [
                Correction(letter: "a", unit: "A1", id: "kst-35165-86", verdict: .becomes("kst-36552-12")),
                Correction(letter: "a", unit: nil, id: "report:aivd-jaarverslag-2024", verdict: .drop),
                Correction(letter: "b", unit: nil, id: "kst-35165-97", verdict: .drop),
            ])
        let citations = try store.citations(ofLetter: "a")
        #expect(citations.map(\.source) == ["kst-35165-97", "kst-36552-12"])
        #expect(citations.map(\.readAs) == [nil, "kst-35165-86"])
        let dropped = try DatabaseQueue(path: fixture.path).read {
            try String.fetchAll($0, sql: "SELECT canonical FROM dropped_citation")
        }
        #expect(dropped == ["report:aivd-jaarverslag-2024"])
    }

    @Test func aLetterDoesNotCiteItself() throws {
        let fixture = try StoreFixture()
        let text =
            "De vragen zijn gesteld op 6 juni met kenmerk 2025Z11547.\n"
            + letter.replacing("Ja,", with: "Ja (2025Z11547, 2025Z00001),")
        let store = try fixture.write([try fixture.record(text, name: "a")])
        #expect(try store.citations(ofLetter: "a").filter { $0.kind == "zaak" }.map(\.source) == ["2025Z00001"])
        #expect(try store.letters(called: "a").first?.zaken.contains("2025Z11547") == true)
    }

    @Test func selectionsTakeWhatTheySay() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write(try fixture.records(Repository.letters(in: "seeds")))
        func letters(_ change: (inout GraphSelection) -> Void) throws -> [String] {
            var selection = GraphSelection()
            change(&selection)
            return try store.graph(selection).letters.map { String($0.name.prefix(3)) }
        }
        #expect(try letters { $0.since = "2025-01-01" } == ["000", "003", "004"])
        #expect(try letters { $0.until = "2024-03-15" } == ["001"])
        #expect(try letters { $0.ministries = ["bz"] } == ["000"], "BZ is not BZK")
        #expect(try letters { $0.ministries = ["binnenlandse zaken"] } == ["001", "002", "003", "004"])
        #expect(try letters { $0.parties = ["groenlinks"] } == ["001"], "a party that has gone together with another")
        #expect(try letters { $0.parties = ["groen"] } == [])
        #expect(try letters { $0.parties = ["cda"] } == ["002", "003"])
        #expect(try letters { $0.askers = ["boswijk"] } == ["002", "003"])
        #expect(try letters { $0.askers = ["' OR 1=1 --"] } == [])
        var dossiers = GraphSelection(kinds: ["kamerstuk"])
        dossiers.level = .dossiers
        #expect(
            MostCited.rows(try store.graph(dossiers)).prefix(2).map(\.source.id) == ["dossier-35165", "dossier-30821"])
        var questions = GraphSelection()
        questions.units = .questions
        #expect(try store.graph(questions).units.allSatisfy { $0.name.hasPrefix("Q") })
    }
}

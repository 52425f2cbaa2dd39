import GraphAnalysis
import GraphStorage
import Support
import Testing

/// The letters that a store gives for a selection are those that the selection takes.
@Suite struct SelectionTests {
    private static let portfolios = [
        "Binnenlandse Zaken en Koninkrijksrelaties", "Buitenlandse Zaken", "Justitie en Veiligheid", "Financiën",
        "Veiligheid en Justitie", "Landbouw, Natuur en Voedselkwaliteit",
    ]
    private static let parties = ["GroenLinks-PvdA", "GroenLinks", "PvdA", "D66", "NSC", "FVD", "CDA"]
    private static let ministers = ["Jansen", "Van der Wal", "Yeşilgöz", "Janssen"]
    private static let members = ["Kostić", "Van den Brink", "Brink", "Dassen"]

    private static let names: [LetterName: [String]] = [
        .ministry: ["BZK", "bz", "jenv", "FINANCIËN", "financien", "zaken", "lvvn", "J&V", "landbouw", "' OR 1=1 --"],
        .party: ["gl", "PvdA", "GL-PvdA", "groen", "nieuw sociaal contract", "d'66", "cda"],
        .asker: ["KOSTIĆ", "kostic", "brink", "van den", "nobody", "%"],
        .minister: ["jansen", "YEŞİL", "yesilgoz", "van der", "' --"],
    ]

    private func letter(_ number: Int, _ generator: inout SeededGenerator) -> String {
        func one(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &generator)] }
        let day =
            Bool.random(using: &generator)
            ? " (ontvangen 3 mei \(2018 + Int.random(in: 0..<6, using: &generator)))" : ""
        let minister =
            Int.random(in: 0..<4, using: &generator) == 0
            ? "" : "Antwoord van Minister \(one(Self.ministers)) (\(one(Self.portfolios)))\(day).\n"
        return """
            Vragen van de leden \(one(Self.members)) (\(one(Self.parties))) en \(one(Self.members)) (\(one(Self.parties))) \
            aan de Minister over onderwerp \(number).

            \(minister)
            Vraag 1
            Klopt dit?
            Antwoord 1
            Zie Kamerstuk 35 165, nr. \(number + 1).
            """
    }

    private func selection(_ generator: inout SeededGenerator) -> GraphSelection {
        var selection = GraphSelection()
        for name in LetterName.allCases where Bool.random(using: &generator) {
            let names = Self.names[name] ?? []
            selection[keyPath: name.values] = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                names[Int.random(in: 0..<names.count, using: &generator)]
            }
        }
        if Int.random(in: 0..<3, using: &generator) == 0 { selection.since = "2020-05-03" }
        if Int.random(in: 0..<3, using: &generator) == 0 { selection.until = "2022-05-03" }
        if Int.random(in: 0..<3, using: &generator) == 0 { selection.readSince = "2026-02-01" }
        return selection
    }

    @Test(arguments: 0..<4) func aStoreGivesTheLettersThatASelectionTakes(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let fixture = try StoreFixture()
        let records = try (0..<30).map { try fixture.record(letter($0, &generator), name: "l\($0)") }
        for (place, day) in ["2026-01-31", "2026-02-01", "2026-02-02"].enumerated() {
            try fixture.write(Array(records[place * 10..<place * 10 + 10]), on: day)
        }
        let store = try GraphStore(reading: fixture.path)
        let letters = try store.letters()
        #expect(letters.count { $0.firstRead == "2026-02-01" } == 10)
        #expect(Set(letters.compactMap(\.ministry)).count > 3 && letters.contains { $0.facts.parties.count == 2 })
        var taken = 0
        for _ in 0..<60 {
            let selection = selection(&generator)
            let wanted = letters.filter { selection.takes($0.facts) }.map(\.name)
            #expect(try store.letters(selection).map(\.name) == wanted, "\(selection)")
            #expect(try store.hasLetters(selection) == !wanted.isEmpty)
            #expect(try store.graph(selection).letters.map(\.name) == wanted)
            if !wanted.isEmpty, wanted.count < letters.count { taken += 1 }
            let anyDay = letters.filter { letter in
                var rest = selection
                (rest.since, rest.until) = (nil, nil)
                return letter.answered == nil && rest != selection && rest.takes(letter.facts)
            }
            #expect(try store.leftOut(selection).undated == anyDay.count)
        }
        #expect(taken > 15)
    }

    private func takes(_ name: LetterName, _ value: String, _ letter: LetterFacts) -> Bool {
        var selection = GraphSelection()
        selection[keyPath: name.values] = [value]
        return selection.takes(letter)
    }

    /// What a name finds, and beside it what it must not find: another ministry with some of the same tasks, a part of a name.
    @Test(arguments: [
        (LetterName.ministry, "VenJ", ["jenv", "JenV", "J&V", "V&J", "Justitie"], ["just", "AenM", "en", "VenW"]),
        (.ministry, "IenW", ["I&M", "IenM", "i&w"], ["VenW", "VROM", "I"]),
        (.ministry, "LVVN", ["LNV"], ["EL&I", "EZ"]),
        (.ministry, "EL&I", ["ELI", "eleni", "EZ", "EZK"], ["KGG", "LNV", "EL"]),
        (.ministry, "EZK", ["ez", "EL&I"], ["KGG", "E", "ZK"]),
        (.ministry, "KGG", ["kgg"], ["EZK", "EZ"]),
        (.ministry, "BZ", ["BuZa"], ["BZK", "BiZa", "BHO"]),
        (.ministry, "VRO", ["vro"], ["VROM"]),
        (.ministry, "Financiën", ["financien", "FINANCIËN", "Fin"], ["Fina"]),
        (
            .party, "GroenLinks-PvdA", ["GL", "gl-pvda", "PvdA", "groenlinks", "PvdA-GroenLinks"],
            ["links", "SP", "D66"]
        ),
        (.party, "GroenLinks", ["GL"], ["PvdA", "GL-PvdA"]),
        (.party, "Nieuw Sociaal Contract", ["NSC", "nsc"], ["Sociaal", "SC"]),
        (.party, "FVD", ["FvD", "forum voor democratie"], ["FV", "PvdD"]),
        (.party, "D’66", ["D66", "d'66"], ["66"]),
        (.party, "ChristenUnie", ["CU"], ["Christen", "CDA"]),
        (.minister, "Yeşilgöz-Zegerius", ["yesilgoz", "YEŞİLGÖZ", "Zegerius"], ["yesilgos", "Z"]),
        (.asker, "Kostić", ["kostic", "KOSTIĆ"], ["kostitsj"]),
        (.asker, "Van ’t Wout", ["van 't wout", "van t wout"], ["van het wout"]),
    ]) func oldAndOtherNamesAreNames(_ name: LetterName, _ has: String, _ hits: [String], _ misses: [String]) {
        let letter =
            switch name {
            case .ministry: LetterFacts(ministry: has)
            case .party: LetterFacts(parties: [has])
            case .asker: LetterFacts(askers: [has])
            case .minister: LetterFacts(ministers: [has])
            }
        for hit in hits + [has] { #expect(takes(name, hit, letter), "\(hit) is \(has)") }
        // A single letter is part of many a name of a person.
        for miss in misses where miss.count > 1 || name == .ministry {
            #expect(!takes(name, miss, letter), "\(miss) is not \(has)")
        }
    }
}

import CitationFinding
import Foundation
import GRDB
import GraphStorage
import LetterFormats
import LetterReading
import Support
import Testing

/// A store in which letters came, changed and went, some at a time, is the store that is built of those that are left.
@Suite struct ChangedStoreTests {
    /// A letter that cites what stands close together: slips of one another, numbers that cannot be, and one number of so many
    /// dossiers that chance has a say.
    private func record(_ number: Int, _ generator: inout SeededGenerator) throws -> LetterRecord {
        let aanhangsel = [3, 99_000].randomElement(using: &generator) ?? 3
        return try record(number, citing: papers(&generator) + ["Aanhangsel Handelingen 2023–2024, nr. \(aanhangsel)"])
    }

    private func papers(_ generator: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 1..<6, using: &generator)).map { _ in
            let dossier = 35_100 + Int.random(in: 0..<60, using: &generator)
            let document = [3, 3, 3, 3, 12, 999].randomElement(using: &generator) ?? 3
            return "Kamerstuk \(dossier), nr. \(document)"
        }
    }

    private func record(_ number: Int, citing papers: [String]) throws -> LetterRecord {
        // Words of its own, so that no two letters are one.
        var words = SeededGenerator(UInt64(1000 + number))
        let subject = (0..<30).map { _ in
            ["wonen", "zorg", "water", "melk", "vis", "spoor", "bos"].randomElement(using: &words) ?? ""
        }.joined(separator: " ")
        let text = """
            ah-tk-20232024-\(1 + number % 4)
            Vraag 1
            Kent u dit bericht?
            Antwoord 1
            Het bericht over \(subject) ken ik, zie \(papers.joined(separator: ", ")).
            """
        let path = "/letters/\(number).txt"
        let letter = try LetterReader.read(Array(text.utf8), name: "\(number)", file: path)
        return LetterRecord(
            letter: letter, findings: CitationFinder().find(in: letter),
            origin: LetterOrigin(
                name: "\(number)", file: path, path: path, size: text.utf8.count, modified: 0, fingerprint: "f"))
    }

    @Test(arguments: 0..<6) func fewLettersAtATimeAreAllAtOnce(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let changing = try StoreFixture()
        var letters: [Int: LetterRecord] = [:]
        for number in 0..<9 { letters[number] = try record(number, &generator) }
        try changing.write(letters.values.map(\.self))
        var codes: Set<String> = []
        for _ in 0..<6 {
            let store = try GraphStore(writing: changing.path)
            try store.write(catalogue: .builtIn) { writer in
                for _ in 0..<Int.random(in: 1..<3, using: &generator) {
                    let number = Int.random(in: 0..<12, using: &generator)
                    if letters[number] != nil, Bool.random(using: &generator) {
                        letters[number] = nil
                        try writer.remove(path: "/letters/\(number).txt")
                    } else {
                        let record = try record(number, &generator)
                        letters[number] = record
                        try writer.put(record)
                    }
                }
            }
            let fresh = try StoreFixture()
            try fresh.write(letters.values.shuffled(using: &generator))
            #expect(try changing.content() == fresh.content())
            codes.formUnion(try store.diagnostics().map(\.code))
        }
        #expect(codes.isSuperset(of: ["impossible-number", "near-miss", "shared-number"]))
    }

    /// A paper that exists is no suspect any more when one more of its number is cited, and is one again when that goes.
    @Test func oneMoreOfANumberCountsForAll() throws {
        let changing = try StoreFixture()
        let others = (0..<24).map { "Kamerstuk \(21_000 + 37 * $0), nr. 3" }
        var letters = try [
            ["Kamerstuk 36552, nr. 3"], ["Kamerstuk 36557, nr. 3"], ["Kamerstuk 36557, nr. 3"], others,
        ].enumerated().map { try record($0, citing: $1) }
        let store = try changing.write(letters)
        for isThere in [false, true, false] {
            try store.write(catalogue: .builtIn) { writer in
                if isThere {
                    letters.append(try record(5, citing: ["Kamerstuk 30000, nr. 3"]))
                    try writer.put(letters[4])
                } else if letters.count > 4 {
                    try writer.remove(path: letters.removeLast().origin.path)
                }
            }
            #expect(try store.diagnostics().contains { $0.code == "near-miss" } != isThere)
            let fresh = try StoreFixture()
            try fresh.write(letters)
            #expect(try changing.content() == fresh.content())
        }
    }

    /// Whom a letter shares its number with is said by the name that file has now.
    @Test func aFileNamedOtherwiseIsNamedSoInTheDoubts() throws {
        var generator = SeededGenerator(1)
        let fixture = try StoreFixture()
        let store = try fixture.write([try record(0, &generator), try record(4, &generator)])
        let origin = LetterOrigin(
            name: "0", file: "other/0.txt", path: "/letters/0.txt", size: 1, modified: 0, fingerprint: "f")
        try store.write(catalogue: .builtIn) { try $0.touch(origin) }
        let shared = try store.diagnostics().filter { $0.code == "shared-number" }
        #expect(shared.count == 2)
        #expect(shared.first { $0.letter == "4" }?.message.contains("so does other/0.txt,") == true)
    }
}

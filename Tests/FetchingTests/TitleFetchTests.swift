import DossierRegister
import Foundation
import Support
import Testing

@testable import LetterFetching

/// Titles for a register, from both services.
@Suite struct TitleFetchTests {
    private func titles(
        _ ids: [String], _ services: ToyServices, _ folder: TemporaryFolder, _ source: FetchSource = .koop
    ) throws -> TitleFetch.Summary {
        var patience = Patience()
        patience.pause = 0
        let fetch = TitleFetch(
            source: source, transfer: try Transfer(agent: "test", patience: patience),
            koop: try #require(FetchAddress(services.koop)),
            tweedeKamer: try #require(FetchAddress(services.tweedeKamer))
        ) { _ in }
        return try fetch.run(ids, into: folder.url.path)
    }

    /// Many in one question; one by one where the service refuses that, or answers for some of them only.
    @Test(arguments: [(nil, 5), (.refusesSeveral, 31), (.takesOne, 30)] as [(ToyServices.Fault?, Int)])
    func titlesAreAskedForTogether(_ fault: ToyServices.Fault?, _ count: Int) throws {
        let services = try ToyServices(30, fault)
        let folder = try TemporaryFolder()
        let summary = try titles((1...30).map { "ah-tk-20252026-\($0)" }, services, folder)
        #expect(summary.titles == 30 && summary.unknown == 0 && summary.failures == 0)
        // Pages of seven: 25 in four of them, 5 in one.
        #expect(services.requests.count { $0.path == "/sru" } == count)
        if fault == .takesOne { return }
        services.forget()
        let documents = try titles((1...30).map { "2026D\(20_000 + $0)" }, services, folder, .tk)
        #expect(documents.titles == 30 && documents.failures == 0)
        #expect(services.requests.filter { $0.target.contains("20or") }.count == (fault == nil ? 7 : 2))
    }

    /// Ids that nobody knows are asked for alone a few times, and then believed.
    @Test func unknownTitlesAreNotAskedForOneByOne() throws {
        let services = try ToyServices(10)
        let folder = try TemporaryFolder()
        let summary = try titles((1...40).map { "ah-tk-20252026-\($0)" }, services, folder)
        #expect(summary.titles == 10 && summary.unknown == 30)
        #expect(services.requests.count { $0.path == "/sru" } == 6)
    }

    @Test func titlesForTheRegister() throws {
        let services = try ToyServices(10)
        let folder = try TemporaryFolder()
        let ids = ["ah-tk-20252026-3", "2026D20004", "2026D99999"]
        func run(_ ids: [String]) throws -> TitleFetch.Summary { try titles(ids, services, folder) }
        let first = try run(Array(ids.prefix(2)))
        #expect(first.titles == 2 && first.dossiers == 3 && first.failures == 0)
        let second = try run(ids)
        #expect(second.titles == 0 && second.there == 2 && second.unknown == 1)
        #expect(try run(ids).there == 3)
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.url.appending(path: name)), as: UTF8.self)
        }
        #expect(
            try text("documents.tsv").split(separator: "\n").map(String.init) == [
                "document\tofficial\tkind\tdate\ttitle\tsender",
                "ah-tk-20252026-3\tah-tk-20252026-3\tKamervragen (Aanhangsel)\t2026-01-13\t\(ToyLetter(number: 3).title)\t",
                "2026D20004\t\tAntwoord schriftelijke vragen\t2026-01-14\t\(ToyLetter(number: 4).title)\tminister van Infrastructuur en Waterstaat (A. de Boer)",
                "# unknown: 2026D99999",
            ])
        #expect(
            try text("dossiers.tsv")
                == "dossier\taddition\thighest\ttitle\n36410\tA\t88\tVaststelling van het Infrafonds\n"
                + "30821\t\t260\tNationale Veiligheid\n33183\t(R1975)\t11\tRijkswet\n")
        // As the register reads them.
        var draft = RegisterDraft()
        for name in TitleFetch.files { #expect(try draft.add(text(name)).isEmpty) }
        #expect(draft.lines == 5)
    }

    /// The real program: what the store cites, and the register that knows it.
    @Test func fromTheStoreToItsRegister() throws {
        let program = try FetchProgram(try ToyServices(3))
        #expect(try program.fetch("--since", "2026-01-01").status == 0)
        #expect(try program.run(["build", program.folder.path, "--store", program.store]).status == 0)
        let register = program.folder.deletingLastPathComponent().appending(path: "register").path
        let arguments = ["--register", "--store", program.store, "--into", register]
        let result = try program.run(
            ["fetch", "--koop-url", program.services.koop, "--tk-url", program.services.tweedeKamer, "--pause", "0"]
                + arguments)
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains(" and 3 dossiers fetched"))
        let files = ["\(register)/documents.tsv", "\(register)/dossiers.tsv"]
        #expect(try program.run(["register", "update"] + files + ["--store", program.store]).status == 0)
    }
}

import ArgumentParser
import GraphAnalysis
import GraphStorage
import LetterCollection
import Wording

/// `kvgraph merge`: stores built apart become one.
struct Merge: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "merge", abstract: "Merge stores that were built separately.",
        discussion: """
            The stores are added to the one that --store names, which is created if needed. Order and grouping do not \
            matter, and merging a store twice changes nothing. If a file was read twice, the later state is kept, \
            with the earliest day on which it was first read.
            """)

    @Argument(help: .said("Stores to merge.", valueName: "store"))
    var stores: [String]

    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws { try GivenNames.check(stores) }

    func run() throws {
        let counts = try Interruption.caught {
            try StoreFile.merge(stores, into: store.path, check: Interruption.check)
        }
        let output = Output()
        output.show(line: "\(counted(stores.count, "store")) merged")
        output.show(line: BuildReport.contents(counts))
        output.show(line: "store: \(store.path)")
    }
}

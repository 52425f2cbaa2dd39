import ArgumentParser
import GraphAnalysis
import GraphStorage
import LetterCollection

/// `kvgraph merge`: stores built apart become one.
struct Merge: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge stores that were built separately.",
        discussion: """
            The stores are added to the one that --store names, which is created if needed. Order and grouping do not \
            matter, and merging a store twice changes nothing. If a file was read twice, the later state is kept, \
            with the earliest day on which it was first read.
            """)

    @Argument(help: ArgumentHelp("Stores to merge.", valueName: "store"))
    var stores: [String]

    @OptionGroup var store: StoreOption

    func run() throws {
        let counts = try Interruption.caught {
            try StoreFile.merge(stores, into: store.path, check: Interruption.check)
        }
        let output = Output()
        output.show("\(counted(stores.count, "store")) merged\n")
        output.show(
            "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))\n")
        output.show("store: \(store.path)\n")
    }
}

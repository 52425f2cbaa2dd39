import ArgumentParser
import GraphAnalysis
import GraphStorage
import LetterCollection

/// `kvgraph merge`: stores built apart become one.
struct Merge: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one store of several that were built apart.",
        discussion: """
            The stores are added to the one --store names, which is made when it is not there. Order and grouping do not \
            matter, and merging a store twice changes nothing: of a file that was read twice the later state stays.
            """)

    @Argument(help: ArgumentHelp("Stores to take letters from.", valueName: "store"))
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

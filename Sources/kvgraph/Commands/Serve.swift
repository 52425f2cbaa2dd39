import ArgumentParser
import Dispatch
import Explorer
import GraphStorage
import Wording

/// `kvgraph serve`: the explorer over the whole store, each picture drawn when it is asked for.
struct Serve: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "serve", abstract: "Explore the whole store in a browser on this computer.",
        discussion: """
            Listens on 127.0.0.1 only, and never writes. /around/ID shows the picture around a source or letter, /find?q=TEXT \
            searches the whole store; both, and /, take the filters of this command: /?ministry=BZ,BZK. Other \
            parameters of an address are ignored. Ctrl-C stops it. After a build, start it again to see the new store.
            """)

    @Option(help: .said("The port to listen on.", valueName: "number")) var port: UInt16 = 8035
    @OptionGroup var choice: PictureChoice
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        if port == 0 { throw ValidationError.said("--port must be at least 1.") }
    }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let server = ExplorerServer(store, choice.request(selection), port: port)
        Task {
            do {
                try await server.run { event in
                    switch event {
                    case .listening(let address): Messages.say("the explorer is at \(address) (Ctrl-C stops it)")
                    case .remark(let remark): Messages.say("Graphviz: \(Phrase.english(remark))")
                    }
                }
            } catch {
                CommandFailure.end(error)
            }
        }
        dispatchMain()
    }
}

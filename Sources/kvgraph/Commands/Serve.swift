import ArgumentParser
import DutchText
import Foundation
import GraphAnalysis
import GraphDrawing
import GraphStorage
import PageServing

/// `kvgraph serve`: the explorer over the whole store, each picture drawn when it is asked for.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Explore the whole store in a browser on this computer.",
        discussion: """
            Listens on 127.0.0.1 alone, and only shows. /around/ID is the picture around a source or letter, /find?q=TEXT \
            looks for one in the whole store; other words of an address are passed over. Ctrl-C ends it. A store that is \
            built anew is seen after a new start.
            """)

    @Option(help: ArgumentHelp("The port to listen on.", valueName: "number")) var port: UInt16 = 8035
    @OptionGroup var choice: PictureChoice
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var store: StoreOption

    func validate() throws {
        if port == 0 { throw ValidationError("--port needs a number from 1.") }
    }

    func run() throws {
        let store = try store.open()
        try store.keepInMemory()
        try selection.letters.sayWhatIsLeftOut(store)
        let graphs = StoreGraphs(store, selection.selection())
        let pages = ServedPages(choice: choice, selection: selection, graphs: graphs)
        let server = PageServer(port: port) { pages.answer(to: $0) }
        Messages.say("the explorer is at http://127.0.0.1:\(port)/ (Ctrl-C ends it)")
        let port = port
        Task {
            do {
                try await server.run()
            } catch {
                Messages.say("port \(port) cannot be used: choose another with --port")
                Foundation.exit(CommandFailure.unanswerable)
            }
        }
        dispatchMain()
    }
}

/// What the server shows at which address.
struct ServedPages: Sendable {
    let choice: PictureChoice
    let selection: SelectionOptions
    let graphs: StoreGraphs

    func answer(to request: PageServer.Request) -> PageServer.Answer {
        let start = "/around/"
        do {
            switch request.path {
            case "/": return .page(try page(choice.around))
            case "/around": return try picture(around: request.words["id"] ?? "")
            case "/find": return try StoreSearch(graphs: graphs).answer(to: request.words["q"] ?? "")
            case let path where path.hasPrefix(start):
                return try picture(around: String(path.dropFirst(start.count)), isPath: true)
            default: return .notFound(WordPage("There is no such page").bytes)
            }
        } catch let failure as CommandFailure where failure.status == CommandFailure.unanswerable {
            return .notFound(WordPage("There is nothing to show", [failure.message]).bytes)
        } catch {
            return .fault(WordPage("This went wrong", ["A fault of kvgraph itself: \(error)"]).bytes)
        }
    }

    /// - Parameter isPath: whether the name is what an address ends in: then what follows a name behind a slash is part of
    ///   no name, but of an address of a page that a source is.
    private func picture(around name: String, isPath: Bool = false) throws -> PageServer.Answer {
        let nothing = WordPage(
            "There is nothing to show",
            ["Nothing in this store is called “\(Lookup.short(name))”, or nothing of it can be drawn."], sought: name)
        do {
            let found = try Lookup(graphs.store).node(name).name
            guard !isPath || !name.contains("/") || found == name else { return .notFound(nothing.bytes) }
            return .page(try page(found))
        } catch let failure as CommandFailure where failure.status == CommandFailure.unanswerable {
            return .notFound(nothing.bytes)
        }
    }

    /// The picture around a node, or of the whole store. What no answer cites is in no picture of answers: then it is one
    /// of all parts of letters.
    private func page(_ around: String?) throws -> [UInt8] {
        var choice = choice
        choice.around = around
        var selection = selection
        let chosen: ChosenPicture
        do {
            chosen = try ChosenPicture(choice, selection, graphs)
        } catch let failure as CommandFailure where failure.status == CommandFailure.unanswerable && around != nil {
            selection.units = .all
            chosen = try ChosenPicture(choice, selection, graphs)
        }
        return try ExplorerPage.bytes(chosen, choice, selection, graphs, isServed: true)
    }
}

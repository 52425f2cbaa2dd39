import ArgumentParser
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
            looks for one in the whole store. Ctrl-C ends it. A store that is built anew is seen after a new start.
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
        do {
            switch request.path {
            case "/": return .page(try page(choice.around))
            case "/around": return .page(try page(request.words["id"]))
            case "/find": return try find(request.words["q"] ?? "")
            default:
                let start = "/around/"
                guard request.path.hasPrefix(start) else {
                    return .notFound(Explorer.message("There is no such page."))
                }
                return .page(try page(String(request.path.dropFirst(start.count))))
            }
        } catch let failure as CommandFailure where failure.status == CommandFailure.unanswerable {
            return .notFound(Explorer.message(failure.message))
        } catch {
            return .fault(Explorer.message("a fault of kvgraph itself: \(error)"))
        }
    }

    private func page(_ around: String?) throws -> [UInt8] {
        var choice = choice
        choice.around = around
        let chosen = try ChosenPicture(choice, selection, graphs)
        return try ExplorerPage.bytes(chosen, choice, selection, graphs, isServed: true)
    }

    /// On to the picture around what is found.
    private func find(_ text: String) throws -> PageServer.Answer {
        let id =
            switch try Lookup(graphs.store).node(text) {
            case .letter(let letter): letter.name
            case .source(let source): source.id
            }
        return .elsewhere("/around?id=" + (id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
    }
}

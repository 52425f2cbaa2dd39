import CExplorer
import GraphDrawing
import GraphStorage
import Wording

/// The explorer over a whole store, for the browser of this computer: each picture is drawn when it is asked for.
///
///     let server = ExplorerServer(try GraphStore(reading: "output/kvgraph.sqlite"))
///     try await server.run { print($0) }
///
/// `/` is the picture that was asked for, `/around/ID` the one around a source or letter, and `/find?q=TEXT` looks for one
/// in the whole store; each takes the filters of the command behind `?` (`PictureQuery`). It only shows, and answers to no
/// name of a host but its own.
public struct ExplorerServer: Sendable {
    /// What happens while it runs.
    public enum Event: Sendable {
        /// The port is taken into use: pages are to be had at this address.
        case listening(String)
        /// What Graphviz remarks on a picture.
        case remark(String)
    }

    /// The port is in use by another program, or may not be used.
    public struct PortFailure: Error, Sendable { public let port: UInt16 }

    private let request: PictureRequest
    private let caches: GraphCaches
    private let kept = KeptPages()
    private let port: UInt16
    private var language: Language { request.language }

    /// - Parameters:
    ///   - store: what is shown; it is only read.
    ///   - request: what is shown at first, and what of the graph is looked at.
    ///   - port: of 127.0.0.1.
    public init(_ store: GraphStore, _ request: PictureRequest = PictureRequest(), port: UInt16 = 8035) {
        (self.request, self.port) = (request, port)
        caches = GraphCaches(store)
    }

    /// Serves until the task is cancelled.
    /// - Throws: `PortFailure`; `NodeLookup.Failure` and errors of the store are pages.
    public func run(report: @escaping @Sendable (Event) -> Void = { _ in }) async throws {
        try caches.store.keepInMemory()
        let server = PageServer(port: port, language: language) { answer(to: $0, report) }
        try await server.run {
            report(.listening("http://127.0.0.1:\(port)/"))
            // Of a large store the first page takes seconds: it is made while the browser is opened.
            if let home = RequestHead(Array("GET / HTTP/1.1\r\n\r\n".utf8)) {
                Task.detached {
                    _ = answer(to: home, report)
                    _ = try? caches.names()
                }
            }
        }
    }

    private func answer(to asked: RequestHead, _ report: (Event) -> Void) -> PageServer.Answer {
        let start = "/around/"
        do {
            let query = try PictureQuery(asked.words, request)
            try query.checkNames(caches.store)
            switch asked.path {
            case "/": return .page(try kept.page(asked.address) { try pageAlone(request.around, query, report) })
            case "/around": return try picture(around: asked.words["id"] ?? "", asked, query, report)
            case "/find":
                let graphs = caches.graphs(query.request.selection)
                return try SearchPage(graphs: graphs, names: try caches.names(), language: language, filters: query)
                    .answer(to: asked.words["q"] ?? "")
            case let path where path.hasPrefix(start):
                return try picture(around: String(path.dropFirst(start.count)), isPath: true, asked, query, report)
            default: return .notFound(MessagePage("There is no such page").bytes(in: language))
            }
        } catch PictureQuery.Failure.words(let words) {
            return .refused(MessagePage("The filters of this address cannot be used", [words]).bytes(in: language))
        } catch let failure as NodeLookup.Failure {
            return .notFound(MessagePage("There is nothing to show", ["\(failure)"]).bytes(in: language))
        } catch {
            return .fault(
                MessagePage("Something went wrong", ["An internal error of kvgraph: \(error)"]).bytes(in: language))
        }
    }

    /// - Parameter isPath: whether the name is what an address ends in: then what follows a name behind a slash is part of
    ///   no name, but of an address of a page that a source is.
    private func picture(
        around name: String, isPath: Bool = false, _ asked: RequestHead, _ query: PictureQuery,
        _ report: (Event) -> Void
    ) throws -> PageServer.Answer {
        let nothing = MessagePage(
            "There is nothing to show",
            ["Nothing in this store is called “\(NodeLookup.short(name))”, or it cannot be drawn."],
            sought: name, filters: query.filters)
        do {
            let found = try NodeLookup(caches.store).node(name).name
            guard !isPath || !name.contains("/") || found == name else { return .notFound(nothing.bytes(in: language)) }
            return .page(try kept.page(asked.address) { try pageAlone(found, query, report) })
        } catch NodeLookup.Failure.notSelected(let text) {
            let failure = NodeLookup.Failure.notSelected(NodeLookup.short(text))
            return .notFound(
                MessagePage("There is nothing to show", ["\(failure)"], sought: name, filters: query.filters)
                    .bytes(in: language))
        } catch is NodeLookup.Failure {
            return .notFound(nothing.bytes(in: language))
        }
    }

    /// Makes a page, and gives back the memory that it took: a graph of the whole Aanhangsel takes a hundred MB.
    private func pageAlone(_ around: String?, _ query: PictureQuery, _ report: (Event) -> Void) throws -> [UInt8] {
        let graphs = caches.graphs(query.request.selection)
        defer { kvgraph_return_memory() }
        return try graphs.making { try page(around, query, graphs, report) }
    }

    /// The picture around a node, or of the whole store. What no answer cites is in no picture of answers: then it is one
    /// of all parts of letters.
    private func page(
        _ around: String?, _ query: PictureQuery, _ graphs: GraphCache, _ report: (Event) -> Void
    ) throws -> [UInt8] {
        var request = query.request
        request.around = around
        try PicturePlan.readAllParts(request, graphs)
        let plan: PicturePlan
        do {
            plan = try PicturePlan(request, graphs)
        } catch is NodeLookup.Failure where around != nil {
            request.selection.units = .all
            plan = try PicturePlan(request, graphs)
        }
        let held = try caches.served(language)
        let page = try ExplorerPage.page(
            plan, request, graphs, served: (try ServedFilters(query, held, caches.store), held))
        for warning in page.warnings { report(.remark(warning)) }
        return page.bytes
    }
}

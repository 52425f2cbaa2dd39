import ArgumentParser
import Explorer
import Foundation
import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// `kvgraph render`: the graph as a picture.
struct Render: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "render",
        abstract: "Draw the graph: letters on the left, sources on the right, shared sources highlighted.",
        discussion: """
            Default: --svg, to graph.svg next to the store. Several formats can be written at once. What is drawn is \
            chosen before layout: a picture shows at most 90 nodes, the most shared sources first, unless \
            --limit says otherwise; of a store of more than 20 letters only what several of them cite, unless \
            --min-letters says otherwise.
            """)

    @Flag(help: .said("SVG, with links and tooltips.")) var svg = false
    @Flag(help: .said("DOT, the text format of Graphviz.")) var dot = false
    @Flag(help: .said("PNG.")) var png = false
    @Flag(help: .said("PDF, with links.")) var pdf = false
    @Flag(help: .said("An interactive page with search, quotes, filters and tables: one file, for any browser."))
    var html = false

    @Option(
        name: [.customShort("o"), .long], help: .said("The file to write, or - for stdout.", valueName: "file"))
    var output: String?

    @OptionGroup var choice: PictureChoice
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        if formats.count > 1, output != nil {
            throw ValidationError.said("-o names one file, but \(formats.count) formats are requested.")
        }
        guard let output else { return }
        try GivenNames.check([output])
        do {
            if let format = asked.first {
                try RenderedFile(name: output).check(format)
            } else {
                _ = try RenderedFile(name: output).format()
            }
        } catch {
            throw ValidationError.said(error.words)
        }
    }

    func run() throws {
        // Said before anything is drawn, which may take a while.
        if let fault = output.flatMap({ RenderedFile(name: $0).fault }) { throw CommandFailure.unanswerable(fault) }
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let request = choice.request(selection)
        // A page has filters of its own, and holds all there is.
        try write(formats.filter { $0 == .html }, request, store)
        let pictures = formats.filter { $0 != .html }
        guard !pictures.isEmpty else { return }
        let (shared, notes) = try request.ofShared(store, hasLevel: selection.sources != nil)
        for note in notes { Messages.say(note) }
        try write(pictures, shared, store)
    }

    private func write(_ formats: [RenderedFormat], _ request: PictureRequest, _ store: GraphStore) throws {
        guard !formats.isEmpty else { return }
        let graphs = GraphCache(store, request.selection)
        let plan = try PicturePlan(request, graphs)
        for note in plan.notes { Messages.say(note) }
        for format in formats {
            let picture = try format == .html ? ExplorerPage.page(plan, request, graphs) : drawn(plan, format)
            for warning in picture.warnings { Messages.say("Graphviz: \(Phrase.english(warning))") }
            try write(picture.bytes, format)
        }
    }

    private var asked: [RenderedFormat] {
        zip(RenderedFormat.allCases, [svg, dot, png, pdf, html]).filter(\.1).map(\.0)
    }

    /// Those asked for; else the one the file's name says; else SVG.
    private var formats: [RenderedFormat] {
        asked.isEmpty ? [output.flatMap { try? RenderedFile(name: $0).format() } ?? .svg] : asked
    }

    private func drawn(_ plan: PicturePlan, _ format: RenderedFormat) throws -> Picture {
        guard let format = PictureFormat(rawValue: format.rawValue), format != .dot else {
            return Picture(bytes: Array(plan.drawn.dot.utf8))
        }
        var picture = try plan.picture(format)
        let clock = try Clock()
        if format == .pdf, clock.isFixed { PDFDate.put(clock.now(), into: &picture.bytes) }
        return picture
    }

    private func write(_ bytes: [UInt8], _ format: RenderedFormat) throws {
        if output == "-" { return Output.put(bytes) }
        let folder = RenderedFile.folder(of: store.path)
        let file = output ?? (folder.isEmpty ? "" : folder + "/") + "graph.\(format.rawValue)"
        do {
            // In the place of a file another is put at once, whole; a device or a pipe is written to.
            let type = (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType
            let isFile = type == nil || type == .typeRegular
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: isFile ? .atomic : [])
        } catch {
            throw CommandFailure.unanswerable(
                "\(file) cannot be written: \(Phrase.english(error.localizedDescription))")
        }
        Messages.say("wrote \(file)")
    }
}

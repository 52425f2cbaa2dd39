import Foundation
import Wording

/// What `render` can write.
enum RenderedFormat: String, CaseIterable {
    case svg, dot, png, pdf, html

    /// Endings of names that say so.
    var endings: [String] {
        switch self {
        case .dot: ["dot", "gv"]
        case .html: ["html", "htm"]
        default: [rawValue]
        }
    }

    static func named(by ending: String) -> RenderedFormat? { allCases.first { $0.endings.contains(ending) } }
}

/// The file that `render` is to write, as its name has it.
struct RenderedFile {
    /// Endings that promise a picture of a format that is not written here.
    private static let foreign: Set = [
        "gif", "jpg", "jpeg", "webp", "bmp", "tif", "tiff", "eps", "ps", "json", "graphml",
    ]

    let name: String

    private var ending: String { (name as NSString).pathExtension.lowercased() }

    /// The format that the name asks for; SVG for a name without an ending, as a pipe has.
    /// - Throws: what to do, for an ending that no format has.
    func format() throws(Advice) -> RenderedFormat {
        if ending.isEmpty || name == "-" { return .svg }
        if let format = RenderedFormat.named(by: ending) { return format }
        throw Advice(
            "render writes no .\(ending) files: use a name that ends in .svg, .png, .pdf, .dot or .html."
        )
    }

    /// - Throws: what to do, where the ending promises another format than the one asked for.
    func check(_ format: RenderedFormat) throws(Advice) {
        guard name != "-", !format.endings.contains(ending) else { return }
        guard RenderedFormat.named(by: ending) != nil || Self.foreign.contains(ending) else { return }
        let advice: Phrase = RenderedFormat.named(by: ending).map { "use --\($0.rawValue), or " } ?? ""
        throw Advice(
            "--\(format.rawValue) does not match the name \(name): \(advice)a name that ends in .\(format.rawValue).")
    }

    struct Advice: Error {
        let words: Phrase
        init(_ words: Phrase) { self.words = words }
    }

    /// The folder that a path names, empty for a name alone. Foundation's own crashes on names of one character.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Why the file cannot be made, where it is its folder that is not there.
    var fault: Phrase? {
        guard name != "-" else { return nil }
        let folder = Self.folder(of: name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
            return "\(name) is a folder: name a file in it"
        }
        guard !folder.isEmpty else { return nil }
        let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        return exists && isFolder.boolValue ? nil : "\(name) cannot be written: there is no folder \(folder)"
    }
}

import ArgumentParser
import Foundation
import GraphExchange
import Wording

/// A format of `GraphExchange`, as a flag: `--graphml`.
struct ExportedFormat: EnumerableFlag {
    static let allCases = ExchangeFormat.all.map { ExportedFormat(format: $0) }

    let format: ExchangeFormat

    static func == (left: Self, right: Self) -> Bool { left.format.name == right.format.name }
    func hash(into hasher: inout Hasher) { hasher.combine(format.name) }

    static func name(for value: Self) -> NameSpecification { .customLong(value.format.name) }
    static func help(for value: Self) -> ArgumentHelp? { .said(value.format.summary) }

    /// The format that a file's name asks for, or nil.
    static func named(by file: String) -> ExchangeFormat? {
        let ending = parts(of: file).ending.lowercased()
        return ExchangeFormat.all.first { $0.endings.contains(ending) }
    }

    /// - Throws: what to do, where a file's name promises another format than the one asked for. JSON may be any of several.
    static func check(_ format: ExchangeFormat, _ file: String) throws(ValidationError) {
        guard file != "-", let other = named(by: file), other.name != format.name,
            !(format.endings.isEmpty && other.endings == ["json"])
        else { return }
        throw ValidationError.said(
            "--\(format.name) does not match the name \(file): use --\(other.name), or another name.")
    }

    /// `g.nodes.csv` for `g.csv` and `.nodes`, and for one of the files themselves: `g.edges.csv`.
    static func path(_ file: String, adding addition: String, of format: ExchangeFormat) -> String {
        guard !addition.isEmpty else { return file }
        var (stem, ending) = parts(of: file)
        if let own = format.files.first(where: { stem.hasSuffix($0.addition) }) {
            stem.removeLast(own.addition.count)
        }
        // Of `.csv` alone the files are not to be hidden.
        let name = stem.isEmpty || stem.hasSuffix("/") ? String(addition.dropFirst()) : addition
        return stem + name + (ending.isEmpty ? "" : "." + ending)
    }

    /// `out/g` and `csv` of `out/g.csv`; nothing and `csv` of `.csv`.
    private static func parts(of file: String) -> (stem: String, ending: String) {
        guard let dot = file.lastIndex(of: "."), !file[dot...].contains("/") else { return (file, "") }
        return (String(file[..<dot]), String(file[file.index(after: dot)...]))
    }
}

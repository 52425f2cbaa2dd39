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
        let ending = (file as NSString).pathExtension.lowercased()
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

    /// `g.nodes.csv` for `g.csv` and `.nodes`.
    static func path(_ file: String, adding addition: String) -> String {
        guard !addition.isEmpty else { return file }
        let name = file as NSString
        let ending = name.pathExtension
        guard !ending.isEmpty else { return file + addition }
        return String(file.dropLast(ending.count + 1)) + addition + "." + ending
    }
}

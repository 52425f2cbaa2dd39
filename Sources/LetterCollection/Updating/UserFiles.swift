import CitationFinding
import DossierRegister
import Foundation
import GraphStorage

/// What a user gives to a build besides the letters: their own report series, and corrections of single citations. They
/// are kept in the store, so that a later build without them does not undo them; an empty file clears them. A newer
/// register is there already: `GraphStore` was given it.
public struct UserFiles: Sendable {
    public let finder: CitationFinder
    public let corrections: [Correction]
    private let texts: [Setting: String]

    /// - Parameters:
    ///   - catalogue: a file like Sources/CCatalogue/reports.tsv.
    ///   - corrections: a file with four columns, tabs between: letter, unit (or `*` for all), id as read, and `drop` or
    ///     another id. `#` opens a comment; a line of headings (`letter unit id verdict`) is skipped.
    ///   - store: where the texts of files that are not given now may have been kept.
    /// - Throws: `Fault`, with the line that is wrong, so that no correction is lost in silence.
    public init(catalogue: String? = nil, corrections: String? = nil, store: GraphStore) throws {
        var texts: [Setting: String] = [:]
        for (setting, file) in [(Setting.catalogue, catalogue), (.corrections, corrections)] {
            texts[setting] = try file.map(Self.text) ?? store.setting(setting)
            if texts[setting]?.allSatisfy(\.isWhitespace) == true { texts[setting] = nil }
        }
        texts[.register] = try store.setting(.register).map(RegisterDraft.current)
        self.texts = texts
        finder = CitationFinder(
            catalogue: try Self.catalogue(texts[.catalogue], catalogue ?? "the stored catalogue"),
            register: texts[.register].map(Register.builtIn.adding))
        self.corrections = try Self.corrections(
            texts[.corrections] ?? "", file: corrections ?? "the stored corrections", finder: finder)
    }

    /// Of all that decides what is found in a letter, but for the letter.
    var fingerprint: String {
        let hashes = Setting.allCases.map { texts[$0].map { Fingerprint.hash($0.utf8) } ?? "-" }
        return ([CitationFinder.version] + hashes).joined(separator: "/")
    }

    /// Keeps the texts in a store, for the builds to come.
    func keep(_ writer: StoreWriter) throws {
        for setting in Setting.allCases { try writer.keep(texts[setting], as: setting) }
    }

    /// The catalogue that comes with kvgraph, with a user's series added.
    /// - Throws: `Fault`.
    public static func catalogue(_ file: String?) throws -> ReportCatalogue {
        try catalogue(file.map(text), file ?? "")
    }

    private static func catalogue(_ text: String?, _ file: String) throws -> ReportCatalogue {
        guard let text else { return .builtIn }
        do throws(ReportCatalogue.Fault) {
            return ReportCatalogue.builtIn.adding(try ReportCatalogue(tsv: text))
        } catch {
            throw Fault.catalogue(file, error)
        }
    }

    private static func text(_ file: String) throws(Fault) -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Fault.unreadable(file)
        }
        return String(decoding: data, as: UTF8.self)
    }
}

extension UserFiles {
    /// What is wrong with a user's file.
    public enum Fault: Error, Sendable, CustomStringConvertible {
        case unreadable(String)
        case catalogue(String, ReportCatalogue.Fault)
        /// A line of corrections that has fewer than four columns.
        case columns(file: String, line: Int)
        /// A verdict that is neither `drop` nor an id, and the id that may be meant.
        case verdict(String, file: String, line: Int, meant: String?)

        public var description: String {
            switch self {
            case .unreadable(let file): return "\(file): there is no such file, or you may not read it"
            case .catalogue(let file, let fault): return "\(file), \(fault)"
            case .columns(let file, let line):
                return
                    "\(file), line \(line): four tab-separated columns are needed: letter, unit (or *), id as read, "
                    + "and drop or another id"
            case .verdict(let verdict, let file, let line, let meant):
                let hint = meant.map { "did you mean \($0)?" } ?? "ids look like kst-30821-230 or 2024D40329"
                return "\(file), line \(line): “\(verdict)” is neither drop nor the id of a source: \(hint)"
            }
        }
    }

    /// A user's verdicts on single citations.
    private static func corrections(_ text: String, file: String, finder: CitationFinder) throws(Fault) -> [Correction]
    {
        var corrections: [Correction] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard columns.count >= 4, columns.prefix(4).allSatisfy({ !$0.isEmpty }) else {
                throw Fault.columns(file: file, line: index + 1)
            }
            if columns[0] == "letter", columns[3] == "verdict" { continue }
            if columns[3] != "drop", !finder.isCanonical(columns[3]) {
                let meant = finder.ids(in: columns[3]).first(where: finder.isCanonical)
                throw Fault.verdict(columns[3], file: file, line: index + 1, meant: meant)
            }
            corrections.append(
                Correction(
                    letter: columns[0], unit: columns[1] == "*" ? nil : columns[1], id: columns[2],
                    verdict: columns[3] == "drop" ? .drop : .becomes(columns[3])))
        }
        return corrections
    }
}

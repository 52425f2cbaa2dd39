import CitationFinding
import DossierRegister
import Foundation
import GraphStorage

/// What a user gives to a build besides the letters: their own report series, and corrections of single citations and of ids
/// that are one source or are not. They are kept in the store, so that a later build without them does not undo them; an empty file clears them. A newer
/// register is there already: `GraphStore` was given it.
public struct UserFiles: Sendable {
    public let finder: CitationFinder
    public let corrections: [Correction]
    /// What the file of corrections joins and keeps apart.
    public let works: [WorkVerdict]
    private let texts: [Setting: String]

    /// - Parameters:
    ///   - catalogue: a file like Sources/CCatalogue/reports.tsv.
    ///   - corrections: a file with four columns, tabs between: letter, unit (or `*` for all), id as read, and `drop` or
    ///     another id; or with three: `same` or `apart`, and two ids. `#` opens a comment; a line of headings
    ///     (`letter unit id verdict`) is skipped.
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
        (self.corrections, works) = try Self.verdicts(
            texts[.corrections] ?? "", file: corrections ?? "the stored corrections", finder: finder)
    }

    /// Of all that decides what is found in a letter, but for the letter.
    var fingerprint: String {
        let hashes = Setting.allCases.map { texts[$0].map { Fingerprint.hash($0.utf8) } ?? "-" }
        return ([CitationFinder.version] + hashes).joined(separator: "/")
    }

    /// Keeps the texts in a store, for the builds to come.
    func keep(_ writer: inout StoreWriter) throws {
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

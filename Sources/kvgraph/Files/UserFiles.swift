import CitationFinding
import Foundation
import GraphStorage

/// What a user gives to a build beside the letters: report series of their own, and verdicts on single citations. They
/// are kept in the store, so that a later build without them does not undo them; an empty file takes them away. A newer
/// register is there already: `register update` put it there.
struct UserFiles {
    let finder: CitationFinder
    let corrections: [Correction]
    private let texts: [Setting: String]

    /// - Parameter store: where the texts of files that are not given now may have been kept.
    init(catalogue: String?, corrections: String?, store: GraphStore) throws {
        var texts: [Setting: String] = [:]
        for (setting, file) in [(Setting.catalogue, catalogue), (.corrections, corrections)] {
            texts[setting] = try file.map(Self.text) ?? store.setting(setting)
            if texts[setting]?.allSatisfy(\.isWhitespace) == true { texts[setting] = nil }
        }
        texts[.register] = try store.setting(.register)
        self.texts = texts
        finder = CitationFinder(
            catalogue: try Self.catalogue(texts[.catalogue], catalogue ?? "the catalogue kept"),
            register: texts[.register].map(Register.builtIn.adding))
        self.corrections = try CorrectionsFile.read(
            texts[.corrections] ?? "", file: corrections ?? "the corrections kept", finder: finder)
    }

    /// Of all that decides what is found in a letter, but for the letter.
    var fingerprint: String {
        let hashes = Setting.allCases.map { texts[$0].map { Fingerprint.hash($0.utf8) } ?? "-" }
        return ([CitationFinder.version] + hashes).joined(separator: "/")
    }

    func keep(_ writer: StoreWriter) throws {
        for setting in Setting.allCases { try writer.keep(texts[setting], as: setting) }
    }

    /// The catalogue that comes with kvgraph, with a user's series added.
    static func catalogue(_ file: String?) throws -> ReportCatalogue {
        try catalogue(file.map(text), file ?? "")
    }

    private static func catalogue(_ text: String?, _ file: String) throws -> ReportCatalogue {
        guard let text else { return .builtIn }
        do throws(ReportCatalogue.Fault) {
            return ReportCatalogue.builtIn.adding(try ReportCatalogue(tsv: text))
        } catch {
            throw CommandFailure.unanswerable("\(file), \(error)")
        }
    }

    private static func text(_ file: String) throws(CommandFailure) -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure.unanswerable("\(file): there is no such file, or it may not be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

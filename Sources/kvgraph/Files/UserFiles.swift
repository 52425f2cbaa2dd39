import CitationFinding
import Foundation
import GraphStorage

/// Files a user writes: a catalogue of report series, corrections of single citations.
enum UserFiles {
    /// The catalogue that comes with kvgraph, with a user's series added.
    static func catalogue(_ file: String?) throws -> ReportCatalogue {
        guard let file else { return .builtIn }
        let rows = try text(file)
        do throws(ReportCatalogue.Fault) {
            return ReportCatalogue.builtIn.adding(try ReportCatalogue(tsv: rows))
        } catch {
            throw CommandFailure.unanswerable("\(file), \(error)")
        }
    }

    /// Corrections, tab-separated: letter, unit (or `*`), id as read, verdict (`drop`, or another id); `#` opens a comment.
    static func corrections(_ file: String?) throws -> [Correction] {
        guard let file else { return [] }
        var corrections: [Correction] = []
        for (index, line) in try text(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let row = line.last == "\r" ? line.dropLast() : line
            guard !row.hasPrefix("#"), row.contains(where: { !$0.isWhitespace }) else { continue }
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard columns.count >= 4, !columns[0].isEmpty, !columns[2].isEmpty, !columns[3].isEmpty else {
                throw CommandFailure.unanswerable(
                    "\(file), line \(index + 1): four columns with tabs between are needed: letter, unit (or *), id as read, "
                        + "and drop or another id")
            }
            if columns[0] == "letter", columns[3] == "verdict" { continue }
            let verdict: Correction.Verdict = columns[3] == "drop" ? .drop : .becomes(columns[3])
            corrections.append(
                Correction(
                    letter: columns[0], unit: columns[1] == "*" ? nil : columns[1], id: columns[2], verdict: verdict))
        }
        return corrections
    }

    /// The hash of a file's text, or a dash for none.
    static func hash(_ file: String?) throws -> String { try file.map { Fingerprint.hash(try text($0).utf8) } ?? "-" }

    private static func text(_ file: String) throws(CommandFailure) -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure.unanswerable("\(file): there is no such file, or it may not be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

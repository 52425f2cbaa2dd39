import CitationFinding
import Foundation
import GraphStorage

/// A user's verdicts on single citations, one a line, columns with tabs between: letter, unit (or `*` for all), id as
/// read, and `drop` or another id. `#` opens a comment; a line of headings (`letter unit id verdict`) is passed over.
enum CorrectionsFile {
    /// - Throws: a message with the line that is wrong: nobody should believe a mistake mended that is not.
    static func read(_ text: String, file: String, finder: CitationFinder) throws -> [Correction] {
        var corrections: [Correction] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let place = "\(file), line \(index + 1)"
            guard columns.count >= 4, columns.prefix(4).allSatisfy({ !$0.isEmpty }) else {
                throw CommandFailure.unanswerable(
                    "\(place): four columns with tabs between are needed: letter, unit (or *), id as read, and drop or another id"
                )
            }
            if columns[0] == "letter", columns[3] == "verdict" { continue }
            if columns[3] != "drop" { try check(columns[3], place, finder) }
            corrections.append(
                Correction(
                    letter: columns[0], unit: columns[1] == "*" ? nil : columns[1], id: columns[2],
                    verdict: columns[3] == "drop" ? .drop : .becomes(columns[3])))
        }
        return corrections
    }

    private static func check(_ id: String, _ place: String, _ finder: CitationFinder) throws {
        guard !finder.isCanonical(id) else { return }
        let ids = finder.ids(in: id).filter(finder.isCanonical)
        let hint = ids.first.map { "did you mean \($0)?" } ?? "ids look like kst-30821-230 or 2024D40329"
        throw CommandFailure.unanswerable("\(place): “\(id)” is neither drop nor the id of a source: \(hint)")
    }
}

import CitationFinding
import Foundation
import LetterFormats
import LetterReading

/// What real letters say: their sentences without citations, by where they stand, and their citing sentences as frames.
struct SentencePool {
    private(set) var questions: [String] = []
    private(set) var answers: [String] = []
    /// A citing sentence before and behind its citation.
    private(set) var frames: [(before: String, behind: String)] = []
    /// Reports and addresses as they are written.
    private(set) var others: [String] = []
    private(set) var askers: [(name: String, party: String)] = []
    private(set) var ministers: [(name: String, portfolio: String)] = []

    init(folders: [String]) throws {
        let finder = CitationFinder()
        for folder in folders {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                guard name.hasSuffix(".txt") || name.hasSuffix(".md"),
                    let bytes = FileManager.default.contents(atPath: folder + "/" + name),
                    let letter = try? LetterReader.read([UInt8](bytes), name: name, file: name)
                else { continue }
                take(letter, finder.find(in: letter))
            }
        }
        guard !questions.isEmpty, !answers.isEmpty, !frames.isEmpty, !others.isEmpty, !askers.isEmpty,
            !ministers.isEmpty
        else { throw CorpusFault(reason: "no letters to compose from in \(folders.joined(separator: ", "))") }
    }

    private mutating func take(_ letter: Letter, _ findings: Findings) {
        askers += letter.header.askers.compactMap { asker in asker.party.map { (asker.name, $0) } }
        ministers += letter.header.ministers.compactMap { minister in minister.portfolio.map { (minister.name, $0) } }
        for citation in findings.citations where citation.place.footnote == nil {
            let kind = citation.source.kind
            if kind.isAddress || kind.isCatalogued { others.append(citation.quote) }
            guard kind.isRegistered, !kind.isCountedFor, citation.sentence.utf8.count < 400,
                let place = citation.sentence.range(of: citation.quote)
            else { continue }
            frames.append(
                (
                    String(citation.sentence[..<place.lowerBound]), String(citation.sentence[place.upperBound...])
                ))
        }
        let cited = findings.citations.map(\.place.range) + findings.diagnostics.map(\.place.range)
        for run in letter.passage.runs where run.footnote == nil && run.units.count == 1 {
            let part = letter.units[run.units[0]].name.part
            guard part == .question || part == .answer else { continue }
            var start = run.range.lowerBound
            for end in run.range
            where letter.passage.text[end] == UInt8(ascii: ".") || letter.passage.text[end] == UInt8(ascii: "?") {
                let range = start..<end + 1
                start = end + 1
                let text = String(decoding: letter.passage.text[range], as: UTF8.self)
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let source = letter.passage.sourceRange(range)
                guard (40...400).contains(text.utf8.count), text.first?.isUppercase == true,
                    !text.contains(where: \.isNumber), !cited.contains(where: { $0.overlaps(source) })
                else { continue }
                if part == .question { questions.append(text) } else { answers.append(text) }
            }
        }
    }
}

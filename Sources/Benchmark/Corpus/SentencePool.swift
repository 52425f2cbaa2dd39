import CitationFinding
import Foundation
import LetterFormats
import LetterReading

/// What real letters say: their sentences without citations, by where they stand, and those that cite, each as often as it is
/// there, so that kinds of sources come in the shares of real letters.
struct SentencePool {
    /// A sentence that cites, about its first citation.
    struct Citing {
        let before, quote, behind: String
        /// What another of its kind may stand for.
        let numbered: Numbered?
    }

    enum Numbered { case kamerstuk, aanhangsel }

    private(set) var questions: [String] = []
    private(set) var answers: [String] = []
    /// In questions and answers.
    private(set) var citing: [Citing] = []
    /// In footnotes.
    private(set) var notes: [Citing] = []
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
        guard !questions.isEmpty, !answers.isEmpty, !citing.isEmpty, !notes.isEmpty, !askers.isEmpty, !ministers.isEmpty
        else { throw CorpusFault(reason: "no letters to compose from in \(folders.joined(separator: ", "))") }
    }

    private mutating func take(_ letter: Letter, _ findings: Findings) {
        askers += letter.header.askers.compactMap { asker in asker.party.map { (asker.name, $0) } }
        ministers += letter.header.ministers.compactMap { minister in minister.portfolio.map { (minister.name, $0) } }
        var last = ""
        for citation in findings.citations where citation.sentence != last {
            last = citation.sentence
            guard last.utf8.count < 600, let place = last.range(of: citation.quote) else { continue }
            let id = citation.source.id
            let sentence = Citing(
                before: String(last[..<place.lowerBound]), quote: citation.quote,
                behind: String(last[place.upperBound...]),
                numbered: id.hasPrefix("kst-") ? .kamerstuk : id.hasPrefix("ah-") ? .aanhangsel : nil)
            if citation.place.footnote == nil { citing.append(sentence) } else { notes.append(sentence) }
        }
        takePlain(letter, findings)
    }

    private mutating func takePlain(_ letter: Letter, _ findings: Findings) {
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
                guard (40...400).contains(text.utf8.count), text.first?.isUppercase == true, !text.contains("["),
                    !cited.contains(where: { $0.overlaps(source) })
                else { continue }
                if part == .question { questions.append(text) } else { answers.append(text) }
            }
        }
    }
}

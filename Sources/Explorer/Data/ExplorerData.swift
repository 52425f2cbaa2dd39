import GraphAnalysis
import GraphDrawing
import Wording

/// What the explorer knows besides the picture: letters, sources, and each citation with its quote. Nodes have the names
/// that `NodeNames` gives them; other numbers are places in these arrays.
struct ExplorerData: Encodable, Sendable {
    struct LetterRow: Encodable, Sendable {
        /// Its node; nil when the picture has none for it.
        var id: String?
        var name, label: String
        var subject, date, page: String?
        /// How many of its citations the page leaves out, by part of the letter and kind (or what else they are).
        var omitted: [String: [String: Int]] = [:]

        init(id: String?, name: String, label: String, subject: String?, date: String?, page: String?) {
            (self.id, self.name, self.label) = (id, name, label)
            (self.subject, self.date, self.page) = (subject, date, page)
        }
    }

    struct SourceRow: Encodable, Sendable {
        /// Its node; nil when the picture has none for it.
        var id: String?
        var name, kind, label: String
        /// The label without the title, and the title: in tables of programs they stand apart.
        var plain: String
        var title, page: String?
        /// The name of the letter that it is.
        var letter: String?
        /// The id that was likely meant, where this one is doubted.
        var doubt: String?
        /// Letters, answers and citations in the whole store, by the part of letters that is looked at.
        var counts: [String: [Int]] = [:]
        /// The parts of letters for which tables list it; none when only a letter's own list has it.
        var parts: [String] = []

        init(_ source: CitationGraph.Source, id: String?) {
            (self.id, name, kind, plain, title) = (id, source.id, source.kind, source.label, source.title)
            label = CitationGraph.titled(source.marked, source.title)
            (page, letter, doubt) = (source.page, source.letter, source.doubt)
        }
    }

    /// An answer, or another part of a letter, that is a node.
    struct Unit: Encodable, Sendable {
        var id, name, part: String
        var letter: Int

        init(id: String, name: String, part: String, letter: Int) {
            (self.id, self.name, self.part, self.letter) = (id, name, part, letter)
        }
    }

    struct Citation: Encodable, Sendable {
        var letter, source, line: Int
        /// `A3`, and what that is: `answer`, `question`, `preamble`, `closing`, `body`.
        var unit, part, quote, sentence: String
        var context, note, locator: String?
        var page: Int?

        init(
            letter: Int, source: Int, unit: String, part: String, quote: String, sentence: String, context: String?,
            note: String?, locator: String?, line: Int, page: Int?
        ) {
            (self.letter, self.source, self.line, self.unit, self.part) = (letter, source, line, unit, part)
            (self.quote, self.sentence, self.context, self.note) = (quote, sentence, context, note)
            (self.locator, self.page) = (locator, page)
        }
    }

    struct Reference: Encodable, Sendable {
        var from, to: Int

        init(from: Int, to: Int) { (self.from, self.to) = (from, to) }
    }

    struct Tie: Encodable, Sendable {
        var from, to: String
        var strength: Double
        var shared: [Int]

        init(from: String, to: String, strength: Double, shared: [Int]) {
            (self.from, self.to, self.strength, self.shared) = (from, to, strength, shared)
        }
    }

    struct Kind: Encodable, Sendable {
        var name, label: String
    }

    /// The part that is looked at first: `answers`, `questions` or `all`.
    var part: String
    /// How many letters must cite a source at least: what the page was made with.
    var least = 1
    /// How many sources there are to list, by part of letters and kind, and how many letters cite there; the page may hold
    /// fewer.
    var sourceTotals: [String: [String: Int]] = [:]
    var letterTotals: [String: Int] = [:]
    /// The side of a projection, or nil.
    var side: String?
    var letters: [LetterRow] = []
    var sources: [SourceRow] = []
    var units: [Unit] = []
    var citations: [Citation] = []
    var references: [Reference] = []
    var ties: [Tie] = []
    /// How many letters the store holds, whatever they cite.
    var letterStored = 0
    /// What letters can be chosen by.
    var facets: [ExplorerFacet] = []
    /// Nil for a page that stands alone: it chooses among what it holds. A server draws anew.
    var served: ServedFilters?
    /// The box of each node that stands in one.
    var boxes: [String: String] = [:]
    let kinds: [Kind]
    /// What the page says, where it does not say it in English.
    let words: [String: String]

    /// What people call a kind: web page.
    static func kindName(_ kind: String) -> Phrase { .english(Theme.style(of: kind).name) }

    init(part: String, in language: Language = .english) {
        self.part = part
        kinds = Theme.kinds.map { Kind(name: $0.kind, label: language.text(Self.kindName($0.kind))) }
        words = language.pageWords
    }
}

/// What the explorer knows besides the picture: letters, sources, and each citation with its quote. Nodes have the names
/// that `NodeNames` gives them; other numbers are places in these arrays.
public struct ExplorerData: Encodable, Sendable {
    public struct Letter: Encodable, Sendable {
        /// Its node; nil when the picture has none for it.
        public var id: String?
        public var name, label: String
        public var subject, date, page: String?
        /// How many of its citations are of kinds that the page leaves out, by part of the letter and kind.
        public var omitted: [String: [String: Int]] = [:]

        public init(id: String?, name: String, label: String, subject: String?, date: String?, page: String?) {
            (self.id, self.name, self.label) = (id, name, label)
            (self.subject, self.date, self.page) = (subject, date, page)
        }
    }

    public struct Source: Encodable, Sendable {
        /// Its node; nil when the picture has none for it.
        public var id: String?
        public var name, kind, label: String
        public var page: String?
        /// The name of the letter that it is.
        public var letter: String?
        /// Letters, answers and citations in the whole store, by the part of letters that is looked at.
        public var counts: [String: [Int]] = [:]
        /// The parts of letters for which tables list it; none when only a letter's own list has it.
        public var parts: [String] = []

        public init(id: String?, name: String, kind: String, label: String, page: String?, letter: String?) {
            (self.id, self.name, self.kind, self.label) = (id, name, kind, label)
            (self.page, self.letter) = (page, letter)
        }
    }

    /// An answer, or another part of a letter, that is a node.
    public struct Unit: Encodable, Sendable {
        public var id, name, part: String
        public var letter: Int

        public init(id: String, name: String, part: String, letter: Int) {
            (self.id, self.name, self.part, self.letter) = (id, name, part, letter)
        }
    }

    public struct Citation: Encodable, Sendable {
        public var letter, source, line: Int
        /// `A3`, and what that is: `answer`, `question`, `preamble`, `closing`.
        public var unit, part, quote, sentence: String
        public var context, note, locator: String?
        public var page: Int?

        public init(
            letter: Int, source: Int, unit: String, part: String, quote: String, sentence: String, context: String?,
            note: String?, locator: String?, line: Int, page: Int?
        ) {
            (self.letter, self.source, self.line, self.unit, self.part) = (letter, source, line, unit, part)
            (self.quote, self.sentence, self.context, self.note) = (quote, sentence, context, note)
            (self.locator, self.page) = (locator, page)
        }
    }

    public struct Reference: Encodable, Sendable {
        public var from, to: Int

        public init(from: Int, to: Int) { (self.from, self.to) = (from, to) }
    }

    public struct Tie: Encodable, Sendable {
        public var from, to: String
        public var strength: Double
        public var shared: [Int]

        public init(from: String, to: String, strength: Double, shared: [Int]) {
            (self.from, self.to, self.strength, self.shared) = (from, to, strength, shared)
        }
    }

    public struct Kind: Encodable, Sendable {
        public var name, label: String
    }

    /// The part that is looked at first: `answers`, `questions` or `all`.
    public var part: String
    /// How many letters must cite a source at least: what the page was made with.
    public var least = 1
    /// How many sources there are to list, by part of letters and kind, and how many letters; the page may hold fewer.
    public var sourceTotals: [String: [String: Int]] = [:]
    public var letterTotal = 0
    /// The side of a projection, or nil.
    public var side: String?
    public var letters: [Letter] = []
    public var sources: [Source] = []
    public var units: [Unit] = []
    public var citations: [Citation] = []
    public var references: [Reference] = []
    public var ties: [Tie] = []
    /// Whether a server can draw the picture around another node.
    public var isServed = false
    /// The box of each node that stands in one.
    public var boxes: [String: String] = [:]
    public let kinds = Theme.kinds.map { Kind(name: $0.kind, label: $0.style.name) }

    /// What people call a kind: web page.
    public static func kindName(_ kind: String) -> String { Theme.style(of: kind).name }

    public init(part: String) { self.part = part }
}

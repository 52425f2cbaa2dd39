import DutchText

/// One row a citation, with all that a spreadsheet needs to sort and filter them.
public struct CitationTable {
    /// A citation, as texts; nil for what is not known.
    public struct Row {
        public let letter: String
        public let date: String?
        public let ministry: String?
        public let ministers: [String]
        public let askers: [String]
        public let parties: [String]
        public let subject: String?
        public let unit: String
        public let footnote: String?
        public let source: String
        public let kind: String
        public let label: String
        public let title: String?
        public let quote: String
        public let sentence: String
        public let context: String?
        public let locator: String?
        public let page: Int?
        public let line: Int
        public let link: String?

        public init(
            letter: String, date: String?, ministry: String?, ministers: [String], askers: [String], parties: [String],
            subject: String?, unit: String, footnote: String?, source: String, kind: String, label: String,
            title: String?, quote: String, sentence: String, context: String?, locator: String?, page: Int?, line: Int,
            link: String?
        ) {
            (self.letter, self.date, self.ministry, self.ministers) = (letter, date, ministry, ministers)
            (self.askers, self.parties, self.subject, self.unit) = (askers, parties, subject, unit)
            (self.footnote, self.source, self.kind, self.label) = (footnote, source, kind, label)
            (self.title, self.quote, self.sentence, self.context) = (title, quote, sentence, context)
            (self.locator, self.page, self.line, self.link) = (locator, page, line, link)
        }
    }

    private static let columns: [(name: String, value: @Sendable (Row) -> String?)] = [
        ("letter", { $0.letter }), ("date", { $0.date }), ("ministry", { $0.ministry }),
        ("ministers", { $0.ministers.joined(separator: "; ") }), ("askers", { $0.askers.joined(separator: "; ") }),
        ("parties", { $0.parties.joined(separator: "; ") }), ("subject", { $0.subject }), ("unit", { $0.unit }),
        ("footnote", { $0.footnote }), ("kind", { $0.kind }), ("source", { $0.source }), ("label", { $0.label }),
        ("title", { $0.title }), ("quote", { $0.quote }), ("sentence", { $0.sentence }), ("context", { $0.context }),
        ("locator", { $0.locator }), ("page", { $0.page.map { String($0) } }), ("line", { String($0.line) }),
        ("link", { ExchangeText.link($0.link) }),
    ]

    private let output: ExchangeOutput

    public init(_ output: ExchangeOutput) throws {
        self.output = output
        try CSVPair.line(Self.columns.map(\.name), output)
    }

    public func add(_ row: Row) throws {
        try CSVPair.line(Self.columns.map { Self.onOneLine($0.value(row) ?? "") }, output)
    }

    /// A row is a line: what a letter broke over lines is one text here.
    private static func onOneLine(_ text: String) -> String {
        var isBlank = true
        // Nearly every text is on one line already.
        let isPlain = text.utf8.allSatisfy { byte in
            defer { isBlank = byte == Byte.space }
            return byte > Byte.space && byte != 0xC2 && byte != 0xE2 || byte == Byte.space && !isBlank
        }
        return isPlain && !isBlank ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import DutchText

/// A document of the Tweede Kamer as its open data has it: its number there, its id in the official publications where that is
/// known, its kind, day and title. One that only the official publications have (KOOP’s search) is called by its id there.
public struct RegisteredDocument: Sendable, Hashable {
    /// `2024D40329`, else the official id.
    public let number: String
    /// `kst-30821-209`, `ah-tk-20242025-968`
    public let official: String?
    /// ISO 8601
    public let date: String
    /// `Motie`, `Brief regering`
    public let kind: String
    public let title: String

    public init(number: String, official: String?, date: String, kind: String, title: String) {
        (self.number, self.official, self.date, self.kind, self.title) = (number, official, date, kind, title)
    }
}

/// In the text of a register a document has two rows: `d:2024D40329` with what is known of it, and `k:kst-30821-209` with its
/// number, where it has such an id.
extension RegisteredDocument {
    static func key(number: String) -> String { "d:" + number }
    static func key(official: String) -> String { "k:" + official }

    /// Nil for the row of something else.
    init?(_ row: RegisterTable.Row) {
        guard row.key.hasPrefix("d:") else { return nil }
        let facts = row.published.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard facts.count == 3 else { return nil }
        self.init(
            number: String(row.key.dropFirst(2)), official: facts[0] == "-" ? nil : facts[0], date: facts[1],
            kind: facts[2], title: row.title ?? "")
    }

    /// Its lines, without their ends.
    var lines: [(key: String, line: String)] {
        let own = Self.key(number: number)
        let rows = [(own, "\(own)\t0\t\(official ?? "-") \(date) \(kind)\t\(title)")]
        guard let official, official != number else { return rows }
        let other = Self.key(official: official)
        return rows + [(other, "\(other)\t0\t\(number)\t")]
    }
}

extension Register {
    /// What is known of a document, by its number or by its id in the official publications.
    /// - Complexity: logarithmic in the rows of the register.
    public func document(_ id: String) -> RegisteredDocument? {
        if let row = row(RegisteredDocument.key(number: id)) { return RegisteredDocument(row) }
        guard let number = row(RegisteredDocument.key(official: id))?.published.split(separator: ",").first else {
            return nil
        }
        return row(RegisteredDocument.key(number: String(number))).flatMap(RegisteredDocument.init)
    }

    /// The id in the official publications of a document of this number: `kst-30821-209` of `2024D40329`.
    public func officialID(ofDocument number: String) -> String? {
        row(RegisteredDocument.key(number: number)).flatMap(RegisteredDocument.init)?.official
    }
}

extension RegisterDraft {
    static let documentColumns = ["document", "official", "kind", "date", "title"]

    /// A row of a list of documents.
    mutating func addDocument(_ cells: [String], _ number: Int) throws(Fault) {
        guard cells.count == 5 else { throw Fault(line: number, reason: "it has \(cells.count) columns, not 5") }
        guard RegisteredDocument.isNumber(cells[0]) else {
            throw Fault(line: number, reason: "“\(Self.short(cells[0]))” is not a number such as 2024D40329")
        }
        guard cells[1].isEmpty || DocumentName(cells[1])?.document != nil else {
            throw Fault(line: number, reason: "“\(Self.short(cells[1]))” is not an identifier such as kst-30821-230")
        }
        guard RegisteredDocument.isDay(cells[3]) else {
            throw Fault(line: number, reason: "“\(Self.short(cells[3]))” is not a day such as 2024-03-13")
        }
        add(
            RegisteredDocument(
                number: cells[0], official: cells[1].isEmpty ? nil : cells[1], date: cells[3], kind: cells[2],
                title: cells[4]))
    }

    /// A document. Its official id says that it was published, too.
    package mutating func add(_ document: RegisteredDocument) {
        documents[document.number] = document.onOneLine
        if let official = document.official { add(id: official) } else { countLine() }
    }
}

extension RegisteredDocument {
    /// `2024D40329`
    static func isNumber(_ text: String) -> Bool {
        let signs = Array(text.utf8)
        return signs.count == 10 && signs[4] == UInt8(ascii: "D")
            && signs.indices.allSatisfy { $0 == 4 || (0x30...0x39).contains(signs[$0]) }
    }

    /// A day of the calendar, `2024-03-13`.
    package static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == 3 && DutchDate.exists(numbers[0], numbers[1], numbers[2])
    }

    /// The same with single blanks, as a line of a register holds it.
    fileprivate var onOneLine: Self {
        func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return Self(number: number, official: official, date: date, kind: words(kind), title: words(title))
    }
}

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
    /// Who sent it, where a source says so: `minister van Defensie (R.P. Brekelmans)`; several with `; ` between.
    public let sender: String?

    public init(
        number: String, official: String?, date: String, kind: String, title: String, sender: String? = nil
    ) {
        (self.number, self.official, self.date) = (number, official, date)
        (self.kind, self.title, self.sender) = (kind, title, sender)
    }

    /// The same, with what only an older row says.
    func completed(by older: Self?) -> Self {
        Self(
            number: number, official: official ?? older?.official, date: date, kind: kind, title: title,
            sender: sender ?? older?.sender)
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
            kind: facts[2], title: row.title ?? "", sender: row.sender)
    }

    /// Its lines, without their ends.
    var lines: [(key: String, line: String)] {
        let own = Self.key(number: number)
        let from = sender.map { "\t" + $0 } ?? ""
        let rows = [(own, "\(own)\t0\t\(official ?? "-") \(date) \(kind)\t\(title)\(from)")]
        guard let official, official != number else { return rows }
        let other = Self.key(official: official)
        return rows + [(other, "\(other)\t0\t\(number)\t")]
    }
}

extension Register {
    /// What is known of a document, by its number or by its id in the official publications.
    /// - Complexity: logarithmic in the rows of the register.
    public func document(_ id: String) -> RegisteredDocument? {
        if let own = numbered(id) { return own }
        return rows(RegisteredDocument.key(official: id)).first.flatMap { numbered($0.published) }
    }

    /// What the newer table says, with what only the older one does.
    private func numbered(_ number: String) -> RegisteredDocument? {
        let known = rows(RegisteredDocument.key(number: number)).compactMap(RegisteredDocument.init)
        return known.first.map { known.dropFirst().reduce($0) { $0.completed(by: $1) } }
    }

    /// The id in the official publications of a document of this number: `kst-30821-209` of `2024D40329`.
    public func officialID(ofDocument number: String) -> String? {
        numbered(number)?.official
    }
}

extension RegisterDraft {
    /// The last one may be left out.
    static let documentColumns = ["document", "official", "kind", "date", "title", "sender"]

    /// A row of a list of documents.
    mutating func addDocument(_ cells: [String], _ number: Int, columns: Int = documentColumns.count) throws(Fault) {
        guard cells.count == columns else {
            throw Fault(line: number, reason: "it has \(cells.count) columns, not \(columns)")
        }
        // What only the official publications have is called by its id there.
        let isOfficial = cells[0] == cells[1] && DocumentName(cells[0])?.document != nil
        guard RegisteredDocument.isNumber(cells[0]) || isOfficial else {
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
                title: cells[4], sender: columns > 5 && !cells[5].isEmpty ? cells[5] : nil))
    }

    /// A document. Its official id says that it was published, too.
    package mutating func add(_ document: RegisteredDocument) {
        documents[document.number] = document.onOneLine.completed(by: documents[document.number])
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
        let from = sender.map(words)
        return Self(
            number: number, official: official, date: date, kind: words(kind), title: words(title),
            sender: from?.isEmpty == true ? nil : from)
    }
}

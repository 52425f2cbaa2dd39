/// A register in the making: what lists of dossiers and of identifiers say, put together and written as one text.
public struct RegisterDraft {
    /// What is known of one dossier, or of one year of the Aanhangsel.
    struct Entry {
        var highest = 0
        var numbers: Set<Int> = []
        /// Papers of the Eerste Kamer, A = 1.
        var letters: Set<Int> = []
        var title = ""
    }

    /// By their key: `30821`, `36600-VII`, `ah-tk-20232024`.
    private var entries: [String: Entry] = [:]
    /// By their number: `2024D40329`.
    var documents: [String: RegisteredDocument] = [:]
    /// How many lines said something.
    public private(set) var lines = 0
    /// What the file that is being taken in has besides.
    var leftOut: [LeftOutRows] = []

    public init() {}

    /// Begins with what an earlier register holds.
    public init(text: String) {
        RegisterTable(Array(text.utf8)).rows { row in
            if let document = RegisteredDocument(row) { documents[document.number] = document }
            guard !row.key.contains(":") else { return }
            let published = NumberRanges(row.published)
            entries[row.key] = Entry(
                highest: row.highest, numbers: Set(published.numbers.joined()),
                letters: Set(published.letters.joined()), title: row.title ?? "")
        }
    }

    /// A row of a list of dossiers.
    /// - Parameter chapter: or fund, or the addition of 21501; nil for none.
    mutating func add(dossier: String, chapter: String?, highest: Int, title: String) {
        lines += 1
        let key = chapter.map { "\(dossier)-\($0)" } ?? dossier
        entries[key, default: Entry()].highest = max(entries[key]?.highest ?? 0, highest)
        if !title.isEmpty { entries[key]?.title = title }
    }

    /// A published identifier: `kst-36600-VII-1`, `ah-tk-20232024-964`; of another kind it says nothing. That of an annex
    /// or a reprint is that of its document.
    mutating func add(id: String) {
        var parts = id.split(separator: "-")
        while let last = parts.last, parts.count > 3, Self.isPart(last) { parts.removeLast() }
        guard let name = DocumentName(parts.joined(separator: "-")), let document = name.document,
            // kst-00022-L is no dossier, but the Roman number of a paper of the Eerste Kamer.
            !name.dossier.hasPrefix("0"), let key = Self.key(name)
        else { return }
        lines += 1
        var entry = entries[key] ?? Entry()
        if document.utf8.count <= 4, let number = Int(document) {
            entry.numbers.insert(number)
            // A number with a year before it is one of the Eerste Kamer, which counts through the year.
            if !(parts[0] == "kst" && parts[1].utf8.count == 8) { entry.highest = max(entry.highest, number) }
        } else if document.utf8.count <= 3, let letter = NumberRanges.ordinal(document) {
            entry.letters.insert(letter)
        } else {
            return
        }
        entries[key] = entry
    }

    /// As identifiers ought to be: with a chapter in capitals, or the addition of 21501, and without the number of a
    /// Rijkswet (`kst-33183-R1975-11`); nil where what stands in its place is none (`kst-19291-23-110`).
    private static func key(_ name: DocumentName) -> String? {
        guard let chapter = name.chapter?.uppercased() else { return name.key }
        if chapter.allSatisfy(\.isNumber) { return name.dossier == "21501" && chapter.count == 2 ? name.key : nil }
        if chapter.hasPrefix("R"), chapter.count > 2 { return name.dossier }
        return chapter.allSatisfy(\.isLetter) ? "\(name.dossier)-\(chapter)" : nil
    }

    mutating func countLine() { lines += 1 }

    /// `b1`, `h1`, `n1`: an annex, a reprint.
    private static func isPart(_ part: Substring) -> Bool {
        guard let sign = part.first, "bhn".contains(sign), part.count > 1 else { return false }
        return part.dropFirst().allSatisfy(\.isNumber)
    }

    /// The register: facts on the whole, then the rows, sorted by the bytes of their keys.
    /// - Parameters:
    ///   - date: from when it is, in words for people.
    ///   - complete: the last day for which it knows every document, ISO 8601, if there is one.
    public func text(from date: String, complete: String? = nil) -> String {
        var lines = ["#as-of\t\(date)", Self.formLine]
        if let complete { lines.append("#complete\t\(complete)") }
        if let newest { lines.append("#newest\t\(newest)") }
        // What has a number of the Tweede Kamer too is known by that.
        let numbered = Set(documents.values.lazy.filter { $0.number != $0.official }.compactMap(\.official))
        let known = documents.values.filter { !numbered.contains($0.number) }
        var rows = known.flatMap(\.lines) + RegisteredDocument.days(of: known)
        for (key, entry) in entries {
            let published = NumberRanges(entry.numbers, letters: entry.letters)
            rows.append((key, "\(key)\t\(entry.highest)\t\(published)\t\(entry.title)"))
        }
        lines += rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.line)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The newest dossier of those that are known nearly without a gap: a list of some dossiers says nothing of the others.
    private var newest: Int? {
        let dossiers = Set(entries.keys.compactMap { $0.split(separator: "-").first.flatMap { Int($0) } })
        return dossiers.sorted(by: >).first { newest in
            (newest - 49...newest).count(where: dossiers.contains) >= 45
        }
    }
}

/// The files a register is made of.
extension RegisterDraft {
    /// Why a file is no register: the line that is wrong, 1-based, and what is wrong with it.
    public struct Fault: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "line \(line): \(reason)" }

        package init(line: Int, reason: String) { (self.line, self.reason) = (line, reason) }
    }

    /// Takes in a file: dossiers with the columns `dossier`, `addition`, `highest`, `title` and tabs between, documents with the
    /// columns `document`, `official`, `kind`, `date`, `title` and, if it has one, `sender`, pages of documents in JSON as the Tweede Kamer's open data gives
    /// them, or identifiers of official publications, one a line. Either may be in part: what it lacks stays as it was.
    /// - Returns: the rows that were not taken, and why.
    /// - Throws: `Fault` for the first line that is neither.
    /// - Complexity: linear in the length of the text.
    @discardableResult
    public mutating func add(_ text: String) throws(Fault) -> [LeftOutRows] {
        leftOut = []
        if let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }), first == "[" || first == "{" {
            try addPage(text)
        } else {
            try addLines(text)
        }
        return leftOut
    }

    private mutating func addLines(_ text: String) throws(Fault) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var hasColumns: Bool?
        // Of a list of documents.
        var documentColumns: Int?
        for (index, bytes) in lines.enumerated() {
            let line = Self.trimmed(String(decoding: bytes, as: UTF8.self), isFirst: index == 0)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if hasColumns == nil {
                hasColumns = line.contains("\t")
                if hasColumns == true {
                    documentColumns = try columns(line, index + 1)
                    continue
                }
            }
            if let documentColumns {
                try addDocument(
                    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), index + 1,
                    columns: documentColumns)
            } else if hasColumns == true {
                try addRow(line, index + 1)
            } else {
                try addID(line, index + 1)
            }
        }
        if hasColumns == nil { throw Fault(line: 1, reason: "the file is empty") }
    }

    private static let columns = ["dossier", "addition", "highest", "title"]

    /// How many columns a list of documents has; nil for one of dossiers.
    private func columns(_ line: String, _ number: Int) throws(Fault) -> Int? {
        if line == Self.columns.joined(separator: "\t") { return nil }
        let documents = Self.documentColumns
        for count in [documents.count, documents.count - 1]
        where line == documents.prefix(count).joined(separator: "\t") { return count }
        throw Fault(
            line: number,
            reason:
                "a list of dossiers needs the columns \(Self.columns.joined(separator: ", ")); one of documents "
                + "\(documents.dropLast().joined(separator: ", ")), and perhaps sender")
    }

    private mutating func addRow(_ line: String, _ number: Int) throws(Fault) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 4 else { throw Fault(line: number, reason: "it has \(cells.count) columns, not 4") }
        guard (4...5).contains(cells[0].utf8.count), let dossier = Int(cells[0]), dossier > 0 else {
            throw Fault(line: number, reason: "“\(Self.short(cells[0]))” is not a dossier")
        }
        guard let highest = Int(cells[2]), highest < 10_000 else {
            throw Fault(line: number, reason: "“\(Self.short(cells[2]))” is not a highest number")
        }
        guard cells[1].utf8.allSatisfy({ Self.isAddition($0) }) else {
            throw Fault(line: number, reason: "“\(Self.short(cells[1]))” is not a chapter, fund or Rijkswet number")
        }
        let addition = cells[1].filter { !"()".contains($0) }.uppercased()
        // R2064 is the number of a Rijkswet, and no part of an id.
        let isPart = !addition.isEmpty && !(addition.hasPrefix("R") && addition.count > 2)
        add(dossier: cells[0], chapter: isPart ? addition : nil, highest: max(0, highest), title: cells[3])
    }

    private mutating func addID(_ line: String, _ number: Int) throws(Fault) {
        let kind = line.prefix { $0.isASCII && $0.isLetter }
        // `kst-32302--B` is one too.
        let isID =
            !kind.isEmpty && line.dropFirst(kind.count).first == "-" && line.count > kind.count + 1
            && line.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "-")
            }
        guard isID else {
            throw Fault(line: number, reason: "“\(Self.short(line))” is not an identifier such as kst-30821-230")
        }
        let known = lines
        add(id: line)
        if lines == known {
            leftOut.note("line", number, Self.short(line), because: "with an id that names no dossier or year")
        }
    }

    /// Without the mark of UTF-8 and the line end of Windows.
    private static func trimmed(_ line: String, isFirst: Bool) -> String {
        var line = line[...]
        if isFirst, line.hasPrefix("\u{FEFF}") { line = line.dropFirst() }
        while line.last == "\r" || line.last == " " { line = line.dropLast() }
        return String(line)
    }

    private static func isAddition(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: ")")
    }

    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}

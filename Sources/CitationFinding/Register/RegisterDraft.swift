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
    /// How many lines said something.
    public private(set) var lines = 0

    public init() {}

    /// Begins with what an earlier register holds.
    public init(text: String) {
        RegisterTable(Array(text.utf8)).rows { row in
            let published = PublishedNumbers(row.published)
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
        } else if document.utf8.count <= 3, let letter = PublishedNumbers.ordinal(document) {
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
        var lines = ["#as-of\t\(date)"]
        if let complete { lines.append("#complete\t\(complete)") }
        if let newest { lines.append("#newest\t\(newest)") }
        for (key, entry) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let published = PublishedNumbers(entry.numbers, letters: entry.letters)
            lines.append("\(key)\t\(entry.highest)\t\(published)\t\(entry.title)")
        }
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

import DutchText

/// Finds what may have been meant by an id: documents that exist, or may, one slip or two away.
public struct Suggestions {
    private let register: Register
    private let cited: CitationCounts
    private let index: DossierIndex
    /// As many as are worth reading.
    private static let most = 3

    /// - Complexity: one walk over the register.
    public init(_ register: Register, cited: CitationCounts) {
        (self.register, self.cited) = (register, cited)
        index = DossierIndex(register)
    }

    /// The likeliest among everything that is known, best first; at most three.
    /// - Parameters:
    ///   - id: as it was written.
    ///   - letter: the name of the letter it stands in.
    ///   - sentence: the one that holds it, with that of its note's marker.
    public func find(_ id: String, in letter: String, sentence: String) -> [Suggestion] {
        guard let written = DocumentName(id) else { return [] }
        var names = OneSlipAway.of(written.document ?? "").map {
            DocumentName(dossier: written.dossier, chapter: written.chapter, document: $0)
        }
        if !written.isAanhangsel {
            names += index.near(written.dossier, chapter: written.chapter, number: written.number ?? 0).map {
                DocumentName(
                    dossier: String(decoding: $0.digits, as: UTF8.self), chapter: $0.chapter, document: written.document
                )
            }
        }
        return rank(names, for: written, letter, sentence)
    }

    /// The same for ids that other letters give reason to think of.
    public func rank(_ ids: [String], for id: String, in letter: String, sentence: String) -> [Suggestion] {
        DocumentName(id).map { rank(ids.compactMap(DocumentName.init), for: $0, letter, sentence) } ?? []
    }

    private func rank(
        _ names: [DocumentName], for written: DocumentName, _ letter: String, _ sentence: String
    ) -> [Suggestion] {
        let words = SentenceWords(sentence)
        let found = Set(names).compactMap { suggestion($0, for: written, letter, words) }
        return Array(found.sorted(by: Suggestion.isBefore).prefix(Self.most))
    }

    private func suggestion(
        _ name: DocumentName, for written: DocumentName, _ letter: String, _ words: SentenceWords
    ) -> Suggestion? {
        guard let slip = slip(from: name, to: written) else { return nil }
        let row = register.row(name)
        let exists = exists(name, row)
        let letters = cited.letters(citing: name.id, but: letter)
        guard exists || letters > 0 else { return nil }
        let isInNumber = name.key == written.key
        let score = SlipScore(
            slip: slip, isInNumber: isInNumber, exists: exists, letters: letters,
            isDossierCited: !isInNumber && cited.hasDossier(name.key),
            titleShare: isInNumber ? 0 : words.share(of: row?.title))
        return Suggestion(id: name.id, difference: slip.words, letters: letters, title: row?.title, score: score.value)
    }

    private func exists(_ name: DocumentName, _ row: RegisterTable.Row?) -> Bool {
        guard let row, let document = name.document else { return row != nil }
        return (name.number ?? .max) <= row.highest || NumberRanges(row.published).contains(document)
    }

    private func slip(from meant: DocumentName, to written: DocumentName) -> DigitSlip? {
        if meant.key == written.key {
            return DigitSlip(from: Array((meant.document ?? "").utf8), to: Array((written.document ?? "").utf8))
        }
        if meant.dossier == written.dossier { return .chapter }
        return DigitSlip(from: Array(meant.dossier.utf8), to: Array(written.dossier.utf8))
    }
}

/// What the letters of a store cite, as far as it speaks for a suggestion. Asked only for the few ids that come to mind.
public struct CitationCounts {
    private let count: (_ id: String) -> Int
    private let cites: (_ letter: String, _ id: String) -> Bool
    private let hasKey: (_ key: String) -> Bool

    /// - Parameters:
    ///   - count: how many letters cite an id.
    ///   - hasKey: whether a document of a dossier is cited, by its `DocumentName.key`.
    ///   - cites: whether a letter, by its name, cites an id.
    public init(
        count: @escaping (_ id: String) -> Int, hasKey: @escaping (_ key: String) -> Bool,
        cites: @escaping (_ letter: String, _ id: String) -> Bool
    ) {
        (self.count, self.hasKey, self.cites) = (count, hasKey, cites)
    }

    /// How many letters cite an id, but for one.
    func letters(citing id: String, but letter: String) -> Int {
        let count = count(id)
        return count > 0 && cites(letter, id) ? count - 1 : count
    }

    func hasDossier(_ key: String) -> Bool { hasKey(key) }
}

extension Suggestions {
    /// Whether what is proposed for an id may be another when a document is cited more or less.
    /// - Parameters:
    ///   - id: the id that has suggestions.
    ///   - other: the document that is cited more or less than before.
    ///   - comesOrGoes: whether `other` was not cited before, or no longer is: then it may decide whether its dossier is
    ///     cited at all.
    public static func depend(_ id: String, on other: String, comesOrGoes: Bool) -> Bool {
        guard let written = DocumentName(id), let name = DocumentName(other) else { return false }
        if written.dossier == name.dossier { return true }
        guard comesOrGoes || written.document == name.document else { return false }
        return DigitSlip(from: Array(name.dossier.utf8), to: Array(written.dossier.utf8)) != nil
    }
}

/// The dossiers of a register by their digits, to find those a slip or two away from a number.
struct DossierIndex {
    struct Entry {
        let key: String
        let digits: [UInt8]
        let chapter: String?
        let highest: Int
        /// How often it has each digit, four bits each.
        fileprivate let digitCounts: UInt64
    }

    private let entries: [Entry]

    /// - Complexity: one walk over the register.
    init(_ register: Register) {
        var entries: [Entry] = []
        register.dossiers { key, highest in
            let digits = Array(key.utf8.prefix { $0 != UInt8(ascii: "-") })
            let chapter = key.utf8.count > digits.count ? String(key.dropFirst(digits.count + 1)) : nil
            entries.append(
                Entry(
                    key: key, digits: digits, chapter: chapter, highest: highest, digitCounts: Self.counts(digits)))
        }
        self.entries = entries
    }

    /// Dossiers with that chapter whose digits differ by two slips at most and which go on to a number; and the chapters
    /// of the dossier itself.
    func near(_ dossier: String, chapter: String?, number: Int) -> [Entry] {
        let digits = Array(dossier.utf8)
        let counts = Self.counts(digits)
        return entries.filter { entry in
            guard entry.highest >= number else { return false }
            if entry.digits == digits { return chapter == nil && entry.chapter != nil }
            // Two slips change two digits at most: most dossiers are ruled out by counting.
            return entry.chapter == chapter && Self.shared(entry.digitCounts, counts) + 2 >= digits.count
                && DigitSlip(from: entry.digits, to: digits) != nil
        }
    }

    private static func counts(_ digits: [UInt8]) -> UInt64 {
        digits.reduce(0) { $0 + 1 << (4 * UInt64($1 & 0x0F)) }
    }

    private static func shared(_ left: UInt64, _ right: UInt64) -> Int {
        var sum: UInt64 = 0
        for place in stride(from: UInt64(0), to: 40, by: 4) { sum += min(left >> place & 0xF, right >> place & 0xF) }
        return Int(sum)
    }
}

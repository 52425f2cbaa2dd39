import DutchText

/// Finds what may have been meant by an id: documents that exist, or may, one slip or two away.
public struct Suggestions {
    private let register: Register
    private let cited: CitedIDs
    private let index: DossierIndex
    /// As many as are worth reading.
    private static let most = 3

    /// - Complexity: one walk over the register.
    public init(_ register: Register, cited: CitedIDs) {
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
        var names = SimilarNumbers.of(written.document ?? "").map {
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
        return (name.number ?? .max) <= row.highest || PublishedNumbers(row.published).contains(document)
    }

    private func slip(from meant: DocumentName, to written: DocumentName) -> Slip? {
        if meant.key == written.key {
            return Slip(from: Array((meant.document ?? "").utf8), to: Array((written.document ?? "").utf8))
        }
        if meant.dossier == written.dossier { return .chapter }
        return Slip(from: Array(meant.dossier.utf8), to: Array(written.dossier.utf8))
    }
}

/// What the letters of a store cite, as far as it speaks for a suggestion. Asked only for the few ids that come to mind.
public struct CitedIDs {
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
    /// - Parameter comesOrGoes: whether that was not cited before, or no longer is: then it may decide whether its dossier is
    ///   cited at all.
    public static func depend(_ id: String, on other: String, comesOrGoes: Bool) -> Bool {
        guard let written = DocumentName(id), let name = DocumentName(other) else { return false }
        if written.dossier == name.dossier { return true }
        guard comesOrGoes || written.document == name.document else { return false }
        return Slip(from: Array(name.dossier.utf8), to: Array(written.dossier.utf8)) != nil
    }
}

import DutchText

/// What a letter says about itself at its head: who answers whom, when, and about what.
public struct LetterHeader: Sendable, Hashable {
    public struct Minister: Sendable, Hashable {
        /// Without initials: `Bruins Slot`.
        public let name: String
        /// As printed: `Buitenlandse Zaken`, `BZ`.
        public let portfolio: String?

        package init(name: String, portfolio: String?) { (self.name, self.portfolio) = (name, portfolio) }
    }

    public struct Asker: Sendable, Hashable {
        public let name: String
        public let party: String?
    }

    /// ISO 8601, the day the answer was sent or received.
    public internal(set) var answered: String?
    /// ISO 8601, the day the questions were submitted.
    public internal(set) var submitted: String?
    public internal(set) var ministers: [Minister] = []
    public internal(set) var askers: [Asker] = []
    /// The letter's own number in the Aanhangsel: `ah-tk-20232024-704`.
    public internal(set) var aanhangsel: String?
    /// The kenmerk of the questions it answers: `2026Z06925`.
    public internal(set) var zaken: [String] = []
    public internal(set) var subject: String?
    /// Short where the ministry is known (`BZK`), else as printed.
    public internal(set) var ministry: String?

    /// The same, with a day and a subject where it says none.
    package func completed(answered: String?, subject: String?) -> Self {
        var header = self
        header.answered = self.answered ?? answered
        header.subject = self.subject ?? subject
        return header
    }

    /// What people call this letter: `BZK 7 jul 2025 · Bontenbal c.s. (CDA)`; what is not known is left out.
    /// - Parameter name: the file's name, for a letter that says nothing about itself.
    public func label(orElse name: String) -> String {
        let from = [ministry ?? ministers.first?.name, answered.map(DutchDate.short)].compactMap(\.self)
        let about = askersLabel ?? subject.map { Self.shortened($0, to: 48) }
        let parts = [from.joined(separator: " "), about ?? ""].filter { !$0.isEmpty }
        // One fact alone tells few letters apart: its own number does.
        if parts.isEmpty || from.isEmpty || (from.count == 1 && about == nil) {
            return (parts + [ownNumber ?? name]).joined(separator: " · ")
        }
        return parts.joined(separator: " · ")
    }

    /// `Aanhangsel 2009-2010, nr. 2049`, else the kenmerk.
    private var ownNumber: String? {
        let parts = (aanhangsel ?? "").split(separator: "-")
        guard parts.count == 4, parts[2].count == 8 else { return zaken.first }
        return "Aanhangsel \(parts[2].prefix(4))-\(parts[2].suffix(4)), nr. \(parts[3])"
    }

    private var askersLabel: String? {
        guard let first = askers.first else { return nil }
        var parties: [String] = []
        for party in askers.compactMap(\.party) where !parties.contains(party) { parties.append(party) }
        let others = askers.count > 2 ? " c.s." : askers.count == 2 ? " en \(askers[1].name)" : ""
        return first.name + others + (parties.isEmpty ? "" : " (\(parties.joined(separator: ", ")))")
    }

    private static func shortened(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let head = text.prefix(length)
        let end = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<end] + "…"
    }
}

/// What an id names, as the register knows it: `kst-36600-VII-1` is document `1` of dossier `36600` with chapter `VII`.
public struct DocumentName: Sendable, Hashable {
    /// Only digits; `ah-tk-20232024` for an Aanhangsel.
    public let dossier: String
    /// A budget chapter, a fund, or the numeric addition of 21501.
    public let chapter: String?
    /// A number, or a letter of the Eerste Kamer; nil for a dossier as such.
    public let document: String?

    /// Nil for an id of another kind, and for one that is written otherwise (`kst-1268678`).
    public init?(_ id: String) {
        var parts = id.split(separator: "-").map(String.init)
        switch parts.first {
        case "kst":
            // Through 2008/09 an id of the Eerste Kamer carries the year: kst-20082009-31700-VI-D.
            if parts.count > 3, parts[1].utf8.count == 8 { parts.remove(at: 1) }
            guard (3...4).contains(parts.count), Self.isDossier(parts[1]) else { return nil }
            (dossier, chapter, document) = (parts[1], parts.count == 4 ? parts[2] : nil, parts[parts.count - 1])
        case "dossier":
            guard (2...3).contains(parts.count), Self.isDossier(parts[1]) else { return nil }
            (dossier, chapter, document) = (parts[1], parts.count == 3 ? parts[2] : nil, nil)
        case "ah":
            guard parts.count == 4, Int(parts[3]) != nil else { return nil }
            (dossier, chapter, document) = (parts[0...2].joined(separator: "-"), nil, parts[3])
        default: return nil
        }
    }

    init(dossier: String, chapter: String?, document: String?) {
        (self.dossier, self.chapter, self.document) = (dossier, chapter, document)
    }

    /// The key of its row: `36600-VII`.
    public var key: String { chapter.map { "\(dossier)-\($0)" } ?? dossier }

    var isAanhangsel: Bool { dossier.hasPrefix("ah-") }

    /// Its number; nil for a letter, and for a dossier.
    var number: Int? { document.flatMap { Int($0) } }

    var id: String {
        let whole = document.map { "\(key)-\($0)" } ?? key
        return isAanhangsel ? whole : (document == nil ? "dossier-" : "kst-") + whole
    }

    private static func isDossier(_ text: String) -> Bool {
        (4...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

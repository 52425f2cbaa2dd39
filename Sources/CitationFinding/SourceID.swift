/// The canonical id of a source: `kst-30821-230`, `report:aivd-jaarverslag-2024`, `https://disinfocode.eu/`.
public struct SourceID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let id: String
    public let kind: SourceKind

    public init(_ id: String) {
        self.id = id
        kind = SourceKind.of(id)
    }

    public var description: String { id }

    public static func == (left: SourceID, right: SourceID) -> Bool { left.id == right.id }
    public static func < (left: SourceID, right: SourceID) -> Bool { left.id < right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What is known of a source from its id and the catalogue of reports.
public struct Source: Sendable, Hashable {
    public let id: SourceID
    /// The source it is part of: a Kamerstuk's dossier, an edition's series. Nil for none.
    public let parent: SourceID?
    /// Its official page; only `http` and `https` addresses. Nil for none.
    public let page: String?
    /// How people write it: `30 821, nr. 230`, `AIVD jaarverslag 2024`.
    public let label: String

    /// - Parameter catalogue: the one the letters were read with, so that a user's own series have their names.
    public init(_ id: SourceID, catalogue: ReportCatalogue = .builtIn) {
        self.id = id
        parent = id.kind.parent(id.id, catalogue).map(SourceID.init)
        let page = id.kind.page(id.id, catalogue)
        self.page = page.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        label = id.kind.label(id.id, catalogue)
    }
}

import CitationFinding
import DossierRegister

/// Which source an id is, by what kvgraph knows (`OtherNames`) and by what a user says of two ids. It goes by the verdicts and the
/// register alone: neither the order of the verdicts nor what letters cite decides anything.
///
/// - The user's `same` comes first. Then each id that a verdict names is joined to what kvgraph knows it to be, the ids that stand
///   for others before the rest, and left out where that would join what the user keeps apart.
/// - The second id of `same` stands for the first. Of a chain it is the last one, or what kvgraph knows that one to be; where there
///   are several last ones, or none, the rule for addresses chooses (`OtherNames.standing`).
struct Works {
    /// The source that an id is.
    enum Work: Hashable {
        case source(String)
        /// One of the addresses that letters wrote: which one is known from the whole store.
        case addresses(String)
    }

    /// Whether the user says nothing of any two ids.
    let isEmpty: Bool
    private let register: Register
    /// Of the ids that verdicts name, of what these are, and of what addresses have in common.
    private var groups: JoinedGroups
    /// What stands for a group; nil for addresses.
    private var standing: [String: String] = [:]

    init(_ verdicts: [WorkVerdict], _ register: Register) {
        (isEmpty, self.register, groups) = (verdicts.isEmpty, register, JoinedGroups(verdicts))
        let links = joinKnown(verdicts)
        let same = verdicts.filter { $0.kind == .same }
        let (named, left) = (Set(same.flatMap { [$0.first, $0.second] }), Set(same.map(\.first)))
        func end(_ id: String) -> String { links[id].map(end) ?? id }
        for (group, ids) in Dictionary(grouping: groups.names.filter { !Self.isShared($0) }, by: groups.group) {
            let joined = ids.filter(named.contains)
            let last = joined.filter { !left.contains($0) }
            if joined.isEmpty {
                standing[group] = ids.first { links[$0] == nil && shared(by: $0) == nil }
            } else {
                standing[group] = OtherNames.standing(for: (last.isEmpty ? joined : last).map(end))
            }
        }
    }

    /// What a citation is of.
    /// - Parameters:
    ///   - written: the id as it was written.
    ///   - resolved: the number of a letter that was cited by its date.
    func work(_ written: SourceID, resolvedTo resolved: SourceID? = nil) -> Work {
        if groups.knows(written.id), resolved.map({ areApart(written.id, $0) }) ?? true {
            return work(ofKnown: written.id)
        }
        if let next = OtherNames.next(after: written, register) ?? resolved { return work(next) }
        guard let shared = OtherNames.shared(by: written) else { return .source(written.id) }
        return groups.knows(Self.key(shared)) ? work(ofKnown: Self.key(shared)) : .addresses(shared)
    }

    /// The source of a citation, as far as it does not take the whole store to know it.
    func source(_ written: SourceID, resolvedTo resolved: SourceID? = nil) -> SourceID {
        // Most stores have no verdicts.
        if isEmpty { return OtherNames.document(at: written, register) ?? resolved ?? written }
        if case .source(let id) = work(written, resolvedTo: resolved) { return SourceID(id) }
        return written
    }

    private func areApart(_ id: String, _ other: SourceID) -> Bool {
        groups.areApart(id, other.id) || OtherNames.next(after: other, register).map { areApart(id, $0) } == true
    }

    private func work(ofKnown name: String) -> Work {
        let group = groups.group(name)
        return standing[group].map(Work.source) ?? .addresses(group)
    }
}

extension Works {
    /// What addresses have in common, as a name beside the ids; with a number where not all can be one.
    private static func key(_ shared: String, _ number: Int = 0) -> String {
        number == 0 ? "~\(shared)" : "~\(shared)#\(number)"
    }
    private static func isShared(_ name: String) -> Bool { name.hasPrefix("~") }
    private func shared(by id: String) -> String? { OtherNames.shared(by: SourceID(id)) }

    /// Joins the ids that verdicts name to what kvgraph knows them to be.
    /// - Returns: of each id the one it leads to.
    private mutating func joinKnown(_ verdicts: [WorkVerdict]) -> [String: String] {
        var nexts: [String: String] = [:]
        var open = Set(verdicts.flatMap { [$0.first, $0.second] })
        var ids = open
        while let id = open.popFirst() {
            guard let next = OtherNames.next(after: SourceID(id), register)?.id else { continue }
            nexts[id] = next
            if ids.insert(next).inserted { open.insert(next) }
        }
        var links: [String: String] = [:]
        for id in ids.sorted(by: OtherNames.stands) {
            if let next = nexts[id], groups.join(id, next) {
                links[id] = next
            } else if let shared = shared(by: id) {
                var number = 0
                while !groups.join(id, Self.key(shared, number)) { number += 1 }
            } else {
                groups.add(id)
            }
        }
        return links
    }
}

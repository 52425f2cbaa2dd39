/// Names in groups, some of which never come into one group.
struct JoinedGroups {
    /// Of a name that does not stand for its group, one nearer to the name that does.
    private var nearer: [String: String] = [:]
    /// By group, the groups that it is kept apart from.
    private var others: [String: Set<String>] = [:]
    private(set) var names: Set<String> = []

    /// What a user joins and keeps apart. Of verdicts that contradict each other `apart` counts.
    init(_ verdicts: [WorkVerdict]) {
        for verdict in verdicts where verdict.kind == .apart { keepApart(verdict.first, verdict.second) }
        // In an order of their own, for verdicts that contradict each other.
        for verdict in verdicts.filter({ $0.kind == .same }).sorted(by: {
            ($0.first, $0.second) < ($1.first, $1.second)
        }) {
            join(verdict.first, verdict.second)
        }
    }

    func knows(_ name: String) -> Bool { names.contains(name) }

    mutating func add(_ name: String) { names.insert(name) }

    /// The name that stands for the group of a name.
    func group(_ name: String) -> String {
        var name = name
        while let next = nearer[name] { name = next }
        return name
    }

    func areApart(_ first: String, _ second: String) -> Bool {
        others[group(first)]?.contains(group(second)) == true
    }

    private mutating func keepApart(_ first: String, _ second: String) {
        names.formUnion([first, second])
        others[group(first), default: []].insert(group(second))
        others[group(second), default: []].insert(group(first))
    }

    /// - Returns: whether both are in one group now.
    @discardableResult
    mutating func join(_ first: String, _ second: String) -> Bool {
        guard !areApart(first, second) else { return false }
        names.formUnion([first, second])
        let (one, other) = (group(first), group(second))
        guard one != other else { return true }
        // The smaller of two names stands for both: the same one in whatever order they are joined.
        let (stays, goes) = one < other ? (one, other) : (other, one)
        nearer[goes] = stays
        for apart in others.removeValue(forKey: goes) ?? [] {
            others[apart]?.remove(goes)
            others[apart, default: []].insert(stays)
            others[stays, default: []].insert(apart)
        }
        return true
    }
}

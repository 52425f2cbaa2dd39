/// Why a text is taken for a citation that does not say so itself: reasons with their weights, which together must reach
/// `enough`. `explain` prints them.
struct Evidence {
    static let enough = 100
    private(set) var weight = 0
    private(set) var reasons: [(what: StaticString, weight: Int)] = []

    var isEnough: Bool { weight >= Self.enough }

    mutating func add(_ what: StaticString, _ weight: Int) {
        self.weight += weight
        reasons.append((what, weight))
    }
}

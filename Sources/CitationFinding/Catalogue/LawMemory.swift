/// What a letter has said of laws so far: which it named, and which abbreviations it gave them.
struct LawMemory: Sendable {
    /// Laws named in full, by their place in the catalogue.
    var named: Set<Int> = []
    /// Names given beside the full one, by their place among the names: `Telecommunicatiewet (hierna: Tw)`.
    var given: Set<Int> = []
    /// Abbreviations given to something else: `Dreigingsbeeld Statelijke Actoren (DSA)`.
    var taken: Set<[UInt8]> = []
}

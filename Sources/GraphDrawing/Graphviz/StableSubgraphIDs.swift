import CGraphviz
import Synchronization

/// The numbers of graphs and subgraphs, in the order in which they are made.
///
/// Graphviz 2.42 numbers a subgraph by the address of its name in memory, and goes through subgraphs by their numbers.
/// Where memory is used again, clusters would come in another order, and lie in other places, from one picture to the
/// next. So Graphviz goes on numbering as it does, and this puts numbers of its own in place of those. Newer versions
/// keep an order apart from the number, and lose nothing by this.
struct StableSubgraphIDs: Sendable {
    /// A number as Graphviz gave it: an address for a name, something odd for a graph without.
    private struct Given: Hashable {
        let graph: UInt
        let number: IDTYPE
    }

    private var last: IDTYPE = 0
    private var numbers: [Given: IDTYPE] = [:]
    private var given: [IDTYPE: Given] = [:]
    /// How many graphs have a number: `dot` makes copies of its boxes, with their names, and throws them away.
    private var uses: [IDTYPE: Int] = [:]

    /// Our number for one of Graphviz'; a new one if there is none yet and there has to be one, else 0.
    private mutating func number(for number: IDTYPE, in graph: UInt, create: Bool) -> IDTYPE {
        let key = Given(graph: graph, number: number)
        if let known = numbers[key] {
            if create { uses[known, default: 0] += 1 }
            return known
        }
        guard create else { return 0 }
        last += 1
        numbers[key] = last
        given[last] = key
        uses[last] = 1
        return last
    }

    /// Graphviz' number for one of ours.
    private func given(for number: IDTYPE) -> IDTYPE { given[number]?.number ?? 0 }

    /// Forgets a number when the last graph that has it is gone.
    private mutating func forget(_ number: IDTYPE) {
        uses[number, default: 1] -= 1
        guard uses[number, default: 0] <= 0 else { return }
        uses[number] = nil
        if let key = given.removeValue(forKey: number) { numbers[key] = nil }
    }
}

extension StableSubgraphIDs {
    private static let shared = Mutex(StableSubgraphIDs())

    /// Numbers from 1 again. Only between two pictures, when no graph is left.
    static func startAgain() { shared.withLock { $0 = StableSubgraphIDs() } }

    /// What Graphviz does by itself.
    private static let usual = cgv_numbering()

    /// From here on Graphviz takes the numbers of graphs from here; nodes and edges have an order of their own.
    static func install() {
        _ = usual
        cgv_set_numbering(
            { graph, kind, name, number, create in
                let found = StableSubgraphIDs.usual.map(graph, kind, name, number, create)
                guard cgv_is_graph(kind) != 0, found != 0, let number else { return found }
                let (given, key) = (number.pointee, UInt(bitPattern: graph))
                number.pointee = StableSubgraphIDs.shared.withLock {
                    $0.number(for: given, in: key, create: create != 0)
                }
                return found
            },
            { graph, kind, number in
                guard cgv_is_graph(kind) != 0 else { return StableSubgraphIDs.usual.free(graph, kind, number) }
                let given = StableSubgraphIDs.shared.withLock { numbers in
                    defer { numbers.forget(number) }
                    return numbers.given(for: number)
                }
                if given != 0 { StableSubgraphIDs.usual.free(graph, kind, given) }
            },
            { graph, kind, number in
                guard cgv_is_graph(kind) != 0 else { return StableSubgraphIDs.usual.print(graph, kind, number) }
                let given = StableSubgraphIDs.shared.withLock { $0.given(for: number) }
                return given == 0 ? nil : StableSubgraphIDs.usual.print(graph, kind, given)
            })
    }
}

import GraphAnalysis
import Support
import Testing

/// Clusters against their definitions, counted in the plainest way.
@Suite struct ClusterTests {
    /// Letters and then sources, with the edges between them.
    private struct Plain {
        let count: Int
        let edges: [(Int, Int)]

        init(_ cited: [[UInt32]], sources: Int) {
            count = cited.count + sources
            edges = cited.indices.flatMap { letter in
                Set(cited[letter]).sorted().map { (letter, cited.count + Int($0)) }
            }
        }

        /// Pair by pair: the edge there is, less the edge there would be.
        func modularity(_ cluster: [Int]) -> Double {
            guard !edges.isEmpty else { return 0 }
            var (degree, edge) = ([Double](repeating: 0, count: count), Set<[Int]>())
            for (first, second) in edges {
                degree[first] += 1
                degree[second] += 1
                edge.formUnion([[first, second], [second, first]])
            }
            let twice = Double(2 * edges.count)
            var sum = 0.0
            for first in 0..<count {
                for second in 0..<count where cluster[first] == cluster[second] {
                    sum += (edge.contains([first, second]) ? 1 : 0) - degree[first] * degree[second] / twice
                }
            }
            return sum / twice
        }

        func isConnected(_ members: Set<Int>) -> Bool {
            var reached = Set(members.prefix(1))
            while true {
                let next = edges.filter { members.contains($0.0) && members.contains($0.1) }
                    .filter { reached.contains($0.0) != reached.contains($0.1) }
                if next.isEmpty { return reached == members }
                for edge in next { reached.formUnion([edge.0, edge.1]) }
            }
        }

        /// Every node takes the label most of its neighbours have, until none changes or for 50 rounds.
        func labels() -> [Int] {
            var labels = Array(0..<count)
            for _ in 0..<50 {
                let before = labels
                for node in 0..<count {
                    let around = edges.filter { $0.0 == node || $0.1 == node }.map {
                        labels[$0.0 == node ? $0.1 : $0.0]
                    }
                    let times = Dictionary(around.map { ($0, 1) }, uniquingKeysWith: +)
                    if let best = times.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
                        labels[node] = best.key
                    }
                }
                if labels == before { break }
            }
            return labels
        }
    }

    @Test(arguments: 0..<25) func clustersHoldWhatTheyPromise(_ seed: Int) {
        let sources = 4 + seed
        let cited = RandomGraph.citations(seed, letters: 3 * seed, sources: sources)
        let plain = Plain(cited, sources: sources)
        let found = Clusters.find(RandomGraph.incidence(cited, sources: sources), seed: UInt64(seed))
        let cluster = found.letters + found.sources
        #expect(cluster.count == plain.count)
        #expect(Set(cluster) == Set(0...(cluster.max() ?? 0)))
        #expect(abs(found.modularity - plain.modularity(cluster)) < 1e-9)
        for number in Set(cluster) {
            #expect(plain.isConnected(Set(cluster.indices.filter { cluster[$0] == number })))
        }
        #expect(found.modularity >= plain.modularity(Array(0..<plain.count)) - 1e-9)
        #expect(found.modularity >= plain.modularity(plain.labels()) - 0.01)
        // No single node can be moved for a gain: not to another cluster, not to stand alone.
        for node in 0..<min(plain.count, 30) {
            for other in Set(cluster).union([plain.count]) {
                var moved = cluster
                moved[node] = other
                #expect(plain.modularity(moved) <= found.modularity + 1e-9)
            }
        }
    }

    @Test func theSameSeedGivesTheSameClusters() {
        let cited = RandomGraph.citations(7, letters: 500, sources: 200)
        let incidence = RandomGraph.incidence(cited, sources: 200)
        let found = (0..<4).map { Clusters.find(incidence, seed: $0) }
        #expect(Clusters.find(incidence, seed: 2) == found[2])
        for other in found { #expect(abs(other.modularity - found[0].modularity) < 0.02) }
    }

    /// Five subjects, each with sources of its own and now and then one of another: found as they were made.
    @Test(arguments: 0..<5) func subjectsThatAreThereAreFound(_ seed: Int) {
        var generator = SeededGenerator(UInt64(seed))
        let cited = (0..<200).map { letter in
            (0..<6).map { _ in
                let own =
                    Int.random(in: 0..<20, using: &generator) > 0
                    ? letter % 5 : Int.random(in: 0..<5, using: &generator)
                return UInt32(own * 10 + Int.random(in: 0..<10, using: &generator))
            }
        }
        let found = Clusters.find(RandomGraph.incidence(cited, sources: 50))
        #expect(Set(found.letters).count == 5)
        let right = (0..<200).count { found.letters[$0] == found.letters[$0 % 5] }
        #expect(right >= 195)
    }

    @Test func nothingGivesNothing() {
        let found = Clusters.find(CitationGraph())
        #expect(found.letters.isEmpty && found.sources.isEmpty && found.modularity == 0)
    }
}

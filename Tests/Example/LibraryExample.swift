import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage
import LetterCollection
import LetterFormats
import LetterReading

/// The package as its users see it: this target has nothing but what is public in its products.
public enum LibraryExample {
    /// Reads a letter, and lists its citations: `A1: kst-35165-97`.
    public static func citations(in file: URL) throws -> [String] {
        let letter = try LetterReader.read([UInt8](Data(contentsOf: file)), name: "example", file: file.path)
        let findings = CitationFinder().find(in: letter)
        return findings.citations.map { "\($0.place.unit): \($0.source.id)" }
    }

    /// Builds the graph of one letter in memory, and counts the sources that its answers cite.
    public static func sources(in file: URL) throws -> Int {
        let letter = try LetterReader.read([UInt8](Data(contentsOf: file)), name: "example", file: file.path)
        let findings = CitationFinder().find(in: letter)
        let graph = CitationGraph([(letter, findings)])
        return graph.sources.count
    }

    /// Builds the graph of all letters in a folder, and tells which sources most of them cite.
    public static func mostCited(inFolder folder: String, store path: String) throws -> [String] {
        let store = try GraphStore(writing: path)
        let summary = try StoreUpdate.run(LetterSearch([folder]), into: store, UserFiles(store: store)) { event in
            if case .failed(let file, let fault) = event { print("\(file.path): \(fault)") }
        }
        let graph = try store.graph()
        return ["\(summary.read) letters"]
            + MostCited.rows(graph).prefix(3).map { "\($0.source.id), cited by \($0.letters) letters" }
    }
}

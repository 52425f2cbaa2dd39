import CitationFinding
import Foundation
import GraphStorage
import LetterReading
import Support

/// A store in a folder of its own, gone with the fixture.
final class StoreFixture {
    private let temporary: TemporaryFolder
    var path: String { temporary.url.appending(path: "store.sqlite").path }

    init() throws { temporary = try TemporaryFolder() }

    func record(_ text: String, name: String) throws -> LetterRecord {
        try record(Array(text.utf8), name: name)
    }

    private func record(_ bytes: [UInt8], name: String) throws -> LetterRecord {
        let letter = try LetterReader.read(bytes, name: name, file: name + ".txt")
        return LetterRecord(
            letter: letter, findings: CitationFinder().find(in: letter),
            origin: LetterOrigin(
                name: name, file: name + ".txt", path: "/letters/\(name).txt", size: bytes.count, modified: 0,
                fingerprint: "f"))
    }

    func records(_ urls: [URL]) throws -> [LetterRecord] {
        try urls.map {
            try record([UInt8](Data(contentsOf: $0)), name: $0.deletingPathExtension().lastPathComponent)
        }
    }

    @discardableResult
    func write(_ records: [LetterRecord], corrections: [Correction] = []) throws -> GraphStore {
        let store = try GraphStore(writing: path)
        try store.write(catalogue: .builtIn, corrections: corrections) { writer in
            for record in records { try writer.put(record) }
        }
        return store
    }
}

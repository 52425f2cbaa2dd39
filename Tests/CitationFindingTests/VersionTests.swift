import CitationFinding
import Foundation
import Support
import Testing

/// A store reads its letters again when `CitationFinder.version` has changed. What is read is fixed by what the cases and the
/// golden citations expect; a hash of it stands beside the version in `Tests/readings.tsv`, so that readings do not
/// change without anybody thinking of the version.
@Suite struct VersionTests {
    @Test func changedReadingsHaveAChangedVersion() throws {
        let rows = try Repository.text("Tests/readings.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let versions = rows.compactMap { $0.split(separator: "\t").first.map(String.init) }
        #expect(Set(versions).count == versions.count, "one row a version")
        let row = "\(CitationFinder.version)\t\(try Self.readings())"
        #expect(
            rows.last.map(String.init) == row,
            """
            What is expected of the finder has changed. Where a letter now gives other citations than before, raise \
            CitationFinder.version and add its row to Tests/readings.tsv; where cases were only added, replace the last row: \
            \(row)
            """)
    }

    /// The rows before the last are of versions that were: a number that was used is not used again.
    @Test func versionsRise() throws {
        let rows = try Repository.text("Tests/readings.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let versions = rows.compactMap { $0.split(separator: "\t").first.flatMap { Int($0) } }
        #expect(versions.count == rows.count)
        #expect(zip(versions, versions.dropFirst()).allSatisfy(<))
    }

    /// What the cases expect, and the citations of the seeds; the words around them may change.
    private static func readings() throws -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        for folder in ["kinds", "references"] {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: Repository.file("Tests/Cases/\(folder)").path)
            for file in files.sorted() where file.hasSuffix(".case") {
                add(file)
                for item in try TextCase.read("Tests/Cases/\(folder)/\(file)") {
                    add(item.expected.joined(separator: "\n"))
                }
            }
        }
        add(try Repository.text("Tests/Golden/seeds.jsonl"))
        return String(hash, radix: 16)
    }
}

import CitationFinding
import Foundation
import Support
import Testing

/// Every kind has a file of cases: texts with the ids they hold, and near misses that hold none.
@Suite struct KindCaseTests {
    static let kinds = SourceKind.all.map(\.name)

    @Test(arguments: kinds + ["mixed"]) func textsHoldTheIdsListed(_ kind: String) throws {
        let finder = CitationFinder()
        let cases = try TextCase.read("Tests/Cases/kinds/\(kind).case")
        #expect(cases.count > 1, "a file that holds cases")
        for item in cases {
            #expect(finder.ids(in: item.input) == item.expected, "\(item): \(item.input)")
        }
    }

    @Test(arguments: kinds) func everyKindHasAHitAndANearMiss(_ kind: String) throws {
        let cases = try TextCase.read("Tests/Cases/kinds/\(kind).case")
        #expect(
            cases.contains { item in item.expected.contains { SourceID($0).kind.name == kind } },
            "a text that holds a \(kind)")
        // A case that holds something else says nothing of this kind: a near miss holds nothing at all.
        #expect(cases.contains { $0.expected.isEmpty }, "a text that nearly holds a \(kind), and does not")
    }

    /// A file for each kind and one for what overlaps; no file that nothing reads.
    @Test func everyFileOfCasesIsRead() throws {
        let folder = Repository.file("Tests/Cases/kinds").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files == (Self.kinds + ["mixed"]).map { "\($0).case" }.sorted())
    }

    /// A trait that names a kind names one there is.
    @Test(arguments: kinds) func traitsNameKindsThatAreThere(_ kind: String) throws {
        let known = try #require(SourceKind.named(kind))
        for other in known.mayResolveTo + [known.countsFor].compactMap(\.self) {
            #expect(SourceKind.named(other)?.isSource == true, "\(kind) names \(other)")
        }
        #expect((known.look == nil) != known.isSource, "what is a source is drawn")
    }

    @Test(arguments: kinds) func theExampleOfAKindIsOfThatKind(_ kind: String) throws {
        let known = try #require(SourceKind.named(kind))
        #expect(CitationFinder().ids(in: known.example).map { SourceID($0).kind.name } == [kind])
    }
}

import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// The 73 forms of `../shared/gold/forms.tsv`, as really written (its second column says where each was found): each read as
/// a letter gives exactly the ids listed.
@Suite(.enabled(if: Shared.isThere, "\(Shared.reason)")) struct FormTests {
    struct Form: CustomTestStringConvertible, Sendable {
        let name: String
        let ids: Set<String>
        let text: String
        var testDescription: String { name }
    }

    static let forms: [Form] = {
        let bytes = (try? Repository.bytes("../shared/gold/forms.tsv")) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4 else { return nil }
            let ids = Set(fields[2].split(separator: "|").map(String.init))
            return Form(name: fields[0], ids: ids, text: fields[3].split(separator: "\\n").joined(separator: "\n"))
        }
    }()

    @Test func theTableIsThere() { #expect(Self.forms.count == 73) }

    @Test(arguments: forms) func aFormHoldsItsIDs(_ form: Form) throws {
        let letter = try LetterReader.read(Array(form.text.utf8), name: form.name, file: "\(form.name).txt")
        let found = CitationFinder().find(in: letter).citations.map(\.source).filter { $0.kind.name != "url" }
        #expect(Set(found.map(\.id)) == form.ids, "\(form.text)")
    }

    /// What is found was read in steps that can be told.
    @Test(arguments: forms) func aFormIsExplained(_ form: Form) {
        let attempts = CitationFinder().explain(form.text).attempts
        #expect(attempts.allSatisfy { $0.ids.isEmpty || !$0.steps.isEmpty }, "\(form.text)")
        let ids = Set(attempts.flatMap(\.ids).filter { !$0.hasPrefix("http") })
        #expect(ids == form.ids)
    }
}

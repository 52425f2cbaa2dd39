import DossierRegister
import DutchText

@testable import LetterCollection
@testable import LetterFetching

/// Answers of the services, as `fetch` and `register update` read them.
extension FuzzTarget {
    private static let base = FetchAddress("https://repository.overheid.nl")

    static let sru = FuzzTarget(name: "sru") { bytes in
        guard let base else { return }
        if let answer = try? SRUAnswer(bytes, from: base) {
            for record in answer.records { check(record.letter(at: base), base) }
        }
        var draft = RegisterDraft()
        _ = try? SRUPage.add(bytes, to: &draft)
        _ = draft.text(from: "2026-01-01")
    }

    static let odata = FuzzTarget(name: "odata") { bytes in
        guard let base else { return }
        if let page = try? ODataPage(bytes, from: base) {
            for names in [ODataNames.v4, .v5] {
                for row in page.rows {
                    let document = ODataDocument(row: row, names: names)
                    check(document.letter(at: base), base)
                    _ = (document.official, document.date)
                }
            }
            _ = page.nextLink.flatMap(base.link)
        }
        var draft = RegisterDraft()
        _ = try? draft.add(String(decoding: bytes, as: UTF8.self))
        _ = draft.text(from: "2026-01-01")
    }

    /// Whatever a service says, a letter's id is the name of a file and no path.
    private static func check(_ letter: PublishedLetter?, _ base: FetchAddress) {
        guard let letter else { return }
        for id in [letter.id] + letter.aliases {
            precondition(!id.isEmpty && id.utf8.count < 100, "a name: \(id)")
            precondition(id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isDigit || (0x41...0x7A).contains($0) })
        }
    }
}

import Foundation

/// A page of documents as the Tweede Kamer's open data (OData) gives it: `{"value": [{"DocumentNummer": "2024D40329", …}]}`, or the
/// rows alone.
enum OpenDataPage {
    /// What a row says: the cells of a list of documents, or why it says nothing.
    enum Row {
        case document([String])
        case leftOut(String)
    }

    /// The rows in the order of the page.
    /// - Throws: `RegisterDraft.Fault` when the text is no such page.
    static func rows(_ text: String) throws(RegisterDraft.Fault) -> [Row] {
        let parsed = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        let value = (parsed as? [String: Any])?["value"] ?? parsed
        guard let rows = value as? [[String: Any]] else {
            throw RegisterDraft.Fault(
                line: 1, reason: "it is JSON, but no page of documents: an array, or an object with “value”")
        }
        return rows.map(read)
    }

    private static func read(_ row: [String: Any]) -> Row {
        if row["Verwijderd"] as? Bool == true { return .leftOut("deleted there") }
        guard let number = row["DocumentNummer"] as? String, let day = (row["Datum"] as? String)?.prefix(10),
            let title = [row["Onderwerp"], row["Titel"]].lazy.compactMap({ $0 as? String }).first(where: { !$0.isEmpty }
            )
        else { return .leftOut("without a number, a day or a title") }
        return .document([
            number, official(row) ?? "", row["Soort"] as? String ?? "", String(day), title, senders(row),
        ])
    }

    /// Those who signed it, the first one first: `minister van Defensie (R.P. Brekelmans)`. A page has them where it was asked
    /// for with `$expand=DocumentActor`.
    private static func senders(_ row: [String: Any]) -> String {
        let actors = (row["DocumentActor"] as? [[String: Any]] ?? []).filter { $0["Verwijderd"] as? Bool != true }
        return ["Eerste ondertekenaar", "Afzender", "Mede ondertekenaar"].flatMap { relation in
            actors.filter { $0["Relatie"] as? String == relation }.compactMap { actor in
                let (office, name) = (actor["Functie"] as? String, actor["ActorNaam"] as? String)
                guard let office, !office.isEmpty else { return name }
                return name.map { "\(office) (\($0))" } ?? office
            }
        }.joined(separator: "; ")
    }

    /// `kst-30821-230`; of an answer `242501244` is `ah-tk-20242025-1244`.
    private static func official(_ row: [String: Any]) -> String? {
        let version = row["HuidigeDocumentVersie"] as? [String: Any]
        if let id = version?["ExterneIdentifier"] as? String, DocumentName(id)?.document != nil { return id }
        guard let number = row["Aanhangselnummer"] as? String, number.utf8.count == 9,
            let first = Int(number.prefix(2)),
            let second = Int(number.dropFirst(2).prefix(2)), second == (first + 1) % 100,
            let last = Int(number.suffix(5)), last > 0
        else { return nil }
        let century = first > 80 ? 1900 : 2000
        return "ah-tk-\(century + first)\(century + first + 1)-\(last)"
    }
}

extension RegisterDraft {
    /// Takes in a page of open data.
    mutating func addPage(_ text: String) throws(Fault) {
        for (index, row) in try OpenDataPage.rows(text).enumerated() {
            switch row {
            case .document(let cells): try addDocument(cells, index + 1)
            case .leftOut(let reason): leftOut.note("row", index + 1, because: reason)
            }
        }
    }
}

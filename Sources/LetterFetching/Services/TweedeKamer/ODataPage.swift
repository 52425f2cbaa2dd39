import Foundation

/// A page of rows of the open data: `{"value": […], "@odata.nextLink": "…"}`.
struct ODataPage {
    let rows: [ODataRow]
    let nextLink: String?

    init(_ bytes: [UInt8], from address: FetchAddress) throws(FetchFault) {
        let parsed = try? JSONSerialization.jsonObject(with: Data(bytes))
        guard let page = parsed as? [String: Any] else { throw .notAnAnswer(address.place, kind: "OData") }
        if let error = page["error"] as? [String: Any] {
            throw .refusedQuery(address.place, message: String((error["message"] as? String ?? "?").prefix(200)))
        }
        guard let rows = page["value"] as? [[String: Any]] else { throw .notAnAnswer(address.place, kind: "OData") }
        self.rows = rows.map(ODataRow.init)
        nextLink = page["@odata.nextLink"] as? String
    }
}

/// One row.
struct ODataRow {
    let values: [String: Any]

    init(_ values: [String: Any]) { self.values = values }

    func text(_ name: String) -> String? {
        if let text = values[name] as? String { return text.isEmpty ? nil : text }
        return nil
    }

    func number(_ name: String) -> Int? { values[name] as? Int }
    func isTrue(_ name: String) -> Bool { values[name] as? Bool == true }
    func row(_ name: String) -> ODataRow? { (values[name] as? [String: Any]).map(ODataRow.init) }
    func rows(_ name: String) -> [ODataRow] { (values[name] as? [[String: Any]] ?? []).map(ODataRow.init) }
}

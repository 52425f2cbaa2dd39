import LetterFormats

/// A page of KOOP’s search, checked: that it is one, and that it is no complaint.
struct SRUAnswer: Sendable {
    /// How many records there are in all, as it says; nil where it does not.
    let count: Int?
    /// Where the next page begins, if it says so.
    let next: Int?
    let records: [SRURecord]

    /// - Throws: `FetchFault` with what the service says is wrong, or that it is no such page.
    init(_ bytes: [UInt8], from address: FetchAddress) throws(FetchFault) {
        guard let root = MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)), root.name == "searchRetrieveResponse"
        else {
            throw .notAnAnswer(address.place, kind: "SRU")
        }
        if let complaint = root.first("diagnostics") {
            let words = ["message", "details"].compactMap { complaint.find($0)?.text }
                .flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
            throw .refusedQuery(address.place, message: words.isEmpty ? "?" : String(words.prefix(200)))
        }
        func number(_ name: String) -> Int? {
            root.first(name).flatMap { Int($0.text.filter { !$0.isWhitespace }) }.flatMap { $0 >= 0 ? $0 : nil }
        }
        (count, next) = (number("numberOfRecords"), number("nextRecordPosition"))
        records = (root.first("records")?.elements ?? []).filter { $0.name == "record" }.map(SRURecord.init)
        // Without a number and without a record nothing says that it was the search that answered.
        if count == nil, records.isEmpty { throw .notAnAnswer(address.place, kind: "SRU") }
    }
}

import DossierRegister
import LetterFormats

/// A page of records as KOOP’s search (SRU 2.0) gives it, or one record of it:
///
///     <searchRetrieveResponse>…<record>…<identifier>kst-36867-B</identifier><title>…</title>
///
/// Elements are known by their names alone: some who keep such pages leave the namespaces out.
enum SRUPage {
    /// Takes the documents of a page into a register.
    /// - Returns: the records that were not taken, and why.
    /// - Throws: `RegisterDraft.Fault` when it is no such page, or says that the search failed.
    static func add(_ bytes: [UInt8], to draft: inout RegisterDraft) throws(RegisterDraft.Fault) -> [LeftOutRows] {
        guard let root = MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)) else {
            throw RegisterDraft.Fault(line: 1, reason: "it is no XML that can be read: cut short, damaged or too large")
        }
        var leftOut: [LeftOutRows] = []
        for (index, record) in try records(root).enumerated() {
            switch SRURecord(record).read() {
            case .document(let document): draft.add(document)
            case .leftOut(let reason, let id): leftOut.note("record", index + 1, id, because: reason)
            }
        }
        return leftOut
    }

    private static func records(_ root: MarkupElement) throws(RegisterDraft.Fault) -> [MarkupElement] {
        if root.name == "record" { return [root] }
        guard root.name == "searchRetrieveResponse" else {
            throw RegisterDraft.Fault(
                line: 1, reason: "it is XML, but no page of records: it opens with “\(root.name.prefix(40))”")
        }
        if let diagnostics = root.first("diagnostics") {
            let message = diagnostics.find("message")?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            throw RegisterDraft.Fault(
                line: 1, reason: "the search failed: \(message?.prefix(200) ?? "it is not said why")")
        }
        return root.first("records")?.elements.filter { $0.name == "record" } ?? []
    }
}

/// What one record says.
private struct SRURecord {
    enum Reading {
        case document(RegisteredDocument)
        case leftOut(String, id: String?)
    }

    private static let longestTitle = 8000

    /// The texts of the elements of `owmskern`, `owmsmantel` and `tpmeta`, by their names.
    private var facts: [String: [String]] = [:]

    init(_ record: MarkupElement) {
        for element in record.find("meta")?.elements.flatMap(\.elements) ?? [] {
            let text = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !text.isEmpty { facts[element.name, default: []].append(text) }
        }
    }

    func read() -> Reading {
        guard let identifier = facts["identifier"]?.first else { return .leftOut("without an identifier", id: nil) }
        let shown = String(identifier.prefix(40))
        guard let id = officialID(identifier) else {
            return .leftOut("no Kamerstuk or Aanhangsel of a known number", id: shown)
        }
        guard let title = (facts["documenttitel"] ?? facts["title"])?.first,
            let day = facts["date"]?.first ?? facts["issued"]?.first, RegisteredDocument.isDay(day)
        else { return .leftOut("without a day or a title", id: shown) }
        // An entity that was not replaced, or no title at all.
        if title.contains("\u{FFFD}") || title.utf8.count > Self.longestTitle {
            return .leftOut("with a title that cannot be read", id: shown)
        }
        return .document(
            RegisteredDocument(number: id, official: id, date: day, kind: kind, title: title, sender: sender))
    }

    /// `Brief`, `Verslag`; `Kamervragen (Aanhangsel)`.
    private var kind: String {
        let kinds = [facts["subrubriek"], facts["publicatienaam"], facts["type"]].compactMap { $0?.first }
        return kinds.first ?? ""
    }

    /// A ministry. That of a paper of parliament is the chamber that printed it, whoever sent it.
    private var sender: String? {
        let senders = (facts["creator"] ?? []).filter { !$0.contains("Staten-Generaal") && !$0.hasSuffix("Kamer") }
        return senders.isEmpty ? nil : senders.joined(separator: "; ")
    }

    /// `kst-36867-B`. A paper that is not laid out yet has an id of its own, `kst-1259252`, beside its dossier and number.
    private func officialID(_ identifier: String) -> String? {
        if let name = DocumentName(identifier), name.document != nil, isPlain(identifier) { return identifier }
        let id: String
        if identifier.hasPrefix("kst-"), let dossier = one("dossiernummer"), let number = one("ondernummer") {
            id = "kst-\(dossier.split(whereSeparator: \.isWhitespace).joined(separator: "-"))-\(number)"
        } else if identifier.hasPrefix("ah-"), let number = one("aanhangselnummer"), let year = one("vergaderjaar") {
            let chamber = facts["creator"]?.first?.hasPrefix("Eerste Kamer") == true ? "ek" : "tk"
            id = "ah-\(chamber)-\(year.filter { $0 != "-" })-\(number)"
        } else {
            return nil
        }
        guard let name = DocumentName(id), name.document != nil, isPlain(id) else { return nil }
        return id
    }

    /// Of several dossiers one is the paper’s, and nothing says which.
    private func one(_ name: String) -> String? { facts[name]?.count == 1 ? facts[name]?.first : nil }

    private func isPlain(_ id: String) -> Bool {
        id.utf8.count < 40
            && id.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
    }
}

import LetterFormats

/// What KOOP publishes beside the files of a letter, for those who download it with them, in either of two forms:
///
///     <metadata_gegevens><metadata name="DC.identifier" content="ah-tk-20242025-1244"/>…
///     <owms-metadata><owmskern><dcterms:identifier>ah-tk-20242025-1244</dcterms:identifier>…
struct PublicationMetadata {
    /// By the ends of their names: `OVERHEIDop.vraagnummer` → `vraagnummer`.
    private var values: [String: [String]] = [:]

    /// As KOOP calls them; behind the name of a letter and a dot, or alone in its folder.
    static let files = ["metadata.xml", "metadata_owms.xml"]

    /// Nil for what is neither.
    init?(_ bytes: [UInt8]) {
        guard let root = MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)) else { return nil }
        switch root.name {
        case "metadata_gegevens":
            for element in root.elements where element.name == "metadata" {
                add(element.attributes["name"] ?? "", element.attributes["content"] ?? "")
            }
        case "owms-metadata":
            for element in root.elements.flatMap(\.elements) { add(element.name, element.text) }
        default: return nil
        }
    }

    private mutating func add(_ name: String, _ text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty { values[String(name.split(separator: ".").last ?? ""), default: []].append(text) }
    }

    private func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.first }.first }

    /// As if the letter had been fetched with it; nil where it does not say of what it is.
    var record: FetchedRecord? {
        guard let id = first("identifier") else { return nil }
        var record = FetchedRecord(id: id, source: "koop", url: "", file: "", length: 0, hash: "", fetched: "")
        record.zaken = values["vraagnummer"] ?? []
        record.date = first("datumOntvangst", "date", "issued")
        (record.title, record.kind) = (first("documenttitel", "title"), first("publicationName", "publicatienaam"))
        // Of what parliament printed, the chamber is the creator, whoever sent it.
        record.sender = values["creator"]?.first { !$0.contains("Staten-Generaal") && !$0.hasSuffix("Kamer") }
        return record
    }
}

/// A row of the set of documents, and what it says of a letter.
struct ODataDocument {
    let row: ODataRow
    let names: ODataNames

    /// A row whose document is gone: nothing is left of it but its own id.
    var isDeleted: Bool { row.isTrue(names.isDeleted) }

    /// As an address may hold it: `3ccf529a-1e25-49d3-81a8-c60621884b39`; nil for anything else.
    var ownID: String? { row.text(names.id).flatMap(Self.identifier) }

    private static func identifier(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { sign in
            (0x30...0x39).contains(sign) || (0x61...0x66).contains(sign | 0x20) || sign == 0x2D
        }
        return isPlain && text.utf8.count == 36 ? text : nil
    }

    /// ISO 8601
    var date: String? { row.text(names.date).map { String($0.prefix(10)) }.flatMap { DayRange($0, $0)?.first } }
    var title: String { names.titles.lazy.compactMap { row.text($0) }.first.map(Self.onOneLine) ?? "" }

    /// `2024D40329`
    var number: String? {
        row.text(names.number).flatMap { LetterID.isDocument($0) ? $0 : nil }
    }

    /// `kst-30821-230`
    var official: String? { row.row(names.currentVersion)?.text(names.official) }
    /// `Brief regering`
    var kind: String { row.text(names.kind) ?? "" }

    private var live: [ODataRow] {
        row.rows(names.actor).filter { !$0.isTrue(names.isDeleted) }
    }

    /// Those who signed it, the first one first: `minister van Defensie (R.P. Brekelmans)`.
    var sender: String? {
        let texts = names.senders.flatMap { relation in
            live.filter { $0.text(names.actorRelation) == relation }.compactMap { actor -> String? in
                let name = actor.text(names.actorName)
                guard let office = actor.text(names.actorOffice) else { return name }
                return name.map { "\(office) (\($0))" } ?? office
            }
        }
        return texts.isEmpty ? nil : Self.onOneLine(texts.joined(separator: "; "))
    }

    /// The letter, filed under its id in the official publications, else under its own number.
    /// - Returns: nil for a row that is gone, or says too little.
    func letter(at base: FetchAddress) -> PublishedLetter? {
        guard !isDeleted, let ownID, let number else { return nil }
        let version = row.row(names.currentVersion)
        var ids: [String] = []
        for text in [official, row.text(names.aanhangsel).flatMap(ODataQuery.aanhangselID)] {
            if let text, case .aanhangsel(let id)? = LetterID(text), !ids.contains(id) { ids.append(id) }
        }
        ids.append(number)
        var letter = PublishedLetter(id: ids[0])
        letter.aliases = Array(ids.dropFirst())
        letter.zaken = row.rows(names.zaak).filter { $0.text(names.zaakKind) == names.questions }
            .compactMap { $0.text(names.zaakNumber) }
            .filter { if case .zaak? = LetterID($0) { true } else { false } }
        (letter.date, letter.session, letter.title) = (date, row.text(names.session), title)
        (letter.sender, letter.kind) = (sender, kind)
        letter.version = row.text(names.changed)
        let publications = version?.rows(names.publication) ?? []
        let official = publications.first { $0.text(names.publicationKind) == names.xml && !$0.isTrue(names.isDeleted) }
        if let id = official?.text(names.id).flatMap(Self.identifier),
            let address = FetchAddress("\(base)/\(names.publication)(\(id))/\(names.publicationFile)")
        {
            letter.files.append(PublishedLetter.File(format: .xml, address: address))
        }
        if let address = FetchAddress("\(base)/\(names.document)(\(ownID))/\(names.documentFile)") {
            letter.files.append(PublishedLetter.File(format: format, address: address))
        }
        return letter
    }

    private var format: FileFormat {
        switch row.text(names.contentType) {
        case "application/msword": .doc
        case let type? where type.contains("wordprocessingml"): .docx
        default: .pdf
        }
    }

    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

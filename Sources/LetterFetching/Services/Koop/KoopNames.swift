/// What the search of KOOP (SRU 2.0) calls things: everything that the service may change stands here.
enum KoopNames {
    static let address = "https://repository.overheid.nl/sru"

    // Indexes, as a query names them. Prefixes are short here: `dt`, where records have `dcterms`.
    static let productArea = "c.product-area==officielepublicaties"
    static let answers = "w.publicatienaam==\"Kamervragen (Aanhangsel)\""
    static let papers = "w.publicatienaam==Kamerstuk"
    static let date = "dt.date"
    static let identifier = "dt.identifier"
    static let session = "w.vergaderjaar"
    static let zaak = "w.vraagnummer"
    static let dossier = "w.dossiernummer"
    static let number = "w.ondernummer"

    /// More records in one answer are not sure to come.
    static let page = 100
    /// A list is not given from here on, whatever its length.
    static let lastStart = 10_000

    // Elements of a record, without their prefixes.
    enum Field {
        static let identifier = "identifier"
        static let titles = ["documenttitel", "title"]
        static let days = ["date", "issued"]
        static let session = "vergaderjaar"
        static let zaak = "vraagnummer"
        static let aanhangsel = "aanhangselnummer"
        static let creator = "creator"
        static let kind = "publicatienaam"
        static let versions = ["datumTijdstipWijzigingExpression", "datumTijdstipWijzigingWork", "modified"]
        static let kinds = ["subrubriek", "publicatienaam", "type"]
        static let dossier = "dossiernummer"
        static let number = "ondernummer"
    }

    /// Which of a record’s files are taken, the best text first.
    static let manifestations: [(name: String, format: FileFormat)] = [("xml", .xml), ("pdf", .pdf)]

    /// Where the file of a letter lies whose record names none.
    static func path(_ id: String, _ format: FileFormat) -> String? {
        let parts = id.split(separator: "-")
        guard parts.count == 4 else { return nil }
        let folder = "\(parts[0])-\(parts[1])/\(parts[2])"
        return "/frbr/officielepublicaties/\(folder)/\(id)/1/\(format.rawValue)/\(id).\(format.rawValue)"
    }
}

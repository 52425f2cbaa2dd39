import LetterFormats

/// One record of KOOP’s search: the texts of its elements, by their names, and its files.
struct SRURecord: Sendable {
    private let facts: [String: [String]]
    /// By what they are called: `xml` → an address.
    private let items: [String: String]

    /// - Parameter element: a `record`.
    init(_ element: MarkupElement) {
        var facts: [String: [String]] = [:]
        for fact in element.find("meta")?.elements.flatMap(\.elements) ?? [] {
            let text = fact.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !text.isEmpty { facts[fact.name, default: []].append(text) }
        }
        var items: [String: String] = [:]
        for item in element.find("enrichedData")?.elements ?? [] where item.name == "itemUrl" {
            guard let name = item.attributes["manifestation"], items[name] == nil else { continue }
            items[name] = item.text.filter { !$0.isWhitespace }
        }
        (self.facts, self.items) = (facts, items)
    }

    func first(_ names: [String]) -> String? { names.lazy.compactMap { facts[$0]?.first }.first }
    func all(_ name: String) -> [String] { facts[name] ?? [] }

    var identifier: String? { first([KoopNames.Field.identifier]) }
    var date: String? { first(KoopNames.Field.days).flatMap { DayRange($0, $0)?.first } }

    /// A ministry. Of what parliament printed, the chamber is the creator, whoever sent it.
    var sender: String? {
        let senders = all(KoopNames.Field.creator).filter { !$0.contains("Staten-Generaal") && !$0.hasSuffix("Kamer") }
        return senders.isEmpty ? nil : senders.joined(separator: "; ")
    }

    /// The letter that the record is of.
    /// - Parameter base: where the search was asked: files lie on the same host.
    /// - Returns: nil for a record of something else, or of an id that is none.
    func letter(at base: FetchAddress) -> PublishedLetter? {
        guard let identifier, case .aanhangsel(let id)? = LetterID(identifier) else { return nil }
        var letter = PublishedLetter(id: id)
        letter.session = first([KoopNames.Field.session])
        let chamber = first([KoopNames.Field.creator])?.hasPrefix("Eerste Kamer") == true ? "ek" : "tk"
        if let session = letter.session, let number = first([KoopNames.Field.aanhangsel]),
            let classic = LetterID.aanhangsel(session: session, number: number, chamber: chamber), classic != id
        {
            letter.aliases.append(classic)
        }
        letter.zaken = all(KoopNames.Field.zaak).filter {
            if case .zaak? = LetterID($0) { true } else { false }
        }
        letter.date = date
        letter.title = first(KoopNames.Field.titles) ?? ""
        letter.sender = sender
        letter.kind = first([KoopNames.Field.kind]) ?? ""
        letter.version = first(KoopNames.Field.versions)
        letter.files = files(of: id, at: base)
        return letter
    }

    /// The addresses that the record names; those of the usual shape where it names none.
    private func files(of id: String, at base: FetchAddress) -> [PublishedLetter.File] {
        KoopNames.manifestations.compactMap { name, format in
            let path = items.isEmpty ? KoopNames.path(id, format) : items[name]
            guard let path, let address = base.link(path) else { return nil }
            return PublishedLetter.File(format: format, address: address.protected(as: base))
        }
    }
}

extension FetchAddress {
    /// Old records name files by http: they are asked for as the search was.
    fileprivate func protected(as base: FetchAddress) -> FetchAddress {
        guard base.isProtected, !isProtected, host == base.host, port == 80 else { return self }
        return FetchAddress("https" + description.dropFirst(4)) ?? self
    }
}

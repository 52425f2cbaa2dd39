import Support
import Synchronization

/// A letter of our own as the toy services have it. Who asks and answers in it is made up.
struct ToyLetter: Sendable {
    let number: Int

    var id: String { "ah-tk-20252026-\(number)" }
    var zaak: String { "2026Z\(10_000 + number)" }
    var document: String { "2026D\(20_000 + number)" }
    var guid: String { "00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - "\(number)".count))\(number)" }
    var version: String { "\(date)T10:00:00.000+01:00" }
    var title: String { "Antwoord op vragen van het lid Jansma over sluis \(number)" }
    /// Ten a month, from January 2026 on.
    var date: String {
        let (month, day) = ((number - 1) / 10 + 1, (number - 1) % 10 + 11)
        return "2026-0\(month)-\(day)"
    }
    private var month: String { ["januari", "februari", "maart", "april", "mei"][(number - 1) / 10 % 5] }

    /// Every fourth has no XML (yet).
    var hasXML: Bool { number % 4 != 0 }

    var draft: LetterDraft {
        LetterDraft(
            """
            Antwoord van Minister De Boer (Infrastructuur en Waterstaat) op vragen van het lid Jansma (D66) over sluis \(number) (ingezonden 3 \(month) 2026, kenmerk \(zaak)), ontvangen \((number - 1) % 10 + 11) \(month) 2026.

            Vraag 1
            Kent u het bericht over sluis \(number)?

            Antwoord 1
            Ja. Zie Kamerstuk 36 410 A, nr. \(number % 7 + 1) en Kamerstuk 30 821, nr. 230.

            Vraag 2
            Wanneer gaat sluis \(number) weer open?

            Antwoord 2
            In het najaar. Zie ook Aanhangsel Handelingen, vergaderjaar 2025–2026, nr. \(number % 40 + 1).
            """)
    }

    /// Files by their names, each written once.
    private static let written = Mutex<[String: [UInt8]]>([:])

    func file(_ suffix: String) -> [UInt8] {
        let name = "\(number).\(suffix)"
        if let bytes = Self.written.withLock({ $0[name] }) { return bytes }
        let bytes = bytes(suffix)
        Self.written.withLock { $0[name] = bytes }
        return bytes
    }

    private func bytes(_ suffix: String) -> [UInt8] {
        let format = DraftFormat.all.first { $0.suffix == suffix && ($0.suffix != "docx" || $0.isCalledOnce) }
        return format?.write(draft) ?? []
    }

    /// As a record of KOOP’s search, below an address.
    func record(_ base: String) -> String {
        let folder = "\(base)/frbr/officielepublicaties/ah-tk/20252026/\(id)/1"
        let xml = "<gzd:itemUrl manifestation=\"xml\">\(folder)/xml/\(id).xml</gzd:itemUrl>"
        return """
            <sru:record><sru:recordData><gzd:gzd><gzd:originalData><o:meta><o:owmskern>\
            <dcterms:identifier>\(id)</dcterms:identifier><dcterms:title>\(title)</dcterms:title>\
            <dcterms:creator scheme="OVERHEID.StatenGeneraal">Tweede Kamer der Staten-Generaal</dcterms:creator>\
            <dcterms:modified>\(date)</dcterms:modified></o:owmskern><o:owmsmantel>\
            <dcterms:available>\(date)</dcterms:available><dcterms:date>\(date)</dcterms:date></o:owmsmantel><o:tpmeta>\
            <o:aanhangselnummer>\(number)</o:aanhangselnummer><o:publicatienaam>Kamervragen (Aanhangsel)</o:publicatienaam>\
            <o:vergaderjaar>2025-2026</o:vergaderjaar><o:vraagnummer>\(zaak)</o:vraagnummer>\
            <cd:datumTijdstipWijzigingExpression>\(version)</cd:datumTijdstipWijzigingExpression></o:tpmeta></o:meta>\
            </gzd:originalData><gzd:enrichedData>\(hasXML ? xml : "")\
            <gzd:itemUrl manifestation="pdf">\(folder)/pdf/\(id).pdf</gzd:itemUrl></gzd:enrichedData></gzd:gzd>\
            </sru:recordData></sru:record>
            """
    }

    /// As a row of the Tweede Kamer’s open data.
    var row: String {
        let isPublished = number % 2 == 0
        let type =
            number % 3 == 0
            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/pdf"
        return """
            {"Id": "\(guid)", "Soort": "Antwoord schriftelijke vragen", "DocumentNummer": "\(document)", "Titel": null, \
            "Onderwerp": "\(title)", "Datum": "\(date)T00:00:00+01:00", "Vergaderjaar": "2025-2026", \
            "Aanhangselnummer": \(isPublished ? "\"252600\(number < 10 ? "00" : number < 100 ? "0" : "")\(number)\"" : "null"), \
            "ContentType": "\(type)", "ContentLength": 1, "GewijzigdOp": "\(version)", "Verwijderd": false, \
            "Zaak": [{"Id": "\(guid)", "Nummer": "\(zaak)", "Soort": "Schriftelijke vragen"}], \
            "HuidigeDocumentVersie": {"ExterneIdentifier": null, "DocumentPublicatie": []}, \
            "DocumentActor": [{"Relatie": "Eerste ondertekenaar", "Functie": "minister van Infrastructuur en Waterstaat", \
            "ActorNaam": "A. de Boer", "Verwijderd": false}]}
            """
    }
}

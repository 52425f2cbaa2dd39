/// What a version of the Tweede Kamer’s open data (OData) calls things: everything that the service may change stands here.
struct ODataNames: Sendable {
    let version: String
    /// The end of the address at which this version is.
    let path: String

    // Sets of entities.
    var document = "Document"
    var publication = "DocumentPublicatie"
    var dossier = "Kamerstukdossier"
    /// How the bytes of a file are asked for.
    var documentFile = "resource"
    var publicationFile = "Resource"

    // Fields of a document.
    var id = "Id"
    var kind = "Soort"
    var number = "DocumentNummer"
    var titles = ["Onderwerp", "Titel"]
    var date = "Datum"
    var session = "Vergaderjaar"
    var aanhangsel = "Aanhangselnummer"
    var contentType = "ContentType"
    var contentLength = "ContentLength"
    var changed = "GewijzigdOp"
    var isDeleted = "Verwijderd"
    // What belongs to it.
    var zaak = "Zaak"
    var zaakNumber = "Nummer"
    var zaakKind = "Soort"
    var questions = "Schriftelijke vragen"
    var currentVersion = "HuidigeDocumentVersie"
    var official = "ExterneIdentifier"
    var publicationKind = "DocumentType"
    var xml = "Xml"
    var actor = "DocumentActor"
    var actorName = "ActorNaam"
    var actorOffice = "Functie"
    var actorRelation = "Relatie"
    var senders = ["Eerste ondertekenaar", "Afzender"]
    /// Whether they are asked for with the documents: that a service gives them could not be confirmed.
    var asksSenders = true
    // Fields of a dossier.
    var dossierNumber = "Nummer"
    var dossierAddition = "Toevoeging"
    var dossierHighest = "HoogsteVolgnummer"
    var dossierTitle = "Titel"

    /// The kinds of document that are letters of ours.
    var letterKinds = [
        "Antwoord schriftelijke vragen", "Antwoord schriftelijke vragen (nader)", "Mededeling (uitstel antwoord)",
    ]

    static let address = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0"

    static let v4 = ODataNames(version: "v4", path: "/OData/v4/2.0")
    /// Announced; that it calls things as v4 does could not be confirmed.
    static let v5 = ODataNames(version: "v5", path: "/OData/v5")
}

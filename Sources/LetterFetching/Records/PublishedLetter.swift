/// A letter as a service lists it, before its file is fetched: whatever service it was, the same facts.
public struct PublishedLetter: Sendable, Hashable {
    /// A file that there is of it.
    public struct File: Sendable, Hashable {
        /// What it is said to be.
        public let format: FileFormat
        public let address: FetchAddress
    }

    /// What it is filed under: `ah-tk-20242025-1244`, else `2024D40329`.
    public let id: String
    /// Other ids of the same letter, as they are known: those of before, the number in the Aanhangsel, the D-number.
    public var aliases: [String] = []
    /// The questions that it answers: `2024Z18412`.
    public var zaken: [String] = []
    /// ISO 8601
    public var date: String?
    /// Of sitting: `2024-2025`
    public var session: String?
    public var title = ""
    public var sender: String?
    /// As the service names it: `Kamervragen (Aanhangsel)`, `Antwoord schriftelijke vragen`.
    public var kind = ""
    /// Changes whenever the service changes the letter.
    public var version: String?
    /// The one with the best text first.
    public var files: [File] = []

    /// Its id and the others.
    public var names: Set<String> { Set([id] + aliases) }
}

/// The services that have letters.
public enum FetchSource: String, Sendable, CaseIterable { case koop, tk }

/// What a service lists, as it comes in: what came before an error stands.
struct Listing {
    var letters: [PublishedLetter] = []
    /// Which service it was, and where: its files are on the same host.
    var source = FetchSource.koop
    var base: FetchAddress?
    /// Odd, and no harm done.
    var notes: [FetchNote] = []
    /// Of single letters, which cannot be taken.
    var faults: [FetchFault] = []

    /// Those rows of a page that are of what was asked for. A few that are not are odd, are named and left out; where they
    /// are most of a page, the service did not look at the question.
    /// - Parameter stray: what to say of a row that is not.
    mutating func kept<Row>(_ page: [Row], stray: (Row) -> Stray?) throws(FetchFault) -> [Row] {
        let strays = page.map(stray)
        let odd = strays.compactMap(\.self)
        if odd.count >= Self.fewestStrays, odd.count * 2 > page.count { throw odd[0].fault }
        notes += odd.map(\.note)
        return zip(page, strays).filter { $1 == nil }.map(\.0)
    }

    /// Fewer say nothing of the service: a month may hold one letter.
    private static let fewestStrays = 3
}

/// A row of a list that is not of the days, or the year of sitting, that were asked for.
struct Stray {
    let place: String
    let id: String
    let date: String
    let range: String

    var fault: FetchFault { .outsideRange(place, id: id, date: date, range: range) }
    var note: FetchNote { .outside(place, id: id, date: date, range: range) }
}

/// What a file is; its content decides, whatever was said of it.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
    case xml, pdf, docx, odt, html, doc

    /// As people name it.
    var name: String { self == .doc ? "Word" : self == .docx || self == .odt ? rawValue : rawValue.uppercased() }
}

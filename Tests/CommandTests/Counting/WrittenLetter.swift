import Support

/// A source as the letters of these tests cite it, and what is so of it.
struct WrittenSource: Hashable {
    let text: String
    let id: String
    let kind: String
    /// What it counts for at the level of dossiers.
    var dossier: String?
    var isFrontPage = false

    static let all = [
        WrittenSource(
            text: "Kamerstuk 35 165, nr. 97", id: "kst-35165-97", kind: "kamerstuk", dossier: "dossier-35165"),
        WrittenSource(
            text: "Kamerstuk 35 165, nr. 98", id: "kst-35165-98", kind: "kamerstuk", dossier: "dossier-35165"),
        WrittenSource(
            text: "Kamerstuk 36 600 VII, nr. 3", id: "kst-36600-VII-3", kind: "kamerstuk", dossier: "dossier-36600-VII"),
        WrittenSource(text: "Kamerstukken 36 600", id: "dossier-36600", kind: "dossier"),
        WrittenSource(text: "Kamerstukken 35 165", id: "dossier-35165", kind: "dossier"),
        WrittenSource(text: "AIVD Jaarverslag 2024", id: "report:aivd-jaarverslag-2024", kind: "report"),
        WrittenSource(text: "de Wet open overheid", id: "bwb:BWBR0045754", kind: "law"),
        WrittenSource(text: "https://www.nos.nl/", id: "https://www.nos.nl/", kind: "url", isFrontPage: true),
        WrittenSource(text: "https://www.nos.nl/artikel/7", id: "https://www.nos.nl/artikel/7", kind: "url"),
        WrittenSource(
            text: "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 964", id: "ah-tk-20232024-964",
            kind: "aanhangsel"),
    ]
    static let quiet: Set = ["law"]
}

/// A letter that is made of known parts: what it says of itself, and what each of its units cites, in its text or in notes.
struct WrittenLetter {
    enum Part { case question, answer }

    let name: String
    let text: String
    /// Nil where it does not say its day.
    let day: String?
    let readOn: String
    let ministry: String
    let minister: String
    let members: [(name: String, party: String)]
    let citations: [(unit: String, part: Part, source: WrittenSource)]

    private static let ministers = [
        ("BZK", "Binnenlandse Zaken en Koninkrijksrelaties", "Bruins Slot"), ("BZ", "Buitenlandse Zaken", "Veldkamp"),
        ("VenJ", "Veiligheid en Justitie", "Yeşilgöz-Zegerius"), ("JenV", "Justitie en Veiligheid", "Van Weel"),
    ]
    private static let members = [
        ("Kostić", "PvdD"), ("Dassen", "Volt"), ("Timmermans", "GroenLinks-PvdA"), ("Klaver", "GroenLinks"),
        ("Six", "D66"),
    ]
    static let days = ["2024-01-02", "2024-05-03", "2025-05-03"]
    static let readDays = ["2026-01-01": "1767225600", "2026-02-01": "1769904000"]

    init(_ number: Int, _ generator: inout SeededGenerator) {
        name = "l\(number)"
        let (ministry, portfolio, minister) = Self.ministers.randomElement(using: &generator) ?? ("", "", "")
        (self.ministry, self.minister) = (ministry, minister)
        let place = Int.random(in: 0...Self.days.count, using: &generator)
        day = place < Self.days.count ? Self.days[place] : nil
        readOn = Self.readDays.keys.sorted().randomElement(using: &generator) ?? ""
        members = Array(Self.members.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator)))
        let dated = ["2 januari 2024", "3 mei 2024", "3 mei 2025"]
        // Every letter has words of its own: none is another file of one.
        let words = (0..<12).map { _ in
            ["peil", "dijk", "melk", "vis", "spoor", "bos", "zorg"].randomElement(using: &generator) ?? ""
        }
        let subject = "onderwerp \(number)"
        let askers = members.map { "\($0.name) (\($0.party))" }.joined(separator: " en ")
        var units = Units(&generator, subject: words.joined(separator: " "))
        text = """
            Vragen van \(members.count > 1 ? "de leden" : "het lid") \(askers) aan de Minister over \(subject).

            Antwoord van Minister \(minister) (\(portfolio))\(place < dated.count ? " (ontvangen \(dated[place]))" : "").

            \(units.text(&generator))
            """
        citations = units.citations
    }
}

/// Questions and answers, some of them joint, and the notes at the end.
private struct Units {
    private(set) var citations: [(unit: String, part: WrittenLetter.Part, source: WrittenSource)] = []
    private var notes: [String] = []
    private let subject: String

    init(_ generator: inout SeededGenerator, subject: String) { self.subject = subject }

    mutating func text(_ generator: inout SeededGenerator) -> String {
        var blocks: [String] = []
        var number = 1
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let isJoint = Bool.random(using: &generator)
            let numbers = isJoint ? [number, number + 1] : [number]
            for number in numbers {
                let cited = sources(most: 1, &generator)
                citations += cited.map { ("Q\(number)", .question, $0) }
                blocks.append("Vraag \(number)\nKent u dit\(cited.map { " en \($0.text)" }.joined())?")
            }
            let unit = "A" + numbers.map(String.init).joined(separator: "+")
            blocks.append("Antwoord \(numbers.map(String.init).joined(separator: " en "))\n" + answer(unit, &generator))
            number += numbers.count
        }
        return (blocks + (notes.isEmpty ? [] : [notes.joined(separator: "\n")])).joined(separator: "\n\n")
    }

    private mutating func answer(_ unit: String, _ generator: inout SeededGenerator) -> String {
        var sentences = ["Het bericht over \(subject) van nummer \(unit) is bekend."]
        // A source may be cited twice in one answer.
        for source in sources(most: 3, &generator) {
            citations.append((unit, .answer, source))
            sentences.append("Wij wijzen op \(source.text).")
        }
        for source in sources(most: 2, &generator) {
            citations.append((unit, .answer, source))
            notes.append("[\(notes.count + 1)] \(source.text).")
            sentences.append("Wij melden dit ook.[\(notes.count)]")
        }
        return sentences.joined(separator: " ")
    }

    private func sources(most: Int, _ generator: inout SeededGenerator) -> [WrittenSource] {
        (0..<Int.random(in: 0...most, using: &generator)).compactMap { _ in
            WrittenSource.all.randomElement(using: &generator)
        }
    }
}

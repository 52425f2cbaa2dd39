import CitationFinding
import LetterFormats
import LetterReading
import Testing

/// The official publications' XML, with another root and other wrappers than ours.
@Suite struct OfficialXMLTests {
    private let letter = """
        <?xml version="1.0" encoding="UTF-8"?>
        <officiele-publicatie xmlns="http://technische-documentatie.oep.overheid.nl"><metadata>
        <meta name="OVERHEIDop.datumOntvangst" content="2024-06-28"/><meta name="DC.identifier" content="ah-tk-20232024-9"/>
        </metadata><kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamervraagkop>
        <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Van Campen</achternaam></naam>
          (<politiek>VVD</politiek>) aan de Minister van Defensie over <kamervraagonderwerp>het bericht X</kamervraagonderwerp>
          (ingezonden <datum isodatum="2024-06-05">5 juni 2024</datum>).</kamervraagomschrijving>
        <vraag><nr>Vraag 1</nr><al>Kent u het bericht?<nootref refid="n1"/></al></vraag>
        <antwoord><nr>Antwoord 1</nr><al>Ja, zie <extref doc="kst-35165-97">Kamerstuk 35 165, nr. 97</extref> en
          <nadruk type="cur">de <extref doc="https://nos.nl/artikel/2">NOS</extref></nadruk>.<noot id="n2" type="voet"><noot.nr>2</noot.nr><noot.al>Eerste.</noot.al><noot.al>Kamerstuk 36 410, nr. 3.</noot.al></noot></al>
        <lijst><li><li.nr>-</li.nr><al>Kamerstuk 36 410, nr. 4</al></li></lijst></antwoord>
        <noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>www.nos.nl/artikel/1</noot.al></noot>
        </kamervragen></officiele-publicatie>
        """

    @Test func itsStructureIsTakenAsItStands() throws {
        let read = try LetterReader.read(Array(letter.utf8), name: "x", file: "x.xml")
        #expect(read.units.map(\.name.description) == ["preamble", "Q1", "A1"])
        #expect(read.header.askers.map { "\($0.name) \($0.party ?? "")" } == ["Van Campen VVD"])
        #expect(read.header.aanhangsel == "ah-tk-20232024-9")
        #expect(read.header.answered == "2024-06-28" && read.header.submitted == "2024-06-05")
        #expect(read.header.subject == "het bericht X")
        let citations = CitationFinder().find(in: read).citations.map {
            "\($0.place.unit) \($0.place.footnote ?? "-") \($0.source.id)"
        }
        #expect(
            citations == [
                "A1 - kst-35165-97", "A1 - https://nos.nl/artikel/2", "A1 - kst-36410-4",
                "Q1 1 http://www.nos.nl/artikel/1",
                "A1 2 kst-36410-3",
            ])
    }

    @Test func elementsAreHeadingsWhereTheWordIsNotPrinted() throws {
        let read = try LetterReader.read(
            Array(
                "<?xml version=\"1.0\"?><kamervragen><vraag><nr>1</nr><al>A?</al></vraag><antwoord><nr>1</nr><al>Zie Kamerstuk 35 165, nr. 97.</al></antwoord></kamervragen>"
                    .utf8), name: "x", file: "x.xml")
        #expect(read.units.map(\.name.description) == ["preamble", "Q1", "A1"])
    }

    private func units(_ inner: String) throws -> [String] {
        let letter = try LetterReader.read(
            Array("<?xml version=\"1.0\"?><kamervragen>\(inner)</kamervragen>".utf8), name: "x", file: "x.xml")
        return letter.passage.runs.filter { $0.footnote == nil && !$0.range.isEmpty }.map { run in
            "\(letter.units[run.units[0]].name): "
                + String(decoding: letter.passage.text[run.range], as: UTF8.self).split(separator: "\n")
                .joined(separator: " | ")
        }
    }

    /// What stands in an answer belongs to it, whatever it looks like: another letter's questions that it quotes.
    @Test func whatAnElementHoldsIsItsOwn() throws {
        let quoted = "<al>In uw brief staat:</al><al>Vraag 2</al><al>Wat doet u?</al><al>Antwoord 2</al><al>Niets.</al>"
        #expect(
            try units(
                "<vraag><nr>Vraag 1</nr><al>A?</al></vraag><antwoord><nr>Antwoord 1</nr>\(quoted)</antwoord>"
                    + "<vraag><nr>Vraag 2</nr><al>B?</al></vraag><antwoord><nr>Antwoord 2</nr><al>Ja.</al></antwoord>")
                == [
                    "Q1: A?", "A1: In uw brief staat: | Vraag 2 | Wat doet u? | Antwoord 2 | Niets.", "Q2: B?",
                    "A2: Ja.",
                ])
    }

    @Test func numbersAreThePrintedOnes() throws {
        // Joint questions; an answer without a number, to all that are open; a number that stands nowhere.
        #expect(
            try units(
                "<vraag><nr>Vraag 1, 2</nr><al>A?</al></vraag><vraag><nr>Vraag 3</nr><al>B?</al></vraag>"
                    + "<antwoord><nr>Antwoord</nr><al>Ja.</al></antwoord><vraag><al>C?</al></vraag>"
                    + "<antwoord><al>Nee.</al></antwoord><tussenkop>Toelichting:</tussenkop><al>Deze vragen.</al>")
                == ["Q1+2: A?", "Q3: B?", "A1+2+3: Ja.", "Q4: C?", "A4: Nee.", "closing: Toelichting: | Deze vragen."])
    }

    /// A mark that somebody typed is text where the file has notes of its own.
    @Test func typedMarksAreNoNotes() throws {
        let letter = try LetterReader.read(
            Array(
                "<?xml version=\"1.0\"?><kamervragen><vraag><nr>Vraag 1</nr><al>A [^7]?<noot><noot.al>Kamerstuk 35 165, nr. 97</noot.al></noot></al></vraag></kamervragen>"
                    .utf8), name: "x", file: "x.xml")
        #expect(letter.footnotes.map(\.mark) == ["1"])
        #expect(letter.footnotes.map(\.units) == [[letter.units[1].name]])
        #expect(!letter.diagnostics.contains { $0.code == .markerWithoutNote })
    }

    @Test func otherXMLIsNoLetter() {
        for text in ["<rss><item>Kamerstuk 35 165, nr. 97</item></rss>", "<metadata><dc>x</dc></metadata>"] {
            #expect(throws: UnreadableLetter.self) {
                try LetterReader.read(Array(("<?xml version=\"1.0\"?>" + text).utf8), name: "x", file: "x.xml")
            }
        }
    }
}

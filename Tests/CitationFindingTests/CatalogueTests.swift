import CitationFinding
import LetterReading
import Support
import Testing

/// The catalogue of reports, and a user's own.
@Suite struct CatalogueTests {
    @Test func theSeriesEveryLetterWriterUsesAreThere() {
        let slugs = ReportCatalogue.builtIn.series.map(\.slug)
        for slug in [
            "aivd-jaarverslag", "mivd-jaarverslag", "dreigingsbeeld-statelijke-actoren",
            "dreigingsbeeld-terrorisme-nederland",
            "cybersecuritybeeld-nederland", "eeas-fimi", "te-sat", "iocta", "enisa-threat-landscape",
        ] {
            #expect(slugs.contains(slug))
        }
    }

    /// Words wrong here and there, numbers and what only says that it is a report aside.
    @Test(
        arguments: [
            ("Dreigingsbeeld Terorisme 58", "dreigingsbeeld-terrorisme-nederland"),
            ("report:dreigingsbeeld-terrorisme-nederland-99", "dreigingsbeeld-terrorisme-nederland"),
            ("het jaarverslg van de AIVD, 2031", "aivd-jaarverslag"),
            ("cybersecurity beeld nederland", "cybersecuritybeeld-nederland"),
            ("kst-1-1", nil), ("2024", nil), ("", nil), ("rapport van de", nil),
            ("De minister heeft uw vragen van 3 mei over het dreigingsbeeld in goede orde ontvangen.", nil),
        ] as [(String, String?)])
    func theSeriesThatIsNearest(_ text: String, _ slug: String?) {
        #expect(ReportCatalogue.builtIn.nearest(to: text).first?.slug == slug)
    }

    @Test func aUsersSeriesIsFoundAndNamed() throws {
        let own = try ReportCatalogue(
            tsv:
                "# mine\nstaat-van-het-onderwijs\tDe Staat van het Onderwijs\tyear\thttps://www.onderwijsinspectie.nl/\tStaat van het Onderwijs\n"
        )
        let catalogue = ReportCatalogue.builtIn.adding(own)
        let finder = CitationFinder(catalogue: catalogue)
        #expect(
            finder.ids(in: "Zie De Staat van het Onderwijs 2024 en het AIVD jaarverslag 2023.") == [
                "report:staat-van-het-onderwijs-2024", "report:aivd-jaarverslag-2023",
            ])
        let source = Source(SourceID("report:staat-van-het-onderwijs-2024"), catalogue: catalogue)
        #expect(source.label == "De Staat van het Onderwijs 2024")
        #expect(source.parent?.id == "report:staat-van-het-onderwijs")
        #expect(source.page == "https://www.onderwijsinspectie.nl/")
    }

    /// Names of a user's own, whatever they open with: a letter alone, a capital with an accent, a number sign.
    @Test(
        arguments: [
            ("X rapport", "het X-rapport 2023 en X rapport 2024", ["report:x-2023", "report:x-2024"]),
            ("A … Balans", "Volgens A staat dat in het Balans 2022", ["report:x-2022"]),
            ("A … B", "Volgens A staat dat in B 2022", []),
            ("État de la France", "zie État de la France 2023", ["report:x-2023"]),
            ("Staat # 1", "zie Staat 1 1 2023, en Staat # 1 2024", ["report:x-2024"]),
        ])
    func aNameMayOpenWithAnything(_ name: String, _ text: String, _ ids: [String]) throws {
        guard let own = try? ReportCatalogue(tsv: "x\tX\tyear\t\t\(name)\n") else {
            #expect(ids.isEmpty, "a letter alone is no name")
            return
        }
        #expect(CitationFinder(catalogue: own).ids(in: text) == ids)
    }

    /// Each name of a single work, in a sentence of ours; in small letters it is none, unless a number tells it.
    @Test func everyWorkIsFoundByItsNames() throws {
        let text = try String(contentsOf: Repository.file("Sources/CCatalogue/works.tsv"), encoding: .utf8)
        let finder = CitationFinder()
        var count = 0
        for row in text.split(separator: "\n") where !row.hasPrefix("#") {
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(columns.count == 6 && columns[2] == "once" && !columns[5].isEmpty, "\(row)")
            for written in columns[4].split(separator: " | ") {
                let name = written.replacing("*", with: "").replacing("^", with: "")
                let article = name.first?.isLowercase == true && !name.contains("rapport") ? "De " : ""
                let ids = finder.ids(in: "Ik verwijs naar het rapport \(article)\(name).")
                #expect(ids.contains("report:\(columns[0])"), "\(name)")
                if written.hasSuffix("*") || written.hasSuffix("^") {
                    let ids = finder.ids(in: "Ik weet dat \(name) wordt genoemd.")
                    #expect(!ids.contains("report:\(columns[0])"), "\(name)")
                }
                count += 1
            }
        }
        #expect(count > 400)
    }

    @Test func aFaultyLineIsNamed() {
        for (text, line) in [
            ("a\tb\n", 1), ("\nA b\tt\tyear\t\tName\n", 2), ("a\tt\tmonthly\t\tName\n", 1),
            ("#x\na\tt\tyear 1=\t\tName\n", 2), ("a\tt\tyear\t\t | \n", 1),
        ] {
            let fault = #expect(throws: ReportCatalogue.Fault.self) { try ReportCatalogue(tsv: text) }
            #expect(fault?.line == line)
        }
    }

    @Test func onlyWebAddressesBecomePages() throws {
        let own = try ReportCatalogue(tsv: "x\tX\tyear\tjavascript:alert(1)\tRapport X\n")
        #expect(own.series.first?.address == nil)
    }

    /// `explain` says which series is lacking; a letter that names such a report gives no alarm.
    @Test func aSeriesThatIsLackingIsExplained() throws {
        let attempts = CitationFinder().explain("het jaarverslag van de Kamer van Schippers").attempts
        #expect(attempts.map(\.text) == ["jaarverslag"])
        let lacking = attempts.first?.stopped ?? ""
        #expect(lacking.contains("saw “jaarverslag” and “Kamer van Schippers”; no such series"))
        #expect(CitationFinder().explain("het jaarverslag is gedrukt").attempts.isEmpty)
        let text = "Vraag 1\nA?\nAntwoord 1\nZie het jaarverslag van de Kamer van Schippers."
        let letter = try LetterReader.read(Array(text.utf8), name: "a", file: "a.txt")
        #expect(CitationFinder().find(in: letter).diagnostics.isEmpty)
    }
}

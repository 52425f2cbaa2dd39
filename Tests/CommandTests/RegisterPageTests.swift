import Foundation
import Support
import Testing

/// Pages of the public services as a register: records of KOOP’s search (SRU), rows of the Tweede Kamer’s open data.
@Suite struct RegisterPageTests {
    private let command: Command

    init() throws {
        command = try Command()
        let file = try command.write("Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 30 821, nr. 230.\n", "a.txt")
        _ = try command.run("build", file)
    }

    /// A record as the service writes it, in names with or without a prefix.
    private func record(_ id: String, _ core: String, _ more: String) -> String {
        """
        <sru:record><sru:recordData><gzd:gzd><gzd:originalData><o:meta>
        <o:owmskern><d:identifier>\(id)</d:identifier>\(core)</o:owmskern>
        <o:owmsmantel><d:date>2024-05-03</d:date></o:owmsmantel><o:tpmeta>\(more)</o:tpmeta>
        </o:meta></gzd:originalData></gzd:gzd></sru:recordData></sru:record>
        """
    }

    private func page(_ records: [String]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sru:searchRetrieveResponse xmlns:sru="s" xmlns:gzd="g" xmlns:o="o" xmlns:d="d">
        <sru:numberOfRecords>\(records.count)</sru:numberOfRecords>
        <sru:records>\(records.joined())</sru:records></sru:searchRetrieveResponse>
        """
    }

    private let paper = "<d:title>Nationale Veiligheid; Brief over  dijken &amp; sluizen</d:title>"

    @Test func recordsOfTheSearchAreTaken() throws {
        let page = page([
            record(
                "kst-30821-230", paper, "<o:documenttitel>Brief over dijken &amp; sluizen</o:documenttitel>"),
            record(
                "kst-1259252", "<d:title>Nota; Verslag</d:title>",
                "<o:dossiernummer>36867</o:dossiernummer><o:ondernummer>D</o:ondernummer>"),
            record(
                "ah-1271549", "<d:title>Antwoord over sluizen</d:title><d:creator>Tweede Kamer</d:creator>",
                "<o:aanhangselnummer>46</o:aanhangselnummer><o:vergaderjaar>2025-2026</o:vergaderjaar>"),
        ])
        let update = try command.run("register", "update", command.write(page, "page.xml"))
        #expect(update.out.contains("3 lines added") && update.err.isEmpty)
        #expect(try command.run("register").out.contains("3 documents"))
        #expect(try command.run("top").out.contains("30 821, nr. 230 — Brief over dijken & sluizen"))
        let other = try command.write(
            "Vraag 1\nA?\nAntwoord 1\nZie Aanhangsel Handelingen II 2025/26, nr. 46 en Kamerstukken I 2025/26, 36867, D.\n",
            "b.txt")
        _ = try command.run("build", other)
        #expect(try command.run("show", "ah-tk-20252026-46").out.contains("Antwoord over sluizen"))
        #expect(try command.run("show", "kst-36867-D").out.contains("Nota; Verslag"))
    }

    /// What is known by its number in the open data keeps it.
    @Test func aPaperOfBothServicesIsOne() throws {
        let rows =
            "document\tofficial\tkind\tdate\ttitle\n2024D99999\tkst-30821-230\tMotie\t2024-05-03\tMotie over dijken\n"
        let page = try command.write(page([record("kst-30821-230", paper, "")]), "page.xml")
        let list = try command.write(rows, "documents.tsv")
        for files in [[page, list], [list, page]] {
            _ = try command.run("register", "update", command.write("", "nothing.txt"))
            _ = try command.run(["register", "update"] + files)
            #expect(try command.run("register").out.contains("1 document,"))
            #expect(try command.run("top").out.contains("30 821, nr. 230 — Motie over dijken"))
        }
    }

    /// A chamber that prints a paper did not send it.
    @Test func aMinistryIsTheSender() throws {
        let creators = ["Ministerie van Defensie", "Tweede Kamer der Staten-Generaal"].map {
            "<d:creator>\($0)</d:creator>"
        }
        let page = page([
            record("kst-30821-229", paper + creators[0], ""), record("kst-30821-230", paper + creators[1], ""),
        ])
        let lines = try command.run("register", "compact", command.write(page, "page.xml")).lines
        #expect(lines.filter { $0.hasSuffix("\tMinisterie van Defensie") }.map { $0.prefix(15) } == ["d:kst-30821-229"])
        #expect(lines.contains { $0.hasPrefix("d:kst-30821-230") && $0.hasSuffix("dijken & sluizen") })
    }

    @Test func aRecordThatIsNotTakenIsNamedWithItsPlace() throws {
        let page = page([
            record("gmb-2023-174296", "<d:title>Melding</d:title>", ""), record("kst-30821-230", paper, ""),
            record("blg-1253259", "<d:title>Bijlage</d:title>", ""),
            record("kst-1259252", "<d:title>A</d:title>", "<o:dossiernummer>36867</o:dossiernummer>"),
            record(
                "kst-1259253", "<d:title>A</d:title>",
                "<o:dossiernummer>1</o:dossiernummer><o:dossiernummer>36867</o:dossiernummer><o:ondernummer>2</o:ondernummer>"
            ),
            record("kst-30821-229", "", ""), "<sru:record/>",
        ])
        let update = try command.run("register", "update", command.write(page, "page.xml"))
        #expect(update.status == 0 && update.out.contains("1 line added"))
        #expect(
            update.err.contains(
                "4 records left out, no Kamerstuk or Aanhangsel of a known number: record 1: gmb-2023-174296; "
                    + "record 3: blg-1253259; record 4: kst-1259252; record 5: kst-1259253"))
        #expect(update.err.contains("1 record left out, without a day or a title: record 6: kst-30821-229"))
        #expect(update.err.contains("page.xml: 1 record left out, without an identifier: record 7"))
    }

    @Test func aPageThatSaysTheSearchFailedIsRefused() throws {
        let page = """
            <searchRetrieveResponse xmlns:n="d"><version>2.0</version><diagnostics><n:diagnostic>
            <n:message>unknown prefix dcterms</n:message></n:diagnostic></diagnostics></searchRetrieveResponse>
            """
        let result = try command.run("register", "update", command.write(page, "page.xml"))
        #expect(
            result.status == 2 && result.err.contains("page.xml, line 1: the search failed: unknown prefix dcterms"))
    }

    @Test func hostilePagesAreRefusedInWords() throws {
        let whole = page([record("kst-30821-230", paper, "")])
        let bomb = """
            <!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            """
        let entity = bomb + page([record("kst-30821-230", "<d:title>&b;&c;</d:title>", "")]).drop { $0 != "\n" }
        for (text, words) in [
            (String(whole.dropLast(40)), "line 1: it is no XML that can be read"),
            (String(repeating: "<a>", count: 400), "line 1: it is no XML that can be read"),
            (
                String(repeating: "<a>", count: 260) + String(repeating: "</a>", count: 260),
                "it is no XML that can be read"
            ),
            ("<html><body>503</body></html>", "line 1: it is XML, but no page of records: it opens with “html”"),
            (
                page([record("kst-30821-230", "<d:title>\(String(repeating: "a", count: 9000))</d:title>", "")]),
                "1 record left out, with a title that cannot be read"
            ),
            (entity, "1 record left out, with a title that cannot be read: record 1: kst-30821-230"),
        ] {
            let result = try command.run("register", "update", command.write(text, "page.xml"))
            #expect(result.err.contains(words), "\(text.prefix(60)): \(result.err)")
        }
        #expect(try command.run("top").out.contains("30 821, nr. 230 — Nationale Veiligheid"))
    }

    @Test func aPackedPageIsTaken() throws {
        let plain = try command.write(page([record("kst-30821-230", paper, "")]), "page.xml")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-f", plain]
        try process.run()
        process.waitUntilExit()
        #expect(try command.run("register", "update", plain + ".gz").out.contains("1 line added"))
    }

    @Test func rowsOfOpenDataThatAreNotTakenAreNamed() throws {
        let page = """
            [{"DocumentNummer": null, "Verwijderd": true}, {"DocumentNummer": "2024D99999", "Verwijderd": false},
             {"DocumentNummer": "2024D99998", "Onderwerp": null, "Titel": "Dijken", "Datum": "2024-05-03T00:00:00+02:00"}]
            """
        let update = try command.run("register", "update", command.write(page, "page.json"))
        #expect(update.out.contains("1 line added"))
        #expect(update.err.contains("page.json: 1 row left out, deleted there: row 1"))
        #expect(update.err.contains("page.json: 1 row left out, without a number, a day or a title: row 2"))
    }

    /// Real answers of the services, where they lie beside the checkout.
    @Test(.enabled(if: Repository.exists("../shared/recorded/sru"), "../shared/recorded is not beside the checkout"))
    func recordedAnswersAreTaken() throws {
        let folder = Repository.file("../shared/recorded").path
        let papers = try command.run(
            "register", "update", folder + "/sru/lawgraph_sru_eerstekamer_kamerstukken_page.xml")
        #expect(papers.out.contains("4 lines added"))
        let answer = try command.run("register", "update", folder + "/sru/nlgovmcp_aanhangsel.record.xml")
        #expect(answer.out.contains("1 line added"))
        let other = try command.run("register", "update", folder + "/sru/wetsuite_gmb-2023-174296.record.xml")
        #expect(other.out.contains("0 lines added") && other.err.contains("record 1: gmb-2023-174296"))
        let failed = try command.run("register", "update", folder + "/sru/lawgraph_sru_unknown_index_diagnostic.xml")
        #expect(failed.err.contains("the search failed: unknown prefix dcterms"))
        #expect(try command.run("register").out.contains("5 documents"))
    }
}

import Foundation
import LetterCollection
import Support
import Testing

/// What a build makes of the record beside a letter.
@Suite struct RecordBesideTests {
    /// What a letter does not say it has from its record; where it says otherwise, it is doubted.
    @Test func theRecordFillsInAndIsCompared() throws {
        let program = try FetchProgram(try ToyServices(3))
        #expect(try program.fetch("--since", "2026-01-01").status == 0)
        func change(_ number: Int, _ edit: (inout FetchedRecord) -> Void) throws {
            let file = program.folder.appending(path: "ah-tk-20252026-\(number).meta.json")
            var record = try #require(FetchedRecord.read(try Data(contentsOf: file)))
            edit(&record)
            try record.json(isLine: false).write(to: file)
        }
        let letter = program.folder.appending(path: "ah-tk-20252026-1")
        try FileManager.default.removeItem(at: letter.appendingPathExtension("xml"))
        try Data(Self.bare.utf8).write(to: letter.appendingPathExtension("txt"))
        let signatory = "minister van Infrastructuur en Waterstaat (A. de Boer)"
        try change(1) { ($0.title, $0.sender) = ("Antwoord op vragen over een brug bij Zwolle", signatory) }
        func build() throws -> String {
            _ = try program.run(["build", program.folder.path, "--store", program.store])
            return try program.run(["show", "ah-tk-20252026-1", "--format", "json", "--store", program.store]).out
        }
        let shown = try build()
        for words in [
            "\"ah-tk-20252026-1\"", "\"2026-01-11\"", "2026Z10001", "een brug",
            "\"De Boer (Infrastructuur en Waterstaat)\"", "IenW 11 jan 2026",
        ] { #expect(shown.contains(words), "\(words) \(shown)") }
        // Another letter, whose record is of another in every respect.
        try change(2) {
            ($0.zaken, $0.date, $0.sender) = (["2026Z55555"], "2025-06-01", "minister van Defensie (B. Smit)")
        }
        // What comes to the same.
        try change(3) { $0.sender = "minister van Infrastructuur en Waterstaat (A.B. De Boer)" }
        let other =
            "Onderwerp  Verlichting langs snelwegen\n\nVergaderjaar 2025–2026 Aanhangsel van de Handelingen\n5\n\n"
        try Data((other + Self.bare).utf8).write(to: letter.appendingPathExtension("txt"))
        for number in [2, 3] {
            let file = program.folder.appending(path: "ah-tk-20252026-\(number).xml").path
            try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file)
        }
        _ = try build()
        let check = try program.run(
            ["check", "--kind", "record-differs", "--format", "csv", "--store", program.store]
        ).out
        for words in [
            "says ah-tk-20252026-1, the letter ah-tk-20252026-5",
            "of the questions 2026Z55555, the letter of 2026Z10002",
            "is of 2025-06-01, the letter of 2026-01-12", "is sent by Defensie, the letter by IenW",
            "is about “een brug bij Zwolle”, the letter about “Verlichting langs snelwegen",
        ] { #expect(check.contains(words), "\(words) \(check)") }
        #expect(check.split(separator: "\n").count == 6)
    }

    /// A pipe or a device of such a name is no record, and is not waited for.
    @Test(.timeLimit(.minutes(1))) func whatIsNoPlainFileIsNoRecord() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.path
        for name in ["a.meta.json", "a.metadata.xml", "metadata.xml"] { #expect(mkfifo("\(path)/\(name)", 0o600) == 0) }
        try FileManager.default.createSymbolicLink(atPath: "\(path)/b.meta.json", withDestinationPath: "/dev/zero")
        for name in ["a.txt", "b.txt"] { #expect(FetchedRecord.beside("\(path)/\(name)") == nil) }
    }

    private static let bare = "Vraag 1\nKlopt dat?\n\nAntwoord 1\nJa, zie Kamerstuk 30 821, nr. 230.\n"

    /// KOOP’s own metadata, as people download them with a letter.
    @Test func metadataBesideALetterAreItsRecord() throws {
        let program = try FetchProgram(try ToyServices(1))
        let (one, other) = (program.folder, program.folder.appending(path: "ah-tk-20252026-8"))
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        func write(_ text: String, _ file: URL) throws { try Data(text.utf8).write(to: file) }
        try write(Self.bare, one.appending(path: "ah-tk-20252026-7.txt"))
        try write(
            """
            <metadata_gegevens><metadata name="DC.creator" scheme="OVERHEID.StatenGeneraal" \
            content="Tweede Kamer der Staten-Generaal" /><metadata name="OVERHEIDop.vraagnummer" content="2026Z10007" />\
            <metadata name="DC.title" content="Antwoord op vragen over een brug" />\
            <metadata name="OVERHEIDop.datumOntvangst" content="2026-01-17" />\
            <metadata name="DC.identifier" content="ah-tk-20252026-7" /></metadata_gegevens>
            """, one.appending(path: "ah-tk-20252026-7.metadata.xml"))
        try write(Self.bare + "Meer niet.\n", other.appending(path: "ah-tk-20252026-8.txt"))
        try write(Self.bare + "Minder ook niet.\n", other.appending(path: "bijlage.txt"))
        try write(
            """
            <?xml version="1.0"?><owms-metadata xmlns:dcterms="t" xmlns:o="o"><owmskern>\
            <dcterms:identifier>ah-tk-20252026-8</dcterms:identifier><dcterms:creator>Ministerie van Defensie</dcterms:creator>\
            </owmskern><owmsmantel><dcterms:issued>2026-01-18</dcterms:issued></owmsmantel><oep>\
            <o:vraagnummer>2026Z10008</o:vraagnummer></oep></owms-metadata>
            """, other.appending(path: "metadata_owms.xml"))
        let built = try program.run(["build", program.folder.path, "--store", program.store])
        #expect(built.status == 0 && built.out.hasPrefix("3 letters read"), "\(built.out)\(built.err)")
        let rows = try program.run(["letters", "--format", "csv", "--store", program.store]).out
        #expect(rows.contains("ah-tk-20252026-7") && rows.contains("2026-01-17"), "\(rows)")
        #expect(rows.contains("Defensie") && rows.components(separatedBy: "2026-01-18").count >= 2, "\(rows)")
        let bare = try program.run(["show", "bijlage", "--format", "json", "--store", program.store]).out
        #expect(!bare.contains("2026Z10008") && !bare.contains("Defensie"))
    }
}

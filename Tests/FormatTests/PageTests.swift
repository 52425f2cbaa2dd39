import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// What only a page can show.
@Suite struct PageTests {
    private func letter(_ pages: [String]) throws -> Letter {
        try LetterReader.read(
            PDFWriter.file(pages.map { PDFWriter.Page(drawing: "BT /F1 11 Tf 14 TL 60 780 Td \($0) ET", height: 842) }),
            name: "x", file: "x.pdf")
    }

    private let note = "/F1 6 Tf (1) Tj /F1 9 Tf"

    @Test func aNoteThatRunsOverThePageIsWhole() throws {
        let first =
            "(Vraag 1) ' (Kent u het bericht?) ' /F1 7 Tf (1) Tj /F1 11 Tf (Antwoord 1) ' T* T* \(note) (Zie het rapport, aangeboden bij) Tj"
        let second = "(Ja, zie Kamerstuk 36 410, nr. 3.) ' T* T* /F1 9 Tf (Kamerstuk 35 165, nr. 97) '"
        let read = try letter([first, second])
        let citations = CitationFinder().find(in: read).citations.map { "\($0.place.unit) \($0.source.id)" }
        #expect(citations == ["Q1 kst-35165-97", "A1 kst-36410-3"])
        // A note that ended: the small print below the next page is not its own.
        let ended = try letter([first.replacing("aangeboden bij", with: "2023."), second])
        #expect(CitationFinder().find(in: ended).citations.map { "\($0.place.unit)" } == ["A1", "A1"])
    }

    /// A table in small print at the foot of a page is no end of the note before it; what stands right above the next
    /// note is.
    @Test func aTableIsNoNoteThatRunsOver() throws {
        let first =
            "(Vraag 1) ' (Kent u het bericht?) ' /F1 7 Tf (1) Tj /F1 11 Tf (Antwoord 1) ' T* T* \(note) (Zie het rapport, aangeboden bij) Tj"
        let body = String(repeating: "(Daarover is gesproken met de provincies en met de gemeenten.) ' ", count: 3)
        let second =
            "\(body) (Ja, zie Kamerstuk 36 410, nr. 3.) ' /F1 7 Tf (2) Tj T* T* /F1 9 Tf (Meldingen, Kamerstuk 35 165, nr. 98) ' T* T* T*"
        let next = "/F1 6 Tf (2) Tj /F1 9 Tf (Kamerstuk 35 165, nr. 99) Tj"
        func found(_ pages: [String]) throws -> [String] {
            try CitationFinder().find(in: letter(pages)).citations.map { "\($0.place.unit) \($0.source.id)" }
        }
        let table = ["A1 kst-36410-3", "A1 kst-35165-98", "A1 kst-35165-99"]
        #expect(try found([first, "\(second) \(next)"]) == table)
        #expect(
            try found([first, "\(second) (Kamerstuk 35 165, nr. 97) ' T* \(next)"]) == ["Q1 kst-35165-97"] + table)
    }

    @Test func raisedNumbersAreTakenFromTheirSize() throws {
        let read = try letter([
            "(Vraag 1) ' (Wat gebeurt er met de uitstoot van 3 m) ' /F1 7 Tf 4 Ts (3) Tj 0 Ts /F1 11 Tf ( CO) Tj /F1 7 Tf -3 Ts (2) Tj 0 Ts /F1 11 Tf ( in 2023) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf (?) Tj (Antwoord 1) ' (Ja.) ' T* T* \(note) (Kamerstuk 35 165, nr. 97) Tj"
        ])
        #expect(
            CitationFinder().find(in: read).citations.map { "\($0.place.unit) \($0.source.id)" } == ["Q1 kst-35165-97"])
        #expect(String(decoding: read.text.bytes, as: UTF8.self).contains("in 2023¹?"))
    }

    /// A printed address is read; one that lies over words is seen by nobody who reads the page.
    @Test func linksOverWordsAreNotRead() throws {
        let drawing =
            "BT /F1 11 Tf 14 TL 60 780 Td (Vraag 1) ' (A?) ' (Antwoord 1) ' (Zie dit bericht en www.nos.nl/artikel/9.) ' ET"
        let page = PDFWriter.Page(drawing: drawing, height: 842, link: "https://nos.nl/artikel/1")
        let bytes = PDFWriter.file([page])
        #expect(String(decoding: bytes, as: UTF8.self).contains("https://nos.nl/artikel/1"))
        let read = try LetterReader.read(bytes, name: "x", file: "x.pdf")
        #expect(CitationFinder().find(in: read).citations.map(\.source.id) == ["http://www.nos.nl/artikel/9"])
    }

    /// What stands at the same place of every page, with the page's own number, is none of the letter's words.
    @Test func runningHeadsAreFurniture() throws {
        let body = [
            "(Vraag 1) ' (Kent u het bericht?) '", "(Antwoord 1) ' (Ja, zie Kamerstuk 35 165, nr. 97.) '",
            "(Vraag 2) ' (Wat is uw reactie?) '", "(Antwoord 2) ' (Geen.) '",
        ]
        let read = try letter(
            body.enumerated().map { index, text in
                "(Ministerie van Defensie \u{2013} Pagina \(index + 1) van 4) ' T* T* \(text)"
                    .replacing("\u{2013}", with: "-")
            })
        let running = read.parts.filter { $0.role == .body }.map { read.text.string($0.range) }.joined()
        #expect(!running.contains("Pagina") && running.contains("Kent u het bericht?"))
        #expect(
            CitationFinder().find(in: read).citations.map { "\($0.place.unit) \($0.source.id)" } == ["A1 kst-35165-97"])
    }
}

import Support
import Testing

@testable import Wording

/// Phrases and forms: what is interpolated is never translated, and a sentence made elsewhere is known by its form alone.
@Suite struct PhraseTests {
    private static let table = DutchTable(
        """
        no % is called “%”\tgeen % heet “%”
        the word\thet woord
        word\twoord
        # letter\t# brief|# brieven
        # more row\tnog # rij|nog # rijen
        % before %\t%2 na %1
        == libraries
        // no row
        the file is damaged: %; save it again\thet bestand is beschadigd: &; sla het opnieuw op
        its part % is missing\thet deel % ontbreekt
        “%” is %, but %\t“%” is %, maar &
        no number fits\ter past geen nummer
        %, or %\t&, of &
        % (one away%)\t% (één ernaast&)
        , cited twice\t, twee keer genoemd
        """)

    @Test func whatIsInterpolatedStaysApart() {
        let name = "the word"
        let phrase: Phrase = "no \("letter") is called “\(name)”, \(3)"
        #expect(phrase == .said("no % is called “%”, %", [.said("letter", []), .data("the word"), .data("3")]))
        #expect(Language.english.text(phrase) == "no letter is called “the word”, 3")
    }

    @Test func aPhraseWithoutDutchStaysEnglish() {
        #expect(Language.dutch.text("no such phrase as \(1)%") == "no such phrase as 1")
        #expect(Language.dutch.text(.english("no such sentence")) == "no such sentence")
        #expect(Language.dutch.text(counted(2, "unheard-of thing")) == "2 unheard-of thing")
    }

    @Test func thingsAreCountedInBoth() {
        #expect(
            [0, 1, 2].map { Language.english.text(counted($0, "letter")) } == ["0 letters", "1 letter", "2 letters"])
        #expect([0, 1, 2].map { Language.dutch.text(counted($0, "letter")) } == ["0 brieven", "1 brief", "2 brieven"])
        #expect(Self.table.counted(1, "more row") == "nog 1 rij")
    }

    @Test func holesMayChangePlaces() {
        #expect(Self.table.form(of: "% before %")?.filled(["a", "b"], \.self) == "b na a")
    }

    @Test(arguments: [
        ("its part a.xml is missing", "het deel a.xml ontbreekt"),
        // Words in a hole marked with & are translated in turn, others are a user's.
        (
            "the file is damaged: its part x is missing; save it again",
            "het bestand is beschadigd: het deel x ontbreekt; sla het opnieuw op"
        ),
        ("“no number fits” is kst-1, but no number fits", "“no number fits” is kst-1, maar er past geen nummer"),
        (
            "kst-1 (a) (one away, cited twice), or kst-2 (one away)",
            "kst-1 (a) (één ernaast, twee keer genoemd), of kst-2 (één ernaast)"
        ),
        // Phrases are no forms, and a form is whole.
        ("the word", "the word"), ("its part x is missing.", "its part x is missing."), ("", ""),
        ("and its part x is missing", "and its part x is missing"),
    ]) func aSentenceIsKnownByItsForm(_ english: String, _ dutch: String) {
        #expect(Self.table.translated(english, .libraries) == dutch)
    }

    /// Whatever stands in the holes, the form finds it back: each hole ends where the words behind it first stand.
    @Test(arguments: 1...200) func formsFindTheirHolesBack(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        let words = ["a", "kst-1", "—", "été", "b(c)", "", "𝔸", "%", "&"]
        let runs = [": ", " is ", ", line ", "“", " (", "; it may be "]
        var (key, text, holes): (String, String, [String]) = ("", "", [])
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let (run, word) = (runs.randomElement(using: &random) ?? "", words.randomElement(using: &random) ?? "")
            key += run + "%"
            text += run + word
            holes.append(word)
        }
        // A word that holds what follows it would end early: none does.
        #expect(WordForm(key, isKey: true).arguments(in: text)?.map(String.init) == holes, "\(key): \(text)")
    }
}

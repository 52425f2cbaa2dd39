import DutchText
import Foundation

/// What a letter cited by its date is about, in the words behind the date: `… over de versterking van de dijken`, `… inzake …`,
/// `… bent u geïnformeerd over …`, or its title in quotation marks.
struct LetterTopic {
    private let words: TellingWords

    /// What may stand between the date and the topic: sender, addressee, `getiteld`, `heb ik u geïnformeerd`.
    private static let between: Set<String> = [
        "van", "aan", "de", "het", "uw", "mijn", "onze", "en", "voor", "minister", "ministers", "staatssecretaris",
        "kamer", "tweede", "eerste", "toenmalige", "ambtsvoorganger", "kabinet", "regering", "met", "als", "titel",
        "onderwerp", "getiteld", "genaamd", "genaamde", "betrekking", "tot", "bent", "is", "heb", "heeft", "hebben",
        "ben", "u", "ik", "wij", "reeds", "eerder", "nader", "ook", "al", "geïnformeerd", "ingelicht", "bericht",
    ]
    /// Behind these too the sentence goes on with something else.
    private static let ends: Set<String> = [
        "werden", "zullen", "waarmee", "ben", "gaat", "blijkt", "volgt", "ga", "meld", "geïnformeerd", "ingelicht",
        "reeds",
    ]

    /// Nil where nothing says what it is about.
    /// - Parameter behind: the text from the date to the end of its sentence, on one line.
    init?(behind: String) {
        var place = behind.startIndex
        var before = ""
        while let start = behind[place...].firstIndex(where: { !$0.isWhitespace && $0 != "(" && $0 != "," }) {
            let end = behind[start...].firstIndex(where: \.isWhitespace) ?? behind.endIndex
            let word = behind[start..<end].filter { $0.isLetter || $0 == "-" }
            let small = word.lowercased()
            if let closers = QuotationMarks.closers[behind[start]] {
                guard let title = Self.title(behind[behind.index(after: start)...], closers) else { return nil }
                words = TellingWords(title)
                if words.isEmpty { return nil }
                return
            }
            if Self.opens(small) || small == "tot" && before == "betrekking" {
                words = TellingWords(Self.phrase(behind[end...]))
                if words.isEmpty { return nil }
                return
            }
            guard Self.between.contains(small) || word.first?.isUppercase == true else { return nil }
            (before, place) = (small, end)
        }
        return nil
    }

    private static func opens(_ word: String) -> Bool {
        word.utf8.isOne(of: FunctionWords.topics) || word.utf8.isOne(of: ["omtrent", "rond", "rondom"])
    }

    private static func title(_ text: Substring, _ closers: Set<Character>) -> String? {
        var place = text.startIndex
        while let end = text[place...].firstIndex(where: closers.contains) {
            let next = text.index(after: end)
            // An apostrophe stands within a word.
            if next == text.endIndex || !text[next].isLetter { return String(text[..<end]) }
            place = next
        }
        return nil
    }

    /// Up to a sign, or the word that ends it.
    private static func phrase(_ text: Substring) -> String {
        var words: [Substring] = []
        for word in text.split(separator: " ") {
            if word.hasPrefix("(") || isEnd(word.lowercased()) { break }
            words.append(word)
            if word.last.map(",;:.?!)".contains) == true { break }
        }
        return words.joined(separator: " ")
    }

    private static func isEnd(_ word: String) -> Bool {
        word.utf8.isOne(of: DatedLetter.verbs) || ends.contains(word)
    }

    /// Whether a title is about the same.
    func fits(_ title: String) -> Bool { words.fit(TellingWords(title)) }
}

/// The words of a text that tell it from others. `voortgang van de aanpak` tells nothing; a name or a long compound tells
/// much.
struct TellingWords {
    private struct Word {
        let text: String
        let isRare: Bool
    }

    private let words: [Word]
    /// Which sorts of letter it names: the agenda of a meeting is not the report of it.
    private let sorts: Set<String>

    private static let sorts: Set<String> = [
        "uitstel", "verslag", "agenda", "fiche", "nazending", "rectificatie", "jaarverslag",
    ]
    private static let longCompound = 14
    /// One word says little of a title that has more than these.
    private static let shortTitle = 4

    init(_ text: String) {
        var (words, sorts): ([Word], Set<String>) = ([], [])
        for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let small = part.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            if Self.sorts.contains(small) { sorts.insert(small) }
            let isShort = part.count < 4
            let isAbbreviation = part.count > 1 && part.allSatisfy { $0.isUppercase || $0.isNumber }
            guard part.contains(where: \.isLetter), !isShort || isAbbreviation, !Self.common.contains(small),
                !words.contains(where: { $0.text == small })
            else { continue }
            words.append(Word(text: small, isRare: part.first?.isUppercase == true || part.count >= Self.longCompound))
        }
        (self.words, self.sorts) = (words, sorts)
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether a title has two of them, and half of all that one of the two has; or the one, rare word that one of them has.
    func fit(_ title: TellingWords) -> Bool {
        guard sorts == title.sorts else { return false }
        let shared = words.filter { word in title.words.contains { Self.isSame($0.text, word.text) } }
        let fewer = min(words.count, title.words.count)
        if shared.count > 1 { return 2 * shared.count >= fewer }
        return shared.contains(where: \.isRare) && fewer == 1 && title.words.count <= Self.shortTitle
    }

    /// `dijk` and `dijken`, `motie` and `moties`.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.count >= 4 && long.hasPrefix(short)
            && ["s", "n", "e", "en", "es"].contains(long.dropFirst(short.count))
    }

    /// Without accents. Words that any letter may have, and names that hundreds have.
    private static let common = Set(
        """
        aanbieding aanbiedingsbrief aangaande aanpak aantal aanvullend aanvullende actualiteiten afhandeling afspraken
        agenda alle andere antwoord antwoorden appreciatie april augustus beantwoording beeld begroting beleid
        beleidsreactie benodigd benodigde bericht berichtgeving besluit besluitvorming betreffende betrekking bijlage
        binnen bnc brede brief brieven commissie commissiedebat cijfers debat december deze diverse doen door eerste eigen
        einde enkele eu europees europese evaluatie extra februari fiche financiele gebied gedaan gehouden geannoteerde
        gevolgen gezamenlijke haar hebben hierbij hoofdlijnen hoofdlijnenbrief informatie inhoud inrichting inzake inzet
        invoering invulling integrale jaar jaarlijkse jaarverslag jaren januari juli juni kabinet kabinetsinzet
        kabinetsreactie kabinetsstandpunt kamer kamerbrief kosten kwartaal landelijke leden maart maatregel maatregelen
        meer middelen mijn minister ministers moties motie naar nader nadere nationaal nationale nederland nederlands
        nederlandse nieuwe november oktober omtrent onder onderwerp onderwerpen onderzoek onderzoeken ontwikkeling
        ontwikkelingen ontwerpbesluit onze opvolging over overheid periodieke plan plannen programma raad rapport
        rapportage rapporten reactie regeling resultaten rijk rond rondom samenhang september situatie sinds staat
        staatssecretaris stand start stappen stukken subsidie tegen tijdens toekomst toelichting toezending toezegging
        toezeggingen tussen tweede uitkomst uitkomsten uitstel uitvoering uitwerking vanuit vaste verband verbetering
        vernieuwing verschillende verslag vervolg verzoek voor voorgenomen voorstel voorstellen voortgang voortgangsbrief
        voortgangsrapportage vragen waarbij waarin welke werking wetgeving wetsvoorstel wijziging worden zaken zoals zijn
        zonder
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

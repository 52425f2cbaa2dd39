import ArgumentParser
import CitationFinding
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph find`: full-text search over letters and sources.
struct Find: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "find",
        abstract:
            "Find letters and sources by words: what letters say, their subject and people, what sources are called.",
        discussion: """
            All words have to be there; case and diacritics do not count (yesilgoz finds Yeşilgöz). The last word may go on \
            (stikst finds stikstof), others where a * follows (natuur* stikstof). Words in quotation marks follow each \
            other: kvgraph find '"wet open overheid"'. Letters come with the sentence, sources with how many letters cite them.
            """)

    @Argument(help: .said("Words to look for.", valueName: "words"))
    var words: [String]
    @OptionGroup var letters: LetterFilter
    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only sources of these kinds, separated by commas; letter for letters.",
            discussion: "Kinds: letter, \(SourceKind.names). Default: all.", valueName: "kind,…"))
    var kind: [String] = []
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        let kinds: Phrase = "Kinds: \(Self.letter), \(SourceKind.names); or all, by itself."
        for kind in named ?? [] where kind != Self.letter && SourceKind.named(kind)?.isSource != true {
            throw ValidationError.said("“\(kind)” is not a kind of source, nor letter. \(kinds)")
        }
        if named?.isEmpty == true { throw ValidationError.said("--kind needs a kind. \(kinds)") }
    }

    private static let letter = "letter"

    /// The kinds that the user names, or nil for all.
    private var named: [String]? {
        let kinds = ListedNames.of(kind)?.map { $0.lowercased() }
        return kinds == ["all"] ? nil : kinds
    }

    func run() throws {
        let store = try store.open()
        try letters.sayWhatIsLeftOut(store)
        try Self.sayWhatHasNoText(store)
        let text = words.joined(separator: " ")
        var selection = letters.selection
        selection.kinds = named.map { Set($0).subtracting([Self.letter]) }
        let query = SearchQuery(text)
        let found = try query.map { query in
            try store.find(
                query, selection, takesLetters: named?.contains(Self.letter) != false, limit: most.rows(format.format))
        }
        let page = FoundPage(found)
        page.print(format.format, orSay: page.isEmpty ? try FindingHint(text, store).words(query) : nil)
        most.sayWhatIsLeft(of: found?.total ?? 0, shown: page.count)
    }

    /// Nobody should take the letters that are found for all there are.
    static func sayWhatHasNoText(_ store: GraphStore) throws {
        let count = try store.lettersWithoutText()
        guard count > 0 else { return }
        Messages.say(
            count == 1
                ? "1 letter was read before texts were kept: kvgraph build reads it again"
                : "\(count) letters were read before texts were kept: kvgraph build reads them again")
    }
}

/// What to do about a search that found nothing.
struct FindingHint {
    private let text: String
    private let store: GraphStore

    init(_ text: String, _ store: GraphStore) { (self.text, self.store) = (text, store) }

    func words(_ query: SearchQuery?) throws -> Phrase {
        if let hint = try SelectionOptions.hintOfEmptyStore(store) { return hint }
        guard let query else { return "there is no letter or digit to look for" }
        let all = try store.find(query, limit: 0).total
        if all > 0 { return "\(counted(all, "row")) without --kind and the filters on letters" }
        let unknown = try query.words.filter { try store.find($0.query, limit: 0).total == 0 }.map { "“\($0.word)”" }
        guard !unknown.isEmpty else { return "each of the words is somewhere, but nowhere all of them" }
        let some = unknown.prefix(5).joined(separator: ", ")
        let shown: Phrase = unknown.count > 5 ? "\(some) and others" : .data(some)
        return "no letter or source has \(shown): try the beginning of a word, with * behind it"
    }
}

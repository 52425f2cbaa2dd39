import CitationFinding
import Foundation
import Support
import Testing

@testable import Wording

/// Nothing is missing from the Dutch, and nothing stands there that nobody says.
@Suite struct CompletenessTests {
    private static let rows = DutchTable.rows((try? Repository.text("Sources/CWording/dutch.tsv")) ?? "")
    private static func keys(_ section: DutchTable.Section) -> Set<String> {
        Set(rows.filter { $0.section == section }.map(\.english))
    }
    private static let phrases = keys(.phrases)
    private static let libraries = keys(.libraries)

    /// The texts in quotes of a target.
    private static func texts(_ target: String) throws -> [(file: String, text: String)] {
        let root = Repository.file("Sources/\(target)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try files.sorted().flatMap { file in
            SwiftTexts(try Repository.text("Sources/\(target)/\(file)")).texts.map { (file, $0) }
        }
    }

    /// All texts of the targets that speak, or put English together.
    private static let everything = [
        "kvgraph", "Explorer", "GraphDrawing", "GraphExchange", "GraphAnalysis", "DossierRegister", "LetterReading",
        "LetterFormats", "CitationFinding", "GraphStorage", "LetterCollection", "LetterFetching",
    ].flatMap { (try? texts($0)) ?? [] }
    private static let said = Set(everything.map(\.text))
    /// The texts of each file, one below the other.
    private static let sources = Dictionary(grouping: everything, by: \.file).values.map { texts in
        texts.map(\.text).joined(separator: "\n")
    }

    @Test func everyLineIsWhole() {
        #expect(Self.rows.count > 600)
        for section in DutchTable.Section.allCases {
            let keys = Self.rows.filter { $0.section == section }.map(\.english)
            #expect(
                Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys.sorted() == [], "twice in \(section)")
        }
        for row in Self.rows {
            #expect(!row.english.isEmpty && !row.dutch.isEmpty && !row.dutch.contains("\t"), "\(row.english)")
            let isCount = row.english.hasPrefix("# ")
            #expect(!isCount || row.dutch.split(separator: "|").count == 2, "\(row.english): one and many")
            // Every hole is filled, with what stands in the English.
            let holes = WordForm(row.english, isKey: true).holes
            #expect(WordForm(row.dutch, isKey: false).holes.sorted() == holes, "\(row.english)")
            #expect(row.english.first?.isWhitespace == row.dutch.first?.isWhitespace, "“\(row.english)”")
            #expect(row.english.last?.isWhitespace == row.dutch.last?.isWhitespace, "“\(row.english)”")
        }
    }

    /// What is said in phrases has its Dutch.
    @Test(arguments: ["kvgraph", "Explorer", "GraphDrawing", "GraphExchange", "LetterFetching"])
    func whatIsSaidIsThere(_ target: String) throws {
        let english = try Self.texts(target).filter { EnglishText.isEnglish($0.text) }
        for (file, text) in english where !EnglishText.unspoken.contains("\(target)/\(file)") {
            #expect(
                Self.phrases.contains(text) || Self.phrases.contains("# " + text)
                    || Self.stands(text, in: Self.libraries),
                "\(target)/\(file): “\(text)” is not in dutch.tsv")
        }
        #expect(english.count > 5)
    }

    /// What libraries say has its Dutch: each run of words between holes stands in a line.
    @Test(arguments: [
        "DossierRegister", "LetterReading", "LetterFormats", "CitationFinding", "GraphStorage", "LetterCollection",
        "GraphAnalysis",
    ])
    func whatLibrariesSayIsThere(_ target: String) throws {
        for (file, text) in try Self.texts(target).flatMap(EnglishText.ofSQL) where EnglishText.isEnglish(text) {
            let isUnspoken = EnglishText.unspoken.contains { "\(target)/\(file)".hasPrefix($0) }
            guard !isUnspoken, !EnglishText.summaries.contains(text) else { continue }
            #expect(
                Self.phrases.contains(text) || Self.stands(text, in: Self.libraries),
                "\(target)/\(file): “\(text)” is in no line of dutch.tsv")
        }
    }

    /// A text may be a part of what is said, or may have what is said as a part: both are put together of such.
    private static func stands(_ text: String, in keys: Set<String>) -> Bool {
        text.split(separator: "%").map { $0.trimmingCharacters(in: .whitespaces) }.filter(EnglishText.isEnglish)
            .allSatisfy { run in keys.contains { $0.contains(run) } }
    }

    /// Nothing stands there that nobody says any more.
    @Test func whatIsThereIsSaid() throws {
        let said = Self.phrases.filter { Self.said.contains($0.hasPrefix("# ") ? String($0.dropFirst(2)) : $0) }
        #expect(Self.phrases.subtracting(said).sorted() == [], "nobody says these")
        let unsaid = Self.libraries.subtracting(EnglishText.ofSystem).filter { key in
            let runs = key.split(separator: "%").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " “”():;,?"))
            }
            return !runs.filter { $0.count > 2 }.allSatisfy(Self.isSaid)
        }
        #expect(unsaid.sorted() == [], "nobody says these")
    }

    /// Whether a run of words stands in a text; or, where one is put together, its words in one file.
    private static func isSaid(_ run: String) -> Bool {
        sources.contains { texts in
            texts.contains(run) || run.split(separator: " ").allSatisfy { texts.contains($0) }
        }
    }

    /// Single words, where they are said: headings and names of values, things that are counted, kinds, steps of a reading.
    @Test func singleWordsAreThere() throws {
        var source = ""
        for target in [
            "kvgraph", "Explorer", "GraphAnalysis", "GraphDrawing", "CitationFinding", "DossierRegister",
            "LetterFetching",
        ] {
            let root = Repository.file("Sources/\(target)")
            for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
                source += try Repository.text("Sources/\(target)/\(file)") + "\n"
            }
        }
        let headings = source.matches(of: /[^a-zA-Z](?:title|valueName): "([^"\\]+)"/).map { String($0.1) }
        #expect(headings.count > 40)
        #expect(headings.filter { !Self.phrases.contains($0) && !$0.contains("%") } == [])
        let counted = source.matches(of: /[^a-zA-Z]counted\([^"\n]*, "([^"]+)"\)/).map { "# " + $0.1 }
        #expect(counted.count > 20)
        #expect(counted.filter { !Self.phrases.contains($0) } == [])
        let steps = source.matches(of: /[^a-zA-Z](?:step|stopped|Grammar|evidence\.add)\(\s*"([^"\\]+)"/).map {
            String($0.1)
        }
        #expect(steps.count > 40)
        #expect(steps.filter { !Self.libraries.contains($0) } == [])
        let kinds = SourceKind.all.compactMap(\.look?.name)
        #expect(kinds.count > 12)
        #expect(kinds.filter { !Self.libraries.contains($0) } == [])
    }

    /// The scripts and the template of the explorer say what stands under `== page`, and all of it.
    @Test func thePageSaysWhatIsThere() throws {
        let folder = "Sources/CExplorer/page"
        let files = try FileManager.default.contentsOfDirectory(atPath: Repository.file(folder).path)
        let scripts = try files.filter { $0.hasSuffix(".js") }.map { try Repository.text("\(folder)/\($0)") }.joined()
        let page = try Repository.text("\(folder)/page.html")
        var said = Set(page.matches(of: /\{\{say ([^}]+)\}\}/).map { String($0.1) })
        said.formUnion(scripts.matches(of: /[^a-zA-Z]say\('([^']+)'/).map { String($0.1) })
        said.formUnion(scripts.matches(of: /[^a-zA-Z]counted\([^']*?, '([^']+)'\)/).map { "# " + $0.1 })
        // A letter's own list says what kind it leaves out.
        said.insert("front pages of sites")
        let there = Self.keys(.page)
        #expect(said.subtracting(there).sorted() == [], "is not there")
        #expect(there.subtracting(said).sorted() == [], "is not said")
        // Words between tags, and texts of two words or more in a script, are said through the table.
        let words = page.matches(of: />([^<>{}]*[A-Za-z]{2}[^<>{}]*)</).map { String($0.1) }
        #expect(words == [])
        let texts = scripts.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
            .joined(separator: "\n").matches(of: /'([^'\n]*)'/).map { String($0.1) }
        #expect(texts.filter { EnglishText.isEnglish($0) && !there.contains($0) } == [])
    }

    /// What the parser of options is given is a phrase: no text comes to it in one language only.
    @Test func helpIsSaidInPhrases() throws {
        let root = Repository.file("Sources/kvgraph")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        var count = 0
        for file in files where !file.hasSuffix("Speech.swift") {
            let source = try Repository.text("Sources/kvgraph/\(file)")
            for call in ["ArgumentHelp(", "ValidationError(", "CommandConfiguration(", "help: \""] {
                #expect(!source.contains(call), "\(file): \(call)")
            }
            // A command with an option takes this one too.
            guard source.contains("configuration = CommandConfiguration.said(") else { continue }
            let commands = source.components(separatedBy: "configuration = CommandConfiguration.said(").count - 1
            #expect(source.components(separatedBy: ": LanguageOption").count - 1 == commands, "\(file): --lang")
            count += commands
        }
        #expect(count > 15)
    }
}

/// Which texts in a source are English that people read.
enum EnglishText {
    /// Words with blanks between them, one of them such as no Dutch or SQL text and no key of a program has.
    static func isEnglish(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && $0 != "’" && $0 != "'" }
        guard words.count > 1, text.contains(" "), !["<", "://", " / "].contains(where: { text.contains($0) }) else {
            return false
        }
        return !isSQL(text) && words.contains { telling.contains($0.count > 1 ? $0.lowercased() : String($0)) }
    }

    private static func isSQL(_ text: String) -> Bool {
        let words = [
            "SELECT ", "INSERT ", " JOIN ", "UPDATE ", "DELETE ", "CREATE ", "DROP ", "UNION ", " AND ", "AND ", " = ?",
            "_id", "ORDER BY", "PRAGMA", "json_each",
        ]
        return words.contains { text.contains($0) }
    }

    private static let telling: Set<String> = [
        "the", "and", "are", "not", "no", "with", "without", "that", "this", "which", "it", "its", "by", "from", "for",
        "only", "cannot", "letters", "sources", "cited", "cites", "answer", "question", "has", "have", "must",
        "needs", "there", "these", "what", "one", "than", "too", "be", "read", "used", "a", "an", "on", "file", "show",
    ]

    /// What stands in quotes in a statement of SQL, where one puts a message together.
    static func ofSQL(_ file: String, _ text: String) -> [(file: String, text: String)] {
        guard isSQL(text) else { return [(file, text)] }
        return text.split(separator: "'", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
            index.isMultiple(of: 2) ? nil : (file, String(part))
        }
    }

    /// English that nobody is told: the steps of a reader and of a store, names of columns.
    static let unspoken = [
        "LetterReading/LetterReader.swift", "GraphStorage/Schema/Schema.swift", "GraphStorage/Queries/",
        "GraphStorage/Rows/", "GraphStorage/Search/", "GraphStorage/Writing/", "GraphStorage/Merging/MergedRows.swift",
        "GraphDrawing/Graphviz/GraphvizMessages.swift", "GraphExchange/Formats/DatasetteMetadata.swift",
        "Explorer/Server/PageResponse.swift",
    ]

    /// Of kinds of source, for the README; and a name.
    static let summaries = Set(SourceKind.all.map(\.summary) + ["Follow the Money"])

    /// What the system says, as it is passed on.
    static let ofSystem: Set = [
        "No space left on device", "Permission denied", "No such file or directory", "Input/output error",
        "Read-only file system", "Too many open files", "Is a directory", "You don’t have permission.",
    ]
}

/// The languages that kvgraph speaks. Only people are spoken to: what programs read is the same in each.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case dutch = "nl"

    /// The language asked for with `--lang`, else the one that the environment names as POSIX has it: the first of
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` that is set. English for any that is not spoken.
    /// - Parameter arguments: of the command, without its name; what stands behind `--` is no option.
    public init(arguments: [String] = [], environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.filter { !$0.isEmpty }
        self = Self.asked(arguments) ?? names.first.flatMap { Language(rawValue: Self.code($0)) } ?? .english
    }

    private static func asked(_ arguments: [String]) -> Language? {
        let options = Array(arguments.prefix { $0 != "--" })
        let values = options.indices.compactMap { index -> String? in
            if options[index].hasPrefix("--lang=") { return String(options[index].dropFirst("--lang=".count)) }
            return options[index] == "--lang" && index + 1 < options.count ? options[index + 1] : nil
        }
        return values.last.flatMap(Language.init(rawValue:))
    }

    /// `nl_NL.UTF-8` → `nl`
    private static func code(_ locale: String) -> String { String(locale.prefix { $0.isASCII && $0.isLetter }) }

    /// A phrase in this language.
    /// - Complexity: linear in its length; for a sentence known by its form, also in the number of forms there are.
    public func text(_ phrase: Phrase) -> String {
        switch phrase {
        case .data(let text): return text
        case .english(let text): return self == .dutch ? DutchTable.builtIn.translated(text, .libraries) : text
        case .joined(let parts): return parts.map(text).joined()
        case .counted(let count, let word):
            return self == .dutch
                ? DutchTable.builtIn.counted(count, word) : "\(count) \(word)\(count == 1 ? "" : "s")"
        case .said(let key, let arguments):
            let form = self == .dutch ? DutchTable.builtIn.form(of: key) : nil
            if form == nil, arguments.isEmpty { return key }
            return (form ?? WordForm(key, isKey: true)).filled(arguments, text)
        }
    }

    /// A line that the parser of options made, in this language.
    public func parserWords(_ line: String) -> String {
        self == .dutch ? DutchTable.builtIn.translated(line, .parser) : line
    }

    /// What the explorer's page says, by its English: its scripts find their words there. None for English.
    public var pageWords: [String: String] { self == .dutch ? DutchTable.builtIn.page : [:] }

    /// One of these.
    public func pageWords(_ key: String) -> String { pageWords[key] ?? key }
}

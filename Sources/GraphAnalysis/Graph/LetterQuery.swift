import Wording

/// Which letters are asked for, as people write it: in options of the command, and in addresses of the explorer.
///
///     var query = LetterQuery()
///     query.since = "2024"
///     query.names[.ministry] = ["BZ,BZK"]
///     try query.apply(to: &selection)
public struct LetterQuery: Sendable, Equatable {
    /// Why nothing can be asked so.
    public enum Failure: Error, Sendable, Equatable {
        case noDay(String)
        /// A period that ends before it begins.
        case noPeriod(since: String, until: String)
        /// A name was asked for, and none is given.
        case noName(LetterName)

        public var words: Phrase {
            switch self {
            case .noDay(let text):
                "“\(text)” is not a valid date: write it as 2025-07-07, or 2025-07 or 2025 for a month or a year."
            case .noPeriod(let since, let until):
                "The period ends before it begins: --since \(since), --until \(until)."
            case .noName(let name): "--\(name.rawValue) needs a name."
            }
        }
    }

    /// A day, a month or a year: `2025-07-07`, `2025-07`, `2025`. The first day of it, for `until` the last, is included.
    public var since, until, readSince: String?
    /// Any of these: each text is a name, or several with commas between.
    public var names: [LetterName: [String]] = [:]

    public init() {}

    /// Puts the letters that are asked for into a selection, in the place of those it took before.
    public func apply(to selection: inout GraphSelection) throws(Failure) {
        selection.since = try Self.period(since)?.first
        selection.until = try Self.period(until)?.last
        if let since, let until, let first = selection.since, let last = selection.until, first > last {
            throw .noPeriod(since: since, until: until)
        }
        selection.readSince = try Self.period(readSince)?.first
        for name in LetterName.allCases {
            let values = values(name)
            if values?.isEmpty == true { throw .noName(name) }
            selection[keyPath: name.values] = values ?? []
        }
    }

    private static func period(_ text: String?) throws(Failure) -> Period? {
        guard let text else { return nil }
        guard let period = Period(text) else { throw .noDay(text) }
        return period
    }

    /// The names that are asked for, or nil where none is.
    public func values(_ name: LetterName) -> [String]? { names[name].flatMap(ListedNames.of) }

    /// What is chosen, in words for a title: `since 2024-01-01`, `ministry BZ or BZK`.
    public var words: [Phrase] {
        let chosen = LetterName.allCases.compactMap { name in
            values(name).map { values -> Phrase in
                "\(name.word) \(values.map(Phrase.data).joined(separator: " or "))"
            }
        }
        let days: [Phrase?] = [
            since.map { "since \($0)" }, until.map { "until \($0)" }, readSince.map { "read since \($0)" },
        ]
        return days.compactMap(\.self) + chosen
    }
}

extension LetterName {
    /// What it is, for people.
    public var word: Phrase {
        switch self {
        case .ministry: "ministry"
        case .party: "party"
        case .asker: "asker"
        case .minister: "minister"
        }
    }
}

/// What is named in an option that may be given several times, each time with commas between.
public enum ListedNames {
    /// `["BZ, BZK", "EZ"]` → `["BZ", "BZK", "EZ"]`; nil where the option was not given.
    public static func of(_ values: [String]) -> [String]? {
        guard !values.isEmpty else { return nil }
        return values.flatMap { $0.split(separator: ",") }.map { text in
            var text = text[...]
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return String(text)
        }.filter { !$0.isEmpty }
    }
}

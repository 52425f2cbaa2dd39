/// Something that is said to people, before it is known in which language. A literal is its own key in the table of
/// translations; what is interpolated stays apart from it, so that names and numbers are never translated:
///
///     let phrase: Phrase = "no letter is called “\(name)”"     // said("no letter is called “%”", [data(name)])
public indirect enum Phrase: Sendable, Hashable {
    /// A key, with a `%` where each argument stands.
    case said(String, [Phrase])
    /// Names, numbers, words of letters: the same in every language.
    case data(String)
    /// A sentence that was put together in English elsewhere, by a library or in a store; known by its form.
    case english(String)
    /// A number of things: `1 letter`, `2 letters`.
    case counted(Int, String)
    /// One behind the other.
    case joined([Phrase])

    public var isEmpty: Bool {
        switch self {
        case .said(let key, _): key.isEmpty
        case .data(let text), .english(let text): text.isEmpty
        case .counted: false
        case .joined(let parts): parts.allSatisfy(\.isEmpty)
        }
    }

    public static func + (first: Phrase, second: Phrase) -> Phrase { .joined([first, second]) }
    public static func += (first: inout Phrase, second: Phrase) { first = first + second }
}

extension Phrase: ExpressibleByStringInterpolation {
    public init(stringLiteral key: String) { self = .said(key, []) }
    public init(stringInterpolation parts: Interpolation) { self = .said(parts.key, parts.arguments) }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var arguments: [Phrase] = []

        public init(literalCapacity: Int, interpolationCount: Int) { key.reserveCapacity(literalCapacity) }

        public mutating func appendLiteral(_ literal: String) { key += literal }

        /// A literal within a phrase is a phrase too.
        public mutating func appendInterpolation(_ phrase: Phrase) {
            key += "%"
            arguments.append(phrase)
        }

        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            appendInterpolation(Phrase.data(String(text)))
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            appendInterpolation(Phrase.data(String(number)))
        }

        /// What went wrong, as libraries say it.
        public mutating func appendInterpolation(_ error: any Error) {
            appendInterpolation(Phrase.english("\(error)"))
        }
    }
}

extension Sequence<Phrase> {
    public func joined(separator: Phrase) -> Phrase {
        var parts: [Phrase] = []
        for phrase in self { parts += parts.isEmpty ? [phrase] : [separator, phrase] }
        return .joined(parts)
    }
}

/// `1 letter`, `2 letters`.
/// - Parameter word: in English, in the singular, with a plural in `s`.
public func counted(_ count: Int, _ word: String) -> Phrase { .counted(count, word) }

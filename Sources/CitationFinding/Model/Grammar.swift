import DutchText
import LetterReading

/// How one kind of source is recognised: the strings it may open with, and the function that reads on from there.
final class Grammar: Sendable {
    let name: StaticString
    /// Which of two that begin at one place is tried first.
    enum Precedence: Int {
        /// An address is what it says, whatever words are in it.
        case address
        /// An identifier, which holds the openings of other forms.
        case identifier
        case named
        /// A form without its word.
        case unlabelled
        /// A name of a thing in passing.
        case aside
    }

    let precedence: Precedence
    /// What it may open with, in any case. The first two bytes fill the prefilter.
    let anchors: [[UInt8]]
    /// Whether the anchor must open a word.
    let opensWord: Bool
    /// Whether a hyphen may break its anchors where no line ends: `Kamer-stuk`. A name so written is another name.
    let mayBeHyphenated: Bool
    /// Whether it names things in passing: other grammars look back over them, and take up nothing from them.
    var isAside: Bool { precedence == .aside }
    /// Whether it reads another thing in another unit: `vraag 3` is `#Q3` in a question and `#A3` in an answer.
    let dependsOnUnit: Bool
    /// Whether what it read is behind the grammars that look back; not so the date of a letter.
    let closesText: Bool
    let read: @Sendable (inout Reading) -> [Mention]

    /// - Parameter names: anchors that a catalogue gives, in small letters.
    init(
        _ name: StaticString, _ precedence: Precedence = .named, anchors: [String], names: [[UInt8]] = [],
        opensWord: Bool = true, mayBeHyphenated: Bool = false, dependsOnUnit: Bool = false, closesText: Bool = true,
        read: @escaping @Sendable (inout Reading) -> [Mention]
    ) {
        (self.name, self.precedence, self.opensWord) = (name, precedence, opensWord)
        (self.dependsOnUnit, self.closesText, self.read) = (dependsOnUnit, closesText, read)
        self.anchors = anchors.map { $0.utf8.map(\.lowered) } + names
        self.mayBeHyphenated = mayBeHyphenated
    }

    /// Stands for any digit in an anchor; a sign that no name of a user's catalogue has.
    static let digit = "\u{1}"
    static func digits(_ count: Int) -> String { String(repeating: digit, count: count) }
    static let anyDigit: UInt8 = 1
    /// Ends an anchor that is a whole word: no letter follows it.
    static let wordEnd: UInt8 = 2
}

import DossierRegister
import DutchText
import LetterReading

/// One attempt of a grammar at one place: a cursor, what is known of the place, and a record of the steps taken.
struct Reading {
    var cursor: Cursor
    let start: Int
    let context: ReadingContext
    private(set) var steps: [ReadingStep] = []
    /// What was expected where the grammar gave up, when that is worth saying.
    private(set) var stop: String?
    /// What the letter has said of laws, this place included.
    var laws: LawsMentioned {
        get { context.laws }
        nonmutating _modify { yield &context.laws }
    }
    /// Doubts that remain even when nothing is found.
    var doubts: [Doubt] = []

    init(_ cursor: Cursor, context: ReadingContext) {
        self.cursor = cursor
        start = cursor.position
        self.context = context
    }

    /// Records what the text from `start` to the cursor was read as.
    mutating func step(_ what: StaticString, from start: Int) {
        guard context.isExplaining else { return }
        steps.append(ReadingStep(what: "\(what)", text: text(start..<cursor.position)))
    }

    /// Records what a text was read as that need not stand at the cursor.
    mutating func step(_ what: StaticString, _ text: @autoclosure () -> String?) {
        guard context.isExplaining, let text = text() else { return }
        steps.append(ReadingStep(what: "\(what)", text: text))
    }

    /// Records each reason and what it weighs.
    mutating func weigh(_ evidence: Evidence) {
        guard context.isExplaining else { return }
        for (what, weight) in evidence.reasons {
            steps.append(ReadingStep(what: "evidence, \(weight) of \(Evidence.enough)", text: "\(what)"))
        }
    }

    /// Says what stopped the reading; the anchor was there, so it is reported.
    mutating func stopped(_ expected: StaticString) -> [Mention] {
        stop = "\(expected)"
        return []
    }

    /// Says to `explain` what was lacking; no alarm.
    mutating func lacks(_ what: @autoclosure () -> String) {
        if context.isExplaining { stop = what() }
    }

    /// Whether a number was meant where none could be read: the word stands in brackets, or a digit or a label follows it. Else
    /// it names the thing: `Elk Kamerstuk wordt gedrukt`.
    var isNumberMeant: Bool {
        var next = cursor
        next.skipBlanks()
        if start > context.floor, cursor.bytes[start - 1] == Byte.openParen { return true }
        guard let byte = next.current else { return true }
        return byte.isDigit || byte == Byte.closeParen || next.skipWord(of: ["nr", "nrs", "nummer"])
    }

    func text(_ range: Range<Int>) -> String {
        Sentence.plain(cursor.bytes[range.clamped(to: 0..<cursor.bytes.count)])
    }
}

/// A letter while its runs are scanned, shared by all of them: a copy of the letter would count the owners of all its parts.
final class ScannedLetter {
    let letter: Letter
    /// The letter's running text.
    let text: Bytes

    init(letter: Letter, text: Bytes) { (self.letter, self.text) = (letter, text) }
}

/// What a grammar may know about where it reads. One for a whole run of text, shared by every attempt in it.
final class ReadingContext {
    /// The letter with what is known of it, or nil when a loose text is explained.
    let scanned: ScannedLetter?
    let unit: UnitName
    /// Whether the text is that of a footnote.
    let isNote: Bool
    let catalogue: ReportCatalogue
    /// Nil for the one that comes with kvgraph, which is opened only when it is asked.
    private let newerRegister: Register?
    let isExplaining: Bool
    /// What exists.
    var register: Register { newerRegister ?? .builtIn }
    /// What was said of laws before this place.
    var laws = LawsMentioned()
    /// Where the last source that was read ended: no grammar looks back beyond it.
    var floor = 0
    /// The id of that source.
    var last: String?
    /// Whether a blank may be the end of a line (in flattened text).
    let blanksMayBreak: Bool

    init(
        letter scanned: ScannedLetter?, unit: UnitName, isNote: Bool, catalogue: ReportCatalogue,
        newerRegister: Register? = nil, isExplaining: Bool = false, blanksMayBreak: Bool = false
    ) {
        (self.scanned, self.unit, self.isNote, self.catalogue) = (scanned, unit, isNote, catalogue)
        (self.newerRegister, self.isExplaining, self.blanksMayBreak) = (newerRegister, isExplaining, blanksMayBreak)
    }
}

/// A source as one grammar read it, before it is given its place in the letter.
struct Mention {
    let id: String
    /// Offsets into the passage.
    let range: Range<Int>
    var locator: String?
    /// How the text names it, where it has no number.
    var title: String?
    var doubts: [Doubt] = []
}

/// Something odd about what was read, or about why nothing was.
struct Doubt {
    let code: Diagnostic.Code
    let message: String
}

/// A step of reading, for `explain`: what was looked for and the text that was it.
package struct ReadingStep: Sendable {
    package let what: String
    package let text: String
}

/// What a letter has said of laws so far: which it named, and which abbreviations it gave them.
struct LawsMentioned: Sendable {
    /// Laws named in full, by their place in the catalogue.
    var named: Set<Int> = []
    /// Names given beside the full one, by their place among the names: `Telecommunicatiewet (hierna: Tw)`.
    var given: Set<Int> = []
    /// Abbreviations given to something else: `Dreigingsbeeld Statelijke Actoren (DSA)`.
    var taken: Set<[UInt8]> = []
}

/// A doubt about a letter, with its place: nothing is skipped in silence, and nothing is corrected in silence.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: Int, Sendable, Comparable, CaseIterable {
        case error, warning, note
        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
        public var name: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .note: "note"
            }
        }
    }

    /// Every kind of doubt there is. The raw value is what people and programs see, and never changes.
    public enum Code: String, Sendable, CaseIterable {
        /// The file is no clean UTF-8: in another encoding, or damaged.
        case recoded
        /// Signs of a wrong decoding stand in the text (`2011Œ2012`, `TMs-Gravenhage`).
        case damagedText = "damaged-text"
        /// No heading of a question was found: the whole letter is preamble.
        case noQuestions = "no-questions"
        /// The printed numbers skip one: a heading was lost.
        case missingQuestion = "missing-question"
        /// Question 1 comes again: another part of the letter.
        case restartedNumbers = "restarted-numbers"
        /// A question that nothing answers.
        case unanswered = "question-without-answer"
        /// A note whose marker was not found: it stays with the unit its text stands in.
        case noteWithoutMarker = "note-without-marker"
        /// A marker whose note was not found.
        case markerWithoutNote = "marker-without-note"
        /// The word for a source stands there, but what follows could not be read as one.
        case unread
        /// A parliamentary year that cannot be: `2025/20226`, `2023/23`.
        case oddYear = "odd-year"
        /// A day that the calendar does not have: `31 juni 2024`.
        case oddDate = "odd-date"
        /// The edition of a report that is printed and not known: `4th EEAS Report`. The series is cited.
        case unknownEdition = "unknown-edition"
        /// A reference to a question that this letter does not have.
        case unknownQuestion = "unknown-question"
        /// A document that cannot be: its dossier ends before it, there is no such dossier, or it is younger than the letter.
        case impossibleNumber = "impossible-number"
        /// An identifier that is one digit away from one cited elsewhere.
        case nearMiss = "near-miss"
        /// Two letters with other answers that say they are the same Aanhangsel.
        case sharedNumber = "shared-number"
        /// The same file under two names, of a letter that says neither its number nor its kenmerk.
        case sameFile = "same-file"
        /// The record beside the file, from the service it was fetched from, says something else than the letter.
        case recordDiffers = "record-differs"
        /// More citations than a letter can have: those that follow are left out.
        case tooMany = "too-many-citations"
        /// Two readings are possible; the one that is more likely was taken.
        case ambiguous

        /// The codes as `check` lists them: what may be a wrong citation first, then what may be missed.
        public static let byWeight: [Code] = [
            .impossibleNumber, .nearMiss, .oddYear, .oddDate, .unknownEdition, .ambiguous, .unknownQuestion,
            .noteWithoutMarker, .markerWithoutNote, .unanswered, .missingQuestion, .restartedNumbers, .noQuestions,
            .sharedNumber,
            .sameFile, .recordDiffers, .recoded, .damagedText,
            .tooMany, .unread,
        ]

        public var severity: Severity {
            switch self {
            case .impossibleNumber, .nearMiss, .oddYear, .oddDate, .unknownEdition, .missingQuestion, .unanswered,
                .noQuestions,
                .noteWithoutMarker, .markerWithoutNote, .unknownQuestion, .ambiguous, .sharedNumber, .sameFile,
                .tooMany:
                .warning
            case .recordDiffers, .recoded, .damagedText, .unread, .restartedNumbers: .note
            }
        }
    }

    public let code: Code
    public let message: String
    public let place: Place
    /// Identifiers that may have been meant, the likeliest first.
    public let suggestions: [String]

    public var severity: Severity { code.severity }

    package init(_ code: Code, _ message: String, at place: Place, suggestions: [String] = []) {
        self.code = code
        self.message = message
        self.place = place
        self.suggestions = suggestions
    }
}

/// A user's correction of a citation: it is dropped, or cites another source.
public struct Correction: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        case drop
        case becomes(String)
    }

    public let letter: String
    /// Nil for every unit of the letter.
    public let unit: String?
    /// The id as it is read.
    public let id: String
    public let verdict: Verdict

    public init(letter: String, unit: String?, id: String, verdict: Verdict) {
        (self.letter, self.unit, self.id, self.verdict) = (letter, unit, id, verdict)
    }
}

import CitationFinding
import LetterReading

/// A letter as it goes into the store: what was read, what was found, and the file it came from.
public struct LetterRecord: Sendable {
    public let letter: Letter
    public let findings: Findings
    public let origin: LetterOrigin
    /// The letter’s own, with what the store’s register knows besides.
    var header: LetterHeader
    let sketch: AnswerSketch
    /// Of each unit of the letter; made here, on the core that read the letter.
    let texts: [UnitText?]

    public init(letter: Letter, findings: Findings, origin: LetterOrigin) {
        (self.letter, self.findings, self.origin) = (letter, findings, origin)
        header = letter.header
        sketch = AnswerSketch(letter)
        texts = letter.units.indices.map { UnitText(letter, unit: $0) }
    }
}

/// The file of a letter, as far as it takes to know whether it changed.
public struct LetterOrigin: Sendable, Hashable {
    /// The letter's name in the store.
    public let name: String
    /// The file as the user named it.
    public let file: String
    /// Its absolute path.
    public let path: String
    public let size: Int
    /// Seconds since 1970.
    public let modified: Double
    /// Of its content and of what reads it.
    public let fingerprint: String
    /// Whether the letter was read from another file: this one holds it too.
    public let isCopy: Bool

    public init(
        name: String, file: String, path: String, size: Int, modified: Double, fingerprint: String,
        isCopy: Bool = false
    ) {
        self.isCopy = isCopy
        (self.name, self.file, self.path) = (name, file, path)
        (self.size, self.modified, self.fingerprint) = (size, modified, fingerprint)
    }
}

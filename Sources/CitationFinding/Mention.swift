import LetterReading

/// A source as one grammar read it, before it is given its place in the letter.
struct Mention {
    let id: String
    /// Offsets into the passage.
    let range: Range<Int>
    var locator: String?
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

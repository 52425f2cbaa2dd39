import DutchText
import LetterReading

/// What a piece of text is read as, step by step.
public struct Explanation: Sendable {
    /// One place where something could have started.
    public struct Attempt: Sendable {
        /// The grammar that tried: `kamerstuk`.
        public let grammar: String
        /// The text it read or gave up on.
        public let text: String
        /// What was recognised, in order: a description and the text.
        public let steps: [(what: String, text: String)]
        /// The ids it found; empty when it stopped.
        public let ids: [String]
        /// What was expected where it stopped.
        public let stopped: String?
        public let doubts: [String]
    }

    /// In the order of the text, without attempts that found nothing and have nothing to report.
    public let attempts: [Attempt]
}

extension CitationFinder {
    /// Reads a piece of text as if it stood in an answer, and explains how.
    public func explain(_ text: String) -> Explanation {
        let bytes = Array(text.utf8)
        let context = ReadingContext(
            letter: nil, unit: UnitName(.answer, [1]), isNote: false, catalogue: catalogue,
            newerRegister: scanner.newerRegister, isExplaining: true)
        var attempts: [Explanation.Attempt] = []
        bytes.reading { bytes in
            _ = scanner.walk(bytes, bytes.startIndex..<bytes.endIndex, context) { grammar, mentions, reading in
                let isSilent = mentions.isEmpty && reading.stop == nil && reading.doubts.isEmpty
                guard !isSilent || reading.steps.count > 1 else { return }
                var end = mentions.map(\.range.upperBound).max() ?? reading.cursor.position
                // What gave up at once shows the word it looked at.
                if end == reading.start { while end < bytes.count, bytes.isLetter(at: end) { end += 1 } }
                attempts.append(
                    Explanation.Attempt(
                        grammar: "\(grammar.name)",
                        text: reading.text((mentions.map(\.range.lowerBound).min() ?? reading.start)..<end),
                        steps: reading.steps.map { ($0.what, $0.text) }, ids: mentions.map(\.id), stopped: reading.stop,
                        doubts: (reading.doubts + mentions.flatMap(\.doubts)).map(\.message)))
            }
        }
        return Explanation(attempts: attempts)
    }

    /// The ids of the sources that a piece of text names.
    public func ids(in text: String) -> [String] { explain(text).attempts.flatMap(\.ids) }

    /// Whether an id is one that kvgraph itself would give to a source.
    public func isCanonical(_ id: String) -> Bool {
        let kind = SourceKind.of(id)
        guard kind.isSource else { return false }
        return kind.isWellFormed?(id, catalogue) ?? (ids(in: id) == [id])
    }
}

import CGraphviz
import Synchronization

/// What Graphviz says while it works. It calls back once for `Error` or `Warning`, once for `: `, and then for the text;
/// a piece without such a heading goes on with the message before it (`mismatched tag in line 1`, `in label of node c`).
struct GraphvizMessages: Sendable {
    private enum Severity { case warning, error }

    private var messages: [(severity: Severity, text: String)] = []

    /// Errors mean that part of the picture is wrong or missing, even where Graphviz reports success: a broken
    /// HTML-like label is drawn as its node's name. So they are thrown, and only warnings come with a picture.
    var errors: [String] { texts { $0.severity == .error && !Self.isMild($0.text) } }
    var warnings: [String] {
        texts { ($0.severity == .warning || Self.isMild($0.text)) && !Self.isAboutWidths($0.text) }
    }

    /// An error after which the picture is whole: it only has nodes that overlap.
    private static func isMild(_ text: String) -> Bool { text.contains("not built with triangulation library") }

    /// What newer versions say of the plain context each time that a font or letter is not in Graphviz' own tables.
    private static func isAboutWidths(_ text: String) -> Bool {
        text.contains("no hard-coded metrics for") || text.contains("no value for width of")
    }

    mutating func hear(_ piece: String) {
        switch piece {
        case "Error": messages.append((.error, ""))
        case "Warning": messages.append((.warning, ""))
        case ": " where messages.last?.text == "": break
        default:
            if messages.isEmpty { messages.append((.error, "")) }
            messages[messages.count - 1].text += piece
        }
    }

    /// Each message once, on one line, in the order heard.
    private func texts(where isWanted: ((severity: Severity, text: String)) -> Bool) -> [String] {
        var seen: Set<String> = []
        return messages.lazy.filter(isWanted).map { Self.line($0.text) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Without the line breaks and control characters that a graph's own text may bring along, and of bearable length.
    private static func line(_ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
        let words = text.split { $0.isWhitespace || $0.unicodeScalars.contains(where: isControl) }
        let line = words.joined(separator: " ")
        return line.count > 300 ? line.prefix(300) + "…" : line
    }
}

extension GraphvizMessages {
    /// Graphviz keeps one callback for the whole process and gives it no context, so what it says lands here.
    private static let heard = Mutex(GraphvizMessages())

    /// From here on nothing goes to stderr.
    static func listen() {
        cgv_send_messages { piece in
            guard let piece else { return 0 }
            GraphvizMessages.heard.withLock { $0.hear(String(cString: piece)) }
            return 0
        }
    }

    /// What was said since the last time this was asked.
    static func take() -> GraphvizMessages {
        heard.withLock { heard in
            defer { heard = GraphvizMessages() }
            return heard
        }
    }
}

import DutchText

/// An id that a letter is asked for and filed under: nothing else becomes the name of a file.
public enum LetterID: Sendable, Hashable, CustomStringConvertible {
    /// `ah-tk-20242025-1244`, `ah-ek-…`; before its number is given out `ah-1271549`.
    case aanhangsel(String)
    /// `2024Z18412`: the questions; answers and notices of delay carry it.
    case zaak(String)
    /// `2024D40329`
    case document(String)

    /// Nil for what is no such id, however it is dressed up (`../ah-tk-20242025-1244`).
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if parts.first == "ah" {
            let isClassic =
                parts.count == 4 && ["tk", "ek"].contains(parts[1]) && Self.isSession(parts[2])
                && Self.isNumber(parts[3], most: 6)
            guard isClassic || (parts.count == 2 && Self.isNumber(parts[1], most: 9)) else { return nil }
            self = .aanhangsel(text)
            return
        }
        let signs = Array(text.utf8)
        guard (8...12).contains(signs.count), Self.isNumber(String(text.prefix(4)), most: 4),
            Self.isNumber(String(text.dropFirst(5)), most: 7)
        else { return nil }
        switch signs[4] {
        case UInt8(ascii: "Z"): self = .zaak(text)
        case UInt8(ascii: "D"): self = .document(text)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .aanhangsel(let text), .zaak(let text), .document(let text): text
        }
    }

    /// Whether it is a number of the Tweede Kamer: `2024D40329`.
    static func isDocument(_ text: String) -> Bool { if case .document? = LetterID(text) { true } else { false } }

    /// The year of sitting and the number as an id: `2024-2025` and `1244` → `ah-tk-20242025-1244`.
    static func aanhangsel(session: String, number: String, chamber: String = "tk") -> String? {
        let id = "ah-\(chamber)-\(session.filter { $0 != "-" })-\(number)"
        return LetterID(id) == nil ? nil : id
    }

    /// `20242025`
    private static func isSession(_ text: String) -> Bool {
        guard text.utf8.count == 8, let first = Int(text.prefix(4)), let last = Int(text.suffix(4)) else {
            return false
        }
        return last == first + 1 && isNumber(text, most: 8)
    }

    private static func isNumber(_ text: String, most: Int) -> Bool {
        (1...most).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

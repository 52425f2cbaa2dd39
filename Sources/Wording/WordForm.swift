/// A sentence with holes, as the table writes it: `no letter has the % “%”`. A hole stands for the next argument, or with a
/// number for that one (`%2`). Of a sentence that is known by its form only, `&` marks a hole whose words are English too.
struct WordForm: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case words(String)
        /// - Parameter isEnglish: whether what stands in it is itself to be translated.
        case hole(Int, isEnglish: Bool)
    }

    let pieces: [Piece]

    /// - Parameter isKey: whether it is the English of a phrase, in which a `%` is all that can mark a hole.
    init(_ text: String, isKey: Bool) {
        var pieces: [Piece] = []
        var next = 0
        // By bytes: a table says some thousand phrases.
        var rest = text.utf8[...]
        while let hole = rest.firstIndex(where: { $0 == Self.hole || $0 == Self.englishHole && !isKey }) {
            if hole > rest.startIndex { pieces.append(.words(String(text[rest.startIndex..<hole]))) }
            let isEnglish = rest[hole] == Self.englishHole
            rest = rest[rest.index(after: hole)...]
            let digit =
                isKey ? nil : rest.first.flatMap { Self.digits.contains($0) ? Int($0 - Self.digits.lowerBound) : nil }
            if digit != nil { rest.removeFirst() }
            let index = digit.map { $0 - 1 } ?? next
            pieces.append(.hole(index, isEnglish: isEnglish))
            next = index + 1
        }
        if !rest.isEmpty { pieces.append(.words(String(text[rest.startIndex...]))) }
        self.pieces = pieces
    }

    private static let hole = UInt8(ascii: "%")
    private static let englishHole = UInt8(ascii: "&")
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    /// The holes that there are, in order.
    var holes: [Int] {
        pieces.compactMap { if case .hole(let index, _) = $0 { index } else { nil } }
    }

    /// The sentence with its holes filled; one without an argument stays empty.
    func filled<Argument>(_ arguments: [Argument], _ text: (Argument) -> String) -> String {
        var filled = ""
        for piece in pieces {
            switch piece {
            case .words(let words): filled += words
            case .hole(let index, _): if arguments.indices.contains(index) { filled += text(arguments[index]) }
            }
        }
        return filled
    }

    /// What stands in the holes of a text of this form, or nil for any other text. Each hole ends where the words behind it
    /// stand first; the last words end the text.
    func arguments(in text: String) -> [Substring]? {
        var found: [Substring] = []
        var rest = text[...]
        var isOpen = false
        for (place, piece) in pieces.enumerated() {
            guard case .words(let words) = piece else {
                // Two holes side by side cannot be told apart.
                if isOpen { return nil }
                isOpen = true
                continue
            }
            let isLast = place == pieces.count - 1
            guard
                let range = isLast && isOpen
                    ? (rest.hasSuffix(words) ? rest.index(rest.endIndex, offsetBy: -words.count)..<rest.endIndex : nil)
                    : rest.firstRange(of: words),
                isOpen || range.lowerBound == rest.startIndex
            else { return nil }
            if isOpen { found.append(rest[..<range.lowerBound]) }
            isOpen = false
            rest = rest[range.upperBound...]
        }
        if isOpen {
            found.append(rest)
        } else if !rest.isEmpty {
            return nil
        }
        return found
    }
}

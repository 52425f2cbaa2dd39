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
        var words = ""
        var next = 0
        var rest = text[...]
        while let sign = rest.popFirst() {
            guard sign == "%" || sign == "&" && !isKey else {
                words.append(sign)
                continue
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
            let index = isKey ? nil : rest.first.flatMap(\.wholeNumberValue).map { $0 - 1 }
            if index != nil { rest.removeFirst() }
            pieces.append(.hole(index ?? next, isEnglish: sign == "&"))
            next = (index ?? next) + 1
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        self.pieces = pieces
    }

    /// The holes that there are, in order.
    var holes: [Int] {
        pieces.compactMap { if case .hole(let index, _) = $0 { index } else { nil } }
    }

    /// The sentence with its holes filled; one without an argument stays empty.
    func filled<Argument>(_ arguments: [Argument], _ text: (Argument) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .hole(let index, _): arguments.indices.contains(index) ? text(arguments[index]) : ""
            }
        }.joined()
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

import DutchText
import LetterReading

/// Whether an address that reached the end of a line goes on with the next token: `…auswaertiges-⏎amt-deckt-…` does,
/// `https://disinfocode.eu/⏎en verder` does not.
struct AddressBreak {
    /// What was read so far, and its last byte.
    let address: [UInt8]
    let last: UInt8
    /// The next token, up to a blank.
    let token: [UInt8]
    /// An opening bracket stands before the address.
    let isInBrackets: Bool
    /// An empty line, or a page's edge, stands between.
    let isParagraph: Bool
    /// The token ends its line, or a bracket closes behind it: no sentence goes on there.
    let tokenIsAlone: Bool

    var goesOn: Bool {
        if startsAnother { return false }
        if completesID { return true }
        let shape = AddressToken(token)
        if shape.isFigure { return false }
        // A sentence opens with a capital; a path does so where more of a path follows.
        if shape.opensWithCapital, !(shape.hasStrongSign || shape.isFile || tokenIsAlone && shape.signs > 0) {
            return false
        }
        if isParagraph, shape.signs < 2, !(tokenIsAlone && !shape.opensWithCapital) { return false }
        switch last {
        case Byte.hyphen, Byte.underscore, Byte.equals, Byte.ampersand, Byte.percent, Byte.hash: return true
        case Byte.slash: return isScheme || !shape.opensWithDash && looksLikePath(shape) || closesBracket
        case Byte.dot, Byte.question: return !isParagraph && (isHostBegun || shape.isSuffix)
        default:
            if isParagraph { return false }
            return opensWithSign(shape) || (isInBrackets && closesBracket && (shape.signs > 1 || shape.isFile))
                || isLongPath(shape)
        }
    }

    /// `…?qid=1&uri=C⏎ELEX:52020JC0008`: only both halves together name a document.
    private var completesID: Bool {
        guard !isParagraph, address.contains(Byte.question), token.contains(where: \.isDigit) else { return false }
        return !names(address) && names(address + token)
    }

    private func names(_ address: [UInt8]) -> Bool {
        AddressCleaning.clean(Array(address.trimmedBehind)).flatMap { AddressCleaning.identifier($0) } != nil
    }

    private var startsAnother: Bool {
        let text = String(decoding: token.drop { $0 == Byte.hyphen }, as: UTF8.self).lowercased()
        return text.hasPrefix("http") || text.hasPrefix("www.") && !isScheme
    }

    /// Only `https://` or `https://www.` so far.
    private var isScheme: Bool {
        let address = String(decoding: address, as: UTF8.self).lowercased()
        return address.hasSuffix("://") || address.hasSuffix("://www.") || address == "www."
    }

    /// `http://verantwoordingsonderzoek.⏎rekenkamer.nl/2013`: no path yet, and more of a host follows.
    private var isHostBegun: Bool {
        if isScheme { return true }
        let text = String(decoding: token, as: UTF8.self).lowercased()
        let slashes = address.count { $0 == Byte.slash }
        return slashes == 2 && last == Byte.dot && (text.contains(".nl") || text.contains("/") || text.hasPrefix("nl"))
    }

    /// Does the token look like more of a path than like a word? `report/sudan/…`, `2521578-agent-schiet`; of
    /// `zie-ook` only the end of its line says so.
    private func looksLikePath(_ shape: AddressToken) -> Bool {
        if shape.isFile || shape.signs > 1 { return true }
        // `…/dieren/⏎inspectieresultaten.`: a long word alone on its line, behind a path that was begun.
        let isLastPiece = token.count > 7 && !isParagraph && address.count { $0 == Byte.slash } > 3
        return tokenIsAlone && (shape.signs > 0 || shape.mixesDigits || isLastPiece && !shape.opensWithCapital)
    }

    private var closesBracket: Bool {
        isInBrackets && (token.contains(Byte.closeParen) || token.contains(Byte.greater))
    }

    /// `…⏎/nieuws/artikel`, `…⏎?id=3`; a hyphen there is a list's.
    private func opensWithSign(_ shape: AddressToken) -> Bool {
        guard token.count > 1, let first = token.first else { return false }
        return "/?=&%#_".utf8.contains(first) || shape.opensWithDash && shape.hyphens > 3
    }

    /// Several hyphens or a file's ending: no word of a sentence. Only once there is a path to go on.
    private func isLongPath(_ shape: AddressToken) -> Bool {
        guard address.count(where: { $0 == Byte.slash }) > 2 else { return false }
        return (shape.hyphens > 2 && !shape.opensWithCapital) || shape.isFile
    }
}

/// The shape of a token that an address may go on with: what in it is of a path, and what of a sentence.
struct AddressToken {
    /// Signs of a path within it, closing signs left out: `report/sudan-2024` has two.
    let signs: Int
    let hyphens: Int
    let opensWithCapital: Bool
    let opensWithDash: Bool
    /// A sign that no word of a sentence has: `/`, `_`, `=`, `%`, or a digit beside letters.
    let hasStrongSign: Bool
    let mixesDigits: Bool
    /// `…/verslag.pdf`
    let isFile: Bool
    /// `pdf`, `html)`: the ending alone.
    let isSuffix: Bool
    /// A date, an amount, a year, a fraction: `2023/24`, `18.000`, `12-3-2024`, `50-plussers`.
    let isFigure: Bool

    private static let endings = ["html", "htm", "pdf", "aspx", "php", "docx"]

    init(_ token: [UInt8]) {
        let body = token.trimmedBehind
        let inner = body.dropFirst()
        signs = inner.count { "/-_.=?%&".utf8.contains($0) }
        hyphens = body.count { $0 == Byte.hyphen }
        opensWithCapital = token.first?.isUpper == true
        opensWithDash = token.first == Byte.hyphen
        let hasDigit = body.contains(where: \.isDigit)
        let hasLetter = body.contains(where: \.isASCIILetter)
        mixesDigits = hasDigit && hasLetter
        hasStrongSign = mixesDigits || inner.contains { "/_=%".utf8.contains($0) }
        // A token without a sign is neither, and most are a word of the sentence.
        let hasEnding = body.contains { $0 == Byte.dot || $0 == Byte.closeParen } || (3...4).contains(body.count)
        let text = hasEnding ? String(decoding: body, as: UTF8.self).lowercased() : ""
        isFile = hasEnding && Self.endings.contains { text.hasSuffix("." + $0) || text.contains("." + $0 + "?") }
        isSuffix =
            hasEnding && Self.endings.contains { text == $0 || text.hasPrefix($0 + ".") || text.hasPrefix($0 + ")") }
        let isCompound = hyphens == 1 && signs == 1 && body.isNumberAndWord
        let isSum = hasDigit && !hasLetter && signs > 0 && body.allSatisfy { $0.isDigit || "./-".utf8.contains($0) }
        isFigure = isCompound || isSum
    }
}

extension [UInt8] {
    /// Without the signs of the sentence that close it.
    fileprivate var trimmedBehind: ArraySlice<UInt8> {
        var body = self[...]
        while let last = body.last, ".,;:)>".utf8.contains(last) { body.removeLast() }
        return body
    }
}

extension ArraySlice<UInt8> {
    /// `50-plussers`: digits, a hyphen, and a word.
    fileprivate var isNumberAndWord: Bool {
        guard let place = firstIndex(of: Byte.hyphen), place > startIndex, place + 1 < endIndex else { return false }
        return self[..<place].allSatisfy(\.isDigit) && self[(place + 1)...].allSatisfy(\.isLower)
    }
}

import DutchText
import LetterReading

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

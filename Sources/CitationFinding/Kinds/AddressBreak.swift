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

    var goesOn: Bool {
        if startsAnother { return false }
        switch last {
        case Byte.hyphen, Byte.underscore, Byte.equals, Byte.ampersand, Byte.percent, Byte.hash: return true
        case Byte.slash: return isScheme || looksLikePath || closesBracket
        case Byte.dot, Byte.question: return !isParagraph && (isHostBegun || isSuffix)
        default: return !isParagraph && (opensWithSign || (isInBrackets && closesBracket && hasPathSign) || isLongPath)
        }
    }

    private var text: String { String(decoding: token, as: UTF8.self).lowercased() }

    private var startsAnother: Bool { text.hasPrefix("http") || text.hasPrefix("www.") && !isScheme }

    /// Only `https://` or `https://www.` so far.
    private var isScheme: Bool {
        let address = String(decoding: address, as: UTF8.self).lowercased()
        return address.hasSuffix("://") || address.hasSuffix("://www.") || address == "www."
    }

    /// `http://verantwoordingsonderzoek.⏎rekenkamer.nl/2013`: no path yet, and more of a host follows.
    private var isHostBegun: Bool {
        if isScheme { return true }
        let slashes = address.count { $0 == Byte.slash }
        return slashes == 2 && last == Byte.dot && (text.contains(".nl") || text.contains("/") || text.hasPrefix("nl"))
    }

    private var isSuffix: Bool {
        ["html", "htm", "pdf", "aspx", "php", "docx"].contains {
            text == $0 || text.hasPrefix($0 + ".") || text.hasPrefix($0 + ")")
        }
    }

    /// The token's inside, without closing signs: does it look like more of a path than like a word?
    private var looksLikePath: Bool {
        let body = text.trimming { ".,;:)>".contains($0) }
        let hasSign = body.dropFirst().contains { "/-_.=?%&".contains($0) }
        return hasSign || (body.contains(where: \.isNumber) && body.contains(where: \.isLetter))
    }

    private var hasPathSign: Bool { text.contains { "/-_.=%".contains($0) } || text.contains(where: \.isNumber) }

    private var closesBracket: Bool {
        isInBrackets && (token.contains(Byte.closeParen) || token.contains(Byte.greater))
    }

    /// `…⏎/nieuws/artikel`, `…⏎?id=3`
    private var opensWithSign: Bool {
        guard token.count > 1, let first = token.first else { return false }
        return "/?=&%#_".utf8.contains(first) || (first == Byte.hyphen && token[1].isASCIILetter)
    }

    /// Several hyphens or a file's ending: no word of a sentence. Only once there is a path to go on.
    private var isLongPath: Bool {
        guard address.count(where: { $0 == Byte.slash }) > 2 else { return false }
        let hyphens = token.count { $0 == Byte.hyphen }
        let isFile = [".html", ".htm", ".pdf", ".aspx", ".php"].contains { text.contains($0) }
        return (hyphens > 2 && token.first?.isUpper == false) || isFile
    }
}

extension String {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isEdge(last) { text.removeLast() }
        return String(text)
    }
}

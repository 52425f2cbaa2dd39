/// A letter as a page, its citations linked. Nothing in it can be run: all text is escaped, links are of the web, and the page
/// allows no script. Without its tags it is the letter byte for byte (but for U+0000, which no page can hold).
enum HTMLLetter {
    static func write(_ letter: AnnotatedText, _ output: ExchangeOutput) throws {
        let title = ExchangeText.of(letter.title, in: .html)
        // A line end behind <pre> is no part of the text.
        try output.write(
            """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            body { margin: 2rem auto; max-width: 48rem; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
            pre a, pre mark { unicode-bidi: isolate; background: #CFE6F5; color: #003A5C; }
            pre mark { background: #F5F0C8; }
            </style>
            </head>
            <body>
            <pre>

            """)
        for piece in letter.pieces {
            let text = escaped(letter.bytes[piece.range])
            let labels = ExchangeText.of(piece.labels.joined(separator: "; "), in: .html)
            if let link = piece.link {
                try output.write("<a href=\"\(ExchangeText.of(link, in: .html))\" rel=\"noreferrer nofollow\"")
                try output.write(" title=\"\(labels)\">\(text)</a>")
            } else {
                try output.write(piece.marks.isEmpty ? text : "<mark title=\"\(labels)\">\(text)</mark>")
            }
        }
        try output.write("</pre>\n</body>\n</html>\n")
    }

    /// As it can stand between tags: a parser takes a return for a line end.
    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\r"): result += "&#13;".utf8
            case 0: result += "\u{FFFD}".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

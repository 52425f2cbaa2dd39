/// The texts in quotes of a Swift file, as keys of phrases: what is interpolated is `%`. Texts that `+` joins are one, as they
/// are one for who reads them. Texts within an interpolation are texts of their own.
struct SwiftTexts {
    private(set) var texts: [String] = []
    private let bytes: [Character]
    private var place = 0

    init(_ source: String) {
        bytes = Array(source)
        while place < bytes.count {
            if opens("//") {
                while place < bytes.count, bytes[place] != "\n" { place += 1 }
            } else if opens("#\"") {
                // Signs as they are: nothing that is said.
                place += 2
                while place < bytes.count, !opens("\"#") { place += 1 }
                place += 2
            } else if bytes[place] == "\"" {
                let index = texts.count
                texts.append("")
                texts[index] = text()
                while joins() { texts[index] += text() }
            } else {
                place += 1
            }
        }
    }

    private func opens(_ mark: String) -> Bool { bytes[place...].starts(with: mark) }

    /// Passes over a `+` between two texts.
    private mutating func joins() -> Bool {
        var next = place
        func skipBlanks() { while next < bytes.count, bytes[next].isWhitespace { next += 1 } }
        skipBlanks()
        guard next < bytes.count, bytes[next] == "+" else { return false }
        next += 1
        skipBlanks()
        guard next < bytes.count, bytes[next] == "\"" else { return false }
        place = next
        return true
    }

    /// A text, from its opening quotes to behind its closing ones.
    private mutating func text() -> String {
        let isLong = opens("\"\"\"")
        place += isLong ? 3 : 1
        var text = ""
        while place < bytes.count, isLong ? !opens("\"\"\"") : bytes[place] != "\"" {
            guard bytes[place] == "\\" else {
                text.append(bytes[place])
                place += 1
                continue
            }
            place += 1
            guard place < bytes.count else { break }
            let sign = bytes[place]
            place += 1
            switch sign {
            case "(":
                interpolation()
                text += "%"
            case "n": text += "\n"
            case "t": text += "\t"
            // A long line goes on below.
            case "\n": text += "\u{0}"
            case "u":
                while place < bytes.count, bytes[place] != "}" { place += 1 }
                place += 1
                text += "�"
            default: text.append(sign)
            }
        }
        place += isLong ? 3 : 1
        return isLong ? Self.unindented(text) : text
    }

    private mutating func interpolation() {
        var depth = 1
        while place < bytes.count, depth > 0 {
            if bytes[place] == "\"" {
                let index = texts.count
                texts.append("")
                texts[index] = text()
                continue
            }
            if bytes[place] == "(" { depth += 1 }
            if bytes[place] == ")" { depth -= 1 }
            place += 1
        }
    }

    /// A text on several lines without its margin, which is that of its last line.
    private static func unindented(_ text: String) -> String {
        let lines = text.replacing("\u{0}", with: "\u{0}\n").split(separator: "\n", omittingEmptySubsequences: false)
        let margin = lines.last?.count ?? 0
        return lines.dropFirst().dropLast().map { String($0.dropFirst(margin)) }.joined(separator: "\n")
            .replacing("\u{0}\n", with: "")
    }
}

import DutchText
import LetterReading

/// An address on the web: `https://disinfocode.eu/`, `www.elkestemtelt.nl`, `nos.nl/artikel/2521578-agent-schiet`. An
/// address that is an identifier (`https://zoek.officielebekendmakingen.nl/kst-36600-VII-1.html`) is that source.
enum WebAddress {
    static let grammar = Grammar("address", .address, anchors: ["http", "www."], opensWord: false, read: read)

    /// A host and path without `www.`; a bare host (`politie.nl`) is a name, no citation.
    static let bareGrammar = Grammar(
        "address without scheme", .address, anchors: domains.map { ".\($0)/" }, opensWord: false, read: readBare)

    private static let domains = [
        "nl", "eu", "com", "org", "net", "int", "be", "de", "uk", "gov", "edu", "info", "tv", "fr", "io", "ch", "at",
        "us", "fm",
        "amsterdam", "frl", "nu", "me", "co", "ly", "news", "media",
    ]

    private static func read(_ reading: inout Reading) -> [Mention] {
        let start = reading.start
        let bytes = reading.cursor.bytes
        if reading.cursor.skip("www.") {
            if let damaged = damagedScheme(bytes, before: start, floor: reading.context.floor) {
                reading.cursor.position = start
                return finish(&reading, from: damaged.start, scheme: damaged.scheme)
            }
            guard
                start == 0
                    || !isHostByte(bytes[start - 1]) && bytes[start - 1] != Byte.at && bytes[start - 1] != Byte.slash
            else { return [] }
            // `https:// www.om.nl/a`: the scheme stands before, a blank between.
            if isSecure(bytes, before: start, floor: reading.context.floor) {
                reading.cursor.position = start
                return finish(&reading, from: start, scheme: "https://")
            }
        } else {
            guard reading.cursor.skip("https") || reading.cursor.skip("http") else { return [] }
            let end = reading.cursor.position
            guard isScheme(&reading) else { return [] }
            // `http ://…`: a scanner that tears the scheme tears the rest too.
            if reading.cursor.position > end + 3 { return torn(&reading) }
        }
        reading.cursor.position = start
        return finish(&reading, from: start)
    }

    /// `://`, in scanned text also ` ://`.
    private static func isScheme(_ reading: inout Reading) -> Bool {
        if reading.context.blanksMayBreak { reading.cursor.skipBlanks() }
        guard reading.cursor.skip(Byte.colon) else { return false }
        if reading.context.blanksMayBreak { reading.cursor.skipBlanks() }
        return reading.cursor.skip(Byte.slash) && reading.cursor.skip(Byte.slash)
    }

    private static func isSecure(_ bytes: Bytes, before start: Int, floor: Int) -> Bool {
        var place = start
        while place > floor, start - place < 4, bytes[place - 1].isBlank { place -= 1 }
        return place < start && place - 8 >= floor && bytes[place - 8..<place].elementsEqual("https://".utf8)
    }

    /// `htto://`, `http//`, `ttps://` before `www.`: a scheme with a slip. What it was is told by its letters.
    private static func damagedScheme(_ bytes: Bytes, before place: Int, floor: Int) -> (scheme: String, start: Int)? {
        var end = place
        while end > floor, place - end < 3, bytes[end - 1] == Byte.slash { end -= 1 }
        guard end < place else { return nil }
        if end > floor, bytes[end - 1] == Byte.colon { end -= 1 }
        var start = end
        while start > floor, end - start < 8, bytes[start - 1].isASCIILetter { start -= 1 }
        guard (3...7).contains(end - start), start == floor || !bytes.hasLetter(before: start) else { return nil }
        let letters = String(decoding: bytes[start..<end].map(\.lowered), as: UTF8.self)
        guard letters.allSatisfy({ "htpsoy".contains($0) }), letters.contains("tt") || letters.contains("tp") else {
            return nil
        }
        return (letters.hasSuffix("s") ? "https://" : "http://", start)
    }

    private static func readBare(_ reading: inout Reading) -> [Mention] {
        let bytes = reading.cursor.bytes
        var start = reading.start
        while start > reading.context.floor, isHostByte(bytes[start - 1]) { start -= 1 }
        while start < reading.start, bytes[start] == Byte.hyphen || bytes[start] == Byte.dot { start += 1 }
        guard start < reading.start, !bytes.hasLetter(before: start) else { return [] }
        if start > 0, bytes[start - 1] == Byte.at || bytes[start - 1] == Byte.slash { return [] }
        reading.cursor.position = reading.start
        guard let slash = bytes[reading.start..<reading.cursor.end].firstIndex(of: Byte.slash),
            slash + 1 < reading.cursor.end,
            AddressReader.isPart(bytes, at: slash + 1), isPath(bytes, from: slash + 1, reading, host: start)
        else { return [] }
        if reading.context.blanksMayBreak, isTail(bytes, before: start, floor: reading.context.floor) {
            return torn(&reading)
        }
        reading.cursor.position = start
        return finish(&reading, from: start)
    }

    /// `htt : //verantwoordingsonderzoek. rekenkamer.nl/…`: the front of the address stands before, in pieces.
    private static func isTail(_ bytes: Bytes, before start: Int, floor: Int) -> Bool {
        guard start > floor + 1, bytes[start - 1].isBlank, bytes[start - 2] == Byte.dot else { return false }
        let before = bytes[max(floor, start - 60)..<start - 1]
        return (before.split(separator: Byte.space).last ?? []).starts(with: "//".utf8)
    }

    /// Whether a page is named behind a host without `www.`: `nos.nl/artikel`; not `politie.nl/om.nl` (two hosts),
    /// `of.nl/be domeinen` (two endings), `Twitter.com/x` (two names).
    private static func isPath(_ bytes: Bytes, from place: Int, _ reading: Reading, host: Int) -> Bool {
        var cursor = Cursor(bytes, in: place..<reading.cursor.end)
        while let byte = cursor.current, isHostByte(byte) { cursor.position += 1 }
        let segment = bytes[place..<cursor.position]
        // `aangeleverd door Discriminatie.nl/Fryslân/Tumba`: names, one beside the other.
        if bytes[host].isUpper, bytes.isCapital(at: place), !segment.contains(where: \.isDigit) { return false }
        if cursor.current == Byte.slash, cursor.peek(1).map(isHostByte) == true { return true }
        if segment.contains(where: \.isDigit) || segment.count(where: { $0 == Byte.hyphen }) > 1 { return true }
        let labels = String(decoding: segment, as: UTF8.self).lowercased().split(separator: ".")
        if labels.count > 1, let last = labels.last, domains.contains(String(last)) { return false }
        let label = bytes[host..<place].prefix { $0 != Byte.dot }
        return segment.count > 3 && label.count > 2
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isDigit || byte == Byte.hyphen || byte == Byte.dot
    }

    /// `https://www.nvwa.nl/onderwerpen/…`: nobody can open what is left of it.
    private static func isShortened(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        return cursor.skip("…") || cursor.skip("...")
    }

    /// Gives up on an address with blanks in it, and passes over its pieces.
    private static func torn(_ reading: inout Reading) -> [Mention] {
        while let byte = reading.cursor.current, byte != Byte.closeParen, byte != Byte.greater,
            reading.cursor.position - reading.start < 250
        {
            var probe = reading.cursor
            if probe.skipBlanks(), probe.bytes.isCapital(at: probe.position) { break }
            reading.cursor.position += 1
        }
        return reading.stopped("an address without blanks in it")
    }

    /// `www.rijksoverheid.nl/jenv`: a ministry's own page as its letterhead has it, no scheme and one short word.
    private static func isSenders(_ raw: [UInt8]) -> Bool {
        raw.starts(with: "www.".utf8) && raw.count < 40 && raw.split(separator: Byte.slash).count == 2
            && raw.split(separator: Byte.slash)[1].allSatisfy { $0.isASCIILetter || $0 == Byte.hyphen }
    }

    /// `Zie ook www.waterbode.nl` is said, and what a full stop or brackets close; a sender's block has its address alone, or
    /// among telephone numbers.
    private static func isInSentence(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        var place = reading.start
        let sign = reading.cursor.current
        let isClosed = reading.cursor.peek(1)?.isBlank != false
        if sign == Byte.dot, isClosed, place > reading.context.floor { return true }
        // `De uitkomst is bekend; https://waterbode.nl noemt die.`
        if sign?.isBlank == true, reading.cursor.peek(1)?.isLower == true, place > reading.context.floor,
            bytes[place - 1] == Byte.space, !reading.context.blanksMayBreak
        {
            return true
        }
        if sign == Byte.closeParen, place > 0, bytes[place - 1] == Byte.openParen { return true }
        while place > reading.context.floor, bytes[place - 1] == Byte.space { place -= 1 }
        // `Ik lees op⏎www.waterbode.nl`, `De uitkomst is bekend;⏎https://waterbode.nl noemt die`
        if place > reading.context.floor + 1, bytes[place - 1] == Byte.newline {
            if bytes[place - 2] == Byte.comma || bytes[place - 2] == Byte.semicolon { return true }
            let word = bytes[reading.context.floor..<place - 1].reversed().prefix { $0.isASCIILetter }
            return Array(word.reversed()).isOne(of: ["op", "via", "uit", "zie", "naar", "van", "in", "bij", "ook"])
        }
        return place > reading.context.floor && bytes[place - 1].isLower && place < reading.start
            && bytes.hasLetter(before: place - 1)
    }

    /// Reads the address from `start`, cleans it and names it.
    private static func finish(_ reading: inout Reading, from start: Int, scheme: String = "") -> [Mention] {
        var reader = AddressReader(reading.cursor, blanksMayBreak: reading.context.blanksMayBreak)
        let raw = Array(scheme.utf8) + reader.read()
        reading.cursor.position = reader.end
        if reader.isTorn { return torn(&reading) }
        if isShortened(reading.cursor) { return reading.stopped("the whole address, not one cut short by an ellipsis") }
        reading.step("an address up to its end", from: start)
        guard let address = AddressCleaning.clean(raw) else { return reading.stopped("a host name (www.example.nl)") }
        // The sender's block at the top of a letter prints the ministry's own address.
        if reading.context.unit == .preamble, !reading.context.isNote, reading.context.scanned != nil,
            AddressCleaning.isHostOnly(address) || isSenders(raw), !isInSentence(reading)
        {
            reading.step("the sender's own address: no citation", from: start)
            return []
        }
        let id = AddressCleaning.identifier(address) ?? ECLI.identifier(behindHash: raw, address) ?? address
        if id != address { reading.step("the address of an official document: its identifier counts", from: start) }
        return [Mention(id: id, range: start..<reader.end)]
    }
}

extension SourceKind {
    static let url = SourceKind(
        name: "url", summary: "a page on the web", example: "https://disinfocode.eu/",
        look: Look(shape: "underline", fill: "#F7E7F0", line: "#B0407F", name: "web page"),
        isAddress: true, bibliography: Bibliography("webpage"),
        grammars: { _ in [WebAddress.grammar, WebAddress.bareGrammar] },
        owns: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }, page: { id, _ in id },
        label: { id, _ in
            let text = id.drop { $0 != "/" }.dropFirst(2)
            return String(text.hasPrefix("www.") ? text.dropFirst(4) : text)
        })
}

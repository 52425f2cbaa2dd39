import DutchText
import LetterReading

/// The name that a paper has in the words before its number: `motie Krul/Ceder (Kamerstuk 36 531, nr. 17)`, `de Rijksbrede
/// strategie voor de effectieve aanpak van desinformatie (Kamerstuk 30 821, nr. 173)`.
enum PrecedingTitle {
    private static let longest = 160

    /// - Parameters:
    ///   - place: where the number begins, in the passage; what stands before it up to `floor` is looked at.
    ///   - isNote: whether the number stands in a note and `place` is that of its marker.
    static func title(before place: Int, in bytes: Bytes, floor: Int, isNote: Bool) -> String? {
        var end = place
        while end > floor, bytes[end - 1].isBlank { end -= 1 }
        if isNote {
            if end > floor, bytes[end - 1] == Byte.dot || bytes[end - 1] == Byte.comma { end -= 1 }
        } else {
            guard end > floor, bytes[end - 1] == Byte.openParen || bytes[end - 1] == Byte.comma else { return nil }
            end -= 1
            while end > floor, bytes[end - 1].isBlank { end -= 1 }
        }
        let start = max(floor, end - longest)
        return quoted(bytes, start, end) ?? motion(bytes, start, end) ?? policy(bytes, start, end)
    }

    private static let pairs: [(open: [UInt8], close: [UInt8])] = [("“", "”"), ("«", "»"), ("‘", "’")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    /// `“Nationale Veiligheidsstrategie”`, `«…»`: what the quotes hold.
    private static func quoted(_ bytes: Bytes, _ start: Int, _ end: Int) -> String? {
        // All close with a sign beyond ASCII.
        guard end > start, bytes[end - 1] >= 0x80 else { return nil }
        for (open, close) in pairs where bytes[start..<end].suffix(close.count).elementsEqual(close) {
            var place = max(start, end - close.count - 1)
            while place > start, !bytes[place..<end].starts(with: open) { place -= 1 }
            guard bytes[place..<end].starts(with: open), end - place > open.count + close.count + 8 else { return nil }
            return Sentence.plain(bytes[place + open.count..<end - close.count])
        }
        return nil
    }

    /// `gewijzigde motie van het lid Krul c.s.`: from the word up to the bracket; a name must follow.
    private static func motion(_ bytes: Bytes, _ start: Int, _ end: Int) -> String? {
        var place = end - 1
        while place >= start {
            defer { place -= 1 }
            if bytes[place] == Byte.openParen || bytes[place] == Byte.closeParen || bytes[place] == Byte.semicolon
                || bytes[place].isDigit
            {
                return nil
            }
            let byte = bytes[place].lowered
            guard byte == UInt8(ascii: "m") || byte == UInt8(ascii: "a"), bytes.isWordStart(place) else { continue }
            var cursor = Cursor(bytes, in: place..<end)
            guard cursor.skipWord(of: ["motie", "amendement"]) else { continue }
            guard cursor.skip(Byte.hyphen) || cursor.skipBlanks() else { return nil }
            if cursor.skipWord(of: ["van het lid", "van de leden", "van het Kamerlid", "van de Kamerleden", "van"]) {
                cursor.skipBlanks()
            }
            guard let first = cursor.current, first.isUpper, cursor.position < end, isName(bytes[cursor.position..<end])
            else { return nil }
            return Sentence.plain(bytes[place..<end])
        }
        return nil
    }

    /// Names and what joins them: `Krul/Ceder`, `Van der Plas c.s.`, `Bikker en Omtzigt`.
    private static func isName(_ text: Slice<Bytes>) -> Bool {
        text.split(whereSeparator: \.isBlank).allSatisfy { word in
            word.first?.isUpper == true || (word.first ?? 0) >= 0x80
                || isJoint(word.last == Byte.comma ? word.dropLast() : word)
        }
    }

    private static func isJoint(_ word: Slice<Bytes>) -> Bool {
        word.isOne(of: FunctionWords.particles) || word.isOne(of: ["en", "lid", "c.s.", "cs", "c.s"])
    }

    private static let nouns = [
        "strategie", "agenda", "actieplan", "programma", "visie", "aanpak", "akkoord", "nota", "beleidskader",
        "routekaart",
        "plan",
    ]
    private static let verbs: [StaticString] = [
        "is", "zijn", "was", "heeft", "hebben", "heb", "had", "wordt", "worden", "werd", "kan", "kunnen", "zal", "moet",
        "aan",
        "gestuurd", "aangeboden", "die", "dat", "dit", "deze", "waarin", "omdat", "als", "dan", "toegezegd", "gaat",
        "naar",
    ]

    private static func isArticle(_ word: Slice<Bytes>) -> Bool {
        word.isOne(of: FunctionWords.articles) || word.isOne(of: ["De", "Het"])
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case Byte.openParen, Byte.closeParen, Byte.comma, Byte.dot, Byte.colon, Byte.semicolon, Byte.question: true
        default: false
        }
    }

    /// `de Nederlandse Cybersecuritystrategie 2022–2028`: a capital behind an article, a word for such a document among the
    /// next three, and no verb.
    private static func policy(_ bytes: Bytes, _ start: Int, _ end: Int) -> String? {
        var words: [Range<Int>] = []
        var place = end
        while place > start, words.count < 14 {
            var first = place
            while first > start, !bytes[first - 1].isBlank { first -= 1 }
            guard first > start || start == 0 else { return nil }
            let word = bytes[first..<place]
            if word.contains(where: isSign) || word.isOne(of: verbs) { return nil }
            if isArticle(word), let named = words.last, bytes[named.lowerBound].isUpper {
                let head = words.suffix(3).map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
                guard head.contains(where: { word in nouns.contains { word.hasSuffix($0) } }), named.lowerBound < end
                else { return nil }
                return Sentence.plain(bytes[named.lowerBound..<end])
            }
            words.append(first..<place)
            place = first
            while place > start, bytes[place - 1].isBlank { place -= 1 }
        }
        return nil
    }
}

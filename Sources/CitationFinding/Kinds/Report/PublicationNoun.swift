import DutchText
import LetterReading

/// The noun of publication before a title, with who published it and when: `rapport van de Algemene Rekenkamer uit 2015`.
struct PublicationNoun {
    /// From the noun to the title.
    private let range: Range<Int>
    private(set) var owner: Range<Int>?
    private(set) var year: Int?

    func text(_ bytes: Bytes) -> String { Sentence.plain(bytes[range]) }

    /// The noun itself.
    func noun(_ bytes: Bytes) -> Slice<Bytes> { bytes[range].prefix { !$0.isBlank } }

    private static let reach = 110
    /// Whose name has more words is not told from a sentence.
    private static let mostWords = 8

    static func before(_ place: Int, in bytes: Bytes, _ context: ReadingContext) -> PublicationNoun? {
        let floor = context.floor
        // `de rapporten «A» en «B»`: the noun of the title before.
        if floor < place, place - floor < 18, context.last?.hasPrefix("report:") == true,
            continues(bytes[floor..<place]), Words.nameSeveral(bytes[max(0, floor - 3 * reach)..<floor])
        {
            return PublicationNoun(range: floor..<place, year: nil)
        }
        var end = place
        // `**«Dijken van klei»**`
        while end > floor, place - end < 3, bytes[end - 1].isBlank || bytes[end - 1] == Byte.star { end -= 1 }
        // `Rapport van de Rekenkamer, «Water in beeld»`: a comma behind who published it.
        let hadComma = end > floor && bytes[end - 1] == Byte.comma
        if hadComma { end -= 1 }
        // `rapport« Dijken van klei »`: a mark that nothing else opens with.
        guard end > floor, end < place || bytes[place] == 0xC2 || bytes[place] == 0xE2 && bytes[place + 2] != 0x98,
            bytes.hasLetter(before: end) || bytes[end - 1].isDigit || bytes[end - 1] == Byte.closeParen
        else { return nil }
        var words = Words(bytes, max(floor, end - reach)..<end)
        if !hadComma, let noun = words.noun() {
            return PublicationNoun(range: noun.lowerBound..<end, owner: words.ownerGlued(to: noun), year: nil)
        }
        // Most words before a mark are neither of these.
        guard words.mayGoOn else { return nil }
        if words.skip(["getiteld", "genaamd", "geheten", "titled"]) { words.skipComma() }
        if words.skip(["titel"]) {
            words.skip(["de", "als"])
            guard words.skip(["met", "onder"]) else { return nil }
        }
        let year = words.year()
        if year != nil { words.skip(["uit", "van", "from", "in"]) }
        if !hadComma, let noun = words.noun() {
            return PublicationNoun(range: noun.lowerBound..<end, owner: words.ownerGlued(to: noun), year: year)
        }
        guard let (owner, noun) = words.ownerBehindNoun(most: mostWords) else { return nil }
        return PublicationNoun(range: noun.lowerBound..<end, owner: owner, year: year)
    }

    /// The noun before a place, in small letters, alone or with who made it: ` rapport van de `, `adviesrapport-`.
    /// - Parameter mayPause: whether a comma may stand between: `in het rapport, Elke regio telt, …`.
    static func noun(before place: Int, in bytes: Bytes, floor: Int, mayPause: Bool = false) -> String? {
        var place = place
        if mayPause, place - 2 > floor, bytes[place - 1].isBlank, bytes[place - 2] == Byte.comma { place -= 2 }
        let isJoined = place > floor && bytes[place - 1] == Byte.hyphen
        var words = Words(bytes, max(floor, place - 40)..<(isJoined ? place - 1 : place))
        if !isJoined {
            words.skip(["de", "het"])
            words.skip(["van"])
        }
        return words.noun().map { String(decoding: bytes[$0].map(\.lowered), as: UTF8.self) }
    }

    private static func continues(_ between: Slice<Bytes>) -> Bool {
        var cursor = Cursor(between.base, in: between.startIndex..<between.endIndex)
        cursor.skipBlanks()
        // ` (2021)`
        _ = cursor.attempt { cursor -> Bool? in
            guard cursor.skip(Byte.openParen), cursor.number(most: 4) != nil, cursor.skip(Byte.closeParen) else {
                return nil
            }
            return true
        }
        _ = ListJoiner.read(&cursor)
        cursor.skipBlanks()
        return cursor.isAtEnd
    }

    private init(range: Range<Int>, owner: Range<Int>? = nil, year: Int?) {
        (self.range, self.owner, self.year) = (range, owner, year)
    }
}

/// The words before a place, read backwards.
private struct Words {
    private let bytes: Bytes
    private let floor: Int
    private var end: Int

    init(_ bytes: Bytes, _ range: Range<Int>) { (self.bytes, floor, end) = (bytes, range.lowerBound, range.upperBound) }

    /// The word that ends here; none behind a sentence's sign.
    private func word(before end: Int) -> Range<Int>? {
        var last = end
        while last > floor, bytes[last - 1].isBlank {
            // An empty line ends the sentence.
            if bytes[last - 1] == Byte.newline, last < end, bytes[last] == Byte.newline { return nil }
            last -= 1
        }
        var first = last
        while first > floor, isPart(bytes[first - 1]) { first -= 1 }
        // A word that the reach cut is none.
        return first < last && (first > floor || floor == 0 || bytes[first - 1].isBlank) ? first..<last : nil
    }

    private func isPart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == Byte.hyphen || byte == Byte.apostrophe
            || byte == Byte.ampersand
    }

    private func lowered(_ word: Range<Int>) -> String {
        String(decoding: bytes[word].map(\.lowered), as: UTF8.self)
    }

    /// `het rapport, getiteld «…»`.
    mutating func skipComma() {
        var last = end
        while last > floor, bytes[last - 1].isBlank { last -= 1 }
        if last > floor, bytes[last - 1] == Byte.comma { end = last - 1 }
    }

    /// Whether a noun of several publications stands in the text: `de rapporten «A» en «B»`.
    static func nameSeveral(_ text: Slice<Bytes>) -> Bool {
        text.split { !($0.isASCIILetter || $0 >= 0x80) }.contains { word in
            let last = word.last?.lowered
            return
                (last == UInt8(ascii: "n") && word.dropLast().last?.lowered == UInt8(ascii: "e")
                || last == UInt8(ascii: "s")) && NounOfPublication.ends(word)
        }
    }

    @discardableResult
    mutating func skip(_ words: Set<String>) -> Bool {
        guard let word = word(before: end), words.contains(lowered(word)) else { return false }
        end = word.lowerBound
        return true
    }

    /// ` 2015`, ` (2015)`.
    mutating func year() -> Int? {
        var last = end
        while last > floor, bytes[last - 1].isBlank { last -= 1 }
        let isInBrackets = last > floor && bytes[last - 1] == Byte.closeParen
        if isInBrackets { last -= 1 }
        guard last - 4 > floor, let year = Int(String(decoding: bytes[last - 4..<last], as: UTF8.self)),
            (1945...2100).contains(year), !bytes[last - 5].isDigit
        else { return nil }
        let first = last - 4
        guard !isInBrackets || bytes[first - 1] == Byte.openParen else { return nil }
        end = isInBrackets ? first - 1 : first
        return year
    }

    func noun() -> Range<Int>? {
        guard var word = word(before: end) else { return nil }
        if !NounOfPublication.ends(bytes[word]) {
            guard let broken = broken(word) else { return nil }
            word = broken
        }
        // `het strafrechtelijk onderzoek ‘Marengo’`
        if let before = self.word(before: word.lowerBound),
            ["strafrechtelijk", "strafrechtelijke", "justitieel"].contains(lowered(before))
        {
            return nil
        }
        return word
    }

    /// `onder-⏎zoek`: a noun that a line's end broke.
    private func broken(_ word: Range<Int>) -> Range<Int>? {
        var last = word.lowerBound
        while last > floor, bytes[last - 1].isBlank { last -= 1 }
        guard last < word.lowerBound, last - 1 > floor, bytes[last - 1] == Byte.hyphen, bytes[last - 2].isLower,
            bytes[last..<word.lowerBound].contains(Byte.newline), let front = self.word(before: last - 1)
        else { return nil }
        let whole = Array(bytes[front]) + Array(bytes[word])
        return whole.reading { NounOfPublication.ends($0[0..<$0.count]) } ? front.lowerBound..<word.upperBound : nil
    }

    /// `SCP-rapport`: who published it is a part of the word.
    func ownerGlued(to noun: Range<Int>) -> Range<Int>? {
        guard bytes.isCapital(at: noun.lowerBound), let hyphen = bytes[noun].lastIndex(of: Byte.hyphen),
            hyphen > noun.lowerBound + 1
        else { return nil }
        return noun.lowerBound..<hyphen
    }

    /// Whether what stands here may be a name, a year, or `getiteld`.
    var mayGoOn: Bool {
        guard let word = word(before: end) else { return end > floor && bytes[end - 1] == Byte.closeParen }
        let last = bytes[word.upperBound - 1]
        return bytes.isCapital(at: word.lowerBound) || last.isDigit
            || [UInt8(ascii: "d"), UInt8(ascii: "n"), UInt8(ascii: "l")].contains(last.lowered) && word.count < 9
    }

    /// ` van de Algemene Rekenkamer`, ` CPB` behind a noun: names with a capital, and the words between them.
    func ownerBehindNoun(most: Int) -> (owner: Range<Int>, noun: Range<Int>)? {
        var place = end
        var (first, last): (Int?, Int?) = (nil, nil)
        var behind = ""
        for _ in 0..<most {
            guard let word = word(before: place) else { return nil }
            let text = lowered(word)
            if let first, let last, NounOfPublication.ends(bytes[word]) {
                // `publicatie in het AD “…”`, `analyse van de Volkskrant “…”`: an article, where it was printed.
                let owner = bytes[first..<last]
                let isPrinted = behind == "in" || Self.papers.contains { owner.elementsEqual($0.utf8) }
                return isPrinted ? nil : (first..<last, word)
            }
            if bytes.isCapital(at: word.lowerBound) {
                first = word.lowerBound
                last = last ?? word.upperBound
            } else if last == nil || !Self.joins(text) {
                return nil
            }
            (place, behind) = (word.lowerBound, text)
        }
        return nil
    }

    private static let papers = [
        "AD", "NRC", "FD", "Trouw", "Volkskrant", "Telegraaf", "Parool", "Financieele Dagblad", "Nederlands Dagblad",
        "Groene Amsterdammer", "Follow the Money",
    ]

    /// Whether a word may stand between the names.
    private static func joins(_ text: String) -> Bool {
        text.utf8.isOne(of: FunctionWords.joining) || text.utf8.isOne(of: ["by", "door", "in", "te", "inzake", "&"])
    }
}

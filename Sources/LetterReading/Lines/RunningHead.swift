import DutchText

/// The title that stands at the top of each page of a flattened letter, in the middle of its sentences: `Antwoorden
/// Algemene Rekenkamer op vragen over EU-trendrapport 2014, Kamerstuk 33 869`. The first page after the salutation
/// shows it; what repeats it later is furniture, misread letters and all.
enum RunningHead {
    private static let openings: [StaticString] = [
        "Antwoorden Algemene Rekenkamer op vragen", "Antwoorden Algemene Rekenkamer bij vragen",
        "eantwoording vragen Tweede Kamer", "eantwoording vraag Tweede Kamer", "eantwoording Kamervragen",
    ]
    /// A head is a title: longer than this, it is text.
    private static let longest = 400
    /// A head is compared with this many others at most; more pages say nothing new.
    private static let mostCompared = 12

    static func all(in bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
        guard let start = salutation(in: bytes, range) else { return [] }
        return openings.flatMap { opening -> [Range<Int>] in
            var places: [Int] = []
            var place = start
            while let found = bytes.firstIndex(of: opening, in: place..<range.upperBound) {
                places.append(bytes[found].isUpper || found == 0 ? found : found - 1)
                place = found + 1
            }
            return places.count < 2 ? [] : heads(at: places, in: bytes, before: range.upperBound)
        }
    }

    private static func salutation(in bytes: Bytes, _ range: Range<Int>) -> Int? {
        bytes.firstIndex(of: "Geachte", in: range)
    }

    private static func heads(at places: [Int], in bytes: Bytes, before end: Int) -> [Range<Int>] {
        let titles = places.map { title(from: $0, in: bytes, before: min(end, $0 + longest)) }
        return titles.indices.compactMap { index in
            let others = titles.indices.filter { $0 != index }.prefix(mostCompared)
            let length = others.map { common(titles[index], titles[$0], in: bytes) }.max() ?? 0
            return length == 0 ? nil : places[index]..<closing(titles[index], after: length, in: bytes)
        }
    }

    /// A title that names its report's number in brackets ends with them, however badly the middle was read.
    private static func closing(_ title: [Int], after length: Int, in bytes: Bytes) -> Int {
        let end = title[length - 1] + 1
        let isOpen = title[..<length].last { bytes[$0] == Byte.openParen || bytes[$0] == Byte.closeParen }
        let next = title[length...].prefix(140).first { bytes[$0] == Byte.openParen || bytes[$0] == Byte.closeParen }
        guard let next else { return end }
        if bytes[next] == Byte.closeParen { return isOpen.map { bytes[$0] == Byte.openParen } == true ? next + 1 : end }
        // The bracket opens behind the damage: only a number of parliament closes a title.
        var cursor = Cursor(bytes, in: next + 1..<bytes.count)
        guard isOpen == nil, cursor.skip("Tweede Kamer") || cursor.skip("Kamerstuk") || cursor.skip("vergaderjaar")
        else { return end }
        return title.first { $0 > next && bytes[$0] == Byte.closeParen }.map { $0 + 1 } ?? end
    }

    /// The places of the signs that are not blank, up to where a question or the page's number (`7/8`) stands.
    private static func title(from start: Int, in bytes: Bytes, before end: Int) -> [Int] {
        var places: [Int] = []
        var place = start
        while place < end {
            let opensWord = place == start || bytes[place - 1].isBlank
            if opensWord, place > start {
                var cursor = Cursor(bytes, in: place..<bytes.count)
                if cursor.skip("Vraag ") || (cursor.number(most: 2) != nil && cursor.skip(Byte.slash)) { break }
            }
            if !bytes[place].isBlank { places.append(place) }
            place += 1
        }
        return places
    }

    /// How many signs two heads share from the start; blanks count for nothing, and a misread letter is passed over
    /// when those behind it agree again.
    private static func common(_ left: [Int], _ right: [Int], in bytes: Bytes) -> Int {
        let most = min(left.count, right.count)
        // Most pages agree from the start, and then not at all.
        var shared = 0
        while shared < most, bytes[left[shared]] == bytes[right[shared]] { shared += 1 }
        var agreeing = shared
        var misread = 0
        for index in shared..<most {
            if bytes[left[index]] == bytes[right[index]] {
                agreeing += 1
                if agreeing > 3 || misread == 0 { (shared, misread) = (index + 1, 0) }
            } else {
                agreeing = 0
                misread += 1
                if misread > 4 { break }
            }
        }
        return shared
    }
}

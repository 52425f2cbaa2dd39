import DutchText
import LetterReading

/// Reads the parts of a report's name around its word: `jaarverslagen 2022 en 2023 van de AIVD en MIVD`, `MIVD, Openbaar
/// jaarverslag 2024`, `3rd EEAS Threat Report on FIMI`, `het derde rapport van EDEO over FIMI`.
struct ReportPartsReader {
    private let name: ReportCatalogue.NamedByParts
    let bytes: Bytes
    let floor: Int
    /// What the name takes up.
    private(set) var start: Int
    private(set) var cursor: Cursor
    private var (hasOwner, hasTopic) = (false, false)
    /// `de jaarverslagen van de AIVD` are no report; `van de AIVD en MIVD` are one of each.
    private let isPlural: Bool
    private var ownerCount = 0
    private(set) var editions: [String] = []
    /// An edition that is printed and not understood: `4th`.
    private(set) var unknownEdition: String?

    /// What names more is no list of editions.
    private static let mostEditions = 60
    /// No name has more parts.
    private static let most = 5
    /// No edition stands further behind a word: ` over het jaar (september 2024`.
    private static let nearest = 40

    /// Nil where the word, its owner or what it is about is lacking.
    init?(_ name: ReportCatalogue.NamedByParts, _ word: Word, floor: Int) {
        (self.name, self.floor) = (name, floor)
        (bytes, start, cursor, isPlural) = (word.end.bytes, word.start, word.end, word.isPlural)
        hasTopic = name.parts.topics.isEmpty
        for _ in 0..<Self.most where !(readEditions() || readOwners() || readTopic()) { break }
        readBefore()
        if hasOwner, hasTopic, editions.isEmpty, unknownEdition == nil {
            readAttribute()
            unknownEdition = editions.isEmpty ? EditionBeside.unread(cursor) : nil
        }
        if name.parts.needsEdition, editions.isEmpty { return nil }
        guard hasOwner, hasTopic, !isPlural || !editions.isEmpty || ownerCount > 1 || unknownEdition != nil
        else { return nil }
    }

    /// The word where it stands, in the plural too: `jaarverslagen`, `reports`.
    struct Word {
        let start: Int
        fileprivate let end: Cursor
        fileprivate let isPlural: Bool
        var text: Range<Int> { start..<end.position }

        /// Nil where it does not stand at the cursor.
        init?(_ phrase: ReportParts.Phrase, at cursor: Cursor) {
            guard phrase.mayOpen(at: cursor) else { return nil }
            var end = cursor
            for (index, word) in phrase.words.enumerated() {
                guard index == 0 || ReportName.gap(&end), end.skip(word) else { return nil }
            }
            isPlural = end.skipWord("en") || end.skipWord("s")
            guard end.isAtEnd || !end.bytes.isLetter(at: end.position) else { return nil }
            (start, self.end) = (cursor.position, end)
        }
    }

    // MARK: behind the word

    /// ` 2024`, ` over 2022 en 2023`, ` (2024)`, ` 2023, 2024 en 2025`.
    private mutating func readEditions() -> Bool {
        guard editions.isEmpty, unknownEdition == nil else { return false }
        // What is no edition mostly has no digit near.
        let near = cursor.position..<min(cursor.end, cursor.position + Self.nearest)
        guard bytes[near].contains(where: \.isDigit) else { return false }
        var next = cursor
        guard let first = name.series.editions.read(&next) else { return false }
        if !isPlural, name.series.editions.opensRange(next) { return false }
        editions = [first]
        while editions.count < Self.mostEditions,
            let more = next.attempt({ name.series.editions.more(&$0, after: editions[editions.count - 1]) })
        {
            editions += more
        }
        // `2010-2023`, `2019-'21`: of more years than anybody names, or otherwise not understood.
        if name.series.editions.opensRange(next) {
            (editions, unknownEdition) = ([], EditionBeside.unread(cursor))
            return unknownEdition != nil
        }
        var bracket = next
        bracket.skipBlanks()
        if bytes[cursor.position..<next.position].contains(Byte.openParen), bracket.skip(Byte.closeParen) {
            next = bracket
        }
        cursor = next
        return true
    }

    /// ` van de AIVD`, ` AIVD`, ` (AIVD)`, ` van de AIVD en de MIVD`, ` van de Algemene … Veiligheidsdienst (AIVD)`.
    private mutating func readOwners() -> Bool {
        guard !hasOwner else { return false }
        var next = cursor
        next.skipBlanks()
        // `Jaarverslag 2022 | AIVD`, the title of a page.
        if !editions.isEmpty, next.skip(Byte.bar) { next.skipBlanks() }
        let isInBrackets = next.skip(Byte.openParen)
        if next.skipWord(of: ["van", "by", "of", "from", "door"]) { next.skipBlanks() }
        if next.skipWord(of: ["de", "het", "the"]) { next.skipBlanks() }
        // Publishers are names.
        guard bytes.isCapital(at: next.position) else { return false }
        var isNamed = false
        var end: Cursor?
        while let isOwn = owner(&next) {
            isNamed = isNamed || isOwn
            ownerCount += 1
            abbreviation(&next)
            end = next
            next.skipBlanks()
            let isJoined = next.skip(Byte.comma)
            next.skipBlanks()
            guard next.skipWord(of: ["en", "and"]) || isJoined else { break }
            next.skipBlanks()
            if next.skipWord(of: ["de", "het", "the", "van de"]) { next.skipBlanks() }
        }
        guard isNamed, var end else { return false }
        if isInBrackets { _ = end.skip(Byte.closeParen) }
        (cursor, hasOwner) = (end, true)
        return true
    }

    /// True for an owner of this series, false for one of another.
    private func owner(_ cursor: inout Cursor) -> Bool? {
        for phrase in name.parts.owners where phrase.read(&cursor) { return true }
        for phrase in name.others where phrase.read(&cursor) { return false }
        return nil
    }

    /// ` (AIVD)` behind the name in full.
    private func abbreviation(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            guard cursor.skipBlanks(), cursor.skip(Byte.openParen) else { return nil }
            for phrase in name.parts.owners where phrase.read(&cursor) {
                return cursor.skip(Byte.closeParen) ? true : nil
            }
            return nil
        }
    }

    /// ` over FIMI`, ` on FIMI Threats`.
    private mutating func readTopic() -> Bool {
        guard !hasTopic else { return false }
        var next = cursor
        next.skipBlanks()
        if next.skipWord(of: ["over", "on", "inzake", "about"]) { next.skipBlanks() }
        if next.skipWord(of: ["de", "het", "the"]) { next.skipBlanks() }
        guard name.parts.topics.contains(where: { $0.read(&next, mayGoOn: true) }) else { return false }
        (cursor, hasTopic) = (next, true)
        return true
    }

    // MARK: before the word

    private static let adjectives: [ReportParts.Phrase] = ["openbaar", "openbare", "jaarlijkse", "jaarlijks", "annual"]
        .map { ReportParts.Phrase(words: [Array($0.utf8)]) }

    /// `AIVD-`, `AIVD | `, `AIVD, Openbaar `, `AIVD (2025). `, `ENISA's `, `FIMI-`.
    private mutating func readBefore() {
        for _ in 0..<Self.most {
            guard let end = joint(before: start) else { return }
            if !hasTopic, let place = before(name.parts.topics, end) {
                (start, hasTopic) = (place, true)
            } else if !hasOwner, let place = before(name.parts.owners, end) ?? ownerTwice(endingAt: end) {
                (start, hasOwner) = (place, true)
            } else if !hasOwner, let place = before(Self.adjectives, end) {
                start = place
            } else if !ordinal(before: end) {
                return
            }
        }
    }

    /// `de over 2022 en 2023 verschenen jaarverslagen`; in which year it came out (`het in 2023 verschenen`) is no edition.
    private mutating func readAttribute() {
        guard start - 2 > floor, bytes[start - 1].isBlank, bytes[start - 2].isLower,
            let opening = (max(floor, start - 60)..<start).last(where: {
                bytes.isWordStart($0) && bytes[$0..<start].starts(with: "over ".utf8)
            })
        else { return }
        var words = Cursor(bytes, in: opening + 4..<start)
        words.skipBlanks()
        guard let first = name.series.editions.year(&words) else { return }
        var found = [first]
        while let more = words.attempt({ name.series.editions.more(&$0, after: found[found.count - 1]) }) {
            found += more
        }
        guard EditionRule.opensAttribute(words) else { return }
        while words.current?.isLower == true || words.current?.isBlank == true { words.position += 1 }
        if words.isAtEnd { (editions, start) = (found, opening) }
    }

    private func before(_ phrases: [ReportParts.Phrase], _ end: Int) -> Int? {
        for phrase in phrases {
            if let place = phrase.start(endingAt: end, bytes, floor: floor) { return place }
        }
        return nil
    }

    /// `Autoriteit Consument en Markt (ACM)`: the name in full, and the short one in brackets.
    private func ownerTwice(endingAt end: Int) -> Int? {
        guard end > floor, bytes[end - 1] == Byte.closeParen, let short = before(name.parts.owners, end - 1),
            short > floor, bytes[short - 1] == Byte.openParen
        else { return nil }
        var full = short - 1
        while full > floor, bytes[full - 1].isBlank { full -= 1 }
        return before(name.parts.owners, full) ?? short - 1
    }

    /// `3rd `, `derde ` and `EEAS-2nd-`: the edition as an ordinal, known or not.
    private mutating func ordinal(before end: Int) -> Bool {
        guard editions.isEmpty, unknownEdition == nil, hasOwner || name.series.editions.hasOrdinals else {
            return false
        }
        var first = end
        while first > floor, bytes[first - 1].isASCIILetter || bytes[first - 1].isDigit { first -= 1 }
        guard EditionRule.mayBeOrdinal(bytes[first..<end]) else { return false }
        var word = Cursor(bytes, in: first..<end)
        if let edition = name.series.editions.ordinal(&word), word.isAtEnd {
            editions = [edition]
        } else if name.series.editions.isOrdinal(bytes[first..<end]) {
            unknownEdition = String(decoding: bytes[first..<end], as: UTF8.self)
        } else {
            return false
        }
        start = first
        return true
    }
}

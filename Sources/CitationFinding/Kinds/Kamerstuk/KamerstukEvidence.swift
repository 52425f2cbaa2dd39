import DossierRegister
import DutchText
import LetterReading

/// What before a dossier without the word Kamerstuk says that it is one. Where little says it, the register must agree: it
/// is evidence, and never the only one.
enum KamerstukEvidence {
    /// What is missing before the documents that were read are a citation; nil when nothing is.
    static func missing(in reading: inout Reading, _ dossier: DossierNumber, _ ids: [String]) -> StaticString? {
        var evidence = before(reading, dossier)
        guard evidence.weight > 0 else {
            return "the word Kamerstuk, a bracket or a parliamentary year before a dossier"
        }
        defer { reading.weigh(evidence) }
        let said = evidence.weight
        if !evidence.isEnough, ids.allSatisfy(reading.context.register.canBe) {
            evidence.add("a document number that the register allows", 40)
        }
        if !evidence.isEnough, ids.allSatisfy({ reading.context.register.existence(of: $0) == .known }) {
            evidence.add("a document known to the register", 20)
        }
        if evidence.isEnough { return nil }
        return said < 60
            ? "a document known to the register, or the word Kamerstuk before it"
            : "a document number that the register allows"
    }

    /// What the words before say; nothing where none says that it is parliament's.
    private static func before(_ reading: Reading, _ dossier: DossierNumber) -> Evidence {
        var evidence = Evidence()
        let bytes = reading.cursor.bytes
        var place = reading.start
        while place > reading.context.floor, bytes[place - 1].isBlank { place -= 1 }
        let floor = reading.context.floor
        if isListed(reading, dossier, before: place) {
            evidence.add("another document of a list, or of a dossier just named", 100)
        } else if place == floor {
            // `30 821, nr. 230 over weerbaarheid` as the start of a note or a paragraph.
            evidence.add("it opens a note or a paragraph", 40)
            if standsAlone(reading) { evidence.add("nothing else stands there", 60) }
        } else if bytes[place - 1] == Byte.openParen || bytes[place - 1] == Byte.openBracket {
            evidence.add("a bracket before it", 100)
        } else if bytes[place - 1] == Byte.comma || bytes[place - 1] == Byte.semicolon {
            if isYear(bytes, before: place - 1, floor) {
                evidence.add("a parliamentary year or a date before it", 60)
            } else if namesPaper(bytes, before: place - 1, floor)
                || word(bytes, before: place - 1, floor) == "TK"
            {
                evidence.add("a paper of parliament named in the sentence", 60)
            }
        } else if isName(bytes, before: place, floor) {
            evidence.add("a word like dossier before it", 100)
        } else if let first = word(bytes, before: place, floor)?.first, first.isUppercase,
            namesPaper(bytes, before: place, floor)
        {
            // `de motie Akerboom 36 410, nr. 9`: behind a word in small letters it may be an amount.
            evidence.add("a name before it, and a paper of parliament in the sentence", 40)
        }
        return evidence
    }

    /// What makes `25424-430` a paper: brackets on both sides, a word like `motie`, or a list of several.
    static func standsJoined(in reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let floor = reading.context.floor
        var place = reading.start
        while place > floor, bytes[place - 1].isBlank { place -= 1 }
        if let last = reading.context.last, last.hasPrefix("kst-"), reading.start - floor < 8,
            place == floor || [Byte.comma, Byte.semicolon].contains(bytes[place - 1])
                || word(bytes, before: place, floor) == "en"
        {
            return true
        }
        if place > floor, bytes[place - 1] == Byte.openParen, reading.cursor.current == Byte.closeParen { return true }
        return isName(bytes, before: place, floor) || isFirstOfList(reading.cursor)
    }

    /// `25424-430; 25424-429`
    private static func isFirstOfList(_ cursor: Cursor) -> Bool {
        var next = cursor
        guard next.skip(Byte.semicolon) || next.skip(Byte.comma) else { return false }
        next.skipBlanks()
        guard let dossier = DossierNumber.read(&next), DossierNumber.current.contains(dossier.number) else {
            return false
        }
        return Kamerstuk.joinedNumber(&next) != nil
    }

    /// Whether the words close before say that a number is that of a paper: `Zij krijgt`, `de moties op`, `het stuk`.
    static func namesMotion(in reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let floor = max(reading.context.floor, reading.start - 60)
        return sentence(bytes, before: reading.start, floor, holds: motions)
    }

    private static func sentence(_ bytes: Bytes, before place: Int, _ floor: Int, holds words: [StaticString]) -> Bool {
        var cursor = Cursor(bytes, in: Sentence.start(before: place, in: bytes, floor: floor)..<place)
        while !cursor.isAtEnd {
            if bytes.isWordStart(cursor.position), cursor.skipWord(of: words) { return true }
            cursor.position += 1
        }
        return false
    }

    private static let motions: [StaticString] = [
        "krijgt", "krijgen", "motie", "moties", "amendement", "amendementen", "stuk", "stukken", "Kamerstuk",
        "Kamerstukken", "Kamerbrief",
    ]

    /// Behind another paper (`nr. 31 van 12 december 2019 en 27 830, nr. 316`), or one of a dossier just named.
    private static func isListed(_ reading: Reading, _ dossier: DossierNumber, before place: Int) -> Bool {
        guard let last = reading.context.last, last.hasPrefix("kst-") || last.hasPrefix("dossier-") else {
            return false
        }
        if last.contains("-\(dossier.number)-") || last.hasSuffix("-\(dossier.number)") { return true }
        let bytes = reading.cursor.bytes
        let floor = reading.context.floor
        guard reading.start - floor < 60, place > floor,
            Sentence.start(before: reading.start, in: bytes, floor: floor) == floor
        else { return false }
        let isSign = bytes[place - 1] == Byte.comma || bytes[place - 1] == Byte.semicolon
        return isSign || word(bytes, before: place, floor).map { ["en", "alsmede", "of"].contains($0) } == true
    }

    /// A note or a line that is nothing else: `30 821, nr. 230.`
    private static func standsAlone(_ reading: Reading) -> Bool {
        guard let sign = reading.cursor.current else { return true }
        return [Byte.dot, Byte.semicolon, Byte.newline].contains(sign)
    }

    /// A parliamentary year, or a date: `vergaderjaar 2007-2008, `, `van 11 en 12 juli 2023, `. A year alone is that of a
    /// Staatscourant (`Stcrt. 2015, 20247, nr. 2`).
    private static func isYear(_ bytes: Bytes, before place: Int, _ floor: Int) -> Bool {
        if Vergaderjaar.before(place, bytes, floor: floor) != nil { return true }
        guard place - 5 > floor, bytes[place - 4..<place].allSatisfy(\.isDigit), bytes[place - 5].isBlank,
            let word = word(bytes, before: place - 5, floor)
        else { return false }
        return Array(word.utf8).reading { letters in
            var cursor = Cursor(letters, in: 0..<letters.count)
            return DutchDate.month(&cursor) != nil
        }
    }

    private static let names: Set<String> = [
        "tk", "kst", "kst.", "dossier", "dossiernr", "dossiernr.", "dossiernummer", "wetsvoorstel", "motie", "kamer",
        "kamerbrief", "ii", "kamerdossier", "kenmerk", "zie", "stuk", "stukken",
        // `Kam erstuk`, as a scanner has it.
        "erstuk", "erstukken",
    ]

    /// `(TK 33 763, nr. 98)`, `dossier 35 165, nr. 97`
    private static func isName(_ bytes: Bytes, before place: Int, _ floor: Int) -> Bool {
        word(bytes, before: place, floor).map { names.contains($0.lowercased()) } == true
    }

    private static let papers: [StaticString] = [
        "motie", "moties", "amendement", "brief", "Kamerbrief", "wetsvoorstel", "nota", "verslag", "beleidsreactie",
        "kabinetsreactie", "kabinetsstandpunt", "voortgangsrapportage", "commissiedebat", "Kamervragen",
        "initiatiefnota",
    ]

    /// `motie van de leden Bikker en Omtzigt, 36 410, nr. 74`: the sentence names a paper of parliament.
    private static func namesPaper(_ bytes: Bytes, before place: Int, _ floor: Int) -> Bool {
        sentence(bytes, before: place, floor, holds: papers)
    }

    /// The word that ends before `place`, a full stop of its own included; blanks between are passed over.
    private static func word(_ bytes: Bytes, before place: Int, _ floor: Int) -> String? {
        var end = place
        while end > floor, bytes[end - 1].isBlank { end -= 1 }
        var start = end
        while start > floor, end - start < 30, bytes[start - 1].isASCIILetter || bytes[start - 1] == Byte.dot {
            start -= 1
        }
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }
}

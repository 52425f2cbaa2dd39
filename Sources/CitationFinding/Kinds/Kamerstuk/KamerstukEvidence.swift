import DossierRegister
import DutchText
import LetterReading

/// What before a dossier without the word Kamerstuk says that it is one. Where little says it, the register must agree: it
/// is evidence, and never the only one.
enum KamerstukEvidence {
    /// What is left to ask of the register.
    enum Demand { case nothing, canBe, published }

    /// What is missing before the documents that were read are a citation; nil when nothing is.
    static func missing(in reading: inout Reading, _ dossier: DossierNumber, _ ids: [String]) -> StaticString? {
        guard let demand = demand(reading, dossier) else {
            return "the word Kamerstuk, a bracket or a parliamentary year before a dossier"
        }
        if demand == .nothing { return nil }
        let register = reading.context.register
        switch demand {
        case .nothing: break
        case .canBe:
            guard ids.allSatisfy(register.canBe) else { return "a document number that the register allows" }
            reading.step("a document number that the register allows", from: reading.start)
        case .published:
            guard ids.allSatisfy({ register.existence(of: $0) == .known }) else {
                return "a document known to the register, or the word Kamerstuk before it"
            }
            reading.step("a document known to the register", from: reading.start)
        }
        return nil
    }

    /// Nil where nothing says that it is parliament's.
    private static func demand(_ reading: Reading, _ dossier: DossierNumber) -> Demand? {
        let bytes = reading.cursor.bytes
        var place = reading.start
        while place > reading.context.floor, bytes[place - 1].isBlank { place -= 1 }
        let floor = reading.context.floor
        if isListed(reading, dossier, before: place) { return .nothing }
        // `30 821, nr. 230 over weerbaarheid` as the start of a note or a paragraph.
        guard place > floor else { return standsAlone(reading) ? .nothing : .published }
        switch bytes[place - 1] {
        case Byte.openParen, Byte.openBracket: return .nothing
        case Byte.comma, Byte.semicolon:
            let says =
                isYear(bytes, before: place - 1, floor) || namesPaper(bytes, before: place - 1, floor)
                || word(bytes, before: place - 1, floor) == "TK"
            return says ? .canBe : nil
        default:
            if isName(bytes, before: place, floor) { return .nothing }
            // `de motie Akerboom 36 410, nr. 9`: behind a word in small letters it may be an amount.
            guard let first = word(bytes, before: place, floor)?.first, first.isUppercase else { return nil }
            return namesPaper(bytes, before: place, floor) ? .published : nil
        }
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
        var cursor = Cursor(bytes, in: Sentence.start(before: reading.start, in: bytes, floor: floor)..<reading.start)
        while !cursor.isAtEnd {
            if bytes.isWordStart(cursor.position), cursor.skipWord(of: motions) { return true }
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
        let start = Sentence.start(before: place, in: bytes, floor: floor)
        var cursor = Cursor(bytes, in: start..<place)
        while !cursor.isAtEnd {
            if bytes.isWordStart(cursor.position), cursor.skipWord(of: papers) { return true }
            cursor.position += 1
        }
        return false
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

import LetterCollection
import LetterFormats

/// The file of one letter: the best there is, checked before it is kept.
final class FileFetch {
    private let folder: FetchFolder
    private let transfer: Transfer
    /// The service that is asked at the moment.
    private var source = FetchSource.koop
    private let now: () -> String
    /// Whether a better file than the one that is taken came damaged: it is asked for again the next time.
    private var hasBroken = false

    init(folder: FetchFolder, transfer: Transfer, now: @escaping () -> String) {
        (self.folder, self.transfer, self.now) = (folder, transfer, now)
    }

    /// - Parameter listing: the list that the letter stands in.
    /// - Returns: whether a file came that was not there.
    func fetch(_ letter: PublishedLetter, of listing: Listing, note: (FetchNote) -> Void) throws -> Bool {
        source = listing.source
        let known = try known(letter)
        if let known, !isWanted(letter, known) { return false }
        // Nothing worse takes the place of what is there.
        let files = letter.files.filter { file in known.map { !isWorse(file.format, $0) } ?? true }
        hasBroken = false
        for (index, file) in files.enumerated() {
            do {
                if let isNew = try take(file, of: letter, listing, known, note) { return isNew }
            } catch let fault as FetchFault where fault.isOfOneFile && index + 1 < files.count {
                note(.nextFile(fault))
                if case .pageInsteadOfFile = fault { continue }
                hasBroken = true
            }
        }
        guard let known else { throw FetchFault.noFile(letter.id) }
        // Nothing better yet: asked again after some days.
        try folder.keep(record(letter, known, checked: now()), nil, instead: nil)
        return false
    }

    /// Whether a letter would be fetched: it is not there, or has changed as far as the list tells.
    func wouldFetch(_ letter: PublishedLetter, of listing: Listing) throws -> Bool {
        source = listing.source
        guard let known = try known(letter) else { return true }
        let isToldNothing = letter.version == nil && known.source == source.rawValue
        return !isToldNothing && isWanted(letter, known)
    }

    private func known(_ letter: PublishedLetter) throws -> FetchedRecord? {
        try folder.record([letter.id] + letter.aliases).flatMap { isOf(letter, $0) ? $0 : nil }
    }

    /// - Returns: whether it is new; nil where there is no such file.
    private func take(
        _ file: PublishedLetter.File, of letter: PublishedLetter, _ listing: Listing, _ known: FetchedRecord?,
        _ note: (FetchNote) -> Void
    ) throws -> Bool? {
        guard listing.base?.allows(file.address) == true else { throw FetchFault.fileElsewhere("\(file.address)") }
        let isSame = known?.url == "\(file.address)"
        let answer = try transfer.get(
            file.address, most: InputFormat.largestFile,
            known: isSame ? Transfer.Known(tag: known?.etag, lastModified: known?.lastModified) : nil)
        if answer.status == 304, isSame, let known {
            try keepFile(letter, known)
            return false
        }
        if [404, 410].contains(answer.status) { return nil }
        guard answer.status == 200 else { throw FetchFault.status(file.address.place, answer.status) }
        guard let format = FileCheck.format(answer.body), format != .html else {
            throw FetchFault.pageInsteadOfFile(file.address.place, kind: file.format.name)
        }
        try check(answer.body, format, letter, file, note)
        return try keep(answer, format, letter, known, file)
    }

    /// A number that is computed may be that of another letter: questions tell them apart.
    private func isOf(_ letter: PublishedLetter, _ known: FetchedRecord) -> Bool {
        known.id == letter.id || known.zaken.isEmpty || letter.zaken.isEmpty
            || !Set(known.zaken).isDisjoint(with: letter.zaken)
    }

    // MARK: What is asked for

    private func isWanted(_ letter: PublishedLetter, _ known: FetchedRecord) -> Bool {
        // One of the two is an id of before: of a letter that is filed under its own by now, or of the file that is there.
        if known.id != letter.id { return Self.better(letter.id, known.id) == letter.id }
        guard known.source == source.rawValue else { return letter.files.contains { isBetter($0.format, known) } }
        guard let version = letter.version, known.version == version else { return true }
        guard letter.files.first?.format == .xml, !known.file.hasSuffix(".xml") else { return false }
        return isDue(letter, known)
    }

    /// XML follows the PDF by days: it is asked for after three days in the first week, then after thirty.
    private func isDue(_ letter: PublishedLetter, _ known: FetchedRecord) -> Bool {
        guard let today = DayNumber(now()), let last = DayNumber(known.checked ?? known.fetched) else { return true }
        let age = letter.date.flatMap(DayNumber.init).map { today.value - $0.value } ?? 0
        return today.value - last.value >= (age <= 7 ? 3 : 30)
    }

    /// Whether a file is not to take the place of what is there: XML stays, and so does what another service has no better.
    private func isWorse(_ format: FileFormat, _ known: FetchedRecord) -> Bool {
        if known.source != source.rawValue { return !isBetter(format, known) }
        return known.file.hasSuffix(".xml") && format != .xml
    }

    /// The file of another service: XML is better than anything else, KOOP’s than the same from elsewhere.
    private func isBetter(_ format: FileFormat, _ known: FetchedRecord) -> Bool {
        let isKnownXML = known.file.hasSuffix(".xml")
        if format == .xml, !isKnownXML { return true }
        return (format == .xml) == isKnownXML && source == .koop
    }

    // MARK: What came

    private func check(
        _ bytes: [UInt8], _ format: FileFormat, _ letter: PublishedLetter, _ file: PublishedLetter.File,
        _ note: (FetchNote) -> Void
    ) throws(FetchFault) {
        guard FileCheck.isWhole(bytes, format) else { throw .damagedFile(file.address.place, kind: format.name) }
        if format == .doc { throw .oldWord(letter.id) }
        if format == .xml, let own = FileCheck.ownID(bytes), !letter.names.contains(own) {
            throw .otherDocument(file.address.place, id: letter.id, says: own)
        }
        if format != file.format { note(.otherFormat(file.address.place, said: file.format.name, is: format.name)) }
    }

    /// A file that has not changed; under another name where its letter has got a better id.
    private func keepFile(_ letter: PublishedLetter, _ known: FetchedRecord) throws(FetchFault) {
        var moved = record(letter, known, checked: nil)
        guard moved.id != known.id, let bytes = folder.bytes(of: known) else {
            return try folder.keep(record(letter, known, checked: now()), nil, instead: nil)
        }
        moved.file = moved.id + known.file.dropFirst(known.id.utf8.count)
        try folder.keep(moved, bytes, instead: known)
    }

    private func keep(
        _ answer: Transfer.Answer, _ format: FileFormat, _ letter: PublishedLetter, _ known: FetchedRecord?,
        _ file: PublishedLetter.File
    ) throws -> Bool {
        let hash = FetchedRecord.hash(answer.body)
        var record = record(letter, known, checked: nil)
        (record.url, record.source) = ("\(file.address)", source.rawValue)
        (record.etag, record.lastModified) = (answer.tag, answer.lastModified)
        (record.length, record.hash, record.file) = (answer.body.count, hash, "\(record.id).\(format.rawValue)")
        let isSame = known?.hash == hash && known?.file == record.file
        record.fetched = isSame ? known?.fetched ?? now() : now()
        if format != .xml, letter.files.first?.format == .xml { record.checked = now() }
        try folder.keep(record, isSame ? nil : answer.body, instead: known)
        return !isSame
    }

    /// What is known of a letter, with what was known before.
    private func record(_ letter: PublishedLetter, _ known: FetchedRecord?, checked: String?) -> FetchedRecord {
        // A file that stays keeps its name.
        let id = known.map { checked != nil ? $0.id : Self.better($0.id, letter.id) } ?? letter.id
        var record =
            known
            ?? FetchedRecord(
                id: id, source: source.rawValue, url: "", file: "", length: 0, hash: "", fetched: now())
        let names = letter.names.union(known.map { [$0.id] + $0.aliases } ?? []).subtracting([id])
        (record.id, record.aliases) = (id, names.sorted())
        record.zaken = Set(letter.zaken + record.zaken).sorted()
        record.date = letter.date ?? record.date
        record.title = letter.title.isEmpty ? record.title : letter.title
        record.sender = letter.sender ?? record.sender
        record.kind = letter.kind.isEmpty ? record.kind : letter.kind
        if record.source == source.rawValue || known == nil {
            record.version = hasBroken ? nil : letter.version
        }
        record.checked = checked ?? record.checked
        return record
    }

    /// `ah-tk-20242025-1244` before `ah-1271549`, and that before `2024D40329`.
    private static func better(_ left: String, _ right: String) -> String {
        func worth(_ id: String) -> Int { id.hasPrefix("ah-") ? id.split(separator: "-").count : 0 }
        return worth(right) >= worth(left) ? right : left
    }
}

/// Days since some day long ago, to count between two.
private struct DayNumber {
    let value: Int

    /// - Parameter text: begins with a day, ISO 8601.
    init?(_ text: String) {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        // Years begin in March here: February’s odd length comes last.
        let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
        value = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2]
    }
}

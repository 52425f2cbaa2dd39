import CitationFinding
import GRDB
import LetterReading

/// One row at a time.
extension StoreWriter {
    func insertLetter(_ record: LetterRecord) throws -> Int64 {
        let header = record.letter.header
        let origin = record.origin
        try database.cachedStatement(
            sql: """
                INSERT INTO letter (name, file, path, size, modified, fingerprint, label, answered, submitted, ministry,
                  subject, aanhangsel, footnotes, format, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            origin.name, origin.file, origin.path, origin.size, origin.modified, origin.fingerprint,
            header.label(orElse: origin.name), header.answered, header.submitted, header.ministry, header.subject,
            header.aanhangsel, record.letter.footnotes.count, record.letter.format,
            record.sketch.hex,
        ])
        let id = database.lastInsertedRowID
        for (position, minister) in header.ministers.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO letter_minister VALUES (?, ?, ?, ?)")
                .execute(arguments: [id, position, minister.name, minister.portfolio])
        }
        for (position, asker) in header.askers.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO letter_asker VALUES (?, ?, ?, ?)")
                .execute(arguments: [id, position, asker.name, asker.party])
        }
        for (position, zaak) in header.zaken.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO letter_zaak VALUES (?, ?, ?)").execute(arguments: [
                id, position, zaak,
            ])
        }
        return id
    }

    func insertFootnotes(_ letter: Letter, id: Int64) throws {
        for (position, note) in letter.footnotes.enumerated() {
            let text = letter.text.string(note.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            try database.cachedStatement(
                sql: "INSERT INTO footnote (letter_id, position, mark, units, text, line) VALUES (?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [
                id, position, note.mark, note.units.map { "\($0)" }.joined(separator: " "), text,
                letter.text.line(of: note.range.lowerBound),
            ])
        }
    }

    mutating func insertCitation(_ citation: Citation, unit: Int64, letter: (id: Int64, record: LetterRecord)) throws {
        let verdict = corrections[letter.record.origin.name]?.first { correction in
            correction.id == citation.source.id
                && (correction.unit == nil || correction.unit == "\(citation.place.unit)")
        }?.verdict
        if verdict == .drop {
            try database.cachedStatement(
                sql: "INSERT INTO dropped_citation (letter_id, unit, canonical, quote, line) VALUES (?, ?, ?, ?, ?)"
            )
            .execute(arguments: [
                letter.id, "\(citation.place.unit)", citation.source.id, citation.quote, citation.place.line,
            ])
            return
        }
        var source = citation.source
        if case .becomes(let other) = verdict { source = SourceID(other) }
        try database.cachedStatement(
            sql: """
                INSERT INTO citation (unit_id, source_id, footnote, quote, sentence, context, locator, first_byte, end_byte,
                  line, read_as, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            unit, try sourceID(source), citation.place.footnote, citation.quote, citation.sentence, citation.context,
            citation.locator, citation.place.range.lowerBound, citation.place.range.upperBound, citation.place.line,
            source == citation.source ? nil : citation.source.id,
            letter.record.letter.origin(of: citation.place.range.lowerBound)?.page,
        ])
    }

    /// The row of a source, made with its parents when it is new.
    private mutating func sourceID(_ id: SourceID) throws -> Int64 {
        if let known = sourceIDs[id.id] { return known }
        let source = Source(id, catalogue: catalogue)
        let parent = try source.parent.map { try sourceID($0) }
        try database.cachedStatement(
            sql: """
                INSERT INTO source (canonical, kind, label, page, parent_id, title) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (canonical) DO UPDATE SET kind = excluded.kind, label = excluded.label, page = excluded.page,
                  parent_id = excluded.parent_id, title = excluded.title
                """
        ).execute(arguments: [id.id, id.kind.name, source.label, source.page, parent, register.title(of: id.id)])
        let row = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM source WHERE canonical = ?"), arguments: [id.id])
        sourceIDs[id.id] = row
        return row ?? 0
    }

    func insertReference(_ citation: Citation, from: Int64, to: Int64) throws {
        let place = citation.place
        try database.cachedStatement(
            sql: """
                INSERT INTO crossreference (from_unit_id, to_unit_id, footnote, quote, sentence, first_byte, end_byte, line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            from, to, place.footnote, citation.quote, citation.sentence, place.range.lowerBound, place.range.upperBound,
            place.line,
        ])
    }

    func insert(_ diagnostic: Diagnostic, letter: Int64) throws {
        let place = diagnostic.place
        try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic (letter_id, code, severity, message, unit, footnote, line, column_number,
                  suggestions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            letter, diagnostic.code.rawValue, diagnostic.severity.name, diagnostic.message, "\(place.unit)",
            place.footnote, place.line,
            place.column, diagnostic.suggestions.joined(separator: " "),
        ])
    }
}

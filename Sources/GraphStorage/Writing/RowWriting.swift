import CitationFinding
import GRDB
import LetterReading

/// One row at a time.
extension StoreWriter {
    func insertLetter(_ record: LetterRecord) throws -> Int64 {
        let (letter, origin) = (record.letter, record.origin)
        let header = record.header
        let row = try statements(
            """
            INSERT INTO letter (name, file, path, size, modified, fingerprint, label, answered, submitted, ministry,
              subject, aanhangsel, footnotes, format, sketch, first_read)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for text in [origin.name, origin.file, origin.path] { row.bind(text) }
        row.bind(origin.size)
        row.bind(origin.modified)
        for text in [origin.fingerprint, header.label(orElse: origin.name)] { row.bind(text) }
        for text in [header.answered, header.submitted, header.ministry, header.subject, header.aanhangsel] {
            row.bind(text)
        }
        row.bind(letter.footnotes.count)
        row.bind(letter.format)
        row.bind(record.sketch.hex)
        row.bind(firstReads.day(of: origin))
        try row.run()
        let id = database.lastInsertedRowID
        for (position, minister) in header.ministers.enumerated() {
            try insert(
                "INSERT INTO letter_minister VALUES (?, ?, ?, ?)", id, position, minister.name, minister.portfolio)
        }
        for (position, asker) in header.askers.enumerated() {
            try insert("INSERT INTO letter_asker VALUES (?, ?, ?, ?)", id, position, asker.name, asker.party)
        }
        for (position, zaak) in header.zaken.enumerated() {
            try insert("INSERT INTO letter_zaak VALUES (?, ?, ?)", id, position, zaak)
        }
        return id
    }

    private func insert(_ sql: StaticString, _ letter: Int64, _ position: Int, _ texts: String?...) throws {
        let row = try statements(sql)
        row.bind(letter)
        row.bind(position)
        for text in texts { row.bind(text) }
        try row.run()
    }

    func insertFootnotes(_ letter: Letter, id: Int64) throws {
        for (position, note) in letter.footnotes.enumerated() {
            let row = try statements(
                "INSERT INTO footnote (letter_id, position, mark, units, text, line) VALUES (?, ?, ?, ?, ?, ?)")
            row.bind(id)
            row.bind(position)
            row.bind(note.mark)
            row.bind(note.units.map { "\($0)" }.joined(separator: " "))
            row.bind(letter.text.words(note.range))
            row.bind(letter.text.line(of: note.range.lowerBound))
            try row.run()
        }
    }

    /// - Returns: the unit's row.
    func insertUnit(_ unit: LetterUnit, at position: Int, of letter: Letter, id: Int64) throws -> Int64 {
        let row = try statements(
            "INSERT INTO unit (letter_id, position, name, part, line, origin) VALUES (?, ?, ?, ?, ?, ?)")
        row.bind(id)
        row.bind(position)
        row.bind("\(unit.name)")
        row.bind(unit.name.part.rawValue)
        row.bind(letter.text.line(of: unit.range.lowerBound))
        row.bind(letter.origin(of: unit.range.lowerBound)?.description)
        try row.run()
        return database.lastInsertedRowID
    }

    func insert(_ text: UnitText, unit: Int64) throws {
        let row = try statements("INSERT INTO unit_text (unit_id, text, lines) VALUES (?, ?, ?)")
        row.bind(unit)
        row.bind(text.text)
        row.bind(text.lines)
        try row.run()
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
        let written = source
        source = works.source(written, resolvedTo: citation.resolvesTo)
        if isItself(source, letter.record.letter) || citation.isNumberedBeside && source != written { return }
        let row = try statements(
            """
            INSERT INTO citation (unit_id, source_id, footnote, quote, sentence, context, locator, first_byte, end_byte,
              line, read_as, page, title, resolves_to, written_as) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        row.bind(unit)
        row.bind(try sourceID(source))
        let place = citation.place
        for text in [place.footnote, citation.quote, citation.sentence, citation.context, citation.locator] {
            row.bind(text)
        }
        for number in [place.range.lowerBound, place.range.upperBound, place.line] { row.bind(number) }
        row.bind(written == citation.source ? nil : citation.source.id)
        row.bind(letter.record.letter.origin(of: place.range.lowerBound)?.page)
        row.bind(citation.title)
        row.bind(citation.resolvesTo?.id)
        row.bind(written == source ? nil : written.id)
        try row.run()
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

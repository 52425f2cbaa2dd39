import CitationFinding
import GRDB

/// Other corrections, other works: what letters cite that are not read again is joined and parted anew, by the ids that they wrote.
extension StoreWriter {
    /// - Complexity: linear in the citations, where the user's verdicts changed; else nothing.
    mutating func rejoinWorks() throws {
        guard worksHaveChanged else { return }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT source_id, canonical, written_as, resolves_to
                FROM citation JOIN source ON source.id = source_id
                """)
        for row in rows {
            let (source, resolved): (SourceID, String?) = (SourceID(row[1]), row[3])
            let written = (row[2] as String?).map { SourceID($0) } ?? source
            let wanted = wanted(written, resolved.map { SourceID($0) }, now: source)
            guard wanted != source else { continue }
            try database.cachedStatement(
                sql: """
                    UPDATE citation SET source_id = ?, written_as = ?
                    WHERE source_id = ? AND written_as IS ? AND resolves_to IS ?
                    """
            ).execute(arguments: [
                try sourceID(wanted), written == wanted ? nil : written.id, row[0] as Int64, row[2] as String?,
                resolved,
            ])
        }
        try rejoinParents()
        // A letter's own kenmerk and number are its identity.
        try database.execute(
            sql: """
                DELETE FROM citation WHERE written_as IS NOT NULL AND id IN (
                  SELECT citation.id FROM citation JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id
                    JOIN source ON source.id = source_id
                  WHERE canonical = aanhangsel OR canonical IN
                    (SELECT zaak FROM letter_zaak WHERE letter_zaak.letter_id = letter.id))
                """)
    }

    /// The source a citation is of. Which of several addresses stands for all is worked out behind this.
    private func wanted(_ written: SourceID, _ resolved: SourceID?, now source: SourceID) -> SourceID {
        let work = works.work(written, resolvedTo: resolved)
        if case .source(let id) = work { return SourceID(id) }
        let isAmongThem = OtherNames.shared(by: source) == OtherNames.shared(by: written) && works.work(source) == work
        return isAmongThem ? source : written
    }

    /// What is part of a source is part of the one that stands for it.
    private mutating func rejoinParents() throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT source.id, source.canonical, parent.canonical AS parent
                FROM source JOIN source AS parent ON parent.id = source.parent_id
                """)
        for row in rows {
            guard let parent = parent(of: Source(SourceID(row[1]), catalogue: catalogue)), parent.id != row[2] as String
            else { continue }
            try database.cachedStatement(sql: "UPDATE source SET parent_id = ? WHERE id = ?")
                .execute(arguments: [try sourceID(parent), row[0] as Int64])
        }
    }
}

import GRDB

/// Who cites a source, or other letters, anywhere in a letter: in answers, questions or notes.
extension GraphStore {
    /// The names of the letters that cite a source of this id, or what is part of it: a paper of a dossier, an edition of a series.
    /// - Complexity: linear in its citations.
    public func letters(citing source: String) throws -> Set<String> {
        try queue.read { database in
            try String.fetchSet(
                database,
                sql: """
                    SELECT letter.name FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                      JOIN letter ON letter.id = letter_id
                    WHERE source.id IN (SELECT id FROM source WHERE canonical = :id UNION ALL
                      SELECT part.id FROM source AS part JOIN source AS whole ON whole.id = part.parent_id
                      WHERE whole.canonical = :id)
                    """, arguments: ["id": source])
        }
    }

    /// The names of the letters that cite one of these letters, by its number in the Aanhangsel or its kenmerk.
    /// - Complexity: linear in the letters of the group, and in the citations of them.
    public func letters(citingLettersOf group: LetterGroup) throws -> Set<String> {
        try queue.read { database in
            try String.fetchSet(
                database,
                sql: """
                    SELECT letter.name FROM (
                      SELECT aanhangsel AS number FROM json_each(:ids) JOIN letter ON letter.id = json_each.value
                      UNION SELECT zaak FROM json_each(:ids) JOIN letter_zaak ON letter_id = json_each.value)
                      JOIN source ON canonical = number JOIN citation ON source_id = source.id
                      JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id
                    """, arguments: ["ids": group.letters.list])
        }
    }
}

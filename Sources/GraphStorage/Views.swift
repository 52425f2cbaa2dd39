/// Views for people who ask in SQL. They say what the command says with its default choices: citations in answers, every
/// kind of source but laws, zaken and letters by their date.
enum Views {
    static let firstVersion = """
        CREATE VIEW answer_citation AS -- one row a citation in an answer, with the names of what it joins
          SELECT letter.name AS letter, letter.label AS letter_label, letter.answered, unit.name AS unit,
            source.canonical AS source, source.kind, source.label, citation.footnote, citation.quote,
            citation.sentence, citation.context, citation.locator, citation.line
          FROM citation JOIN unit ON unit.id = citation.unit_id JOIN letter ON letter.id = unit.letter_id
            JOIN source ON source.id = citation.source_id
          WHERE unit.part = 'answer' AND source.kind NOT IN ('law', 'zaak');
        CREATE VIEW most_cited AS -- kvgraph top --kind all (but laws and zaken), unlimited
          SELECT source.canonical AS id, source.kind, source.label, count(DISTINCT unit.letter_id) AS letters,
            count(DISTINCT unit.id) AS answers, count(*) AS citations, source.page AS url
          FROM citation JOIN unit ON unit.id = citation.unit_id JOIN source ON source.id = citation.source_id
          WHERE unit.part = 'answer' AND source.kind NOT IN ('law', 'zaak')
          GROUP BY source.id
          ORDER BY letters DESC, answers DESC, citations DESC, id;
        CREATE VIEW shared_source AS -- kvgraph shared: sources that two letters or more cite
          SELECT * FROM most_cited WHERE letters >= 2;
        CREATE VIEW letter_source AS -- each letter with each source its answers cite, once
          SELECT DISTINCT unit.letter_id, citation.source_id
          FROM citation JOIN unit ON unit.id = citation.unit_id JOIN source ON source.id = citation.source_id
          WHERE unit.part = 'answer' AND source.kind NOT IN ('law', 'zaak');
        CREATE VIEW coupling AS -- kvgraph coupled: pairs of letters by the number of sources they share
          SELECT first.name AS a, second.name AS b, count(*) AS strength
          FROM letter_source AS left_ JOIN letter_source AS right_ ON right_.source_id = left_.source_id
            JOIN letter AS first ON first.id = left_.letter_id JOIN letter AS second ON second.id = right_.letter_id
          WHERE first.name < second.name
          GROUP BY first.id, second.id
          ORDER BY strength DESC, a, b;
        """

    /// The views again, without letters cited by their date alone: two letters of one day need not be the same.
    static let secondVersion =
        ["answer_citation", "most_cited", "shared_source", "letter_source", "coupling"].reversed()
        .map { "DROP VIEW \($0);\n" }.joined()
        + firstVersion.replacing("('law', 'zaak')", with: "('law', 'zaak', 'dated')")

    /// With the titles of sources, and the page of a file that a citation stands on.
    static let thirdVersion =
        secondVersion.replacing("source.kind, source.label,", with: "source.kind, source.label, source.title,")
        .replacing("citation.line\n", with: "citation.line, citation.page\n")
        .replacing("(but laws and zaken)", with: "(but laws, zaken and letters by their date)")
}

/// Questions that people ask a store in SQL, on its tables and views: in the article on SQL, and in Datasette.
public enum SQLQuestions {
    public struct Question: Sendable {
        /// For addresses and programs: `most-cited`.
        public let name: String
        public let title: String
        public let sql: String
    }

    public static let all = [
        Question(
            name: "most-cited", title: "Which sources do most letters cite?",
            sql: """
                SELECT id, label, title, letters, answers, citations FROM most_cited LIMIT 20
                """),
        Question(
            name: "shared", title: "Which sources do several letters cite, and which letters are those?",
            sql: """
                SELECT shared_source.id, shared_source.label, letters,
                  (SELECT group_concat(letter, '; ') FROM
                    (SELECT DISTINCT letter FROM answer_citation WHERE source = shared_source.id ORDER BY letter)) AS cited_by
                FROM shared_source ORDER BY letters DESC, answers DESC, citations DESC, id
                """),
        Question(
            name: "sentences", title: "In which sentences is a source cited?",
            sql: """
                SELECT letter, unit, coalesce(context, sentence) AS sentence, line
                FROM answer_citation WHERE source = 'kst-35165-97' ORDER BY letter, line
                """),
        Question(
            name: "coupled", title: "Which letters share most sources?",
            sql: """
                SELECT a, b, strength FROM coupling LIMIT 20
                """),
        Question(
            name: "by-ministry", title: "What does each ministry cite most?",
            sql: """
                SELECT ministry, source, label, letters FROM (
                  SELECT letter.ministry, source, answer_citation.label, count(DISTINCT letter.id) AS letters,
                    row_number() OVER (PARTITION BY letter.ministry
                      ORDER BY count(DISTINCT letter.id) DESC, count(*) DESC, source) AS place
                  FROM answer_citation JOIN letter ON letter.name = answer_citation.letter
                  WHERE letter.ministry IS NOT NULL GROUP BY letter.ministry, source)
                WHERE place <= 5 ORDER BY ministry, place
                """),
        Question(
            name: "by-party", title: "Which reports are members of each party answered with?",
            sql: """
                SELECT letter_asker.party, source, answer_citation.label, count(DISTINCT letter.id) AS letters
                FROM answer_citation JOIN letter ON letter.name = answer_citation.letter
                  JOIN letter_asker ON letter_asker.letter_id = letter.id
                WHERE kind = 'report' AND party IS NOT NULL
                GROUP BY party, source ORDER BY party, letters DESC, source
                """),
        Question(
            name: "by-year", title: "How many citations of each kind were there in each year?",
            sql: """
                SELECT substr(answered, 1, 4) AS year, kind, count(*) AS citations, count(DISTINCT letter) AS letters
                FROM answer_citation WHERE answered IS NOT NULL GROUP BY year, kind ORDER BY year, citations DESC, kind
                """),
        Question(
            name: "dossiers", title: "Which dossiers do most letters cite a Kamerstuk of?",
            sql: """
                SELECT dossier.canonical AS dossier, dossier.label, count(DISTINCT letter_source.letter_id) AS letters,
                  count(DISTINCT source.id) AS documents
                FROM letter_source JOIN source ON source.id = letter_source.source_id
                  JOIN source AS dossier ON dossier.id = source.parent_id AND dossier.kind = 'dossier'
                GROUP BY dossier.id ORDER BY letters DESC, documents DESC, dossier
                """),
        Question(
            name: "letters-citing-letters", title: "Which letters cite other letters in the store?",
            sql: """
                SELECT citing.name AS citing, cited_letter.letter AS cited, cited_letter.source, count(*) AS citations
                FROM cited_letter JOIN citation ON citation.source_id = cited_letter.source_id
                  JOIN unit ON unit.id = citation.unit_id JOIN letter AS citing ON citing.id = unit.letter_id
                WHERE citing.id <> cited_letter.letter_id GROUP BY citing.id, cited_letter.source
                ORDER BY citing, cited, cited_letter.source
                """),
        Question(
            name: "answers-without-sources", title: "Which letters answer without citing anything?",
            sql: """
                SELECT letter.name, letter.label, count(unit.id) AS answers
                FROM letter JOIN unit ON unit.letter_id = letter.id AND unit.part IN ('answer', 'body')
                WHERE letter.id NOT IN (SELECT letter_id FROM unit JOIN citation ON citation.unit_id = unit.id
                  WHERE unit.part IN ('answer', 'body'))
                GROUP BY letter.id ORDER BY answers DESC, letter.name
                """),
        Question(
            name: "words", title: "Which answers hold certain words, best first?",
            sql: """
                SELECT letter.name, letter.label, letter.answered
                FROM letter_search JOIN letter ON letter.id = letter_search.rowid
                WHERE letter_search MATCH 'answers: "buitenlandse"' ORDER BY bm25(letter_search), letter.name LIMIT 20
                """),
    ]
}

DROP VIEW IF EXISTS coupling;
DROP VIEW IF EXISTS letter_source;
DROP VIEW IF EXISTS shared_source;
DROP VIEW IF EXISTS most_cited;
DROP VIEW IF EXISTS answer_citation;
CREATE VIEW answer_citation AS -- one row a citation in an answer, or in the body of a letter that answers no questions, with the names of what it joins
  SELECT letter.name AS letter, letter.label AS letter_label, letter.answered, unit.name AS unit,
    source.canonical AS source, source.kind, source.label, source.title, citation.footnote, citation.quote,
    citation.sentence, citation.context, citation.locator, citation.line, citation.page
  FROM citation JOIN unit ON unit.id = citation.unit_id JOIN letter ON letter.id = unit.letter_id
    JOIN source ON source.id = citation.source_id
  WHERE unit.part IN ('answer', 'body') AND source.kind NOT IN (SELECT name FROM kind WHERE is_quiet);
CREATE VIEW most_cited AS -- kvgraph top --kind all (but quiet kinds), unlimited
  SELECT source.canonical AS id, source.kind, source.label, source.title, count(DISTINCT unit.letter_id) AS letters,
    count(DISTINCT unit.id) AS answers, count(*) AS citations, source.page AS url
  FROM citation JOIN unit ON unit.id = citation.unit_id JOIN source ON source.id = citation.source_id
  WHERE unit.part IN ('answer', 'body') AND source.kind NOT IN (SELECT name FROM kind WHERE is_quiet)
  GROUP BY source.id
  ORDER BY letters DESC, answers DESC, citations DESC, id;
CREATE VIEW shared_source AS -- kvgraph shared: sources that two letters or more cite, front pages of sites left out
  SELECT * FROM most_cited WHERE letters >= 2 AND id NOT IN (SELECT canonical FROM source WHERE is_front_page);
CREATE VIEW letter_source AS -- each letter with each source its answers cite, once, front pages left out
  SELECT DISTINCT unit.letter_id, citation.source_id
  FROM citation JOIN unit ON unit.id = citation.unit_id JOIN source ON source.id = citation.source_id
  WHERE unit.part IN ('answer', 'body') AND source.kind NOT IN (SELECT name FROM kind WHERE is_quiet)
    AND NOT source.is_front_page;
CREATE VIEW coupling AS -- kvgraph coupled: pairs of letters by the number of sources they share
  SELECT first.name AS a, second.name AS b, count(*) AS strength
  FROM letter_source AS left_ JOIN letter_source AS right_ ON right_.source_id = left_.source_id
    JOIN letter AS first ON first.id = left_.letter_id JOIN letter AS second ON second.id = right_.letter_id
  WHERE first.name < second.name
  GROUP BY first.id, second.id
  ORDER BY strength DESC, a, b;

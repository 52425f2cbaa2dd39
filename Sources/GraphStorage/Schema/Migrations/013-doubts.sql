ALTER TABLE diagnostic ADD COLUMN about /* of a doubt about a number: the id that is doubted */ TEXT;
ALTER TABLE source ADD COLUMN doubt /* the id that was likely meant, where check doubts this one and knows a likely one */ TEXT;
CREATE INDEX diagnostic_about ON diagnostic (about) WHERE about IS NOT NULL;
CREATE INDEX source_doubt ON source (doubt) WHERE doubt IS NOT NULL;
UPDATE diagnostic SET about = ( -- until now its message alone said it: “36522, nr. 12” is kst-36522-12; it may be …
  SELECT canonical FROM unit JOIN citation ON unit_id = unit.id AND citation.line = diagnostic.line
    JOIN source ON source.id = source_id
  WHERE unit.letter_id = diagnostic.letter_id AND unit.name = diagnostic.unit
    AND substr(message || ';', 1, length('“' || quote || '” is ' || canonical) + 1)
      IN ('“' || quote || '” is ' || canonical || ',', '“' || quote || '” is ' || canonical || ';'))
  WHERE code IN ('impossible-number', 'near-miss');
UPDATE source SET doubt = (
  SELECT substr(suggestions, 1, instr(suggestions || ' ', ' ') - 1) AS likely FROM diagnostic
  WHERE about = canonical AND suggestions <> '' GROUP BY likely ORDER BY count(*) DESC, likely LIMIT 1)
  WHERE canonical IN (SELECT about FROM diagnostic WHERE about IS NOT NULL);

CREATE TABLE unit_text ( -- what a unit says, without its notes and the edges of pages
  unit_id INTEGER PRIMARY KEY REFERENCES unit ON DELETE CASCADE,
  text TEXT NOT NULL, -- line by line; a word that was broken at a line's end is whole
  lines TEXT NOT NULL -- where its lines stand in the file: "0 12 5 20" is the first on line 12, the sixth on line 20
);
UPDATE letter SET fingerprint = ''; -- of letters read before this there is no text: the next build reads them again
CREATE INDEX letter_unread ON letter (id) WHERE fingerprint = '';
CREATE VIEW letter_words AS -- what find looks for in a letter; U+E000 keeps a phrase from running on into the next unit
  SELECT letter.id, subject,
    coalesce(ministry, '') || char(32, 57344, 32)
      || coalesce((SELECT group_concat(name || ' ' || coalesce(portfolio, ''), char(32, 57344, 32))
        FROM letter_minister WHERE letter_id = letter.id), '') || char(32, 57344, 32)
      || coalesce((SELECT group_concat(name || ' ' || coalesce(party, ''), char(32, 57344, 32))
        FROM letter_asker WHERE letter_id = letter.id), '') AS people,
    coalesce(aanhangsel, '') || char(32, 57344, 32)
      || coalesce((SELECT group_concat(zaak, char(32, 57344, 32)) FROM letter_zaak WHERE letter_id = letter.id), '') AS number,
    (SELECT group_concat(text, char(32, 57344, 32)) FROM unit CROSS JOIN unit_text ON unit_id = unit.id
      WHERE letter_id = letter.id AND part IN ('answer', 'body')) AS answers,
    (SELECT group_concat(text, char(32, 57344, 32)) FROM unit CROSS JOIN unit_text ON unit_id = unit.id
      WHERE letter_id = letter.id AND part = 'question') AS questions,
    (SELECT group_concat(text, char(32, 57344, 32)) FROM footnote WHERE letter_id = letter.id) AS notes,
    (SELECT group_concat(text, char(32, 57344, 32)) FROM unit CROSS JOIN unit_text ON unit_id = unit.id
      WHERE letter_id = letter.id AND part NOT IN ('answer', 'body', 'question')) AS rest
  FROM letter;
CREATE VIRTUAL TABLE letter_search USING fts5 ( -- the words of letters
  subject, people, number, answers, questions, notes, rest,
  content='letter_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE source_search USING fts5 ( -- the words that sources are called by
  canonical, label, title, content='source', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
-- What comes is indexed at the end of a transaction, all at once: with every row between others it takes five times as long. What
-- goes, or is called otherwise, is forgotten at once: an index has to be told the words it was given.
CREATE TRIGGER letter_forgotten BEFORE DELETE ON letter
  WHEN EXISTS (SELECT 1 FROM letter_search_docsize WHERE id = OLD.id) BEGIN
  INSERT INTO letter_search (letter_search, rowid, subject, people, number, answers, questions, notes, rest)
    SELECT 'delete', id, subject, people, number, answers, questions, notes, rest FROM letter_words WHERE id = OLD.id;
END;
CREATE TRIGGER source_forgotten BEFORE DELETE ON source
  WHEN EXISTS (SELECT 1 FROM source_search_docsize WHERE id = OLD.id) BEGIN
  INSERT INTO source_search (source_search, rowid, canonical, label, title)
    VALUES ('delete', OLD.id, OLD.canonical, OLD.label, OLD.title);
END;
CREATE TRIGGER source_renamed BEFORE UPDATE OF canonical, label, title ON source
  WHEN (OLD.canonical <> NEW.canonical OR OLD.label <> NEW.label OR OLD.title IS NOT NEW.title)
    AND EXISTS (SELECT 1 FROM source_search_docsize WHERE id = OLD.id) BEGIN
  INSERT INTO source_search (source_search, rowid, canonical, label, title)
    VALUES ('delete', OLD.id, OLD.canonical, OLD.label, OLD.title);
END;
INSERT INTO letter_search (letter_search) VALUES ('rebuild');
INSERT INTO source_search (source_search) VALUES ('rebuild');

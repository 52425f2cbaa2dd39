ALTER TABLE letter ADD COLUMN format /* text, md, pdf, docx, odt, html, xml */ TEXT NOT NULL DEFAULT 'text';
ALTER TABLE letter ADD COLUMN sketch /* of the words of its answers: which letters are one */ TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN origin /* where it begins in the file: page 2, paragraph 14 */ TEXT;
ALTER TABLE citation ADD COLUMN page /* of the file, 1-based; null where it has none */ INTEGER;
CREATE TABLE letter_copy ( -- another file of a letter, which is not counted twice
  path TEXT PRIMARY KEY, -- where the file is
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  file TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL, fingerprint TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX copy_of_letter ON letter_copy (letter_id);
CREATE INDEX letter_of_aanhangsel ON letter (aanhangsel);
CREATE INDEX letter_of_zaak ON letter_zaak (zaak);
CREATE VIEW cited_letter AS -- sources that are letters in the store: citations from letter to letter
  SELECT source.id AS source_id, source.canonical AS source, letter.id AS letter_id, letter.name AS letter
  FROM source JOIN letter ON letter.aanhangsel = source.canonical
  UNION
  SELECT source.id, source.canonical, letter.id, letter.name
  FROM source JOIN letter_zaak ON letter_zaak.zaak = source.canonical JOIN letter ON letter.id = letter_id;

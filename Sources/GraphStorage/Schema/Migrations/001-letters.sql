CREATE TABLE letter ( -- one letter with answers to written questions
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, -- the file's name without its suffix: 000_9e62648be3f14f18
  file TEXT NOT NULL, -- the file as it was named when it was read
  path TEXT NOT NULL UNIQUE, -- where the file is
  size INTEGER NOT NULL, -- bytes
  modified REAL NOT NULL, -- seconds since 1970
  fingerprint TEXT NOT NULL, -- of the content and of what read it: the same fingerprint is not read again
  label TEXT NOT NULL, -- what people call it: BZK 7 jul 2025 · Bontenbal c.s. (CDA)
  answered TEXT, -- ISO 8601 day
  submitted TEXT, -- ISO 8601 day
  ministry TEXT, -- short: BZK
  subject TEXT,
  aanhangsel TEXT, -- its own number: ah-tk-20232024-704
  footnotes INTEGER NOT NULL -- how many notes it has
);
CREATE TABLE letter_minister ( -- who signs
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  position INTEGER NOT NULL, name TEXT NOT NULL, portfolio TEXT,
  PRIMARY KEY (letter_id, position)
) WITHOUT ROWID;
CREATE TABLE letter_asker ( -- who asked
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  position INTEGER NOT NULL, name TEXT NOT NULL, party TEXT,
  PRIMARY KEY (letter_id, position)
) WITHOUT ROWID;
CREATE TABLE letter_zaak ( -- the kenmerk of the questions it answers: 2026Z06925
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  position INTEGER NOT NULL, zaak TEXT NOT NULL,
  PRIMARY KEY (letter_id, position)
) WITHOUT ROWID;
CREATE TABLE unit ( -- a part of a letter that citations belong to
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  position INTEGER NOT NULL, -- in the order of the letter, from 0
  name TEXT NOT NULL, -- preamble, Q3, A8+9, closing
  part TEXT NOT NULL, -- preamble, question, answer, closing
  line INTEGER NOT NULL, -- 1-based
  UNIQUE (letter_id, name)
);
CREATE TABLE source ( -- what is cited
  id INTEGER PRIMARY KEY,
  canonical TEXT NOT NULL UNIQUE, -- its id: kst-30821-230, report:aivd-jaarverslag-2024, an address
  kind TEXT NOT NULL, -- kamerstuk, aanhangsel, report, law, url and so on
  label TEXT NOT NULL, -- as people write it: 30 821, nr. 230
  page TEXT, -- its official page
  parent_id INTEGER REFERENCES source -- what it is part of: its dossier, its series
);
CREATE TABLE citation ( -- one source at one place of one unit
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES source,
  footnote TEXT, -- the mark of the note it stands in: [1], 13; null in running text
  quote TEXT NOT NULL, -- the exact text
  sentence TEXT NOT NULL, -- the sentence that holds it
  context TEXT, -- for a note: the sentence that carries its marker
  locator TEXT, -- the place within the source: p. 9
  first_byte INTEGER NOT NULL, -- UTF-8 offsets into the letter's text, 0-based, end excluded
  end_byte INTEGER NOT NULL,
  line INTEGER NOT NULL, -- 1-based
  read_as TEXT -- the id as it was read, where a user's correction gave it another
);
CREATE TABLE crossreference ( -- a unit refers to another unit of its letter
  id INTEGER PRIMARY KEY,
  from_unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
  to_unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
  footnote TEXT, quote TEXT NOT NULL, sentence TEXT NOT NULL,
  first_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL
);
CREATE TABLE diagnostic ( -- a doubt about a letter
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
  unit TEXT NOT NULL, footnote TEXT, line INTEGER NOT NULL, column_number INTEGER NOT NULL
);
CREATE TABLE dropped_citation ( -- citations that a user's corrections took out, as they were read
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  unit TEXT NOT NULL, canonical TEXT NOT NULL, quote TEXT NOT NULL, line INTEGER NOT NULL
);
CREATE INDEX unit_of_letter ON unit (letter_id);
CREATE INDEX citation_of_unit ON citation (unit_id, source_id);
CREATE INDEX citation_of_source ON citation (source_id, unit_id);
CREATE INDEX crossreference_from ON crossreference (from_unit_id);
CREATE INDEX crossreference_to ON crossreference (to_unit_id);
CREATE INDEX diagnostic_of_letter ON diagnostic (letter_id);
CREATE INDEX dropped_of_letter ON dropped_citation (letter_id);
CREATE INDEX source_parent ON source (parent_id);

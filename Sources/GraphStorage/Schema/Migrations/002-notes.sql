CREATE TABLE footnote ( -- a note of a letter
  letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  position INTEGER NOT NULL, -- in the order of the letter, from 0
  mark TEXT NOT NULL, -- as printed: [1], 13
  units TEXT NOT NULL, -- whose citations it holds: those of its markers, with blanks between
  text TEXT NOT NULL, line INTEGER NOT NULL, -- 1-based
  PRIMARY KEY (letter_id, position)
) WITHOUT ROWID;
CREATE TABLE setting ( -- what build goes by: the text of the user's catalogue and corrections
  name TEXT PRIMARY KEY, value TEXT NOT NULL
) WITHOUT ROWID;
ALTER TABLE diagnostic
  ADD COLUMN suggestions /* ids that may have been meant, the likeliest first, blanks between */ TEXT NOT NULL DEFAULT '';

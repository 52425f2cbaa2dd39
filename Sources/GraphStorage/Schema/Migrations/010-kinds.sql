CREATE TABLE kind ( -- a kind of source, and what is so of all its sources
  name TEXT PRIMARY KEY, -- kamerstuk, report, law
  is_source INTEGER NOT NULL, -- 0 for a reference within a letter
  is_quiet INTEGER NOT NULL, -- left out unless it is asked for
  is_within_letter INTEGER NOT NULL, -- its id is one source within a letter only
  is_registered INTEGER NOT NULL, -- the register of dossiers tells what of it exists
  counts_for TEXT -- the kind of its parent, where it counts for that on the level of dossiers
) WITHOUT ROWID;

CREATE INDEX letter_file ON letter (file COLLATE NOCASE);
CREATE INDEX letter_any_case ON letter (name COLLATE NOCASE);
CREATE INDEX letter_label ON letter (label);
CREATE INDEX source_label ON source (label);

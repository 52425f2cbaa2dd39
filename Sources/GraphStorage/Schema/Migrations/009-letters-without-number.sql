CREATE INDEX letter_without_number ON letter (size) WHERE aanhangsel IS NULL;

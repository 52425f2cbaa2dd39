ALTER TABLE letter ADD COLUMN first_read /* the day its file was first read, ISO 8601, UTC; null: before stores kept it */ TEXT;
ALTER TABLE letter_copy ADD COLUMN first_read /* the day that file was first read; a letter is as old as the oldest of its files */ TEXT;

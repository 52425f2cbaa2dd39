DROP INDEX unit_of_letter; -- (letter_id, name) of its UNIQUE answers the same
ALTER TABLE citation ADD COLUMN title /* how the letter names the paper: motie Krul/Ceder */ TEXT;
ALTER TABLE citation ADD COLUMN resolves_to /* of a letter cited by its date: the number that the text beside it gives */ TEXT;

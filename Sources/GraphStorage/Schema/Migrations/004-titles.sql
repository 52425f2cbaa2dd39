ALTER TABLE source ADD COLUMN title /* that of its dossier: Nationale Veiligheid */ TEXT;

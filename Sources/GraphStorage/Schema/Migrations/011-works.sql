ALTER TABLE citation ADD COLUMN written_as /* its id as it was written, where another one stands for the same source */ TEXT;
ALTER TABLE source ADD COLUMN shared /* of an address: what it has in common with those that differ in scheme, www. or a closing slash */ TEXT;
ALTER TABLE source ADD COLUMN is_front_page /* 1 for an address without a path */ INTEGER NOT NULL DEFAULT 0;
CREATE INDEX source_of_shared ON source (shared) WHERE shared IS NOT NULL;
CREATE INDEX citation_written_as ON citation (written_as) WHERE written_as IS NOT NULL;

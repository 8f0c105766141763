-- Samples that are nobody's: drawn, or handed in as such. They are told apart wherever analyses are listed.
ALTER TABLE analysis ADD COLUMN demo boolean NOT NULL DEFAULT false;

-- Each change of an alarm has a number: of two copies in memory or on a page, the one with the higher number is the newer.
ALTER TABLE alarm ADD COLUMN version int NOT NULL DEFAULT 1 CONSTRAINT alarm_version_positive CHECK (version > 0);

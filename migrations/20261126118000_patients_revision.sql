-- A person is one row for all hospitals, and what a hospital changed of them it alone sees in `patient_change`. So who changes them compares with a number of the row itself, which
-- each change raises, whichever hospital makes it.
ALTER TABLE patient
    ADD COLUMN revision   integer NOT NULL DEFAULT 0 CONSTRAINT patient_revision_counts CHECK (revision >= 0),
    -- The hospital that made the last one. It is told to nobody; only that it was another.
    ADD COLUMN revised_in uuid    CONSTRAINT patient_revised_in_exists REFERENCES hospital;

CREATE FUNCTION raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    NEW.revised_in := actor_hospital();
    RETURN NEW;
END $$;
CREATE TRIGGER patient_raises_revision BEFORE UPDATE ON patient FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_revision();

-- A random key for each patient in each hospital that holds something sealed of them, wrapped by the master key. To erase is to destroy the key: what it
-- sealed is unreadable from then on, also in every backup that does not hold this table. So back it up apart: server/docs/keys.md says how.
CREATE SEQUENCE patient_key_version AS integer;
CREATE TABLE patient_key (
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    -- Drawn from one sequence for all patients, so that a sealed value names its key without naming a hospital.
    version       integer     NOT NULL CONSTRAINT patient_key_version_positive CHECK (version > 0),
    wrapped       bytea       CONSTRAINT patient_key_wrapped_length CHECK (octet_length(wrapped) BETWEEN 32 AND 4096),
    -- The version of the master key that wrapped it.
    wrapped_under integer     CONSTRAINT patient_key_wrapped_under_positive CHECK (wrapped_under > 0),
    created_at    timestamptz NOT NULL DEFAULT now(),
    wrapped_at    timestamptz NOT NULL DEFAULT now(),
    destroyed_at  timestamptz,
    CONSTRAINT patient_key_pkey PRIMARY KEY (version),
    CONSTRAINT patient_key_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    -- A destroyed key is a tombstone: that it was there, and until when.
    CONSTRAINT patient_key_there_until_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (wrapped IS NULL) = (wrapped_under IS NULL))
);
CREATE UNIQUE INDEX patient_key_one_in_use ON patient_key (patient_id, hospital_id) WHERE destroyed_at IS NULL;
CREATE INDEX patient_key_destroyed ON patient_key (destroyed_at) WHERE destroyed_at IS NOT NULL;
CREATE INDEX patient_key_to_wrap_anew ON patient_key (wrapped_under, version) WHERE destroyed_at IS NULL;
-- A destroyed key leaves the table's pages soon, not when a fifth of the table has changed.
ALTER TABLE patient_key SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

-- What is destroyed stays destroyed, and stays the same person's.
CREATE FUNCTION patient_key_keeps_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.destroyed_at IS NOT NULL OR (NEW.patient_id, NEW.hospital_id, NEW.version, NEW.created_at)
                          IS DISTINCT FROM (OLD.patient_id, OLD.hospital_id, OLD.version, OLD.created_at) THEN
        RAISE EXCEPTION 'a key that was destroyed stays so, and a key stays its patient''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'patient_key_keeps_its_end';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER patient_key_keeps_its_end BEFORE UPDATE ON patient_key FOR EACH ROW EXECUTE FUNCTION patient_key_keeps_its_end();

ALTER TABLE patient_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_key FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_key_seen ON patient_key FOR SELECT
    USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
-- What a person seals themselves is held by the hospital whose portal they use.
CREATE POLICY patient_key_made ON patient_key FOR INSERT
    WITH CHECK (hospital_id = (SELECT actor_hospital()) OR patient_id = (SELECT actor_patient()));
CREATE POLICY patient_key_erased ON patient_key FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
-- The house's own work wraps every key anew, and learns which ones were destroyed.
CREATE POLICY patient_key_at_work ON patient_key FOR SELECT USING ((SELECT actor_task()) = 'keys');
CREATE POLICY patient_key_wrapped_anew ON patient_key FOR UPDATE
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
GRANT SELECT, INSERT, UPDATE (wrapped, wrapped_under, wrapped_at, destroyed_at) ON patient_key TO wardlight_app;
GRANT USAGE ON SEQUENCE patient_key_version TO wardlight_app;

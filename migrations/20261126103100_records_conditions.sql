-- What somebody lives with, each with its code and its time.
CREATE TABLE patient_condition (
    id            uuid        CONSTRAINT patient_condition_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    code          text COLLATE "C" NOT NULL CONSTRAINT patient_condition_code_known REFERENCES icd10_code,
    -- What the code does not say: side, stage, how it shows.
    note          text        CONSTRAINT patient_condition_note_form CHECK (length(note) BETWEEN 1 AND 500),
    -- The year in which it began, as far as anybody knows.
    since_year    smallint    CONSTRAINT patient_condition_since_year_possible CHECK (since_year BETWEEN 1900 AND 2200),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT patient_condition_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT patient_condition_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT patient_condition_ended_because_known CHECK (ended_because IN ('mistake', 'resolved', 'refuted')),
    CONSTRAINT patient_condition_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_condition_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT patient_condition_ends_after CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX patient_condition_once ON patient_condition (patient_id, hospital_id, code) WHERE ended_at IS NULL;
CREATE INDEX patient_condition_of_patient ON patient_condition (patient_id, recorded_at);

ALTER TABLE patient_condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_condition FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_condition_seen ON patient_condition FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_condition_made ON patient_condition FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_condition_ended ON patient_condition FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_because) ON patient_condition TO wardlight_app;

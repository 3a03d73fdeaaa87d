-- What somebody takes, as they or who sends them says; and operations of the past.
CREATE TABLE patient_medicine (
    id            uuid        CONSTRAINT patient_medicine_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    name          text        NOT NULL CONSTRAINT patient_medicine_name_form CHECK (length(name) BETWEEN 1 AND 120),
    dose          text        NOT NULL CONSTRAINT patient_medicine_dose_form CHECK (length(dose) BETWEEN 1 AND 120),
    schedule      text        NOT NULL CONSTRAINT patient_medicine_schedule_form CHECK (length(schedule) BETWEEN 1 AND 120),
    since_year    smallint    CONSTRAINT patient_medicine_since_year_possible CHECK (since_year BETWEEN 1900 AND 2200),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT patient_medicine_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT patient_medicine_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT patient_medicine_ended_because_known CHECK (ended_because IN ('stopped', 'changed', 'mistake')),
    CONSTRAINT patient_medicine_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_medicine_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT patient_medicine_ends_after CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX patient_medicine_once ON patient_medicine (patient_id, hospital_id, lower(name)) WHERE ended_at IS NULL;
CREATE INDEX patient_medicine_of_patient ON patient_medicine (patient_id, recorded_at);

CREATE TABLE patient_surgery (
    id            uuid        CONSTRAINT patient_surgery_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    procedure     text        NOT NULL CONSTRAINT patient_surgery_procedure_form CHECK (length(procedure) BETWEEN 1 AND 120),
    in_year       smallint    CONSTRAINT patient_surgery_in_year_possible CHECK (in_year BETWEEN 1900 AND 2200),
    at_hospital   text        CONSTRAINT patient_surgery_at_hospital_form CHECK (length(at_hospital) BETWEEN 1 AND 500),
    note          text        CONSTRAINT patient_surgery_note_form CHECK (length(note) BETWEEN 1 AND 500),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT patient_surgery_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT patient_surgery_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT patient_surgery_ended_because_known CHECK (ended_because IN ('mistake')),
    CONSTRAINT patient_surgery_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_surgery_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT patient_surgery_ends_after CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX patient_surgery_once ON patient_surgery (patient_id, hospital_id, lower(procedure), (coalesce(in_year, 0))) WHERE ended_at IS NULL;
CREATE INDEX patient_surgery_of_patient ON patient_surgery (patient_id, recorded_at);

ALTER TABLE patient_medicine ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_medicine FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_medicine_seen ON patient_medicine FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_medicine_made ON patient_medicine FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_medicine_ended ON patient_medicine FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
ALTER TABLE patient_surgery ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_surgery FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_surgery_seen ON patient_surgery FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_surgery_made ON patient_surgery FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_surgery_ended ON patient_surgery FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_because) ON patient_medicine, patient_surgery TO wardlight_app;

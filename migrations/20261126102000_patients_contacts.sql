-- How somebody is reached, and who is reached for them: sealed with the key that the hospital has for the patient, so that erasing the key erases them.
CREATE TABLE patient_contact (
    id             uuid        CONSTRAINT patient_contact_pkey PRIMARY KEY,
    patient_id     uuid        NOT NULL,
    hospital_id    uuid        NOT NULL,
    kind           text        NOT NULL CONSTRAINT patient_contact_kind_known CHECK (kind IN ('phone', 'email', 'address', 'person')),
    -- What it is for; of a person, who they are to the patient.
    label          text        NOT NULL CONSTRAINT patient_contact_label_known
                               CHECK (label IN ('home', 'mobile', 'work', 'temporary', 'post',
                                                'spouse', 'partner', 'mother', 'father', 'daughter', 'son', 'sister', 'brother', 'guardian', 'friend', 'other')),
    content_sealed bytea       NOT NULL,
    -- Which is tried first.
    is_preferred   boolean     NOT NULL,
    -- Of a person: called in an emergency.
    is_emergency   boolean     NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid        NOT NULL CONSTRAINT patient_contact_recorder_exists REFERENCES app_user,
    ended_at       timestamptz,
    ended_by       uuid        CONSTRAINT patient_contact_ender_exists REFERENCES app_user,
    CONSTRAINT patient_contact_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_contact_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT patient_contact_ends_after CHECK (ended_at >= recorded_at),
    CONSTRAINT patient_contact_emergency_is_a_person CHECK (kind = 'person' OR NOT is_emergency)
);
CREATE UNIQUE INDEX patient_contact_one_preferred ON patient_contact (patient_id, hospital_id, kind) WHERE is_preferred AND ended_at IS NULL;
CREATE INDEX patient_contact_of_patient ON patient_contact (patient_id, recorded_at);

ALTER TABLE patient_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_contact_seen ON patient_contact FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_contact_made ON patient_contact FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_contact_ended ON patient_contact FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (is_preferred, ended_at, ended_by) ON patient_contact TO wardlight_app;

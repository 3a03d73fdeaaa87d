-- What was changed of who somebody is: each field with what stood there before and after, so that nothing that was known is lost.
CREATE TABLE patient_change (
    id          uuid        CONSTRAINT patient_change_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    -- The hospital in which it was changed.
    hospital_id uuid        NOT NULL,
    changed_at  timestamptz NOT NULL,
    changed_by  uuid        NOT NULL CONSTRAINT patient_change_changer_exists REFERENCES app_user,
    field       text        NOT NULL CONSTRAINT patient_change_field_known
                            CHECK (field IN ('family_name', 'given_name', 'title', 'born', 'sex', 'health_id', 'language', 'marital', 'blood_group', 'standing')),
    before      text,
    after       text,
    CONSTRAINT patient_change_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_change_changes CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX patient_change_of_patient ON patient_change (patient_id, changed_at);

ALTER TABLE patient_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_change FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_change_seen ON patient_change FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_change_made ON patient_change FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT ON patient_change TO wardlight_app;

-- A hospital where somebody is registered writes who they are.
CREATE POLICY patient_changed ON patient FOR UPDATE
    USING (EXISTS (SELECT FROM registration r WHERE r.patient_id = id AND r.hospital_id = (SELECT actor_hospital())))
    WITH CHECK (EXISTS (SELECT FROM registration r WHERE r.patient_id = id AND r.hospital_id = (SELECT actor_hospital())));
GRANT UPDATE (family_name, given_name, title, born_on, born_known, sex, health_id, language, marital, blood_group) ON patient TO wardlight_app;
-- And whether they are a patient there still.
CREATE POLICY registration_changed ON registration FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT UPDATE (status) ON registration TO wardlight_app;

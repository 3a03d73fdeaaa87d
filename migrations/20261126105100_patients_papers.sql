-- Papers that say who somebody is, and who pays for them. Their numbers are sealed with the key that the hospital has for the patient.
CREATE TABLE identity_document (
    id            uuid        CONSTRAINT identity_document_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    kind          text        NOT NULL CONSTRAINT identity_document_kind_known
                              CHECK (kind IN ('national_id', 'passport', 'driving_licence', 'birth_certificate', 'refugee', 'residence', 'other')),
    number_sealed bytea       NOT NULL,
    -- ISO 3166, two letters.
    country       text        NOT NULL CONSTRAINT identity_document_country_form CHECK (country ~ '^[A-Z]{2}$'),
    valid_until   date,
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT identity_document_recorder_exists REFERENCES app_user,
    -- Who saw the paper itself, and compared it with the person.
    verified_at   timestamptz,
    verified_by   uuid        CONSTRAINT identity_document_verifier_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT identity_document_ender_exists REFERENCES app_user,
    CONSTRAINT identity_document_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT identity_document_verified_whole CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
    CONSTRAINT identity_document_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX identity_document_of_patient ON identity_document (patient_id, recorded_at);

CREATE TABLE insurance_policy (
    id            uuid        CONSTRAINT insurance_policy_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    payer         text        NOT NULL CONSTRAINT insurance_policy_payer_form CHECK (length(payer) BETWEEN 1 AND 120),
    number_sealed bytea       NOT NULL,
    -- Who is asked first, and who pays what is left.
    rank          text        NOT NULL CONSTRAINT insurance_policy_rank_known CHECK (rank IN ('primary', 'secondary')),
    coverage      text        CONSTRAINT insurance_policy_coverage_form CHECK (length(coverage) BETWEEN 1 AND 500),
    valid         daterange   NOT NULL CONSTRAINT insurance_policy_valid_given CHECK (NOT isempty(valid)),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT insurance_policy_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT insurance_policy_ender_exists REFERENCES app_user,
    CONSTRAINT insurance_policy_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT insurance_policy_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    -- One of a rank on one day.
    CONSTRAINT insurance_policy_one_of_a_rank EXCLUDE USING gist (patient_id WITH =, hospital_id WITH =, rank WITH =, valid WITH &&) WHERE (ended_at IS NULL)
);
CREATE INDEX insurance_policy_of_patient ON insurance_policy (patient_id, recorded_at);

ALTER TABLE identity_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_document FORCE ROW LEVEL SECURITY;
CREATE POLICY identity_document_seen ON identity_document FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY identity_document_made ON identity_document FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY identity_document_changed ON identity_document FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (verified_at, verified_by, ended_at, ended_by) ON identity_document TO wardlight_app;
ALTER TABLE insurance_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY insurance_policy_seen ON insurance_policy FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY insurance_policy_made ON insurance_policy FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY insurance_policy_changed ON insurance_policy FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON insurance_policy TO wardlight_app;

-- The person, and where they are registered. A person is one across hospitals; what a hospital knows them by is the registration.
CREATE TABLE patient (
    id          uuid        CONSTRAINT patient_pkey PRIMARY KEY,
    -- Government health id, 14 digits with a Luhn check digit, kept without hyphens.
    health_id   text        NOT NULL CONSTRAINT patient_health_id_form CHECK (health_id ~ '^[0-9]{14}$'),
    family_name text        NOT NULL CONSTRAINT patient_family_name_given CHECK (family_name <> ''),
    given_name  text        NOT NULL CONSTRAINT patient_given_name_given CHECK (given_name <> ''),
    born_on     date        NOT NULL,
    sex         text        NOT NULL CONSTRAINT patient_sex_known CHECK (sex IN ('female', 'male', 'other', 'unknown')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT patient_health_id_once UNIQUE (health_id)
);

CREATE TABLE registration (
    patient_id      uuid        NOT NULL CONSTRAINT registration_patient_exists REFERENCES patient,
    hospital_id     uuid        NOT NULL CONSTRAINT registration_hospital_exists REFERENCES hospital,
    hospital_number text        NOT NULL CONSTRAINT registration_hospital_number_given CHECK (hospital_number <> ''),
    status          text        NOT NULL DEFAULT 'active' CONSTRAINT registration_status_known CHECK (status IN ('active', 'inactive')),
    -- NEWS2: scale 2 only where a target of 88 to 92 % is prescribed.
    spo2_scale      smallint    NOT NULL DEFAULT 1 CONSTRAINT registration_spo2_scale_known CHECK (spo2_scale IN (1, 2)),
    registered_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT registration_pkey PRIMARY KEY (patient_id, hospital_id),
    CONSTRAINT registration_hospital_number_once UNIQUE (hospital_id, hospital_number)
);

-- The coarse wall: may the actor of this transaction see this patient at all? Finer rights live in domain::access::decide.
-- Consent, proxies and break-glass become further lines here, so that the wall stays one function.
CREATE FUNCTION may_see(whom uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN whom = actor_patient()
        OR EXISTS (SELECT FROM registration r WHERE r.patient_id = whom AND r.hospital_id = actor_hospital());

ALTER TABLE registration ENABLE ROW LEVEL SECURITY;
ALTER TABLE registration FORCE ROW LEVEL SECURITY;
CREATE POLICY registration_seen ON registration FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) OR patient_id = (SELECT actor_patient()));
CREATE POLICY registration_made ON registration FOR INSERT WITH CHECK (hospital_id = actor_hospital());

ALTER TABLE patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_seen ON patient FOR SELECT USING (may_see(id));
CREATE POLICY patient_made ON patient FOR INSERT WITH CHECK (actor_hospital() IS NOT NULL);

GRANT SELECT, INSERT ON patient, registration TO wardlight_app;

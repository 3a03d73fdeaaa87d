-- Who asks for an account in the portal. The person proves the address, then staff find the chart; until then nothing of any record is shown to them.
-- The form's answer is the same whether the health id or the address is known, so both stand here as they were typed.
CREATE TABLE patient_application (
    id            uuid        CONSTRAINT patient_application_pkey PRIMARY KEY,
    hospital_id   uuid        NOT NULL CONSTRAINT patient_application_hospital_exists REFERENCES hospital,
    health_id     text        NOT NULL CONSTRAINT patient_application_health_id_form CHECK (health_id ~ '^[0-9]{14}$'),
    family_name   text        NOT NULL CONSTRAINT patient_application_family_name_given CHECK (family_name <> ''),
    given_name    text        NOT NULL CONSTRAINT patient_application_given_name_given CHECK (given_name <> ''),
    born_on       date        NOT NULL,
    email         text        NOT NULL CONSTRAINT patient_application_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    phone         text        CONSTRAINT patient_application_phone_form CHECK (phone ~ '^\+[0-9]{6,15}$'),
    -- Moves into the account when the address is proved.
    password_hash text        CONSTRAINT patient_application_password_hash_form CHECK (password_hash LIKE '$argon2id$%'),
    made_at       timestamptz NOT NULL,
    verified_at   timestamptz,
    user_id       uuid        CONSTRAINT patient_application_user_exists REFERENCES app_user,
    decided_at    timestamptz,
    decided_by    uuid        CONSTRAINT patient_application_decider_exists REFERENCES app_user,
    outcome       text        CONSTRAINT patient_application_outcome_known CHECK (outcome IN ('confirmed', 'refused')),
    reason        text,
    CONSTRAINT patient_application_verified_has_account CHECK ((verified_at IS NULL) = (user_id IS NULL) AND (verified_at IS NULL) = (password_hash IS NOT NULL)),
    CONSTRAINT patient_application_decided_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT patient_application_decided_after_proof CHECK (decided_at IS NULL OR verified_at IS NOT NULL),
    CONSTRAINT patient_application_refused_with_reason CHECK (outcome IS DISTINCT FROM 'refused' OR reason <> '')
);
CREATE INDEX patient_application_waiting ON patient_application (hospital_id, verified_at) WHERE verified_at IS NOT NULL AND decided_at IS NULL;
CREATE INDEX patient_application_of_user ON patient_application (user_id);
CREATE INDEX patient_application_unproved ON patient_application (made_at) WHERE verified_at IS NULL;

ALTER TABLE patient_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_application FORCE ROW LEVEL SECURITY;
-- The hospital sees it once the address is proved.
CREATE POLICY patient_application_of_hospital ON patient_application FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) AND verified_at IS NOT NULL);
CREATE POLICY patient_application_decided ON patient_application FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital()) AND verified_at IS NOT NULL) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_application_at_the_door ON patient_application
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY patient_application_at_work ON patient_application
    USING ((SELECT actor_task()) = 'jobs') WITH CHECK ((SELECT actor_task()) = 'jobs');

-- A hospital that asks to be taken in. There is no hospital before the platform approves it, so until then it can do nothing.
CREATE TABLE hospital_application (
    id                  uuid        CONSTRAINT hospital_application_pkey PRIMARY KEY,
    name                text        NOT NULL CONSTRAINT hospital_application_name_given CHECK (name <> ''),
    address             text        NOT NULL CONSTRAINT hospital_application_address_given CHECK (address <> ''),
    phone               text        NOT NULL CONSTRAINT hospital_application_phone_form CHECK (phone ~ '^\+[0-9]{6,15}$'),
    registration_number text        NOT NULL CONSTRAINT hospital_application_registration_number_given CHECK (registration_number <> ''),
    zone                text        NOT NULL CONSTRAINT hospital_application_zone_given CHECK (zone <> ''),
    admin_name          text        NOT NULL CONSTRAINT hospital_application_admin_name_given CHECK (admin_name <> ''),
    admin_email         text        NOT NULL CONSTRAINT hospital_application_admin_email_lower CHECK (admin_email = lower(admin_email) AND admin_email LIKE '%_@_%'),
    made_at             timestamptz NOT NULL,
    verified_at         timestamptz,
    decided_at          timestamptz,
    decided_by          uuid        CONSTRAINT hospital_application_decider_exists REFERENCES app_user,
    outcome             text        CONSTRAINT hospital_application_outcome_known CHECK (outcome IN ('approved', 'refused')),
    reason              text,
    hospital_id         uuid        CONSTRAINT hospital_application_hospital_exists REFERENCES hospital,
    CONSTRAINT hospital_application_decided_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT hospital_application_decided_after_proof CHECK (decided_at IS NULL OR verified_at IS NOT NULL),
    CONSTRAINT hospital_application_approved_is_there CHECK ((outcome IS NOT DISTINCT FROM 'approved') = (hospital_id IS NOT NULL)),
    CONSTRAINT hospital_application_refused_with_reason CHECK (outcome IS DISTINCT FROM 'refused' OR reason <> '')
);
CREATE INDEX hospital_application_waiting ON hospital_application (verified_at) WHERE verified_at IS NOT NULL AND decided_at IS NULL;

ALTER TABLE hospital_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE hospital_application FORCE ROW LEVEL SECURITY;
CREATE POLICY hospital_application_at_the_door ON hospital_application
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY hospital_application_at_work ON hospital_application
    USING ((SELECT actor_task()) = 'jobs') WITH CHECK ((SELECT actor_task()) = 'jobs');

GRANT SELECT, INSERT, DELETE ON patient_application, hospital_application TO wardlight_app;
GRANT UPDATE (password_hash, verified_at, user_id, decided_at, decided_by, outcome, reason) ON patient_application TO wardlight_app;
GRANT UPDATE (verified_at, decided_at, decided_by, outcome, reason, hospital_id) ON hospital_application TO wardlight_app;

-- An account that came of applications alone, all of them refused: whoever proves its address again may use it anew.
CREATE FUNCTION is_free_account(account uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT FROM patient_application a WHERE a.user_id = account AND a.outcome = 'refused')
       AND NOT EXISTS (SELECT FROM patient_application a WHERE a.user_id = account AND a.outcome IS DISTINCT FROM 'refused')
       AND NOT EXISTS (SELECT FROM role_grant g WHERE g.user_id = account);

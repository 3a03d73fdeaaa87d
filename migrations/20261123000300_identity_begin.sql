-- Accounts, what they may be in a hospital, and their browser sessions.
CREATE TABLE app_user (
    id            uuid        CONSTRAINT app_user_pkey PRIMARY KEY,
    email         text        CONSTRAINT app_user_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    phone         text        CONSTRAINT app_user_phone_form CHECK (phone ~ '^\+[0-9]{6,15}$'),
    display_name  text        NOT NULL CONSTRAINT app_user_display_name_given CHECK (display_name <> ''),
    -- PHC string of argon2id.
    password_hash text        NOT NULL CONSTRAINT app_user_password_hash_form CHECK (password_hash LIKE '$argon2id$%'),
    is_active     boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT app_user_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
    CONSTRAINT app_user_email_once UNIQUE (email),
    CONSTRAINT app_user_phone_once UNIQUE (phone)
);

CREATE TABLE role_grant (
    user_id     uuid        NOT NULL CONSTRAINT role_grant_user_exists REFERENCES app_user,
    hospital_id uuid        NOT NULL CONSTRAINT role_grant_hospital_exists REFERENCES hospital,
    role        text        NOT NULL CONSTRAINT role_grant_role_known
                            CHECK (role IN ('doctor', 'nurse', 'technician', 'pharmacist', 'hospital_admin')),
    -- The ward the person opens first; the right itself is of the hospital.
    ward_id     uuid,
    during      tstzrange   NOT NULL DEFAULT tstzrange(now(), NULL),
    CONSTRAINT role_grant_pkey PRIMARY KEY (user_id, hospital_id, role, during),
    CONSTRAINT role_grant_once EXCLUDE USING gist (user_id WITH =, hospital_id WITH =, role WITH =, during WITH &&),
    CONSTRAINT role_grant_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id)
);

-- The person behind a patient's account.
CREATE TABLE portal_account (
    user_id     uuid        CONSTRAINT portal_account_pkey PRIMARY KEY
                            CONSTRAINT portal_account_user_exists REFERENCES app_user,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    CONSTRAINT portal_account_patient_once UNIQUE (patient_id, hospital_id),
    CONSTRAINT portal_account_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
ALTER TABLE portal_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_account FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_account_seen ON portal_account FOR SELECT
    USING (user_id = (SELECT actor_user()) OR hospital_id = (SELECT actor_hospital()));
CREATE POLICY portal_account_made ON portal_account FOR INSERT WITH CHECK (hospital_id = actor_hospital());

CREATE TABLE browser_session (
    -- SHA-256 of the id in the cookie: who reads this table cannot sign in with it.
    id_hash      bytea       CONSTRAINT browser_session_pkey PRIMARY KEY
                             CONSTRAINT browser_session_id_hash_length CHECK (octet_length(id_hash) = 32),
    realm        text        NOT NULL CONSTRAINT browser_session_realm_known CHECK (realm IN ('staff', 'portal')),
    user_id      uuid        NOT NULL CONSTRAINT browser_session_user_exists REFERENCES app_user,
    data         jsonb       NOT NULL,
    device       text        NOT NULL,
    address      text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    CONSTRAINT browser_session_ends_after_it_began CHECK (expires_at > created_at)
);
CREATE INDEX browser_session_of_user ON browser_session (user_id, created_at);
CREATE INDEX browser_session_expiry ON browser_session (expires_at);

GRANT SELECT, INSERT ON app_user, role_grant, portal_account TO wardlight_app;
GRANT UPDATE (password_hash, is_active) ON app_user TO wardlight_app;
GRANT UPDATE (during) ON role_grant TO wardlight_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON browser_session TO wardlight_app;

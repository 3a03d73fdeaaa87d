-- The second factor, what is proved half-way, how often somebody failed, and what a session has proved.

CREATE TABLE second_factor (
    user_id      uuid        CONSTRAINT second_factor_pkey PRIMARY KEY
                             CONSTRAINT second_factor_user_exists REFERENCES app_user,
    -- Sealed with the house's keys for this row. None until the first code was right: then it proves nothing and asks for nothing.
    secret_sealed  bytea,
    confirmed_at timestamptz,
    -- The secret of an app that is being set up, sealed too: it replaces the other when its first code is right.
    pending_sealed bytea,
    -- The last step of 30 seconds whose code was taken. A code of this step or an older one is refused, so none is taken twice.
    last_step    bigint      NOT NULL DEFAULT 0 CONSTRAINT second_factor_last_step_counts CHECK (last_step >= 0),
    CONSTRAINT second_factor_confirmed_whole CHECK ((secret_sealed IS NULL) = (confirmed_at IS NULL))
);
ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factor FORCE ROW LEVEL SECURITY;
CREATE POLICY second_factor_at_the_door ON second_factor
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY second_factor_own ON second_factor FOR SELECT USING (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO wardlight_app;

CREATE TABLE recovery_code (
    user_id   uuid        NOT NULL CONSTRAINT recovery_code_user_exists REFERENCES app_user,
    -- SHA-256 of 128 random bits: nobody tries those out, so no slow hash is needed.
    code_hash bytea       NOT NULL CONSTRAINT recovery_code_hash_length CHECK (octet_length(code_hash) = 32),
    made_at   timestamptz NOT NULL,
    used_at   timestamptz,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash)
);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
CREATE POLICY recovery_code_at_the_door ON recovery_code
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY recovery_code_own ON recovery_code FOR SELECT USING (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO wardlight_app;

-- The password was right, the code is still to come: five minutes, five tries, in the browser whose cookie this is the hash of.
CREATE TABLE sign_in_step (
    id_hash    bytea       CONSTRAINT sign_in_step_pkey PRIMARY KEY
                           CONSTRAINT sign_in_step_id_hash_length CHECK (octet_length(id_hash) = 32),
    user_id    uuid        NOT NULL CONSTRAINT sign_in_step_user_exists REFERENCES app_user,
    shared     boolean     NOT NULL,
    tries      smallint    NOT NULL DEFAULT 0 CONSTRAINT sign_in_step_tries_few CHECK (tries BETWEEN 0 AND 5),
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_step_of_user ON sign_in_step (user_id);
CREATE INDEX sign_in_step_expiry ON sign_in_step (expires_at);
ALTER TABLE sign_in_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_step FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_step_at_the_door ON sign_in_step
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_step TO wardlight_app;

-- How often in a row an account failed. At a hundred it is closed until its password is reset (NIST SP 800-63B-4 section 3.2.2).
CREATE TABLE sign_in_failures (
    user_id  uuid    CONSTRAINT sign_in_failures_pkey PRIMARY KEY
                     CONSTRAINT sign_in_failures_user_exists REFERENCES app_user,
    in_a_row integer NOT NULL CONSTRAINT sign_in_failures_in_a_row_counts CHECK (in_a_row >= 0)
);
ALTER TABLE sign_in_failures ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_failures FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_failures_at_the_door ON sign_in_failures
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failures TO wardlight_app;

-- What a session has proved: 1 a password, 2 a password and a second factor; and when it was last proved.
ALTER TABLE browser_session
    ADD COLUMN level     smallint    NOT NULL DEFAULT 1 CONSTRAINT browser_session_level_known CHECK (level IN (1, 2)),
    ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN network   text        NOT NULL DEFAULT '';
UPDATE browser_session SET proved_at = created_at;

-- Hospitals that are here already were there before second factors: their people cannot all enrol at once at the moment of an update.
INSERT INTO hospital_setting (hospital_id, second_factor_required) SELECT id, false FROM hospital
    ON CONFLICT (hospital_id) DO NOTHING;

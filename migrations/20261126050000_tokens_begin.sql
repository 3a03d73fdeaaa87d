-- Tokens for programs: the keys that sign access tokens, families of refresh tokens, and the programs of a hospital.
-- Whoever presents a token is not known yet, so all of this is the work of whoever checks who asks (app.task = 'sign_in').

-- Ed25519 pairs. Two of them never sign at the same time, whatever two servers do at once.
CREATE TABLE signing_key (
    -- The kid in the header of a token.
    id          uuid        CONSTRAINT signing_key_pkey PRIMARY KEY,
    public      bytea       NOT NULL CONSTRAINT signing_key_public_length CHECK (octet_length(public) = 32),
    -- PKCS 8, sealed under the house's keys.
    sealed      bytea       NOT NULL,
    -- From when on it stands on the public list; it signs a day later at the earliest, unless it is the first.
    published_at timestamptz NOT NULL,
    signs       tstzrange   NOT NULL CONSTRAINT signing_key_signs_given CHECK (NOT isempty(signs) AND NOT upper_inf(signs)),
    CONSTRAINT signing_key_one_at_a_time EXCLUDE USING gist (signs WITH &&),
    CONSTRAINT signing_key_published_before_it_signs CHECK (published_at <= lower(signs))
);

-- A program that belongs to a hospital and asks by itself.
CREATE TABLE api_client (
    id          uuid        CONSTRAINT api_client_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL CONSTRAINT api_client_hospital_exists REFERENCES hospital,
    name        text        NOT NULL CONSTRAINT api_client_name_given CHECK (name <> '' AND length(name) <= 80),
    -- Names of actions.
    scopes      text[]      NOT NULL CONSTRAINT api_client_scopes_given CHECK (cardinality(scopes) > 0 AND array_position(scopes, NULL) IS NULL),
    made_by     uuid        NOT NULL CONSTRAINT api_client_maker_exists REFERENCES app_user,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz CONSTRAINT api_client_revoked_after_made CHECK (revoked_at >= created_at)
);
-- Two programs that work bear two names; the name of a revoked one is free again.
CREATE UNIQUE INDEX api_client_name_once ON api_client (hospital_id, name) WHERE revoked_at IS NULL;

CREATE TABLE api_client_secret (
    -- SHA-256 of the secret, which is shown once.
    hash       bytea       CONSTRAINT api_client_secret_pkey PRIMARY KEY
                           CONSTRAINT api_client_secret_hash_length CHECK (octet_length(hash) = 32),
    client_id  uuid        NOT NULL CONSTRAINT api_client_secret_client_exists REFERENCES api_client,
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    -- Set when its successor is made, or when it is revoked.
    ends_at    timestamptz
);
CREATE INDEX api_client_secret_of_client ON api_client_secret (client_id, created_at);

-- Everything that grew from one sign-in of a person, or from one of a program. A patient's record is found through the portal account, as of now.
CREATE TABLE token_family (
    -- The sid in a token.
    id          uuid        CONSTRAINT token_family_pkey PRIMARY KEY,
    realm       text        NOT NULL CONSTRAINT token_family_realm_known CHECK (realm IN ('staff', 'portal', 'client')),
    user_id     uuid        CONSTRAINT token_family_user_exists REFERENCES app_user,
    client_id   uuid        CONSTRAINT token_family_client_exists REFERENCES api_client,
    hospital_id uuid        NOT NULL CONSTRAINT token_family_hospital_exists REFERENCES hospital,
    device      text        NOT NULL,
    address     text        NOT NULL,
    began_at    timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_why   text        CONSTRAINT token_family_why_known CHECK (ended_why IN ('signed_out', 'reused', 'revoked')),
    CONSTRAINT token_family_of_a_person_or_a_program CHECK ((user_id IS NULL) = (realm = 'client') AND (client_id IS NULL) = (realm <> 'client')),
    CONSTRAINT token_family_ended_for_a_reason CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
    CONSTRAINT token_family_ends_after_it_began CHECK (ends_at > began_at)
);
CREATE INDEX token_family_of_user ON token_family (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX token_family_of_client ON token_family (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX token_family_ends ON token_family (ends_at);

CREATE TABLE refresh_token (
    -- Also the jti of the access token that is issued with it.
    id        uuid        CONSTRAINT refresh_token_pkey PRIMARY KEY,
    hash      bytea       NOT NULL CONSTRAINT refresh_token_hash_length CHECK (octet_length(hash) = 32),
    family_id uuid        NOT NULL CONSTRAINT refresh_token_family_exists REFERENCES token_family ON DELETE CASCADE,
    -- The token that was exchanged for this one.
    parent_id uuid        CONSTRAINT refresh_token_parent_exists REFERENCES refresh_token ON DELETE SET NULL,
    issued_at timestamptz NOT NULL,
    -- When it, or the access token issued with it, was first used.
    used_at   timestamptz,
    spent_at  timestamptz,
    killed_at timestamptz,
    CONSTRAINT refresh_token_hash_once UNIQUE (hash),
    CONSTRAINT refresh_token_spent_is_used CHECK (spent_at IS NULL OR used_at IS NOT NULL),
    CONSTRAINT refresh_token_killed_is_unused CHECK (killed_at IS NULL OR used_at IS NULL)
);
CREATE INDEX refresh_token_of_parent ON refresh_token (parent_id);
CREATE INDEX refresh_token_issued ON refresh_token (issued_at);
-- One branch of a family lives, whatever a hundred exchanges at once do.
CREATE UNIQUE INDEX refresh_token_one_lives ON refresh_token (family_id) WHERE spent_at IS NULL AND killed_at IS NULL;

ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE signing_key FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_key_at_the_door ON signing_key
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');

ALTER TABLE api_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_client FORCE ROW LEVEL SECURITY;
CREATE POLICY api_client_of_hospital ON api_client
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY api_client_at_the_door ON api_client FOR SELECT USING ((SELECT actor_task()) = 'sign_in');

ALTER TABLE api_client_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_client_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY api_client_secret_of_hospital ON api_client_secret
    USING (client_id IN (SELECT c.id FROM api_client c)) WITH CHECK (client_id IN (SELECT c.id FROM api_client c));

ALTER TABLE token_family ENABLE ROW LEVEL SECURITY;
ALTER TABLE token_family FORCE ROW LEVEL SECURITY;
CREATE POLICY token_family_at_the_door ON token_family
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY token_family_own ON token_family FOR SELECT USING (user_id = (SELECT actor_user()));
-- Whoever is made inactive in a hospital loses there what programs hold for them.
CREATE POLICY token_family_of_staff_seen ON token_family FOR SELECT USING (realm = 'staff' AND hospital_id = (SELECT actor_hospital()));
CREATE POLICY token_family_of_staff_ended ON token_family FOR UPDATE
    USING (realm = 'staff' AND hospital_id = (SELECT actor_hospital()))
    WITH CHECK (realm = 'staff' AND hospital_id = (SELECT actor_hospital()));
-- Revoking a program ends what it holds.
CREATE POLICY token_family_of_client_seen ON token_family FOR SELECT USING (client_id IN (SELECT c.id FROM api_client c));
CREATE POLICY token_family_of_client_ended ON token_family FOR UPDATE
    USING (client_id IN (SELECT c.id FROM api_client c)) WITH CHECK (client_id IN (SELECT c.id FROM api_client c));

ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY;
CREATE POLICY refresh_token_at_the_door ON refresh_token
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');

GRANT SELECT, INSERT, DELETE ON signing_key, token_family, refresh_token TO wardlight_app;
GRANT UPDATE (ends_at, ended_at, ended_why) ON token_family TO wardlight_app;
GRANT UPDATE (used_at, spent_at, killed_at) ON refresh_token TO wardlight_app;
GRANT SELECT, INSERT ON api_client, api_client_secret TO wardlight_app;
GRANT UPDATE (revoked_at) ON api_client TO wardlight_app;
GRANT UPDATE (used_at, ends_at) ON api_client_secret TO wardlight_app;

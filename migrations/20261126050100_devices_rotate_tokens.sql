-- A device asks for the successor of its token. The old one lives until the new one is first used, a day at the most.
ALTER TABLE device_token
    -- For administrators' lists: the hash stays here.
    ADD COLUMN id       uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN replaces uuid,
    ADD COLUMN used_at  timestamptz,
    ADD COLUMN ends_at  timestamptz,
    ADD CONSTRAINT device_token_id_once UNIQUE (id),
    ADD CONSTRAINT device_token_replaced_exists FOREIGN KEY (replaces) REFERENCES device_token (id);
CREATE INDEX device_token_of_replaced ON device_token (replaces) WHERE replaces IS NOT NULL;
-- Beside device_token_revoked: which tokens came to their end just now?
CREATE INDEX device_token_ends ON device_token (ends_at) WHERE ends_at IS NOT NULL;
GRANT UPDATE (used_at, ends_at) ON device_token TO wardlight_app;

-- Secrets of the house, wrapped by the master key, which is never in the database. Everything that the house derives comes from `root`.
CREATE TABLE house_secret (
    name          text        CONSTRAINT house_secret_pkey PRIMARY KEY
                              CONSTRAINT house_secret_name_known CHECK (name IN ('root')),
    wrapped       bytea       NOT NULL CONSTRAINT house_secret_wrapped_length CHECK (octet_length(wrapped) BETWEEN 32 AND 4096),
    -- The version of the master key that wrapped it.
    wrapped_under integer     NOT NULL CONSTRAINT house_secret_wrapped_under_positive CHECK (wrapped_under > 0),
    created_at    timestamptz NOT NULL DEFAULT now(),
    wrapped_at    timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE house_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE house_secret FORCE ROW LEVEL SECURITY;
-- Read at the start, and when keys are rotated; no request of anybody reads it.
CREATE POLICY house_secret_at_work ON house_secret
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
GRANT SELECT, INSERT, UPDATE (wrapped, wrapped_under, wrapped_at) ON house_secret TO wardlight_app;

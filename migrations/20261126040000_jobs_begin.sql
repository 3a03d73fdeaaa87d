-- Work that is done after a change: written in the transaction of the change, done by a worker, once in effect. It carries ids only, never what it is about.
CREATE TABLE job (
    id           uuid        CONSTRAINT job_pkey PRIMARY KEY,
    kind         text        NOT NULL CONSTRAINT job_kind_given CHECK (kind <> ''),
    facts        jsonb       NOT NULL,
    made_at      timestamptz NOT NULL,
    -- When it may be done; later after each failure.
    due_at       timestamptz NOT NULL,
    tries        smallint    NOT NULL DEFAULT 0 CONSTRAINT job_tries_counted CHECK (tries >= 0),
    -- Whoever does it now, and until when nobody else may: a worker that dies lets go by itself.
    lease        uuid,
    leased_until timestamptz,
    done_at      timestamptz,
    -- Given up: it stays here for people to look at.
    dead_at      timestamptz,
    -- Why the last try failed, in words of ours.
    fault        text,
    CONSTRAINT job_lease_ends CHECK ((lease IS NULL) = (leased_until IS NULL)),
    CONSTRAINT job_ends_once CHECK (done_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX job_waiting ON job (due_at) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX job_done ON job (done_at) WHERE done_at IS NOT NULL;

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
-- Whoever changes something may leave work behind; only the worker sees it again.
CREATE POLICY job_left ON job FOR INSERT WITH CHECK (true);
CREATE POLICY job_worked ON job USING ((SELECT actor_task()) = 'jobs') WITH CHECK ((SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO wardlight_app;

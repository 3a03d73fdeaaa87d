-- What a person should know, once: kind and what it is about, never the words. What it says is written when it is shown.
CREATE TABLE notice (
    id      uuid        CONSTRAINT notice_pkey PRIMARY KEY,
    user_id uuid        NOT NULL CONSTRAINT notice_user_exists REFERENCES app_user,
    kind    text        NOT NULL CONSTRAINT notice_kind_form CHECK (kind ~ '^[a-z_]+$'),
    -- The row that it is about, by its kind: an emergency opening, a sign-in, a token family.
    about   uuid,
    at      timestamptz NOT NULL,
    seen_at timestamptz
);
CREATE INDEX notice_of_user ON notice (user_id, at);
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_own ON notice FOR SELECT USING (user_id = (SELECT actor_user()));
CREATE POLICY notice_seen ON notice FOR UPDATE USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
-- Whoever causes a notice need not see it.
CREATE POLICY notice_left ON notice FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON notice TO wardlight_app;
GRANT UPDATE (seen_at) ON notice TO wardlight_app;

-- The house's own jobs tell people what they should know, so they look up whose portal a record is in, and how to reach somebody.
CREATE POLICY portal_account_for_jobs ON portal_account FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE INDEX portal_account_of_patient ON portal_account (patient_id);

-- Whoever opened a record in an emergency closes it before its time.
GRANT UPDATE (until) ON break_glass TO wardlight_app;
CREATE INDEX break_glass_untold ON break_glass (opened_at) WHERE told_at IS NULL;

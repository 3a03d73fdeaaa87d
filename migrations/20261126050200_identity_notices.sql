-- What the owner of an account should know: what happened around its safety, and to the record behind it. Kinds are words of the code, which has their sentences.
CREATE TABLE security_notice (
    id      uuid        CONSTRAINT security_notice_pkey PRIMARY KEY,
    user_id uuid        NOT NULL CONSTRAINT security_notice_user_exists REFERENCES app_user,
    at      timestamptz NOT NULL,
    kind    text        NOT NULL CONSTRAINT security_notice_kind_given CHECK (kind <> ''),
    -- When the owner has read it.
    read_at timestamptz
);
CREATE INDEX security_notice_of_user ON security_notice (user_id, at);
ALTER TABLE security_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE security_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY security_notice_own ON security_notice
    USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
CREATE POLICY security_notice_at_the_door ON security_notice
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
-- The house's own jobs tell of emergencies.
CREATE POLICY security_notice_left_by_jobs ON security_notice FOR INSERT WITH CHECK ((SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT ON security_notice TO wardlight_app;
GRANT UPDATE (read_at) ON security_notice TO wardlight_app;

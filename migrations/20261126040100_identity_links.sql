-- Links that prove who reads a mailbox: used once, for one purpose, for a short while. Only their hash is here.
CREATE TABLE one_time_link (
    hash       bytea       CONSTRAINT one_time_link_pkey PRIMARY KEY
                           CONSTRAINT one_time_link_hash_length CHECK (octet_length(hash) = 32),
    purpose    text        NOT NULL CONSTRAINT one_time_link_purpose_known
                           CHECK (purpose IN ('reset', 'invitation', 'verify_patient', 'verify_hospital')),
    -- The account, the invitation or the application, as the purpose says.
    subject    uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT one_time_link_ends_after_it_began CHECK (expires_at > made_at)
);
CREATE INDEX one_time_link_of_subject ON one_time_link (subject, purpose);

ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_time_link FORCE ROW LEVEL SECURITY;
-- Made when the mail is written, used at the door.
CREATE POLICY one_time_link_at_work ON one_time_link
    USING ((SELECT actor_task()) IN ('jobs', 'sign_in')) WITH CHECK ((SELECT actor_task()) IN ('jobs', 'sign_in'));
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_link TO wardlight_app;

-- The worker that writes mails asks for the address when it writes, and for nothing else.
CREATE POLICY app_user_written_to ON app_user FOR SELECT USING ((SELECT actor_task()) = 'jobs');

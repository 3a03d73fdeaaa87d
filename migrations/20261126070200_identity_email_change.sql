-- Another e-mail address waits until the link that was sent to it is opened. At most one waits for each account.
CREATE TABLE email_change (
    id            uuid        CONSTRAINT email_change_pkey PRIMARY KEY,
    user_id       uuid        NOT NULL CONSTRAINT email_change_user_exists REFERENCES app_user,
    email_sealed  bytea       NOT NULL,
    email_blind   bytea       NOT NULL CONSTRAINT email_change_email_blind_length CHECK (octet_length(email_blind) = 32),
    asked_at      timestamptz NOT NULL,
    -- Proved, given up, or followed by another.
    ended_at      timestamptz,
    -- The address that it took the place of, to which is written that it did.
    former_sealed bytea,
    CONSTRAINT email_change_former_of_done CHECK (former_sealed IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX email_change_waits_once ON email_change (user_id) WHERE ended_at IS NULL;
ALTER TABLE email_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE email_change FORCE ROW LEVEL SECURITY;
CREATE POLICY email_change_own ON email_change FOR SELECT USING (user_id = (SELECT actor_user()));
CREATE POLICY email_change_at_the_door ON email_change
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY email_change_at_work ON email_change USING ((SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT, DELETE ON email_change TO wardlight_app;
GRANT UPDATE (ended_at, former_sealed) ON email_change TO wardlight_app;

ALTER TABLE one_time_link
    DROP CONSTRAINT one_time_link_purpose_known,
    ADD CONSTRAINT one_time_link_purpose_known
        CHECK (purpose IN ('reset', 'invitation', 'verify_patient', 'verify_hospital', 'change_email'));

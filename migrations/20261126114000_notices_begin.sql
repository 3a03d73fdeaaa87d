-- What people are told, in one list: what an account was told of its safety until now, and what happens in a hospital and in a portal.
ALTER TABLE security_notice RENAME TO notice;
ALTER TABLE notice RENAME CONSTRAINT security_notice_pkey TO notice_pkey;
ALTER TABLE notice RENAME CONSTRAINT security_notice_user_exists TO notice_user_exists;
ALTER TABLE notice DROP CONSTRAINT security_notice_kind_given;
DROP POLICY security_notice_own ON notice;
DROP POLICY security_notice_at_the_door ON notice;
DROP POLICY security_notice_left_by_jobs ON notice;
DROP INDEX security_notice_of_user;

ALTER TABLE notice
    -- In whose frame it stands: the account's wherever they have signed in, the work's in one hospital, the portal's.
    ADD COLUMN side         text NOT NULL DEFAULT 'account' CONSTRAINT notice_side_known CHECK (side IN ('account', 'staff', 'portal')),
    ADD COLUMN hospital_id  uuid CONSTRAINT notice_hospital_exists REFERENCES hospital,
    -- Whose pages it leads to; in the portal the person whose record it is about.
    ADD COLUMN patient_id   uuid CONSTRAINT notice_patient_exists REFERENCES patient,
    -- Who did it and with what, where somebody is named: sealed for this row.
    ADD COLUMN named_sealed bytea,
    -- It leads to a list that says the rest: one is enough until it is read.
    ADD COLUMN is_once      boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT notice_staff_in_hospital CHECK ((side = 'staff') = (hospital_id IS NOT NULL)),
    -- Every row that is written from now on; what an older program wrote stays.
    ADD CONSTRAINT notice_kind_known CHECK (kind IN (
        'sign_in.unusual', 'sign_in.blocked', 'account.locked', 'password.changed', 'factor.added', 'factor.removed', 'factor.lost', 'recovery.used',
        'recovery.renewed', 'sign_in.names_tried', 'sign_in.account_tried', 'token.reused', 'account.renamed', 'email.asked', 'email.changed',
        'phone.changed', 'phone.given_elsewhere', 'emergency_of_mine', 'emergency_to_review', 'care.given', 'care.ended', 'duty.given', 'duty.ended',
        'device.given', 'device.taken', 'hand_over.asked', 'hand_over.accepted', 'hand_over.refused', 'hand_over.ended', 'device_key.ends',
        'registration.waits', 'correction.waits', 'invitation.accepted', 'hospital.waits', 'carer.took_up', 'carer.ended', 'portal.opened',
        'portal.closed', 'correction.done')) NOT VALID;
ALTER TABLE notice ALTER COLUMN side DROP DEFAULT;

-- The list: what is not read first, then the newest.
CREATE INDEX notice_listed ON notice (user_id, (read_at IS NULL), at, id);
-- The count in the frame of every page, from the index alone: it holds all that the wall asks for.
CREATE INDEX notice_unread ON notice (user_id) INCLUDE (side, hospital_id, patient_id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX notice_once ON notice (user_id, kind, hospital_id) WHERE is_once AND read_at IS NULL;
-- What is too old goes.
CREATE INDEX notice_age ON notice (at);

CREATE POLICY notice_own ON notice FOR SELECT
    USING (user_id = (SELECT actor_user())
           AND (side = 'account'
                OR side = 'staff' AND hospital_id = (SELECT actor_hospital())
                OR side = 'portal' AND (SELECT actor_hospital()) IS NULL AND (patient_id IS NULL OR patient_id = (SELECT actor_patient()))));
CREATE POLICY notice_read ON notice FOR UPDATE
    USING (user_id = (SELECT actor_user())
           AND (side = 'account'
                OR side = 'staff' AND hospital_id = (SELECT actor_hospital())
                OR side = 'portal' AND (SELECT actor_hospital()) IS NULL AND (patient_id IS NULL OR patient_id = (SELECT actor_patient()))))
    WITH CHECK (user_id = (SELECT actor_user()));
-- Whoever changes something tells others of it, of the work in their own hospital only; a patient tells the hospital of their portal, the house everybody.
CREATE POLICY notice_told ON notice FOR INSERT
    WITH CHECK (hospital_id IS NULL OR hospital_id = (SELECT actor_hospital()) OR (SELECT actor_task()) IN ('sign_in', 'jobs', 'rights')
                OR EXISTS (SELECT FROM portal_account p WHERE p.user_id = (SELECT actor_user()) AND p.hospital_id = notice.hospital_id));
CREATE POLICY notice_kept ON notice FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE POLICY notice_gone ON notice FOR DELETE USING ((SELECT actor_task()) = 'jobs');
GRANT DELETE ON notice TO wardlight_app;

-- How somebody wants to hear of a topic, where they chose.
CREATE TABLE notice_choice (
    user_id uuid NOT NULL CONSTRAINT notice_choice_user_exists REFERENCES app_user,
    topic   text NOT NULL CONSTRAINT notice_choice_topic_known CHECK (topic IN (
        'security', 'emergencies', 'sign_ins', 'care', 'duties', 'devices', 'keys', 'registrations', 'colleagues', 'hospitals', 'sharing', 'portal')),
    choice  text NOT NULL CONSTRAINT notice_choice_choice_known CHECK (choice IN ('here', 'mail', 'off')),
    CONSTRAINT notice_choice_pkey PRIMARY KEY (user_id, topic),
    CONSTRAINT notice_choice_never_silent CHECK (choice = 'mail' OR topic NOT IN ('security', 'emergencies')),
    CONSTRAINT notice_choice_told_at_least CHECK (choice <> 'off' OR topic <> 'sign_ins')
);
-- What was chosen before: not to hear by mail of unusual sign-ins. The owner looks past its own wall for that.
ALTER TABLE account_profile NO FORCE ROW LEVEL SECURITY;
INSERT INTO notice_choice (user_id, topic, choice) SELECT user_id, 'sign_ins', 'here' FROM account_profile WHERE NOT mail_unusual;
ALTER TABLE account_profile FORCE ROW LEVEL SECURITY;
ALTER TABLE account_profile DROP COLUMN mail_unusual, DROP COLUMN mail_messages;

ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_choice_own ON notice_choice
    USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (choice) ON notice_choice TO wardlight_app;
-- Whoever tells somebody has to know how that person wants to hear, and nothing else of them: one answer to one question, by the owner.
CREATE POLICY notice_choice_weighed ON notice_choice FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION notice_choice_of(whom uuid, about text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN (SELECT c.choice FROM notice_choice c WHERE c.user_id = whom AND c.topic = about);
REVOKE ALL ON FUNCTION notice_choice_of(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_choice_of(uuid, text) TO wardlight_app;

-- That the key of a device ends is told once.
ALTER TABLE device_token ADD COLUMN end_told_at timestamptz;
GRANT UPDATE (end_told_at) ON device_token TO wardlight_app;
CREATE INDEX device_token_untold ON device_token (ends_at) WHERE ends_at IS NOT NULL AND end_told_at IS NULL AND revoked_at IS NULL;

-- Every try to sign in, also with a name that nobody has: what makes a sign-in suspicious is found here. Ninety days.
CREATE TABLE sign_in_event (
    id      uuid        CONSTRAINT sign_in_event_pkey PRIMARY KEY,
    at      timestamptz NOT NULL,
    -- Whose, when such an account exists.
    user_id uuid        CONSTRAINT sign_in_event_user_exists REFERENCES app_user,
    -- A keyed hash of the account, or of what was typed when there is none: who reads this table learns no name from it.
    who     bytea       NOT NULL CONSTRAINT sign_in_event_who_length CHECK (octet_length(who) = 32),
    -- /24 of IPv4, /64 of IPv6.
    network text        NOT NULL,
    -- Browser and system in words.
    device  text        NOT NULL,
    outcome text        NOT NULL CONSTRAINT sign_in_event_outcome_known
                        CHECK (outcome IN ('entered', 'password', 'refused', 'code_refused', 'locked', 'blocked')),
    signals text[]      NOT NULL,
    score   smallint    NOT NULL CONSTRAINT sign_in_event_score_counts CHECK (score >= 0)
);
CREATE INDEX sign_in_event_of_user ON sign_in_event (user_id, at DESC) WHERE user_id IS NOT NULL;
CREATE INDEX sign_in_event_of_who ON sign_in_event (who, at DESC);
CREATE INDEX sign_in_event_of_network ON sign_in_event (network, at DESC);
CREATE INDEX sign_in_event_age ON sign_in_event (at);
ALTER TABLE sign_in_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_event FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_event_at_the_door ON sign_in_event
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY sign_in_event_own ON sign_in_event FOR SELECT USING (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT, DELETE ON sign_in_event TO wardlight_app;

-- How to reach the owner of an account, as they say, and of what they want to hear by mail. What is said of a security matter on their own page cannot be
-- switched off.
CREATE TABLE account_profile (
    user_id        uuid    CONSTRAINT account_profile_pkey PRIMARY KEY
                           CONSTRAINT account_profile_user_exists REFERENCES app_user,
    -- Phone, address and emergency contact, sealed with the house's keys for this row.
    contact_sealed bytea,
    mail_unusual   boolean NOT NULL DEFAULT true,
    mail_messages  boolean NOT NULL DEFAULT true
);
ALTER TABLE account_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_profile FORCE ROW LEVEL SECURITY;
CREATE POLICY account_profile_own ON account_profile
    USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
CREATE POLICY account_profile_at_the_door ON account_profile FOR SELECT USING ((SELECT actor_task()) = 'sign_in');
GRANT SELECT, INSERT, UPDATE ON account_profile TO wardlight_app;

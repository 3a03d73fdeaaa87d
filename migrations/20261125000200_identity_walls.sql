-- Accounts and browser sessions behind row security: that somebody has a portal account is a patient's secret, and so are its e-mail address and phone number.

-- The piece of the house's own work that asks, by the name that the audit keeps; none for people and devices.
CREATE FUNCTION actor_task() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.task', true), '');

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
-- Whoever signs in is not known yet, so that piece of work sees every account. Everybody else sees their own, and who works or has worked in their hospital;
-- a person, in the hospitals where they are registered: those names stand on what was done for them.
CREATE POLICY app_user_seen ON app_user FOR SELECT
    USING ((SELECT actor_task()) = 'sign_in'
        OR id = (SELECT actor_user())
        OR id IN (SELECT g.user_id
                    FROM role_grant g
                   WHERE g.hospital_id IN (SELECT actor_hospital()
                                           UNION ALL
                                           SELECT r.hospital_id
                                             FROM opened_patients() AS opened
                                             JOIN registration r ON r.patient_id = opened)));
CREATE INDEX role_grant_of_hospital ON role_grant (hospital_id, user_id);
CREATE POLICY app_user_made ON app_user FOR INSERT WITH CHECK ((SELECT actor_task()) = 'seed');
CREATE POLICY app_user_renewed ON app_user FOR UPDATE
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');

ALTER TABLE browser_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE browser_session FORCE ROW LEVEL SECURITY;
CREATE POLICY browser_session_at_the_door ON browser_session
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY browser_session_own ON browser_session FOR SELECT USING (user_id = (SELECT actor_user()));

-- A mail is written in the language that its reader keeps.
CREATE POLICY account_profile_of_jobs ON account_profile FOR SELECT USING ((SELECT actor_task()) = 'jobs');

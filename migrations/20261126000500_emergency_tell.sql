-- The house's own jobs tell people what they should know, so they look up whose portal a record is in.
CREATE POLICY portal_account_for_jobs ON portal_account FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE INDEX portal_account_of_patient ON portal_account (patient_id);

-- Whoever opened a record in an emergency closes it before its time.
GRANT UPDATE (until) ON break_glass TO wardlight_app;
CREATE INDEX break_glass_untold ON break_glass (opened_at) WHERE told_at IS NULL;

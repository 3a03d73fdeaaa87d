-- When somebody looked at a patient last: what they saw lately, and since when something is new to them. One row for each, not a history: that is the audit's.
-- Only of patients of one's own hospital: what consent or an emergency opens closes again, and leaves no list behind.
CREATE TABLE patient_look (
    user_id     uuid        NOT NULL CONSTRAINT patient_look_user_exists REFERENCES app_user,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    looked_at   timestamptz NOT NULL,
    -- The look before: pages that are opened soon after each other are one look.
    before_at   timestamptz,
    CONSTRAINT patient_look_pkey PRIMARY KEY (user_id, hospital_id, patient_id),
    CONSTRAINT patient_look_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_look_in_order CHECK (before_at < looked_at)
);
CREATE INDEX patient_look_newest ON patient_look (user_id, hospital_id, looked_at);

ALTER TABLE patient_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_look FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_look_seen ON patient_look FOR SELECT
    USING (user_id = (SELECT actor_user()) AND EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_look_made ON patient_look FOR INSERT
    WITH CHECK (user_id = (SELECT actor_user()) AND hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_look_renewed ON patient_look FOR UPDATE
    USING (user_id = (SELECT actor_user()) AND hospital_id = (SELECT actor_hospital()))
    WITH CHECK (user_id = (SELECT actor_user()) AND hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (looked_at, before_at) ON patient_look TO wardlight_app;

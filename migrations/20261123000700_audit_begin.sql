-- Who did or looked at what. Rows are only ever added.
CREATE TABLE audit_entry (
    id          uuid        CONSTRAINT audit_entry_pkey PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor       text        NOT NULL CONSTRAINT audit_entry_actor_known CHECK (actor IN ('staff', 'patient', 'device', 'worker', 'nobody')),
    -- The account, the device, or nothing for a worker.
    actor_id    uuid,
    task        text,
    hospital_id uuid,
    action      text        NOT NULL,
    subject     text        NOT NULL CONSTRAINT audit_entry_subject_known CHECK (subject IN ('house', 'hospital', 'patient', 'device', 'account', 'ward', 'alarm')),
    subject_id  uuid,
    outcome     text        NOT NULL CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('allowed', 'denied', 'failed')),
    request_id  uuid        NOT NULL
);
CREATE INDEX audit_entry_of_subject ON audit_entry (subject_id, at);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_added ON audit_entry FOR INSERT WITH CHECK (true);
CREATE POLICY audit_entry_seen ON audit_entry FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
GRANT INSERT, SELECT ON audit_entry TO wardlight_app;

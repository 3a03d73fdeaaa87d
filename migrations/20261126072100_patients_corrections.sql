-- Somebody says in their portal that what stands in their chart about who they are is wrong: name, date of birth, gender. Only the hospital changes a chart.
CREATE TABLE correction_request (
    id          uuid        CONSTRAINT correction_request_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    -- What is wrong and what would be right, in their words.
    words       text        NOT NULL CONSTRAINT correction_request_words_given CHECK (words <> '' AND length(words) <= 2000),
    asked_at    timestamptz NOT NULL,
    done_at     timestamptz,
    done_by     uuid        CONSTRAINT correction_request_doer_exists REFERENCES app_user,
    CONSTRAINT correction_request_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT correction_request_done_whole CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CONSTRAINT correction_request_done_after_asked CHECK (done_at >= asked_at)
);
-- One waits at a time: who has more to say says it in one.
CREATE UNIQUE INDEX correction_request_waits_once ON correction_request (patient_id, hospital_id) WHERE done_at IS NULL;
CREATE INDEX correction_request_of_patient ON correction_request (patient_id, hospital_id);
CREATE INDEX correction_request_waiting ON correction_request (hospital_id, asked_at) WHERE done_at IS NULL;
ALTER TABLE correction_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction_request FORCE ROW LEVEL SECURITY;
CREATE POLICY correction_request_seen ON correction_request FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY correction_request_made ON correction_request FOR INSERT WITH CHECK (patient_id = actor_patient());
CREATE POLICY correction_request_done ON correction_request FOR UPDATE USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());
GRANT SELECT, INSERT ON correction_request TO wardlight_app;
GRANT UPDATE (done_at, done_by) ON correction_request TO wardlight_app;

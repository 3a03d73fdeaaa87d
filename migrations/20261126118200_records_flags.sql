-- What must be known before anything is done, beside allergies: a limb that is left alone, isolation, a risk of falling, the language of an interpreter. It stands in the banner.
CREATE TABLE patient_flag (
    id            uuid        CONSTRAINT patient_flag_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    kind          text        NOT NULL CONSTRAINT patient_flag_kind_known
                              CHECK (kind IN ('left_arm', 'right_arm', 'left_leg', 'right_leg', 'isolation', 'falls', 'interpreter', 'other')),
    -- Why (a fistula, a lymphoedema), with what, in which language. That somebody falls easily needs no more words.
    text          text        NOT NULL CONSTRAINT patient_flag_text_form CHECK (length(text) BETWEEN 1 AND 120 OR (kind = 'falls' AND length(text) <= 500)),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT patient_flag_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT patient_flag_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT patient_flag_ended_because_known CHECK (ended_because IN ('over', 'mistake')),
    CONSTRAINT patient_flag_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_flag_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT patient_flag_ends_after CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX patient_flag_once ON patient_flag (patient_id, hospital_id, kind, lower(text)) WHERE ended_at IS NULL;
CREATE INDEX patient_flag_of_patient ON patient_flag (patient_id, recorded_at);

ALTER TABLE patient_flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_flag FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_flag_seen ON patient_flag FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY patient_flag_made ON patient_flag FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY patient_flag_ended ON patient_flag FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
-- What was written stays as it was written; it ends, once.
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_because) ON patient_flag TO wardlight_app;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON patient_flag FOR EACH ROW EXECUTE FUNCTION refuse_merged();

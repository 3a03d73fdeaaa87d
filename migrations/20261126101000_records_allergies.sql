-- What somebody does not bear. Three states that must never be taken for each other: known ones, "none known" said by somebody at some time, and nobody has asked.
CREATE TABLE allergy (
    id            uuid        CONSTRAINT allergy_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    -- Nothing in all three: the statement that none are known.
    substance     text        CONSTRAINT allergy_substance_form CHECK (length(substance) BETWEEN 1 AND 120),
    reaction      text        CONSTRAINT allergy_reaction_form CHECK (length(reaction) BETWEEN 1 AND 500),
    severity      text        CONSTRAINT allergy_severity_known CHECK (severity IN ('mild', 'moderate', 'severe', 'life_threatening')),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT allergy_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT allergy_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT allergy_ended_because_known CHECK (ended_because IN ('mistake', 'refuted', 'known_now')),
    CONSTRAINT allergy_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT allergy_one_or_none CHECK ((substance IS NULL) = (reaction IS NULL) AND (substance IS NULL) = (severity IS NULL)),
    CONSTRAINT allergy_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT allergy_ends_after CHECK (ended_at >= recorded_at),
    -- "None known" and a known one never stand beside each other.
    CONSTRAINT allergy_none_means_none
        EXCLUDE USING gist (patient_id WITH =, hospital_id WITH =, ((substance IS NULL)::integer) WITH <>) WHERE (ended_at IS NULL)
);
-- One of a substance, and one statement that there is none.
CREATE UNIQUE INDEX allergy_once ON allergy (patient_id, hospital_id, (coalesce(lower(substance), ''))) WHERE ended_at IS NULL;
CREATE INDEX allergy_of_patient ON allergy (patient_id, recorded_at);

ALTER TABLE allergy ENABLE ROW LEVEL SECURITY;
ALTER TABLE allergy FORCE ROW LEVEL SECURITY;
CREATE POLICY allergy_seen ON allergy FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY allergy_made ON allergy FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY allergy_ended ON allergy FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
-- What was written stays as it was written; it ends, once.
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_because) ON allergy TO wardlight_app;

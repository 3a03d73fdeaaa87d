-- What the portal shows, finer than by parts, and what the patient prefers there.

-- One record, opened or closed to the person it is about. Without a row a record is open; whether it is shown asks its status too (domain::patients::portal).
CREATE TABLE portal_record (
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    kind        text        NOT NULL CONSTRAINT portal_record_kind_known CHECK (kind IN ('alarm')),
    record_id   uuid        NOT NULL,
    is_open     boolean     NOT NULL,
    changed_by  uuid        NOT NULL CONSTRAINT portal_record_changer_exists REFERENCES app_user,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT portal_record_pkey PRIMARY KEY (kind, record_id),
    CONSTRAINT portal_record_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
CREATE INDEX portal_record_of_patient ON portal_record (patient_id, hospital_id);
ALTER TABLE portal_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_record FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_record_seen ON portal_record FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY portal_record_made ON portal_record FOR INSERT WITH CHECK (hospital_id = actor_hospital());
CREATE POLICY portal_record_changed ON portal_record FOR UPDATE USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());
GRANT SELECT, INSERT ON portal_record TO wardlight_app;
GRANT UPDATE (is_open, changed_by, changed_at) ON portal_record TO wardlight_app;

-- What the person asked for: theirs alone to change.
CREATE TABLE portal_preference (
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    large_text  boolean     NOT NULL DEFAULT false,
    -- The language in which they wish to be spoken to; staff read it beside the portal's settings.
    language    text        NOT NULL DEFAULT '' CONSTRAINT portal_preference_language_short CHECK (length(language) <= 60),
    changed_at  timestamptz NOT NULL,
    CONSTRAINT portal_preference_pkey PRIMARY KEY (patient_id, hospital_id),
    CONSTRAINT portal_preference_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
ALTER TABLE portal_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_preference_seen ON portal_preference FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY portal_preference_made ON portal_preference FOR INSERT WITH CHECK (patient_id = actor_patient());
CREATE POLICY portal_preference_changed ON portal_preference FOR UPDATE USING (patient_id = actor_patient()) WITH CHECK (patient_id = actor_patient());
GRANT SELECT, INSERT ON portal_preference TO wardlight_app;
GRANT UPDATE (large_text, language, changed_at) ON portal_preference TO wardlight_app;

-- What another hospital read of a record of ours, because the person consented or in an emergency, stands under that hospital. Whoever looks after our audit sees
-- it too: as long as the record was open to them, and only what was done with this one person. (Boards and lists of another hospital never show ours: consent and
-- emergencies open a record to a transaction about that patient alone.)
-- Nobody, for `by`, is anybody of that hospital.
CREATE FUNCTION was_open_to(patient uuid, hospital uuid, by uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM consent c
                    WHERE c.patient_id = was_open_to.patient AND c.hospital_id = actor_hospital() AND c.purpose = 'treatment'
                      AND c.to_hospital = was_open_to.hospital AND c.during @> was_open_to.at)
        OR EXISTS (SELECT FROM break_glass b
                    WHERE b.patient_id = was_open_to.patient AND actor_hospital() = ANY (b.holders)
                      AND b.hospital_id = was_open_to.hospital AND was_open_to.at BETWEEN b.opened_at AND b.until
                      AND (was_open_to.by IS NULL OR b.user_id = was_open_to.by));
END;
-- By their names these come last among the policies of their tables: what is one's own is known before anything is looked up.
CREATE POLICY audit_entry_opened_elsewhere ON audit_entry FOR SELECT
    USING ((SELECT actor_hospital()) IS NOT NULL AND hospital_id <> (SELECT actor_hospital()) AND subject = 'patient' AND actor = 'staff'
       AND was_open_to(subject_id, hospital_id, actor_id, at));
CREATE POLICY audit_patient_opened_elsewhere ON audit_patient FOR SELECT
    USING ((SELECT actor_hospital()) IS NOT NULL AND hospital_id <> (SELECT actor_hospital()) AND was_open_to(whom, hospital_id, NULL, at));

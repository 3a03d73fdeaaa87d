-- A function in SQL that the wall asks of a row is planned anew in each statement, with the walls of what it reads: which took longer than to answer. As the body of plpgsql its plan is kept
-- by the connection (as in 20261129235830_dialysis_planned_once.sql).

-- On which side of a conversation the actor stands: asked with each message that is sent, received or seen. As in 20261127320000_chat_begin.sql.
CREATE OR REPLACE FUNCTION chat_side_of_actor(room uuid) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN r.patient_id IN (SELECT j.id FROM (SELECT actor_patient() AS whom) AS me CROSS JOIN LATERAL joined(me.whom) AS j) THEN 'patient'
                    WHEN r.hospital_id = (SELECT actor_hospital()) AND r.doctor_id = (SELECT actor_user())                             THEN 'doctor'
                    WHEN r.hospital_id = (SELECT actor_hospital()) AND r.technician_id = (SELECT actor_user())                         THEN 'technician' END
          FROM chat_room r
         WHERE r.id = room);
END $$;

-- Whether a record was open to another hospital, or to somebody there: asked for each entry of another hospital's audit. As in 20261126075100_audit_opened_elsewhere.sql.
CREATE OR REPLACE FUNCTION was_open_to(patient uuid, hospital uuid, by uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM consent c
                    WHERE c.patient_id = was_open_to.patient AND c.hospital_id = actor_hospital() AND c.purpose = 'treatment'
                      AND c.to_hospital = was_open_to.hospital AND c.during @> was_open_to.at)
        OR EXISTS (SELECT FROM break_glass b
                    WHERE b.patient_id = was_open_to.patient AND actor_hospital() = ANY (b.holders)
                      AND b.hospital_id = was_open_to.hospital AND was_open_to.at BETWEEN b.opened_at AND b.until
                      AND (was_open_to.by IS NULL OR b.user_id = was_open_to.by));
END $$;

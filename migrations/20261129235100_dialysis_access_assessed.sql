-- Nobody is connected to an access that was found not safe to use when it was assessed last, whoever says at the chair that it may be used: another assessment says so first.
-- Nor to one that is used no longer since somebody looked.

-- As in 20261127303000_dialysis_order.sql, with these two reasons more.
CREATE OR REPLACE FUNCTION session_started_ready() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    look   session_before%ROWTYPE;
    broken text;
BEGIN
    SELECT * INTO look FROM session_before b WHERE b.session_id = NEW.session_id ORDER BY b.recorded_at DESC, b.id DESC LIMIT 1;
    -- An assessment that somebody is writing at this moment counts: its row names the access, so it is waited for here, and waits for this start.
    PERFORM 1 FROM vascular_access a WHERE a.id = look.access_id FOR UPDATE;
    broken := CASE
        WHEN look.id IS NULL OR look.id <> NEW.before_id            THEN 'session_started_looked'
        WHEN look.prescription_id <> NEW.prescription_id
          OR NOT EXISTS (SELECT FROM dialysis_prescription p WHERE p.id = look.prescription_id AND p.ended_at IS NULL)
                                                                    THEN 'session_started_prescription_holds'
        WHEN NOT look.access_safe                                   THEN 'session_started_access_safe'
        WHEN NOT EXISTS (SELECT FROM vascular_access a WHERE a.id = look.access_id AND a.ended_at IS NULL)
                                                                    THEN 'session_started_access_in_use'
        WHEN NOT (SELECT f.safe_to_use FROM access_assessment f WHERE f.access_id = look.access_id ORDER BY f.assessed_at DESC, f.id DESC LIMIT 1)
                                                                    THEN 'session_started_access_assessed'
        WHEN NOT look.self_test_passed                              THEN 'session_started_self_test'
        -- mS/cm: `domain::dialysis::before::CONDUCTIVITY_FIT`.
        WHEN look.conductivity NOT BETWEEN 12.5 AND 15.5            THEN 'session_started_conductivity'
        WHEN NOT look.consented                                     THEN 'session_started_consented'
        WHEN NOT EXISTS (SELECT FROM session_second_check c WHERE c.before_id = look.id)
                                                                    THEN 'session_started_checked_twice'
    END;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'the session may not start yet' USING ERRCODE = 'check_violation', TABLE = 'session_started', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;

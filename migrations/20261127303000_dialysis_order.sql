-- In which order a session is lived, and that what was written stays. A new table of facts gets its line in each of the lists below.

-- A fact is written only in the states that its trigger names. The session is locked meanwhile: two people who take the same step at once take it after each other.
CREATE FUNCTION session_fact_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was text;
BEGIN
    SELECT s.state INTO was FROM dialysis_session s WHERE s.id = NEW.session_id FOR NO KEY UPDATE;
    IF was IS NULL OR NOT was = ANY (TG_ARGV) THEN
        RAISE EXCEPTION 'this is not the time for it' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_in_order';
    END IF;
    RETURN NEW;
END $$;

-- The fact moves the session on.
CREATE FUNCTION session_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE dialysis_session SET state = TG_ARGV[0] WHERE id = NEW.session_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this is not yours to move' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_in_order';
    END IF;
    RETURN NULL;
END $$;

-- And nothing else does: each state stands on its fact, and only where an arrow leads.
CREATE FUNCTION dialysis_session_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    fine boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        fine := NEW.state = 'booked';
    ELSIF NEW.state = OLD.state THEN
        fine := OLD.state IN ('booked', 'checked_in') OR NEW.device_id IS NOT DISTINCT FROM OLD.device_id;
    ELSE
        fine := CASE OLD.state || '>' || NEW.state
            WHEN 'booked>checked_in'     THEN EXISTS (SELECT FROM session_check_in f WHERE f.session_id = NEW.id)
            WHEN 'booked>did_not_attend' THEN EXISTS (SELECT FROM session_did_not_attend f WHERE f.session_id = NEW.id)
            WHEN 'booked>cancelled'      THEN EXISTS (SELECT FROM session_cancelled f WHERE f.session_id = NEW.id)
            WHEN 'checked_in>cancelled'  THEN EXISTS (SELECT FROM session_cancelled f WHERE f.session_id = NEW.id)
            WHEN 'checked_in>running'    THEN EXISTS (SELECT FROM session_started f WHERE f.session_id = NEW.id)
            WHEN 'running>closed'        THEN EXISTS (SELECT FROM session_ended f WHERE f.session_id = NEW.id AND f.early_because IS NULL)
            WHEN 'running>interrupted'   THEN EXISTS (SELECT FROM session_ended f WHERE f.session_id = NEW.id AND f.early_because IS NOT NULL)
            WHEN 'closed>signed'         THEN EXISTS (SELECT FROM session_signed f WHERE f.session_id = NEW.id)
            WHEN 'interrupted>signed'    THEN EXISTS (SELECT FROM session_signed f WHERE f.session_id = NEW.id)
            ELSE false
        END;
    END IF;
    IF NOT fine THEN
        RAISE EXCEPTION 'the session does not go that way' USING ERRCODE = 'check_violation', TABLE = 'dialysis_session', CONSTRAINT = 'dialysis_session_goes_its_way';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dialysis_session_guarded BEFORE INSERT OR UPDATE ON dialysis_session FOR EACH ROW EXECUTE FUNCTION dialysis_session_guarded();

-- A session that overruns keeps its chair and its machine: nobody else is connected to them before it has ended, whatever was planned.
CREATE UNIQUE INDEX dialysis_session_device_runs_once  ON dialysis_session (device_id)  WHERE state = 'running' AND device_id IS NOT NULL;
CREATE UNIQUE INDEX dialysis_session_station_runs_once ON dialysis_session (station_id) WHERE state = 'running';

CREATE TRIGGER a_in_order BEFORE INSERT ON session_check_in         FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('booked');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_did_not_attend   FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('booked');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_cancelled        FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('booked', 'checked_in');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_before           FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_second_check     FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_started          FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_observation      FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_intervention     FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_medicine         FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in', 'running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_medicine_witness FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in', 'running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_event            FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_ended            FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_after            FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_lot              FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('checked_in', 'running', 'closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_signed           FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('closed', 'interrupted');
CREATE TRIGGER a_in_order BEFORE INSERT ON session_amendment        FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('signed');

CREATE TRIGGER z_moves_on AFTER INSERT ON session_check_in       FOR EACH ROW EXECUTE FUNCTION session_moves_on('checked_in');
CREATE TRIGGER z_moves_on AFTER INSERT ON session_did_not_attend FOR EACH ROW EXECUTE FUNCTION session_moves_on('did_not_attend');
CREATE TRIGGER z_moves_on AFTER INSERT ON session_cancelled      FOR EACH ROW EXECUTE FUNCTION session_moves_on('cancelled');
CREATE TRIGGER z_moves_on AFTER INSERT ON session_started        FOR EACH ROW EXECUTE FUNCTION session_moves_on('running');
CREATE TRIGGER z_moves_on AFTER INSERT ON session_ended          FOR EACH ROW WHEN (NEW.early_because IS NULL)     EXECUTE FUNCTION session_moves_on('closed');
CREATE TRIGGER z_moves_on_early AFTER INSERT ON session_ended    FOR EACH ROW WHEN (NEW.early_because IS NOT NULL) EXECUTE FUNCTION session_moves_on('interrupted');
CREATE TRIGGER z_moves_on AFTER INSERT ON session_signed         FOR EACH ROW EXECUTE FUNCTION session_moves_on('signed');

-- What is written before the start is about this patient: their prescription, which holds, and their access.
CREATE FUNCTION session_before_of_patient() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
             WHEN NOT EXISTS (SELECT FROM dialysis_prescription p
                               WHERE p.id = NEW.prescription_id AND p.patient_id = s.patient_id AND p.hospital_id = s.hospital_id AND p.ended_at IS NULL)
                  THEN 'session_before_prescription_holds'
             WHEN NOT EXISTS (SELECT FROM vascular_access a
                               WHERE a.id = NEW.access_id AND a.patient_id = s.patient_id AND a.hospital_id = s.hospital_id AND a.ended_at IS NULL)
                  THEN 'session_before_access_theirs'
           END INTO broken
      FROM dialysis_session s WHERE s.id = NEW.session_id;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'this is not of this patient, or holds no longer' USING ERRCODE = 'check_violation', TABLE = 'session_before', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_of_patient BEFORE INSERT ON session_before FOR EACH ROW EXECUTE FUNCTION session_before_of_patient();

-- Nobody is connected before everything was looked at, twice, and found well: the newest look counts, and its prescription still holds.
CREATE FUNCTION session_started_ready() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    look   session_before%ROWTYPE;
    broken text;
BEGIN
    SELECT * INTO look FROM session_before b WHERE b.session_id = NEW.session_id ORDER BY b.recorded_at DESC, b.id DESC LIMIT 1;
    broken := CASE
        WHEN look.id IS NULL OR look.id <> NEW.before_id            THEN 'session_started_looked'
        WHEN look.prescription_id <> NEW.prescription_id
          OR NOT EXISTS (SELECT FROM dialysis_prescription p WHERE p.id = look.prescription_id AND p.ended_at IS NULL)
                                                                    THEN 'session_started_prescription_holds'
        WHEN NOT look.access_safe                                   THEN 'session_started_access_safe'
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
CREATE TRIGGER b_ready BEFORE INSERT ON session_started FOR EACH ROW EXECUTE FUNCTION session_started_ready();

CREATE FUNCTION session_ended_after_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.at <= (SELECT s.at FROM session_started s WHERE s.session_id = NEW.session_id) THEN
        RAISE EXCEPTION 'it ends after it began' USING ERRCODE = 'check_violation', TABLE = 'session_ended', CONSTRAINT = 'session_ended_after_start';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_after_start BEFORE INSERT ON session_ended FOR EACH ROW EXECUTE FUNCTION session_ended_after_start();

-- Nothing is signed of which the end is not known.
CREATE FUNCTION session_signed_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM session_after a WHERE a.session_id = NEW.session_id) THEN
        RAISE EXCEPTION 'what was found afterwards is missing' USING ERRCODE = 'check_violation', TABLE = 'session_signed', CONSTRAINT = 'session_signed_whole';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_whole BEFORE INSERT ON session_signed FOR EACH ROW EXECUTE FUNCTION session_signed_whole();

-- What was written stays, whoever asks.
CREATE FUNCTION session_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was written of a session stays' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_stays';
END $$;

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['session_check_in', 'session_did_not_attend', 'session_cancelled', 'session_before', 'session_second_check', 'session_started', 'session_observation',
                                'session_intervention', 'session_medicine', 'session_medicine_witness', 'session_event', 'session_ended', 'session_after', 'session_lot', 'session_signed',
                                'session_amendment'] LOOP
        EXECUTE format('CREATE TRIGGER z_stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION session_fact_stays()', fact);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fact);
        -- Who sees the session sees what happened in it; who holds it writes it.
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id))', fact || '_seen', fact);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.hospital_id = (SELECT actor_hospital())))',
                       fact || '_made', fact);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO wardlight_app', fact);
    END LOOP;
END $$;

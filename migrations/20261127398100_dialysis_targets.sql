-- While blood runs, how much is taken in which time may be set anew, and a machine that breaks is exchanged without ending the session. Both are facts like the others of a session
-- (20261127302000_dialysis_facts.sql): what was planned before stays, and the newest holds.

-- Another goal, or another time: mL that shall be taken in all, minutes of treatment in all.
CREATE TABLE session_target (
    id         uuid        CONSTRAINT session_target_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_target_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_target_user_exists REFERENCES app_user,
    uf_goal    integer     NOT NULL CONSTRAINT session_target_uf_goal_possible CHECK (uf_goal BETWEEN 0 AND 10000),
    minutes    smallint    NOT NULL CONSTRAINT session_target_minutes_possible CHECK (minutes BETWEEN 30 AND 720),
    -- mL that had been taken by then, where that was known: from there the rate of what is left follows.
    removed    integer     CONSTRAINT session_target_removed_possible CHECK (removed BETWEEN 0 AND 12000),
    reason     text        NOT NULL CONSTRAINT session_target_reason_form CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    -- What is taken off an hour above the bound is a decision with a reason, here as at the start.
    above_rate_because text CONSTRAINT session_target_above_rate_because_form CHECK (length(btrim(above_rate_because)) BETWEEN 3 AND 500)
);
CREATE INDEX session_target_of_session ON session_target (session_id, at);

-- Another machine, from then on.
CREATE TABLE session_machine (
    id          uuid        CONSTRAINT session_machine_pkey PRIMARY KEY,
    session_id  uuid        NOT NULL CONSTRAINT session_machine_session_exists REFERENCES dialysis_session,
    at          timestamptz NOT NULL,
    by_user     uuid        NOT NULL CONSTRAINT session_machine_user_exists REFERENCES app_user,
    from_device uuid        CONSTRAINT session_machine_from_exists REFERENCES device,
    device_id   uuid        NOT NULL CONSTRAINT session_machine_device_exists REFERENCES device,
    -- mL that had been taken in all by then: the next machine counts from nothing.
    removed     integer     NOT NULL CONSTRAINT session_machine_removed_possible CHECK (removed BETWEEN 0 AND 12000),
    reason      text        NOT NULL CONSTRAINT session_machine_reason_form CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    CONSTRAINT session_machine_another CHECK (device_id IS DISTINCT FROM from_device)
);
CREATE INDEX session_machine_of_session ON session_machine (session_id, at);
CREATE INDEX session_machine_from ON session_machine (from_device, at) WHERE from_device IS NOT NULL;

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['session_target', 'session_machine'] LOOP
        EXECUTE format('CREATE TRIGGER a_in_order BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION session_fact_in_order(''running'')', fact);
        EXECUTE format('CREATE TRIGGER z_stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION session_fact_stays()', fact);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fact);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id))', fact || '_seen', fact);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.hospital_id = (SELECT actor_hospital())))',
                       fact || '_made', fact);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO wardlight_app', fact);
    END LOOP;
END $$;

-- The machine that comes is a dialysis machine of this hospital and fit to start on; the one that goes is the one on which they are.
CREATE FUNCTION session_machine_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
             WHEN s.device_id IS DISTINCT FROM NEW.from_device THEN 'session_machine_from_that'
             WHEN d.id IS NULL OR d.kind <> 'dialysis'         THEN 'session_machine_of_the_list'
             ELSE 'session_machine_device_' || device_unfit(NEW.device_id)
           END INTO broken
      FROM dialysis_session s LEFT JOIN device d ON d.id = NEW.device_id AND d.hospital_id = s.hospital_id
     WHERE s.id = NEW.session_id;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'they cannot go on on this machine' USING ERRCODE = 'check_violation', TABLE = 'session_machine', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_fit BEFORE INSERT ON session_machine FOR EACH ROW EXECUTE FUNCTION session_machine_fit();

-- The fact moves the session to it.
CREATE FUNCTION session_machine_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE dialysis_session SET device_id = NEW.device_id WHERE id = NEW.session_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this is not yours to move' USING ERRCODE = 'check_violation', TABLE = 'session_machine', CONSTRAINT = 'session_machine_in_order';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER z_moves AFTER INSERT ON session_machine FOR EACH ROW EXECUTE FUNCTION session_machine_moves();

-- As in 20261127303000_dialysis_order.sql, and while blood runs the machine changes by that fact alone.
CREATE OR REPLACE FUNCTION dialysis_session_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    fine boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        fine := NEW.state = 'booked';
    ELSIF NEW.state = OLD.state THEN
        fine := OLD.state IN ('booked', 'checked_in') OR NEW.device_id IS NOT DISTINCT FROM OLD.device_id
             OR (OLD.state = 'running'
                 AND (SELECT m.device_id FROM session_machine m WHERE m.session_id = NEW.id ORDER BY m.at DESC, m.id DESC LIMIT 1) = NEW.device_id);
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
    IF fine IS NOT TRUE THEN
        RAISE EXCEPTION 'the session does not go that way' USING ERRCODE = 'check_violation', TABLE = 'dialysis_session', CONSTRAINT = 'dialysis_session_goes_its_way';
    END IF;
    RETURN NEW;
END $$;

-- As in 20261127395000_dialysis_gates.sql, and a machine from which somebody was taken in the middle is disinfected before the next one too.
CREATE OR REPLACE FUNCTION device_last_ended(machine uuid) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT greatest((SELECT max(e.at) FROM dialysis_session s JOIN session_ended e ON e.session_id = s.id WHERE s.device_id = machine),
                    (SELECT max(m.at) FROM session_machine m WHERE m.from_device = machine));
END;

-- What a machine counts is what that machine took: what was taken on the ones before it is added. Of a line written before the first exchange there is nothing to add.
CREATE FUNCTION session_removed_before(whole uuid, moment timestamptz) RETURNS integer LANGUAGE sql STABLE
    RETURN coalesce((SELECT m.removed FROM session_machine m WHERE m.session_id = whole AND m.at <= moment ORDER BY m.at DESC, m.id DESC LIMIT 1), 0);

-- Nobody waits unheard. A call that was taken is given back by who took it, and by the patient where nobody has come; one that nobody takes begins anew. Each of these is a round: it tells the nurses
-- of the ward again, and the on-call table is followed from its first rank. Who had taken it before is in the audit. What a call is about may be said after it was made. Where nobody was on call, the
-- step is not used up: who comes on call later is told. And the patient reads who was told.
ALTER TABLE nurse_call
    ADD COLUMN round       integer     NOT NULL DEFAULT 0 CONSTRAINT nurse_call_round_counted CHECK (round >= 0),
    -- Since when it waits in this round; none in the first, which begins as they call.
    ADD COLUMN waits_since timestamptz,
    ADD CONSTRAINT nurse_call_waits_after_call CHECK (waits_since >= called_at),
    ADD CONSTRAINT nurse_call_waits_in_rounds  CHECK ((waits_since IS NULL) = (round = 0));
GRANT UPDATE (about, round, waits_since) ON nurse_call TO wardlight_app;
-- Who passes a call on gives it back. What was closed so before stays as it was written.
ALTER TABLE nurse_call DROP CONSTRAINT nurse_call_how_known;
ALTER TABLE nurse_call ADD CONSTRAINT nurse_call_how_known CHECK (closed_how IN ('helped', 'not_needed')) NOT VALID;

ALTER TABLE nurse_call_step
    ADD COLUMN round   integer NOT NULL DEFAULT 0,
    -- Told as a nurse on duty on the ward; everybody else as being on call.
    ADD COLUMN on_ward boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT nurse_call_step_on_ward_told CHECK (NOT on_ward OR step = 0 AND told_user IS NOT NULL);

-- That nobody was there is written once, and who is there later is told once.
DROP INDEX nurse_call_step_once;
DROP INDEX nurse_call_step_told_once;
CREATE UNIQUE INDEX nurse_call_step_once ON nurse_call_step (call_id, round, step) WHERE step > 0 AND skipped_reason IS DISTINCT FROM 'nobody';
CREATE UNIQUE INDEX nurse_call_step_nobody_once ON nurse_call_step (call_id, round, step) WHERE step > 0 AND skipped_reason = 'nobody';
CREATE UNIQUE INDEX nurse_call_step_told_once ON nurse_call_step (call_id, round, told_user) WHERE step = 0;
DROP INDEX critical_step_once;
CREATE UNIQUE INDEX critical_step_once ON critical_step (critical_id, step) WHERE step > 0 AND skipped_reason IS DISTINCT FROM 'nobody';
CREATE UNIQUE INDEX critical_step_nobody_once ON critical_step (critical_id, step) WHERE step > 0 AND skipped_reason = 'nobody';

-- The patient says what it is about, and that nobody has come. That somebody comes is not theirs to say.
CREATE POLICY nurse_call_asked_again_by_patient ON nurse_call FOR UPDATE
    USING (patient_id = (SELECT actor_patient()) AND state IN ('waiting', 'taken')) WITH CHECK (patient_id = (SELECT actor_patient()) AND state = 'waiting');

-- As in 20261128030000_calls_begin.sql, and a call that was taken may wait anew, in the next round. What it is about is said once.
CREATE OR REPLACE FUNCTION nurse_call_forward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text := CASE
        WHEN (OLD.state || ' ' || NEW.state) NOT IN ('waiting taken', 'taken closed', 'waiting cancelled', 'taken cancelled', 'taken waiting', 'waiting waiting') THEN 'nurse_call_only_forward'
        WHEN (NEW.taken_by, NEW.taken_at) IS DISTINCT FROM (OLD.taken_by, OLD.taken_at) AND NEW.state NOT IN ('taken', 'waiting')                                 THEN 'nurse_call_taken_stays'
        WHEN NEW.about IS DISTINCT FROM OLD.about AND (OLD.about IS NOT NULL OR OLD.state <> 'waiting' OR NEW.state <> 'waiting')                                  THEN 'nurse_call_about_stays'
        WHEN NEW.round NOT IN (OLD.round, OLD.round + 1) OR NEW.round > OLD.round AND NEW.state <> 'waiting'
          OR NEW.round = OLD.round AND (OLD.state = 'taken' AND NEW.state = 'waiting' OR NEW.waits_since IS DISTINCT FROM OLD.waits_since)                        THEN 'nurse_call_round_next'
    END;
BEGIN
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'a call does not go that way' USING ERRCODE = 'check_violation', TABLE = 'nurse_call', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;

-- Who was told in this round: nurses of the ward, whoever is on call, or nobody. The patient and who cares for them read that, and not whom: the owner looks past its own wall for this one word.
CREATE POLICY nurse_call_step_weighed ON nurse_call_step FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION call_heard(call uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT CASE WHEN bool_or(s.on_ward) THEN 'nurses' WHEN bool_or(s.told_user IS NOT NULL) THEN 'on_call' ELSE 'nobody' END
      FROM nurse_call_step s
      JOIN nurse_call c ON c.id = s.call_id AND c.round = s.round
     WHERE c.id = call AND (c.patient_id IN (actor_patient(), actor_proxied()) OR c.hospital_id = actor_hospital());
END;
REVOKE ALL ON FUNCTION call_heard(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_heard(uuid) TO wardlight_app;

-- Where somebody is who calls: as `critical_place` says, and at a chair for as long as they can be in it. A session that nobody ended counts for twelve hours after its plan, and one that was ended counts
-- until what is measured after it is written, for two hours at most: in these the needle sites are held and people faint. Both numbers are technical: no source gives them, they hold for whatever
-- a person forgot to write.
CREATE FUNCTION call_place(whom uuid, held_by_hospital uuid, at timestamptz) RETURNS TABLE (ward_id uuid, spot text) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT p.ward_id, p.spot
      FROM (SELECT 1 AS rank, lower(d.planned) AS since, c.ward_id, c.name AS spot
              FROM dialysis_session d
              JOIN station c ON c.id = d.station_id
             WHERE d.patient_id = whom AND d.hospital_id = held_by_hospital
               AND (d.state IN ('checked_in', 'running') AND at < upper(d.planned) + interval '12 hours'
                 OR d.state IN ('closed', 'interrupted')
                AND NOT EXISTS (SELECT FROM session_after a WHERE a.session_id = d.id)
                AND EXISTS (SELECT FROM session_ended e WHERE e.session_id = d.id AND e.at > call_place.at - interval '2 hours'))
            UNION ALL
            SELECT 2, lower(s.during), b.ward_id, b.number::text
              FROM device_session s
              JOIN device_assignment m ON m.device_id = s.device_id AND m.during @> at
              JOIN bed b               ON b.id = m.bed_id
             WHERE s.patient_id = whom AND s.hospital_id = held_by_hospital AND s.during @> at
            UNION ALL
            SELECT 3, lower(a.during), a.ward_id, NULL
              FROM admission a
             WHERE a.patient_id = whom AND a.hospital_id = held_by_hospital AND a.during @> at) AS p
     ORDER BY p.rank, p.since DESC
     LIMIT 1;
END;

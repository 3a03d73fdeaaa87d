-- A patient's message that is marked urgent and that nobody reads climbs the on-call table, as their call for a nurse does. Whether it was read or answered stands with the messages and nowhere
-- else; here stands who was told, or why nobody was. The key lets two sweeps at once tell once. Nothing of what was written is here, and no program of the hospital reads a conversation by it.
CREATE TABLE chat_urgent_step (
    message_id     uuid        NOT NULL CONSTRAINT chat_urgent_step_message_exists REFERENCES chat_message,
    hospital_id    uuid        NOT NULL CONSTRAINT chat_urgent_step_hospital_exists REFERENCES hospital,
    step           smallint    NOT NULL CONSTRAINT chat_urgent_step_step_known CHECK (step BETWEEN 1 AND 3),
    at             timestamptz NOT NULL,
    told_user      uuid        CONSTRAINT chat_urgent_step_told_exists REFERENCES app_user,
    skipped_reason text        CONSTRAINT chat_urgent_step_reason_known CHECK (skipped_reason IN ('quiet', 'nobody', 'same')),
    CONSTRAINT chat_urgent_step_told_or_says_why CHECK ((told_user IS NULL) = (skipped_reason IS NOT NULL))
);
-- That nobody was there is written once, and who is there later is told once.
CREATE UNIQUE INDEX chat_urgent_step_once ON chat_urgent_step (message_id, step) WHERE skipped_reason IS DISTINCT FROM 'nobody';
CREATE UNIQUE INDEX chat_urgent_step_nobody_once ON chat_urgent_step (message_id, step) WHERE skipped_reason = 'nobody';
CREATE INDEX chat_urgent_step_of_message ON chat_urgent_step (message_id);

-- The house's own work in that hospital, and nobody else.
ALTER TABLE chat_urgent_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_urgent_step FORCE ROW LEVEL SECURITY;
CREATE POLICY chat_urgent_step_seen ON chat_urgent_step FOR SELECT USING (hospital_id = (SELECT actor_hospital()) AND (SELECT actor_task()) = 'jobs');
CREATE POLICY chat_urgent_step_made ON chat_urgent_step FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()) AND (SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT ON chat_urgent_step TO wardlight_app;

-- The sweep asks for these every few seconds; they are few.
CREATE INDEX chat_message_urgent_unread ON chat_message (sent_at) WHERE is_urgent AND read_at IS NULL;

-- Urgent messages of patients that were sent after a moment and that nobody on the other side has read or answered: which, of whom, since when. The owner looks past its own wall for this answer,
-- and tells it to the house's own work alone: first in which hospitals, then of the one in which it works.
CREATE POLICY chat_room_weighed ON chat_room FOR SELECT TO wardlight_owner USING (true);
CREATE POLICY chat_message_weighed ON chat_message FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION chat_urgent_waits(sent_after timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT DISTINCT r.hospital_id
      FROM chat_message m
      JOIN chat_room r ON r.id = m.room_id
     WHERE m.is_urgent AND m.read_at IS NULL AND m.sent_at > sent_after AND actor_task() = 'jobs' AND r.patient_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM chat_message a WHERE a.room_id = m.room_id AND a.side <> m.side AND (a.sent_at, a.id) > (m.sent_at, m.id));
END;
CREATE FUNCTION chat_urgent_waiting(sent_after timestamptz) RETURNS TABLE (message_id uuid, patient_id uuid, since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT m.id, r.patient_id, m.sent_at
      FROM chat_message m
      JOIN chat_room r ON r.id = m.room_id
     WHERE m.is_urgent AND m.read_at IS NULL AND m.sent_at > sent_after AND actor_task() = 'jobs' AND r.patient_id IS NOT NULL AND r.hospital_id = actor_hospital()
       AND NOT EXISTS (SELECT FROM chat_message a WHERE a.room_id = m.room_id AND a.side <> m.side AND (a.sent_at, a.id) > (m.sent_at, m.id));
END;
REVOKE ALL ON FUNCTION chat_urgent_waits(timestamptz), chat_urgent_waiting(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chat_urgent_waits(timestamptz), chat_urgent_waiting(timestamptz) TO wardlight_app;

-- Whose ward somebody is for the on-call table: where they lie; of somebody who lies nowhere where they are dialysed now, else where their nearest session is within a week.
CREATE FUNCTION on_call_ward(whom uuid, held_by_hospital uuid, moment timestamptz) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce((SELECT a.ward_id
                       FROM admission a
                      WHERE a.hospital_id = held_by_hospital AND a.during @> moment
                        AND a.patient_id IN (SELECT j.id FROM joined(whom) AS j WHERE coalesce(j.held_by, held_by_hospital) = held_by_hospital)
                      LIMIT 1),
                    (SELECT c.ward_id
                       FROM dialysis_session s
                       JOIN station c ON c.id = s.station_id
                      WHERE s.hospital_id = held_by_hospital AND s.state <> 'cancelled'
                        AND s.planned && tstzrange(moment - interval '7 days', moment + interval '7 days')
                        AND s.patient_id IN (SELECT j.id FROM joined(whom) AS j WHERE coalesce(j.held_by, held_by_hospital) = held_by_hospital)
                      ORDER BY s.state = 'running' DESC, abs(extract(epoch FROM lower(s.planned) - moment)), s.id
                      LIMIT 1));
END;

-- The list of what is told grows by one word, whatever other areas have added to it before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule
          FROM pg_constraint k
         WHERE k.conname = 'notice_kind_known'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname,
                       regexp_replace(grown.rule, 'ARRAY\[', 'ARRAY[''message.unread''::text, '));
    END LOOP;
END $$;

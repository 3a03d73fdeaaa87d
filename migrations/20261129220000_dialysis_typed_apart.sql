-- Blood runs at one chair and on one machine for one person at a time, on paper as well: a start or an end that is typed later lies in no other treatment of that chair or that machine. What
-- runs now is kept apart already (`dialysis_session_device_runs_once`, `dialysis_session_station_runs_once`).

-- The machines of a treatment that has started, each with its stretch: from the start or an exchange to the next, the last one to `until`.
CREATE FUNCTION session_on_machines(whole uuid, until timestamptz) RETURNS TABLE (device_id uuid, during tstzrange) LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT c.device_id, tstzrange(least(c.at, until), least(lead(c.at, 1, until) OVER (ORDER BY c.at), until))
      FROM (SELECT f.at,
                   -- The one from which the first exchange took them, else the one of the session.
                   coalesce((SELECT m.from_device FROM session_machine m WHERE m.session_id = whole ORDER BY m.at, m.id LIMIT 1), s.device_id) AS device_id
              FROM session_started f JOIN dialysis_session s ON s.id = f.session_id
             WHERE f.session_id = whole
             UNION ALL
            SELECT m.at, m.device_id FROM session_machine m WHERE m.session_id = whole) AS c
     WHERE c.device_id IS NOT NULL;
END;

-- Where another treatment, which began at `since` or later, lies in `ran` of this one: at its 'station', on one of its machines ('device'), or nowhere. A clock shows minutes: a treatment takes
-- its place to the minute in which it ended. Who writes sees every session of their hospital (`may_see`).
CREATE FUNCTION session_meets(whole uuid, ran tstzrange, since timestamptz) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH other AS (
        SELECT o.id, o.station_id = s.station_id AS here, date_trunc('minute', e.at) AS ended
          FROM dialysis_session s
          JOIN dialysis_session o ON o.hospital_id = s.hospital_id AND o.id <> s.id AND o.state IN ('closed', 'interrupted', 'signed')
                                 -- A treatment begins and ends near its hours: no other is looked at.
                                 AND o.planned && tstzrange(lower(ran) - interval '1 day', upper(ran) + interval '1 day')
          JOIN session_started f  ON f.session_id = o.id AND f.at >= since
          JOIN session_ended e    ON e.session_id = o.id
         WHERE s.id = whole AND tstzrange(f.at, greatest(f.at, date_trunc('minute', e.at))) && ran
    )
    SELECT CASE WHEN EXISTS (SELECT FROM other o WHERE o.here) THEN 'station'
                WHEN EXISTS (SELECT FROM other o
                              CROSS JOIN LATERAL session_on_machines(o.id, o.ended) AS theirs
                               JOIN session_on_machines(whole, 'infinity') AS ours ON ours.device_id = theirs.device_id
                              WHERE theirs.during && (ours.during * ran)) THEN 'device' END;
END;

-- After the session has moved on: who starts has waited until then for who ends at that chair or on that machine (`..._runs_once`), and sees when that was.
CREATE FUNCTION session_apart_on_paper() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    met text;
BEGIN
    met := CASE TG_TABLE_NAME
        WHEN 'session_started' THEN session_meets(NEW.session_id, tstzrange(NEW.at, NEW.at, '[]'), '-infinity')
        -- Nobody is kept from ending a session by a time that cannot be typed any more: `domain::dialysis::typed_time::BACK`.
        ELSE session_meets(NEW.session_id,
                           (SELECT tstzrange(f.at, greatest(f.at, date_trunc('minute', NEW.at))) FROM session_started f WHERE f.session_id = NEW.session_id),
                           coalesce(NEW.written_at, NEW.at) - interval '12 hours')
    END;
    IF met IS NOT NULL THEN
        RAISE EXCEPTION 'another treatment was there at that time' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_apart_' || met;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER zz_apart_on_paper AFTER INSERT ON session_started FOR EACH ROW EXECUTE FUNCTION session_apart_on_paper();
CREATE TRIGGER zz_apart_on_paper AFTER INSERT ON session_ended   FOR EACH ROW EXECUTE FUNCTION session_apart_on_paper();

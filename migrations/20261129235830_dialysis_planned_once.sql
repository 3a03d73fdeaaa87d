-- Two questions that are asked with each session that is received, started or ended were planned anew each time, which took longer than to answer them: a function in SQL that is asked within
-- a statement is planned in each. As the body of plpgsql their plan is kept by the connection (as `led_to` of 20261128050000_patients_wall_apart.sql is).

-- Where another treatment, which began at `since` or later, lies in `ran` of this one: as in 20261129220000_dialysis_typed_apart.sql. Which others are looked at goes by when blood began to
-- run in them and no longer by their hours: behind the wall a range cannot be looked up in an index, and every session of the hospital was read. None runs for two days.
CREATE INDEX session_started_at ON session_started (at);
CREATE OR REPLACE FUNCTION session_meets(whole uuid, ran tstzrange, since timestamptz) RETURNS text LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (
        -- Those first, and each of them by its key: the rule of the hospital is no way to all of its sessions.
        WITH near AS MATERIALIZED (
            SELECT f.session_id, f.at FROM session_started f
             WHERE f.at >= since AND f.at BETWEEN lower(ran) - interval '2 days' AND upper(ran) AND f.session_id <> whole
        ), other AS (
            SELECT o.id, o.station_id = s.station_id AS here, date_trunc('minute', e.at) AS ended
              FROM near f
              JOIN dialysis_session s ON s.id = whole
              JOIN dialysis_session o ON o.id = f.session_id AND o.hospital_id IS NOT DISTINCT FROM s.hospital_id AND o.state IN ('closed', 'interrupted', 'signed')
              JOIN session_ended e    ON e.session_id = f.session_id
             WHERE tstzrange(f.at, greatest(f.at, date_trunc('minute', e.at))) && ran
        )
        SELECT CASE WHEN EXISTS (SELECT FROM other o WHERE o.here) THEN 'station'
                    WHEN EXISTS (SELECT FROM other o
                                  CROSS JOIN LATERAL session_on_machines(o.id, o.ended) AS theirs
                                   JOIN session_on_machines(whole, 'infinity') AS ours ON ours.device_id = theirs.device_id
                                  WHERE theirs.during && (ours.during * ran)) THEN 'device' END);
END $$;

-- Whether somebody needs a chair apart in a hospital: as in 20261127395000_dialysis_gates.sql.
CREATE OR REPLACE FUNCTION isolation_needed(whom uuid, house uuid) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM infection_now(whom, house) i WHERE i.isolate)
        OR EXISTS (SELECT FROM joined(whom) j
                     JOIN patient_flag f ON f.patient_id = j.id AND f.hospital_id = coalesce(j.held_by, f.hospital_id)
                    WHERE f.hospital_id = house AND f.kind = 'isolation' AND f.ended_at IS NULL);
END $$;

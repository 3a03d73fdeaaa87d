-- The lists that the wall looks up are functions that PostgreSQL plans once a connection, no longer text that it writes into every query: a query about a person met each list twice
-- and each list its own walls, and planning "may they see this chart?" took 36 ms of 37. They still are looked up once a query, and only for a row that is not the actor's own hospital's
-- (server/docs/decisions/0005-one-wall.md).
-- Their names are looked up when they run: each says where, or a table of the same name that somebody makes for the moment would be read instead.

-- Who is opened to the actor, whoever holds them.
CREATE OR REPLACE FUNCTION opened_patients() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT actor_patient()
    UNION ALL
    SELECT p.patient_id FROM proxy p
     WHERE p.user_id = actor_user() AND p.patient_id = actor_proxied() AND p.during @> now()
    UNION ALL
    SELECT c.patient_id FROM consent c
     WHERE c.purpose = 'treatment' AND c.patient_id = actor_subject() AND c.to_hospital = actor_hospital() AND c.during @> now() AND actor_user() IS NOT NULL
    UNION ALL
    SELECT b.patient_id FROM break_glass b
     WHERE b.patient_id = actor_subject() AND b.user_id = actor_user() AND b.hospital_id = actor_hospital() AND b.until > now();
END $$;

-- What was joined to them, each in the hospital that joined it.
CREATE FUNCTION opened_joined() RETURNS TABLE (id uuid, held_by uuid) LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT m.other_id, m.hospital_id FROM patient_merge m
     WHERE m.undone_at IS NULL AND m.survivor_id IN (SELECT opened FROM opened_patients() AS opened);
END $$;

CREATE OR REPLACE FUNCTION may_see(whom uuid, held_by uuid) RETURNS SETOF boolean LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT true
     WHERE held_by = (SELECT actor_hospital())
        OR whom IN (SELECT opened FROM opened_patients() AS opened)
        OR (whom, held_by) IN (SELECT j.id, j.held_by FROM opened_joined() AS j);
END;

-- The devices whose values the actor's hospital measures, and when devices anywhere measured somebody who is opened.
CREATE OR REPLACE FUNCTION held_devices() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT d.id FROM device d
     WHERE d.hospital_id = actor_hospital() AND EXISTS (SELECT FROM may_see(NULL, actor_hospital()));
END $$;
CREATE OR REPLACE FUNCTION opened_times() RETURNS TABLE (device_id uuid, during tstzmultirange) LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.device_id, range_agg(s.during)
      FROM opened_patients() AS opened
     CROSS JOIN LATERAL joined(opened) AS j
      JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
     GROUP BY s.device_id;
END $$;

-- The record to which this one leads in a hospital: another, or itself. It holds a question, so it never was written into the query that calls it, and was planned anew in each.
CREATE OR REPLACE FUNCTION led_to(whom uuid, held_by_hospital uuid) RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT m.survivor_id FROM patient_merge m
                      WHERE m.other_id = whom AND m.hospital_id = held_by_hospital AND m.undone_at IS NULL), whom);
END $$;

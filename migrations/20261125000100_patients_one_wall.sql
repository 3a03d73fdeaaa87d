-- One wall: who may see whom is said by may_see and nowhere else, and every policy asks it. Why it is cut like this: server/docs/decisions/0005-one-wall.md.
--
-- The functions answer sets, because PostgreSQL writes such a function into the query that asks (a boolean one with a subquery it would call for each row):
-- what they look up is then looked up once a query. They must stay STABLE, in SQL, without STRICT, SECURITY DEFINER or SET, or they are called a row at a time.

-- The persons who are open to the actor wherever something of them is held: herself. Proxies, consent and break-glass become further lines here (UNION ALL).
-- What those lines read cannot be guarded by may_see in turn: guard it by actor_hospital(), actor_patient() and actor_user().
CREATE FUNCTION opened_patients() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT actor_patient();
END;

-- The wall for what a hospital holds of a person: theirs who are registered in the actor's hospital, as far as that hospital holds it (everything that it
-- holds of a person refers to their registration there), and the opened persons'. Of nobody (NULL), such as what a device measures with nobody on it, it
-- is the hospital's own.
CREATE FUNCTION may_see(whom uuid, held_by uuid) RETURNS SETOF boolean LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT true
     WHERE held_by = (SELECT actor_hospital())
        OR whom IN (SELECT opened FROM opened_patients() AS opened);
END;

DROP POLICY registration_seen ON registration;
CREATE POLICY registration_seen ON registration FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));

-- The person is seen with any of their registrations: in which hospitals that is, the wall has said there.
DROP POLICY patient_seen ON patient;
CREATE POLICY patient_seen ON patient FOR SELECT USING (EXISTS (SELECT FROM registration r WHERE r.patient_id = id));
DROP FUNCTION may_see(uuid);

DROP POLICY portal_account_seen ON portal_account;
CREATE POLICY portal_account_seen ON portal_account FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
-- Whoever has just proved who they are learns from it whose record is theirs.
CREATE POLICY portal_account_own ON portal_account FOR SELECT USING (user_id = (SELECT actor_user()));

DROP POLICY device_session_seen ON device_session;
CREATE POLICY device_session_seen ON device_session FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));

DROP POLICY patient_limit_seen ON patient_limit;
CREATE POLICY patient_limit_seen ON patient_limit FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));

-- Readings and alarms reach their person through the device session that holds their time, which is too dear to ask for each of a day's readings. So it is
-- asked once a query, in two parts.

-- The devices whose hospital may see what they measure, whoever is on them and also when nobody is.
CREATE FUNCTION held_devices() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT d.id
      FROM device d
     WHERE d.hospital_id = actor_hospital() AND EXISTS (SELECT FROM may_see(NULL, actor_hospital()));
END;

-- When each device measured an opened person: few devices, and their times in one value.
CREATE FUNCTION opened_times() RETURNS TABLE (device_id uuid, during tstzmultirange) LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT s.device_id, range_agg(s.during)
      FROM opened_patients() AS opened
      JOIN device_session s ON s.patient_id = opened
     GROUP BY s.device_id;
END;

DROP POLICY reading_seen_by_hospital ON reading;
DROP POLICY reading_seen_by_person ON reading;
CREATE POLICY reading_seen ON reading FOR SELECT TO wardlight_app
    USING (device_id IN (SELECT held FROM held_devices() AS held)
        OR EXISTS (WITH opened AS MATERIALIZED (SELECT * FROM opened_times())
                   SELECT FROM opened o WHERE o.device_id = reading.device_id AND o.during @> reading.taken_at));

DROP POLICY alarm_of_hospital ON alarm;
DROP POLICY alarm_seen_by_person ON alarm;
CREATE POLICY alarm_seen ON alarm FOR SELECT TO wardlight_app
    USING (device_id IN (SELECT held FROM held_devices() AS held)
        OR EXISTS (WITH opened AS MATERIALIZED (SELECT * FROM opened_times())
                   SELECT FROM opened o WHERE o.device_id = alarm.device_id AND o.during @> alarm.raised_at));
-- Whoever sees an alarm because it is their own does not answer it.
CREATE POLICY alarm_answered ON alarm FOR UPDATE TO wardlight_app
    USING (device_id IN (SELECT held FROM held_devices() AS held))
    WITH CHECK (device_id IN (SELECT held FROM held_devices() AS held));

DROP POLICY alarm_event_with_its_alarm ON alarm_event;
CREATE POLICY alarm_event_seen_with_its_alarm ON alarm_event FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id));
CREATE POLICY alarm_event_added_with_its_alarm ON alarm_event FOR INSERT TO wardlight_app
    WITH CHECK (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id AND a.device_id IN (SELECT held FROM held_devices() AS held)));

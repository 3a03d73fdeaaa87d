-- What stands in the way of a treatment, said whole: a chair apart is kept through booking, check-in and start; a machine is a dialysis machine of that ward, disinfected since whoever was on
-- it last; every point of the water counts; nothing is signed that a second person has still to witness; and whoever was received and goes untreated is let go.

-- The newest result of each agent, by the day of the test: what was tested long ago and typed today does not hold over what was tested since. With the records that were joined to this
-- one. Of one hospital, or (NULL) of each that the reader sees.
CREATE FUNCTION infection_now(whom uuid, house uuid)
    RETURNS TABLE (agent text, result text, isolate boolean, tested_on date, recorded_at timestamptz, recorded_by uuid) LANGUAGE sql STABLE ROWS 8
BEGIN ATOMIC
    SELECT DISTINCT ON (i.agent) i.agent, i.result, i.isolate, i.tested_on, i.recorded_at, i.recorded_by
      FROM joined(whom) j
      JOIN infection_status i ON i.patient_id = j.id AND i.hospital_id = coalesce(j.held_by, i.hospital_id) AND i.hospital_id = coalesce(house, i.hospital_id)
     ORDER BY i.agent, i.tested_on DESC, i.recorded_at DESC, i.id DESC;
END;

-- Whether somebody needs a chair apart in a hospital: by what they carry, or by the warning in their record.
CREATE FUNCTION isolation_needed(whom uuid, house uuid) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM infection_now(whom, house) i WHERE i.isolate)
        OR EXISTS (SELECT FROM joined(whom) j
                     JOIN patient_flag f ON f.patient_id = j.id AND f.hospital_id = coalesce(j.held_by, f.hospital_id)
                    WHERE f.hospital_id = house AND f.kind = 'isolation' AND f.ended_at IS NULL);
END;
-- Who offers a place by itself sees the same as who books by hand.
CREATE POLICY patient_merge_for_jobs ON patient_merge FOR SELECT USING ((SELECT actor_task()) = 'jobs');

-- Received and connected at a chair apart only, whatever was known on the day of the booking. Who needs none may be received at one: the booking keeps it free of them.
CREATE FUNCTION session_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_session s JOIN station c ON c.id = s.station_id
                WHERE s.id = NEW.session_id AND NOT c.isolation AND isolation_needed(s.patient_id, s.hospital_id)) THEN
        RAISE EXCEPTION 'this chair is none apart' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_apart';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER c_apart BEFORE INSERT ON session_check_in FOR EACH ROW EXECUTE FUNCTION session_apart();
CREATE TRIGGER c_apart BEFORE INSERT ON session_started  FOR EACH ROW EXECUTE FUNCTION session_apart();

-- When the last treatment on a machine ended, of whomever: that, and nothing of them. The owner looks past its own wall for this one answer.
CREATE INDEX dialysis_session_of_device ON dialysis_session (device_id) WHERE device_id IS NOT NULL;
CREATE FUNCTION device_last_ended(machine uuid) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT max(e.at) FROM dialysis_session s JOIN session_ended e ON e.session_id = s.id WHERE s.device_id = machine;
END;
REVOKE ALL ON FUNCTION device_last_ended(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION device_last_ended(uuid) TO wardlight_app;

-- Whether a machine belongs to a ward or stands there.
CREATE FUNCTION device_in_ward(machine uuid, here uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN device_ward(machine) IS NOT DISTINCT FROM here
        OR EXISTS (SELECT FROM device_assignment a JOIN bed b ON b.id = a.bed_id WHERE a.device_id = machine AND a.during @> now() AND b.ward_id = here);

-- Whom a machine is kept for, as a chair may be: who carries this, and nobody else (European Best Practice Guidelines for Haemodialysis, 2002, guideline VI.6.4 B: whoever carries
-- hepatitis B is treated apart, on machines of their own). And for how many hours a disinfection answers where nobody was on it since; none: as long as that.
ALTER TABLE device
    ADD COLUMN kept_for        text     CONSTRAINT device_kept_for_known CHECK (kept_for IN ('hbv', 'hcv', 'hiv', 'mrsa', 'vre', 'tb', 'covid19', 'other')),
    ADD COLUMN disinfect_hours smallint CONSTRAINT device_disinfect_hours_possible CHECK (disinfect_hours BETWEEN 1 AND 720);
GRANT UPDATE (kept_for, disinfect_hours) ON device TO wardlight_app;
ALTER TABLE device_change DROP CONSTRAINT device_change_field_known;
ALTER TABLE device_change ADD CONSTRAINT device_change_field_known CHECK (field IN (
    'name', 'model', 'serial', 'kind', 'physical_id', 'maker', 'firmware', 'ward', 'installed_on', 'warranty_until', 'kept_for', 'disinfect_hours'));

CREATE INDEX water_test_failed ON water_test (ward_id) WHERE verdict = 'failed';

-- As in 20261127310000_devices_machines.sql, with one reason more and the water told by its points:
-- 'disinfection_due'  it was never disinfected, not since the last treatment on it ended, or longer ago than its hospital says for it. Asked where a treatment starts, not ahead: it is
--                     disinfected between two patients (European Best Practice Guidelines for Haemodialysis, 2002, guideline VI.6.4 A: machines are cleaned and disinfected after
--                     each treatment; with what and for how long says the maker of each).
-- 'water_failed'      the newest test of a measure at one of the points where it is drawn is over the limit: a good one at the tank says nothing of the end of the loop.
CREATE OR REPLACE FUNCTION device_unfit_at(machine uuid, moment timestamptz, to_start boolean) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN d.id IS NULL THEN 'unknown'
        WHEN d.status = 'inactive' THEN 'inactive'
        WHEN d.status = 'maintenance'
             AND (to_start OR NOT EXISTS (SELECT FROM device_outage o WHERE o.device_id = d.id AND upper_inf(o.during) AND o.expected_back <= moment))
             THEN 'maintenance'
        WHEN d.kind <> 'dialysis' THEN NULL
        WHEN EXISTS (SELECT FROM maintenance_due p
                      WHERE p.device_id = d.id AND p.is_gate
                        AND (p.due_on < (now() AT TIME ZONE p.zone)::date OR p.due_hours < device_hours(d.id)))
             THEN 'overdue'
        WHEN (SELECT f.result FROM disinfection f WHERE f.device_id = d.id ORDER BY f.done_at DESC, f.id DESC LIMIT 1) = 'failed'
             THEN 'disinfection'
        WHEN to_start AND NOT EXISTS (SELECT FROM disinfection f
                                       WHERE f.device_id = d.id AND f.result = 'passed'
                                         AND f.done_at >= coalesce(device_last_ended(d.id), '-infinity')
                                         AND f.done_at >= coalesce(now() - make_interval(hours => d.disinfect_hours), '-infinity'))
             THEN 'disinfection_due'
        WHEN EXISTS (SELECT FROM water_test t
                      WHERE t.ward_id = device_ward(d.id) AND t.verdict = 'failed'
                        AND NOT EXISTS (SELECT FROM water_test l
                                         WHERE l.ward_id = t.ward_id AND l.measure = t.measure AND lower(btrim(l.point)) = lower(btrim(t.point))
                                           AND (l.taken_at, l.id) > (t.taken_at, t.id)))
             THEN 'water_failed'
        WHEN EXISTS (SELECT FROM water_limit_now(d.hospital_id) m
                      WHERE (to_start OR m.valid_hours > 48)
                        AND NOT EXISTS (SELECT FROM water_test t WHERE t.ward_id = device_ward(d.id) AND t.measure = m.measure
                                           AND t.taken_at > now() - make_interval(hours => m.valid_hours)))
             THEN 'water_missing'
        END
      FROM (SELECT) one LEFT JOIN device d ON d.id = machine;
END;

-- Why a machine is not for this session, whatever it is fit for; NULL when it is. The first of:
-- 'kind'  it is no dialysis machine
-- 'ward'  it neither belongs to the ward of the chair nor stands there
-- 'hdf'   haemodiafiltration is prescribed, and it stands at a chair that cannot do it
-- 'kept'      it is kept for an infection that was not found in them
-- 'not_kept'  the ward keeps machines for what was found in them, and this is none of these
CREATE FUNCTION device_unsuited(machine uuid, chair uuid, whom uuid, house uuid) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN d.kind <> 'dialysis' THEN 'kind'
        WHEN NOT device_in_ward(d.id, c.ward_id) THEN 'ward'
        WHEN EXISTS (SELECT FROM dialysis_prescription p
                      WHERE p.patient_id = whom AND p.hospital_id = house AND p.ended_at IS NULL AND p.modality IN ('hdf_pre', 'hdf_post', 'hf'))
             AND EXISTS (SELECT FROM device_assignment a JOIN station k ON k.bed_id = a.bed_id
                          WHERE a.device_id = d.id AND a.during @> now() AND NOT k.hdf)
             THEN 'hdf'
        WHEN d.kept_for IS NOT NULL AND NOT EXISTS (SELECT FROM infection_now(whom, house) i WHERE i.agent = d.kept_for AND i.result = 'positive')
             THEN 'kept'
        WHEN d.kept_for IS NULL
             AND EXISTS (SELECT FROM infection_now(whom, house) i
                           JOIN device o ON o.hospital_id = house AND o.kept_for = i.agent AND o.kind = 'dialysis' AND o.status <> 'inactive' AND device_in_ward(o.id, c.ward_id)
                          WHERE i.result = 'positive')
             THEN 'not_kept'
        END
      FROM device d, station c WHERE d.id = machine AND c.id = chair;
END;

CREATE OR REPLACE FUNCTION dialysis_session_device_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unfit text;
BEGIN
    IF NEW.device_id IS NULL THEN
        RETURN NEW;
    END IF;
    unfit := device_unsuited(NEW.device_id, NEW.station_id, NEW.patient_id, NEW.hospital_id);
    -- What is written down afterwards of a day that is over books nothing.
    IF unfit IS NULL AND upper(NEW.planned) >= now() THEN
        unfit := device_unfit_to_book(NEW.device_id, lower(NEW.planned));
    END IF;
    IF unfit IS NOT NULL THEN
        RAISE EXCEPTION 'this machine is not fit' USING ERRCODE = 'check_violation', TABLE = 'dialysis_session', CONSTRAINT = 'dialysis_session_device_' || unfit;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION session_started_device_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unfit text;
BEGIN
    SELECT CASE
             WHEN s.device_id IS NOT NULL THEN coalesce(device_unsuited(s.device_id, s.station_id, s.patient_id, s.hospital_id), device_unfit(s.device_id))
             -- Where there are machines, somebody says which, also of a start that is written down later (20261127398000_dialysis_typed_times.sql); what a whole session says
             -- afterwards connects nobody.
             WHEN (NEW.at > now() - interval '1 hour' OR NEW.written_at IS NOT NULL)
                  AND EXISTS (SELECT FROM device d WHERE d.hospital_id = s.hospital_id AND d.kind = 'dialysis' AND device_in_ward(d.id, c.ward_id)) THEN 'named'
           END INTO unfit
      FROM dialysis_session s JOIN station c ON c.id = s.station_id WHERE s.id = NEW.session_id;
    IF unfit IS NOT NULL THEN
        RAISE EXCEPTION 'this machine is not fit' USING ERRCODE = 'check_violation', TABLE = 'session_started', CONSTRAINT = 'session_started_device_' || unfit;
    END IF;
    IF EXISTS (SELECT FROM dialysis_session s JOIN station c ON c.id = s.station_id
                 JOIN dialysis_prescription p ON p.id = NEW.prescription_id
                WHERE s.id = NEW.session_id AND NOT c.hdf AND p.modality IN ('hdf_pre', 'hdf_post', 'hf')) THEN
        RAISE EXCEPTION 'this chair cannot do what is prescribed' USING ERRCODE = 'check_violation', TABLE = 'session_started', CONSTRAINT = 'session_started_hdf';
    END IF;
    RETURN NEW;
END $$;

-- The past is frozen for what nobody came to. Whoever was received and is not connected goes, also after the hour for which the chair was kept: that is written with its reason, and the
-- session waits for nobody any more.
CREATE OR REPLACE FUNCTION session_cancelled_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_session s WHERE s.id = NEW.session_id AND s.state = 'booked' AND NEW.at >= upper(s.planned)) THEN
        RAISE EXCEPTION 'the past is frozen' USING ERRCODE = 'check_violation', TABLE = 'session_cancelled', CONSTRAINT = 'session_cancelled_not_past';
    END IF;
    RETURN NEW;
END $$;
ALTER TABLE session_cancelled DROP CONSTRAINT session_cancelled_reason_known;
ALTER TABLE session_cancelled ADD CONSTRAINT session_cancelled_reason_known
    CHECK (reason IN ('moved', 'patient', 'ill', 'in_hospital', 'machine', 'staff', 'holiday', 'left', 'other'));

-- Nothing is signed of which the end is not known, nor with a medicine that a second person has not witnessed: after the signature nobody can.
CREATE OR REPLACE FUNCTION session_signed_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    broken := CASE
        WHEN NOT EXISTS (SELECT FROM session_after a WHERE a.session_id = NEW.session_id) THEN 'session_signed_whole'
        WHEN EXISTS (SELECT FROM session_medicine m
                      WHERE m.session_id = NEW.session_id AND NOT EXISTS (SELECT FROM session_medicine_witness w WHERE w.medicine_id = m.id)) THEN 'session_signed_witnessed'
    END;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'something is missing before the signature' USING ERRCODE = 'check_violation', TABLE = 'session_signed', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;

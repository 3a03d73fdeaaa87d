-- An administrator sets the house up: wards, beds and chairs are made, renamed and retired, and machines are put where they stand. What is retired stays for what happened there; its
-- name and its number are free again. Nobody's record is in here, so `place_change` stands open to the serving role as `device_change` does; the verbs ask whose hospital it is.

ALTER TABLE ward ADD COLUMN retired_at timestamptz;
ALTER TABLE bed  ADD COLUMN retired_at timestamptz;
ALTER TABLE ward    DROP CONSTRAINT ward_name_once;
ALTER TABLE bed     DROP CONSTRAINT bed_number_once;
ALTER TABLE station DROP CONSTRAINT station_name_once;
CREATE UNIQUE INDEX ward_name_once    ON ward (hospital_id, name)    WHERE retired_at IS NULL;
CREATE UNIQUE INDEX bed_number_once   ON bed (ward_id, number)       WHERE retired_at IS NULL;
CREATE UNIQUE INDEX station_name_once ON station (hospital_id, name) WHERE retired_at IS NULL;
GRANT UPDATE (name, retired_at) ON ward TO wardlight_app;
GRANT UPDATE (number, retired_at) ON bed TO wardlight_app;
GRANT UPDATE (name) ON station TO wardlight_app;

-- Who put a machine where it stands, and who took it away; of what was there before nobody knows.
ALTER TABLE device_assignment
    ADD COLUMN placed_by uuid CONSTRAINT device_assignment_placer_exists REFERENCES app_user,
    ADD COLUMN taken_by  uuid CONSTRAINT device_assignment_taker_exists REFERENCES app_user,
    ADD CONSTRAINT device_assignment_taken_ends CHECK (taken_by IS NULL OR NOT upper_inf(during));
GRANT UPDATE (taken_by) ON device_assignment TO wardlight_app;

-- What was done to a ward, a bed or a chair, as it was called then.
CREATE TABLE place_change (
    id          uuid        CONSTRAINT place_change_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL,
    -- The ward that it is, or in which it is.
    ward_id     uuid        NOT NULL,
    sort        text        NOT NULL CONSTRAINT place_change_sort_known CHECK (sort IN ('ward', 'bed', 'chair')),
    place_id    uuid        NOT NULL,
    act         text        NOT NULL CONSTRAINT place_change_act_known CHECK (act IN ('made', 'renamed', 'changed', 'retired')),
    name        text        NOT NULL CONSTRAINT place_change_name_given CHECK (name <> ''),
    -- What it was called before it was renamed.
    before      text,
    reason      text        CONSTRAINT place_change_reason_form CHECK (length(reason) BETWEEN 3 AND 500),
    changed_at  timestamptz NOT NULL,
    changed_by  uuid        NOT NULL CONSTRAINT place_change_changer_exists REFERENCES app_user,
    CONSTRAINT place_change_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT place_change_renamed_whole CHECK ((act = 'renamed') = (before IS NOT NULL)),
    CONSTRAINT place_change_retired_why CHECK ((act = 'retired') = (reason IS NOT NULL))
);
CREATE INDEX place_change_of_ward ON place_change (ward_id, changed_at);
GRANT SELECT, INSERT ON place_change TO wardlight_app;

-- Why a place cannot be retired now; NULL when it can. The first of:
-- 'patient' somebody is measured there, or lies on the ward
-- 'session' a session runs there or is booked, 'plan' the weekly plan has the chair, 'offer' it is offered to somebody who waits
-- 'machine' a machine stands there, or belongs to the ward
-- 'chair', 'bed' it still has one; 'duty' somebody is on duty on the ward, or will be
CREATE FUNCTION bed_held(place uuid) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN EXISTS (SELECT FROM device_assignment a
                       JOIN device_session s ON s.device_id = a.device_id AND (upper_inf(s.during) OR upper(s.during) > now())
                      WHERE a.bed_id = place AND (upper_inf(a.during) OR upper(a.during) > now())) THEN 'patient'
        WHEN EXISTS (SELECT FROM device_assignment a WHERE a.bed_id = place AND (upper_inf(a.during) OR upper(a.during) > now())) THEN 'machine'
        WHEN EXISTS (SELECT FROM station s WHERE s.bed_id = place AND s.retired_at IS NULL) THEN 'chair'
        END;
END;

CREATE FUNCTION station_held(place uuid) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN EXISTS (SELECT FROM dialysis_session s
                      WHERE s.station_id = place AND (s.state IN ('checked_in', 'running') OR s.state = 'booked' AND upper(s.planned) > now())) THEN 'session'
        WHEN EXISTS (SELECT FROM dialysis_plan p
                      WHERE p.station_id = place AND NOT isempty(p.during) AND (upper_inf(p.during) OR upper(p.during) > current_date)) THEN 'plan'
        WHEN EXISTS (SELECT FROM dialysis_wait w WHERE w.offered_station = place AND w.ended_at IS NULL) THEN 'offer'
        WHEN EXISTS (SELECT FROM station c
                       JOIN device_assignment a ON a.bed_id = c.bed_id AND (upper_inf(a.during) OR upper(a.during) > now())
                      WHERE c.id = place) THEN 'machine'
        END;
END;

CREATE FUNCTION ward_held(place uuid) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN EXISTS (SELECT FROM admission a WHERE a.ward_id = place AND (upper_inf(a.during) OR upper(a.during) > now())) THEN 'patient'
        WHEN EXISTS (SELECT FROM station s WHERE s.ward_id = place AND s.retired_at IS NULL) THEN 'chair'
        WHEN EXISTS (SELECT FROM bed b WHERE b.ward_id = place AND b.retired_at IS NULL) THEN 'bed'
        WHEN EXISTS (SELECT FROM device d WHERE d.ward_id = place AND d.status <> 'inactive') THEN 'machine'
        WHEN EXISTS (SELECT FROM ward_duty d WHERE d.ward_id = place AND (upper_inf(d.during) OR upper(d.during) > now())) THEN 'duty'
        END;
END;

-- A place that is held is not retired, whoever asks, and one that is retired does not come back. The name of the violated rule ends in the reason.
CREATE FUNCTION place_retires() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held text;
BEGIN
    IF NEW.retired_at IS NOT DISTINCT FROM OLD.retired_at THEN
        RETURN NEW;
    END IF;
    held := CASE
        WHEN OLD.retired_at IS NOT NULL THEN 'already'
        WHEN TG_TABLE_NAME = 'ward'     THEN ward_held(NEW.id)
        WHEN TG_TABLE_NAME = 'bed'      THEN bed_held(NEW.id)
        ELSE station_held(NEW.id)
    END;
    IF held IS NOT NULL THEN
        RAISE EXCEPTION 'this place is held' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_held_' || held;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_retires BEFORE UPDATE OF retired_at ON ward    FOR EACH ROW EXECUTE FUNCTION place_retires();
CREATE TRIGGER place_retires BEFORE UPDATE OF retired_at ON bed     FOR EACH ROW EXECUTE FUNCTION place_retires();
CREATE TRIGGER place_retires BEFORE UPDATE OF retired_at ON station FOR EACH ROW EXECUTE FUNCTION place_retires();

-- Nothing begins at a place that is retired. Whoever begins something there and whoever retires it wait for each other: the lock is shared among beginners and stops the other.
CREATE FUNCTION place_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place uuid := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
    stands boolean;
BEGIN
    IF place IS NULL THEN
        RETURN NEW;
    END IF;
    EXECUTE format('SELECT retired_at IS NULL FROM %I WHERE id = $1 FOR SHARE', TG_ARGV[0]) INTO stands USING place;
    -- One that is not there at all says the foreign key.
    IF stands IS FALSE THEN
        RAISE EXCEPTION 'this place is retired' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_' || TG_ARGV[0] || '_retired';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_stands    BEFORE INSERT            ON bed               FOR EACH ROW EXECUTE FUNCTION place_stands('ward', 'ward_id');
CREATE TRIGGER place_stands    BEFORE INSERT            ON station           FOR EACH ROW EXECUTE FUNCTION place_stands('ward', 'ward_id');
CREATE TRIGGER place_stands_at BEFORE INSERT OR UPDATE OF bed_id  ON station FOR EACH ROW EXECUTE FUNCTION place_stands('bed', 'bed_id');
CREATE TRIGGER place_stands    BEFORE INSERT OR UPDATE OF ward_id ON device  FOR EACH ROW EXECUTE FUNCTION place_stands('ward', 'ward_id');
CREATE TRIGGER place_stands    BEFORE INSERT            ON admission         FOR EACH ROW EXECUTE FUNCTION place_stands('ward', 'ward_id');
CREATE TRIGGER place_stands    BEFORE INSERT            ON ward_duty         FOR EACH ROW EXECUTE FUNCTION place_stands('ward', 'ward_id');
CREATE TRIGGER place_stands    BEFORE INSERT            ON device_assignment FOR EACH ROW EXECUTE FUNCTION place_stands('bed', 'bed_id');
CREATE TRIGGER place_stands    BEFORE INSERT            ON dialysis_session  FOR EACH ROW EXECUTE FUNCTION place_stands('station', 'station_id');
CREATE TRIGGER place_stands    BEFORE UPDATE OF offered_station ON dialysis_wait FOR EACH ROW EXECUTE FUNCTION place_stands('station', 'offered_station');
CREATE TRIGGER place_stands    BEFORE INSERT            ON dialysis_plan     FOR EACH ROW EXECUTE FUNCTION place_stands('station', 'station_id');

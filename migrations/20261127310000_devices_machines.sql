-- Machines that are kept: what they are, what was done to them, and whether one may be used. Nobody's record is in here; who lies at a machine says device_session.
-- All of it stands open to the serving roles as `device` does, because a patient who books asks whether a machine is fit. The verbs ask whose hospital it is.

-- A monitor watches. A dialysis machine treats, and is gated: by its upkeep, its disinfection and the water of its ward.
ALTER TABLE device
    ADD COLUMN kind           text NOT NULL DEFAULT 'monitor' CONSTRAINT device_kind_known CHECK (kind IN ('monitor', 'dialysis')),
    -- What is glued to it: the number of the inventory.
    ADD COLUMN physical_id    text CONSTRAINT device_physical_id_form CHECK (length(physical_id) BETWEEN 1 AND 60),
    ADD COLUMN maker          text CONSTRAINT device_maker_form CHECK (length(maker) BETWEEN 1 AND 120),
    -- What runs on it, as far as it does not say so itself (device_report).
    ADD COLUMN firmware       text CONSTRAINT device_firmware_form CHECK (length(firmware) BETWEEN 1 AND 60),
    -- Where it belongs, wherever it stands today; its water is the water of this ward.
    ADD COLUMN ward_id        uuid,
    ADD COLUMN installed_on   date,
    ADD COLUMN warranty_until date,
    ADD CONSTRAINT device_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    ADD CONSTRAINT device_warranty_after_installed CHECK (warranty_until >= installed_on),
    ADD CONSTRAINT device_physical_id_once UNIQUE (hospital_id, physical_id);
GRANT UPDATE (name, model, serial, kind, physical_id, maker, firmware, ward_id, installed_on, warranty_until) ON device TO wardlight_app;
CREATE INDEX device_of_ward ON device (ward_id) WHERE ward_id IS NOT NULL;

-- What of a machine's papers was changed: one row for each field, as it was and as it is.
CREATE TABLE device_change (
    id          uuid        CONSTRAINT device_change_pkey PRIMARY KEY,
    device_id   uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    field       text        NOT NULL CONSTRAINT device_change_field_known CHECK (field IN (
                            'name', 'model', 'serial', 'kind', 'physical_id', 'maker', 'firmware', 'ward', 'installed_on', 'warranty_until')),
    before      text,
    after       text,
    changed_at  timestamptz NOT NULL,
    changed_by  uuid        NOT NULL CONSTRAINT device_change_changer_exists REFERENCES app_user,
    CONSTRAINT device_change_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_change_changes CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX device_change_of_device ON device_change (device_id, changed_at);
GRANT SELECT, INSERT ON device_change TO wardlight_app;

-- Out of service, and why: `device.status` says it now, these rows say since when, and keep it.
CREATE TABLE device_outage (
    id            uuid        CONSTRAINT device_outage_pkey PRIMARY KEY,
    device_id     uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    status        text        NOT NULL CONSTRAINT device_outage_status_known CHECK (status IN ('inactive', 'maintenance')),
    reason        text        NOT NULL CONSTRAINT device_outage_reason_form CHECK (length(reason) BETWEEN 3 AND 500),
    -- When it is thought to be back; it may be booked for a time after that.
    expected_back timestamptz,
    during        tstzrange   NOT NULL CONSTRAINT device_outage_during_given CHECK (NOT isempty(during)),
    taken_by      uuid        NOT NULL CONSTRAINT device_outage_taker_exists REFERENCES app_user,
    back_by       uuid        CONSTRAINT device_outage_returner_exists REFERENCES app_user,
    back_note     text        CONSTRAINT device_outage_back_note_form CHECK (length(back_note) BETWEEN 1 AND 500),
    CONSTRAINT device_outage_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_outage_once EXCLUDE USING gist (device_id WITH =, during WITH &&),
    CONSTRAINT device_outage_ends_whole CHECK (upper_inf(during) = (back_by IS NULL)),
    CONSTRAINT device_outage_expected_after CHECK (expected_back > lower(during))
);
GRANT SELECT, INSERT, UPDATE (during, back_by, back_note) ON device_outage TO wardlight_app;

-- What a machine did on one day of its hospital, counted from its readings and alarms.
CREATE TABLE device_day (
    device_id     uuid     NOT NULL CONSTRAINT device_day_device_exists REFERENCES device,
    day           date     NOT NULL,
    -- Minutes in which it measured: it ran.
    minutes_run   smallint NOT NULL CONSTRAINT device_day_minutes_run_counted CHECK (minutes_run BETWEEN 0 AND 1500),
    -- Minutes within those stretches in which nothing came, and the longest of them at a time.
    minutes_gap   smallint NOT NULL CONSTRAINT device_day_minutes_gap_counted CHECK (minutes_gap BETWEEN 0 AND 1500),
    longest_gap   smallint NOT NULL CONSTRAINT device_day_longest_gap_counted CHECK (longest_gap BETWEEN 0 AND 1500),
    readings      integer  NOT NULL CONSTRAINT device_day_readings_counted CHECK (readings >= 0),
    -- From the measurement to us: of all readings together, and in the slowest hour that within which 95 of 100 came.
    delay_ms      bigint   NOT NULL CONSTRAINT device_day_delay_counted CHECK (delay_ms >= 0),
    delay_p95_ms  integer  NOT NULL DEFAULT 0,
    -- How far its clock is ahead of ours at the least: a reading cannot come before it was taken.
    ahead_ms      integer  NOT NULL DEFAULT 0 CONSTRAINT device_day_ahead_counted CHECK (ahead_ms >= 0),
    alarms        integer  NOT NULL CONSTRAINT device_day_alarms_counted CHECK (alarms >= 0),
    CONSTRAINT device_day_pkey PRIMARY KEY (device_id, day)
);
GRANT SELECT, INSERT, UPDATE ON device_day TO wardlight_app;

-- Until when its readings are counted into its days: each hour is counted once.
CREATE TABLE device_counted (
    device_id  uuid        CONSTRAINT device_counted_pkey PRIMARY KEY CONSTRAINT device_counted_device_exists REFERENCES device,
    counted_to timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON device_counted TO wardlight_app;

-- The counter of hours on the machine, as somebody read it. Between two of them the minutes of device_day count.
CREATE TABLE device_meter (
    id             uuid         CONSTRAINT device_meter_pkey PRIMARY KEY,
    device_id      uuid         NOT NULL,
    hospital_id    uuid         NOT NULL,
    hours          numeric(9,1) NOT NULL CONSTRAINT device_meter_hours_counted CHECK (hours >= 0),
    -- The minutes that were counted for this machine when it was read.
    minutes_before bigint       NOT NULL CONSTRAINT device_meter_minutes_counted CHECK (minutes_before >= 0),
    read_at        timestamptz  NOT NULL,
    read_by        uuid         NOT NULL CONSTRAINT device_meter_reader_exists REFERENCES app_user,
    CONSTRAINT device_meter_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id)
);
CREATE INDEX device_meter_of_device ON device_meter (device_id, read_at);
GRANT SELECT, INSERT ON device_meter TO wardlight_app;

-- Hours that a machine has run: its counter as it was last read, and what it ran since.
CREATE FUNCTION device_hours(machine uuid) RETURNS numeric LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(m.hours, 0) + round((coalesce(d.minutes, 0) - coalesce(m.minutes_before, 0)) / 60.0, 1)
          FROM (SELECT sum(minutes_run) AS minutes FROM device_day WHERE device_id = machine) d
          LEFT JOIN LATERAL (SELECT hours, minutes_before FROM device_meter WHERE device_id = machine ORDER BY read_at DESC, id DESC LIMIT 1) m ON true);

-- Work that comes again: after so many days, after so many hours run, whichever is first.
CREATE TABLE maintenance_plan (
    id            uuid         CONSTRAINT maintenance_plan_pkey PRIMARY KEY,
    device_id     uuid         NOT NULL,
    hospital_id   uuid         NOT NULL,
    work          text         NOT NULL CONSTRAINT maintenance_plan_work_form CHECK (length(work) BETWEEN 3 AND 120),
    every_days    integer      CONSTRAINT maintenance_plan_every_days_possible CHECK (every_days BETWEEN 1 AND 3660),
    every_hours   integer      CONSTRAINT maintenance_plan_every_hours_possible CHECK (every_hours BETWEEN 1 AND 100000),
    -- What is looked at, one after the other.
    checklist     text[]       NOT NULL DEFAULT '{}' CONSTRAINT maintenance_plan_checklist_short CHECK (cardinality(checklist) <= 30),
    -- Whether the machine may not be used while it is overdue.
    is_gate       boolean      NOT NULL DEFAULT true,
    -- From when and from which hours it counts until it was done for the first time.
    from_day      date         NOT NULL,
    from_hours    numeric(9,1) NOT NULL CONSTRAINT maintenance_plan_from_hours_counted CHECK (from_hours >= 0),
    made_at       timestamptz  NOT NULL,
    made_by       uuid         NOT NULL CONSTRAINT maintenance_plan_maker_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid         CONSTRAINT maintenance_plan_ender_exists REFERENCES app_user,
    -- When whoever keeps the machine was told last that it is due: once each time.
    told_at       timestamptz,
    CONSTRAINT maintenance_plan_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT maintenance_plan_comes_again CHECK (every_days IS NOT NULL OR every_hours IS NOT NULL),
    CONSTRAINT maintenance_plan_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT maintenance_plan_of_device UNIQUE (id, device_id)
);
CREATE UNIQUE INDEX maintenance_plan_once ON maintenance_plan (device_id, lower(work)) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, told_at) ON maintenance_plan TO wardlight_app;

-- A piece of work: opened, then done or given up, once. Of a plan, or a repair of its own.
CREATE TABLE maintenance_work (
    id          uuid         CONSTRAINT maintenance_work_pkey PRIMARY KEY,
    device_id   uuid         NOT NULL,
    hospital_id uuid         NOT NULL,
    plan_id     uuid,
    work        text         NOT NULL CONSTRAINT maintenance_work_work_form CHECK (length(work) BETWEEN 3 AND 120),
    checklist   text[]       NOT NULL DEFAULT '{}' CONSTRAINT maintenance_work_checklist_short CHECK (cardinality(checklist) <= 30),
    opened_at   timestamptz  NOT NULL,
    opened_by   uuid         NOT NULL CONSTRAINT maintenance_work_opener_exists REFERENCES app_user,
    closed_at   timestamptz,
    closed_by   uuid         CONSTRAINT maintenance_work_closer_exists REFERENCES app_user,
    result      text         CONSTRAINT maintenance_work_result_known CHECK (result IN ('passed', 'failed', 'given_up')),
    -- Its hours when the work was done.
    hours       numeric(9,1) CONSTRAINT maintenance_work_hours_counted CHECK (hours >= 0),
    findings    text         CONSTRAINT maintenance_work_findings_form CHECK (length(findings) BETWEEN 1 AND 2000),
    CONSTRAINT maintenance_work_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT maintenance_work_plan_of_device FOREIGN KEY (plan_id, device_id) REFERENCES maintenance_plan (id, device_id),
    CONSTRAINT maintenance_work_of_device UNIQUE (id, device_id),
    CONSTRAINT maintenance_work_closes_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (result IS NULL)
                                                    AND (hours IS NOT NULL) = (result IS NOT NULL AND result <> 'given_up')),
    CONSTRAINT maintenance_work_why_not CHECK (result = 'passed' OR result IS NULL OR findings IS NOT NULL),
    CONSTRAINT maintenance_work_closes_after CHECK (closed_at >= opened_at)
);
CREATE UNIQUE INDEX maintenance_work_open_once ON maintenance_work (plan_id) WHERE closed_at IS NULL;
CREATE INDEX maintenance_work_opened ON maintenance_work (device_id, opened_at);
CREATE INDEX maintenance_work_of_plan ON maintenance_work (plan_id, closed_at) WHERE result = 'passed';
GRANT SELECT, INSERT, UPDATE (closed_at, closed_by, result, hours, findings) ON maintenance_work TO wardlight_app;

-- What was looked at, and how it was.
CREATE TABLE maintenance_check (
    work_id  uuid     NOT NULL CONSTRAINT maintenance_check_work_exists REFERENCES maintenance_work,
    position smallint NOT NULL,
    item     text     NOT NULL CONSTRAINT maintenance_check_item_given CHECK (item <> ''),
    passed   boolean  NOT NULL,
    CONSTRAINT maintenance_check_pkey PRIMARY KEY (work_id, position)
);
-- What was built in.
CREATE TABLE maintenance_part (
    work_id  uuid     NOT NULL CONSTRAINT maintenance_part_work_exists REFERENCES maintenance_work,
    position smallint NOT NULL,
    name     text     NOT NULL CONSTRAINT maintenance_part_name_form CHECK (length(name) BETWEEN 1 AND 120),
    -- Its number or lot, as the maker prints it.
    number   text     CONSTRAINT maintenance_part_number_form CHECK (length(number) BETWEEN 1 AND 60),
    count    smallint NOT NULL CONSTRAINT maintenance_part_count_possible CHECK (count BETWEEN 1 AND 999),
    CONSTRAINT maintenance_part_pkey PRIMARY KEY (work_id, position)
);
GRANT SELECT, INSERT ON maintenance_check, maintenance_part TO wardlight_app;

-- What is closed stays as it was written.
CREATE FUNCTION refuse_closed_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'this work is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'maintenance_work_closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_closed BEFORE UPDATE ON maintenance_work FOR EACH ROW EXECUTE FUNCTION refuse_closed_work();

-- When each plan is due: on which day, at how many hours. It counts from when it was last done and passed.
-- It reads with the rights of whoever asks: the wall stands before it too.
CREATE VIEW maintenance_due WITH (security_invoker = true) AS
SELECT p.id AS plan_id, p.device_id, p.hospital_id, p.work, p.is_gate, p.every_days, p.every_hours,
       coalesce((w.closed_at AT TIME ZONE h.zone)::date, p.from_day)                AS since_day,
       coalesce(w.hours, p.from_hours)                                              AS since_hours,
       coalesce((w.closed_at AT TIME ZONE h.zone)::date, p.from_day) + p.every_days AS due_on,
       coalesce(w.hours, p.from_hours) + p.every_hours                              AS due_hours,
       h.zone
  FROM maintenance_plan p
  JOIN hospital h ON h.id = p.hospital_id
  LEFT JOIN LATERAL (SELECT closed_at, hours FROM maintenance_work
                      WHERE plan_id = p.id AND result = 'passed' ORDER BY closed_at DESC LIMIT 1) w ON true
 WHERE p.ended_at IS NULL;
GRANT SELECT ON maintenance_due TO wardlight_app;

-- Each disinfection, by whoever did it: the newest counts.
CREATE TABLE disinfection (
    id            uuid         CONSTRAINT disinfection_pkey PRIMARY KEY,
    device_id     uuid         NOT NULL,
    hospital_id   uuid         NOT NULL,
    kind          text         NOT NULL CONSTRAINT disinfection_kind_known CHECK (kind IN ('heat', 'citric_heat', 'hypochlorite', 'peracetic')),
    done_at       timestamptz  NOT NULL,
    result        text         NOT NULL CONSTRAINT disinfection_result_known CHECK (result IN ('passed', 'failed')),
    temperature   numeric(4,1) CONSTRAINT disinfection_temperature_possible CHECK (temperature BETWEEN 20 AND 110),
    -- That nothing is left of a chemical, by a test of the rinse water.
    residual_free boolean,
    note          text         CONSTRAINT disinfection_note_form CHECK (length(note) BETWEEN 1 AND 500),
    logged_at     timestamptz  NOT NULL,
    logged_by     uuid         NOT NULL CONSTRAINT disinfection_logger_exists REFERENCES app_user,
    CONSTRAINT disinfection_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT disinfection_not_ahead CHECK (done_at <= logged_at),
    CONSTRAINT disinfection_why_failed CHECK (result = 'passed' OR note IS NOT NULL),
    -- A chemical that was not looked for, or is still there, has not passed.
    CONSTRAINT disinfection_residual_tested CHECK (kind NOT IN ('hypochlorite', 'peracetic') OR result = 'failed' OR residual_free IS TRUE)
);
CREATE INDEX disinfection_of_device ON disinfection (device_id, done_at);
GRANT SELECT, INSERT ON disinfection TO wardlight_app;

-- What is tested in the water for dialysis, with the limits that hold where a hospital has set none. Sources: ISO 23500-3:2019 (total chlorine, bacteria,
-- endotoxin; action at half of the limit for the last two); hardness by the softener's practice, 1 grain/gal = 17 mg/L CaCO3, to be confirmed by each hospital.
CREATE TABLE water_measure (
    name        text         CONSTRAINT water_measure_pkey PRIMARY KEY,
    max         numeric(8,3) NOT NULL,
    action_from numeric(8,3),
    -- For how long a test answers for the water.
    valid_hours integer      NOT NULL
);
INSERT INTO water_measure (name, max, action_from, valid_hours) VALUES
    ('total_chlorine', 0.1,  NULL,  24),
    ('hardness',       17,   NULL,  24),
    ('bacteria',       100,  50,    744),
    ('endotoxin',      0.25, 0.125, 744);
GRANT SELECT ON water_measure TO wardlight_app;

-- What a hospital set instead, each with its reason: the newest row of a measure holds.
CREATE TABLE water_limit (
    id          uuid         CONSTRAINT water_limit_pkey PRIMARY KEY,
    hospital_id uuid         NOT NULL CONSTRAINT water_limit_hospital_exists REFERENCES hospital,
    measure     text         NOT NULL CONSTRAINT water_limit_measure_known REFERENCES water_measure,
    max         numeric(8,3) NOT NULL CONSTRAINT water_limit_max_possible CHECK (max > 0),
    action_from numeric(8,3) CONSTRAINT water_limit_action_possible CHECK (action_from > 0),
    valid_hours integer      NOT NULL CONSTRAINT water_limit_valid_possible CHECK (valid_hours BETWEEN 1 AND 9000),
    reason      text         NOT NULL CONSTRAINT water_limit_reason_form CHECK (length(reason) BETWEEN 3 AND 500),
    set_at      timestamptz  NOT NULL,
    set_by      uuid         NOT NULL CONSTRAINT water_limit_setter_exists REFERENCES app_user,
    CONSTRAINT water_limit_action_below CHECK (action_from <= max)
);
CREATE INDEX water_limit_of_hospital ON water_limit (hospital_id, measure, set_at);
GRANT SELECT, INSERT ON water_limit TO wardlight_app;

-- Each test of a ward's water, with the limits that held that day.
CREATE TABLE water_test (
    id          uuid         CONSTRAINT water_test_pkey PRIMARY KEY,
    hospital_id uuid         NOT NULL,
    ward_id     uuid         NOT NULL,
    measure     text         NOT NULL CONSTRAINT water_test_measure_known REFERENCES water_measure,
    value       numeric(8,3) NOT NULL CONSTRAINT water_test_value_possible CHECK (value >= 0),
    max         numeric(8,3) NOT NULL,
    action_from numeric(8,3),
    verdict     text         NOT NULL GENERATED ALWAYS AS (
                             CASE WHEN value >= max AND measure IN ('bacteria', 'endotoxin') OR value > max THEN 'failed'
                                  WHEN value >= action_from THEN 'action' ELSE 'passed' END) STORED,
    -- Where it was drawn: after the carbon tank, at the end of the loop.
    point       text         NOT NULL CONSTRAINT water_test_point_form CHECK (length(point) BETWEEN 1 AND 120),
    taken_at    timestamptz  NOT NULL,
    note        text         CONSTRAINT water_test_note_form CHECK (length(note) BETWEEN 1 AND 500),
    logged_at   timestamptz  NOT NULL,
    logged_by   uuid         NOT NULL CONSTRAINT water_test_logger_exists REFERENCES app_user,
    CONSTRAINT water_test_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT water_test_not_ahead CHECK (taken_at <= logged_at)
);
CREATE INDEX water_test_of_ward ON water_test (ward_id, measure, taken_at);
GRANT SELECT, INSERT ON water_test TO wardlight_app;

-- The limit of a measure that holds in a hospital now.
CREATE FUNCTION water_limit_now(house uuid, OUT measure text, OUT max numeric, OUT action_from numeric, OUT valid_hours integer)
    RETURNS SETOF record LANGUAGE sql STABLE PARALLEL SAFE ROWS 4
BEGIN ATOMIC
    SELECT m.name, coalesce(l.max, m.max), CASE WHEN l.id IS NULL THEN m.action_from ELSE l.action_from END, coalesce(l.valid_hours, m.valid_hours)
      FROM water_measure m
      LEFT JOIN LATERAL (SELECT * FROM water_limit w WHERE w.hospital_id = house AND w.measure = m.name ORDER BY w.set_at DESC, w.id DESC LIMIT 1) l ON true;
END;

-- The ward of a machine: where it belongs, or else where it stands.
CREATE FUNCTION device_ward(machine uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(d.ward_id, (SELECT b.ward_id FROM device_assignment a JOIN bed b ON b.id = a.bed_id
                                     WHERE a.device_id = d.id AND a.during @> now() LIMIT 1))
          FROM device d WHERE d.id = machine);

-- Why a machine may not be used at `moment`; NULL when it may. `to_start` asks all; a booking ahead asks nothing that is tested anew each day. The first of:
-- 'unknown'       there is no such machine
-- 'inactive'      it is not in use any more
-- 'maintenance'   it is out of service (a booking: and not thought to be back by then)
-- 'overdue'       work that must be done first is overdue, by day or by hours
-- 'disinfection'  the last disinfection failed
-- 'water_failed'  the newest test of a measure of its ward's water is over the limit
-- 'water_missing' a measure has no test that is still valid
-- The last three and 'overdue' are of dialysis machines only.
CREATE FUNCTION device_unfit_at(machine uuid, moment timestamptz, to_start boolean) RETURNS text LANGUAGE sql STABLE
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
        WHEN EXISTS (SELECT FROM water_limit_now(d.hospital_id) m
                      WHERE (SELECT t.verdict FROM water_test t WHERE t.ward_id = device_ward(d.id) AND t.measure = m.measure
                              ORDER BY t.taken_at DESC, t.id DESC LIMIT 1) = 'failed')
             THEN 'water_failed'
        WHEN EXISTS (SELECT FROM water_limit_now(d.hospital_id) m
                      WHERE (to_start OR m.valid_hours > 48)
                        AND NOT EXISTS (SELECT FROM water_test t WHERE t.ward_id = device_ward(d.id) AND t.measure = m.measure
                                           AND t.taken_at > now() - make_interval(hours => m.valid_hours)))
             THEN 'water_missing'
        END
      FROM (SELECT) one LEFT JOIN device d ON d.id = machine;
END;

-- Whether a treatment may be started on it now, and whether it may be booked for a time.
CREATE FUNCTION device_unfit(machine uuid) RETURNS text LANGUAGE sql STABLE
    RETURN device_unfit_at(machine, now(), true);
CREATE FUNCTION device_unfit_to_book(machine uuid, moment timestamptz) RETURNS text LANGUAGE sql STABLE
    RETURN device_unfit_at(machine, moment, false);

-- That work is due is told. The list of kinds grows by one word, whatever else has grown it.
DO $$
DECLARE
    rule text;
BEGIN
    SELECT pg_get_constraintdef(k.oid) INTO rule FROM pg_constraint k WHERE k.conname = 'notice_kind_known' AND k.conrelid = 'notice'::regclass;
    ALTER TABLE notice DROP CONSTRAINT notice_kind_known;
    EXECUTE 'ALTER TABLE notice ADD CONSTRAINT notice_kind_known ' || regexp_replace(rule, 'ARRAY\[', 'ARRAY[''maintenance.due''::text, ');
END $$;

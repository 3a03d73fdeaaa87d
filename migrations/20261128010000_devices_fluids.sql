-- Water and what is made of it: each test, each limit is of one fluid. What was written before is of dialysis water.
-- 'water'        dialysis water (ISO 23500-3:2019)
-- 'standard'     standard dialysis fluid: bacteria < 100 CFU/mL, endotoxin < 0.5 EU/mL, action typically at half of each (ISO 23500-5:2019, 4.1.2)
-- 'ultrapure'    ultrapure dialysis fluid: bacteria < 0.1 CFU/mL, endotoxin < 0.03 EU/mL, and no level of action (ISO 23500-5:2019, 4.1.3)
-- 'substitution' substitution fluid made at the machine out of ultrapure fluid: sterile and non-pyrogenic (ISO 23500-5:2019, 4.1.4). Sterile is written here as below the smallest number of
--                this column, so that nothing may have grown. Non-pyrogenic has no number there: its limit is that of the ultrapure fluid that it is made of.
-- For how long a test answers (31 days) is practice, as it is for water; each hospital may set it.
ALTER TABLE water_limit DROP CONSTRAINT water_limit_measure_known;
ALTER TABLE water_test DROP CONSTRAINT water_test_measure_known;
ALTER TABLE water_measure DROP CONSTRAINT water_measure_pkey;
ALTER TABLE water_measure
    ADD COLUMN fluid text NOT NULL DEFAULT 'water' CONSTRAINT water_measure_fluid_known CHECK (fluid IN ('water', 'standard', 'ultrapure', 'substitution')),
    ADD CONSTRAINT water_measure_pkey PRIMARY KEY (fluid, name);
INSERT INTO water_measure (fluid, name, max, action_from, valid_hours) VALUES
    ('standard',     'bacteria',  100,   50,   744),
    ('standard',     'endotoxin', 0.5,   0.25, 744),
    ('ultrapure',    'bacteria',  0.1,   NULL, 744),
    ('ultrapure',    'endotoxin', 0.03,  NULL, 744),
    ('substitution', 'bacteria',  0.001, NULL, 744),
    ('substitution', 'endotoxin', 0.03,  NULL, 744);
ALTER TABLE water_limit
    ADD COLUMN fluid text NOT NULL DEFAULT 'water',
    ADD CONSTRAINT water_limit_measure_of_fluid FOREIGN KEY (fluid, measure) REFERENCES water_measure (fluid, name);
ALTER TABLE water_test
    ADD COLUMN fluid text NOT NULL DEFAULT 'water',
    ADD CONSTRAINT water_test_measure_of_fluid FOREIGN KEY (fluid, measure) REFERENCES water_measure (fluid, name);
DROP INDEX water_limit_of_hospital;
CREATE INDEX water_limit_of_hospital ON water_limit (hospital_id, fluid, measure, set_at);
DROP INDEX water_test_of_ward;
CREATE INDEX water_test_of_ward ON water_test (ward_id, fluid, measure, taken_at);

-- The limits of each fluid that hold in a hospital now.
CREATE FUNCTION fluid_limit_now(house uuid, OUT fluid text, OUT measure text, OUT max numeric, OUT action_from numeric, OUT valid_hours integer)
    RETURNS SETOF record LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT m.fluid, m.name, coalesce(l.max, m.max), CASE WHEN l.id IS NULL THEN m.action_from ELSE l.action_from END, coalesce(l.valid_hours, m.valid_hours)
      FROM water_measure m
      LEFT JOIN LATERAL (SELECT * FROM water_limit w WHERE w.hospital_id = house AND w.fluid = m.fluid AND w.measure = m.name ORDER BY w.set_at DESC, w.id DESC LIMIT 1) l ON true;
END;

-- Those of dialysis water among them.
CREATE OR REPLACE FUNCTION water_limit_now(house uuid, OUT measure text, OUT max numeric, OUT action_from numeric, OUT valid_hours integer)
    RETURNS SETOF record LANGUAGE sql STABLE PARALLEL SAFE ROWS 4
BEGIN ATOMIC
    SELECT n.measure, n.max, n.action_from, n.valid_hours FROM fluid_limit_now(house) n WHERE n.fluid = 'water';
END;

-- Whether one of these fluids of a ward is over its limit: the newest test at one of the points where it is drawn.
CREATE FUNCTION fluid_failed(here uuid, fluids text[]) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM water_test t
                    WHERE t.ward_id = here AND t.fluid = ANY (fluids) AND t.verdict = 'failed'
                      AND NOT EXISTS (SELECT FROM water_test l
                                       WHERE l.ward_id = t.ward_id AND l.fluid = t.fluid AND l.measure = t.measure AND lower(btrim(l.point)) = lower(btrim(t.point))
                                         AND (l.taken_at, l.id) > (t.taken_at, t.id)));
END;

-- Whether a measure of a fluid has no test in a ward that is still valid. A booking ahead asks nothing that is tested anew each day.
CREATE FUNCTION fluid_missing(here uuid, house uuid, of_fluid text, to_start boolean) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM fluid_limit_now(house) m
                    WHERE m.fluid = of_fluid AND (to_start OR m.valid_hours > 48)
                      AND NOT EXISTS (SELECT FROM water_test t WHERE t.ward_id = here AND t.fluid = m.fluid AND t.measure = m.measure
                                         AND t.taken_at > now() - make_interval(hours => m.valid_hours)));
END;

-- As in 20261127395000_dialysis_gates.sql, told by fluids: every treatment asks for dialysis water, and none starts while that or the standard dialysis fluid is over its limit. What is
-- over the limit in ultrapure or substitution fluid is the business of who is given it alone.
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
        WHEN fluid_failed(device_ward(d.id), ARRAY['water', 'standard']) THEN 'water_failed'
        WHEN fluid_missing(device_ward(d.id), d.hospital_id, 'water', to_start) THEN 'water_missing'
        END
      FROM (SELECT) one LEFT JOIN device d ON d.id = machine;
END;

-- Why a machine may not give fluid into the blood, whatever else it is fit for; NULL when it may. The first of:
-- 'ultrapure_failed'  the newest test of ultrapure or of substitution fluid at one of the points of its ward is over the limit
-- 'ultrapure_missing' a measure of ultrapure fluid has no test that is still valid. Of substitution fluid no test is asked for: that it is sterile no culture can show, and how it is made
--                     answers for it
CREATE FUNCTION device_unfit_to_substitute(machine uuid, to_start boolean) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN fluid_failed(device_ward(d.id), ARRAY['ultrapure', 'substitution']) THEN 'ultrapure_failed'
        WHEN fluid_missing(device_ward(d.id), d.hospital_id, 'ultrapure', to_start) THEN 'ultrapure_missing'
        END
      FROM device d WHERE d.id = machine AND d.kind = 'dialysis';
END;

-- The same for somebody: asked only where what is prescribed for them gives fluid into the blood that the machine makes. What comes in bags is not of ISO 23500-5 (its scope leaves out
-- continuous treatment with pre-packaged solutions).
CREATE FUNCTION device_unfit_for(machine uuid, whom uuid, house uuid, to_start boolean) RETURNS text LANGUAGE sql STABLE
    RETURN CASE WHEN EXISTS (SELECT FROM dialysis_prescription p
                              WHERE p.patient_id = whom AND p.hospital_id = house AND p.ended_at IS NULL AND p.modality IN ('hdf_pre', 'hdf_post', 'hf'))
                THEN device_unfit_to_substitute(machine, to_start) END;

-- As in 20261127395000_dialysis_gates.sql, and with fluid for who is given it.
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
        unfit := coalesce(device_unfit_to_book(NEW.device_id, lower(NEW.planned)), device_unfit_for(NEW.device_id, NEW.patient_id, NEW.hospital_id, false));
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
    SELECT device_unfit_for(s.device_id, s.patient_id, s.hospital_id, true) INTO unfit FROM dialysis_session s WHERE s.id = NEW.session_id;
    IF unfit IS NOT NULL THEN
        RAISE EXCEPTION 'this machine is not fit' USING ERRCODE = 'check_violation', TABLE = 'session_started', CONSTRAINT = 'session_started_device_' || unfit;
    END IF;
    RETURN NEW;
END $$;

-- As in 20261127398100_dialysis_targets.sql, and with fluid for who is given it.
CREATE OR REPLACE FUNCTION session_machine_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
             WHEN s.device_id IS DISTINCT FROM NEW.from_device THEN 'session_machine_from_that'
             WHEN d.id IS NULL OR d.kind <> 'dialysis'         THEN 'session_machine_of_the_list'
             ELSE 'session_machine_device_' || coalesce(device_unfit(NEW.device_id), device_unfit_for(NEW.device_id, s.patient_id, s.hospital_id, true))
           END INTO broken
      FROM dialysis_session s LEFT JOIN device d ON d.id = NEW.device_id AND d.hospital_id = s.hospital_id
     WHERE s.id = NEW.session_id;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'they cannot go on on this machine' USING ERRCODE = 'check_violation', TABLE = 'session_machine', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;

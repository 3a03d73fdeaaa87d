-- The loop of critical values: a value at which somebody must act now is reported, somebody else reads it back, what was done closes it. Nothing is edited: facts are added, and a loop goes
-- only forward. While nobody has read it back, the on-call table is followed.
CREATE TABLE critical_value (
    id               uuid        CONSTRAINT critical_value_pkey PRIMARY KEY,
    patient_id       uuid        NOT NULL,
    hospital_id      uuid        NOT NULL,
    -- LOINC of a listed test; none for another.
    code             text        CONSTRAINT critical_value_code_form CHECK (code ~ '^[0-9]{1,8}-[0-9]$'),
    name             text        NOT NULL CONSTRAINT critical_value_name_form CHECK (length(name) BETWEEN 2 AND 100),
    -- As it was typed: a decimal number is rounded by nobody.
    value            numeric     NOT NULL CONSTRAINT critical_value_value_finite CHECK (value NOT IN ('NaN', 'Infinity', '-Infinity')),
    unit             text        NOT NULL CONSTRAINT critical_value_unit_form CHECK (length(unit) <= 20),
    -- Beyond which published limit it is, and that limit as it stood, with its unit.
    side             text        CONSTRAINT critical_value_side_known CHECK (side IN ('low', 'high')),
    published        text        CONSTRAINT critical_value_published_form CHECK (length(published) BETWEEN 1 AND 60),
    -- Why somebody must act now.
    reason           text        CONSTRAINT critical_value_reason_form CHECK (length(reason) BETWEEN 3 AND 200),
    measured_at      timestamptz NOT NULL,
    reported_by      uuid        NOT NULL CONSTRAINT critical_value_reporter_exists REFERENCES app_user,
    reported_at      timestamptz NOT NULL,
    state            text        NOT NULL DEFAULT 'open' CONSTRAINT critical_value_state_known CHECK (state IN ('open', 'read', 'closed', 'withdrawn')),
    read_by          uuid        CONSTRAINT critical_value_reader_exists REFERENCES app_user,
    read_at          timestamptz,
    action           text        CONSTRAINT critical_value_action_form CHECK (length(action) BETWEEN 3 AND 500),
    closed_by        uuid        CONSTRAINT critical_value_closer_exists REFERENCES app_user,
    closed_at        timestamptz,
    -- By who reported it: nobody else may.
    withdrawn_reason text        CONSTRAINT critical_value_withdrawn_reason_form CHECK (length(withdrawn_reason) BETWEEN 3 AND 200),
    withdrawn_at     timestamptz,
    CONSTRAINT critical_value_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT critical_value_limit_whole CHECK ((side IS NULL) = (published IS NULL)),
    CONSTRAINT critical_value_says_why CHECK (side IS NOT NULL OR reason IS NOT NULL),
    CONSTRAINT critical_value_measured_before CHECK (measured_at <= reported_at),
    CONSTRAINT critical_value_read_by_another CHECK (read_by <> reported_by),
    CONSTRAINT critical_value_read_whole CHECK ((read_by IS NULL) = (read_at IS NULL)),
    CONSTRAINT critical_value_read_fits CHECK (CASE state WHEN 'open' THEN read_by IS NULL WHEN 'withdrawn' THEN true ELSE read_by IS NOT NULL END),
    CONSTRAINT critical_value_closed_fits CHECK ((state = 'closed') = (action IS NOT NULL) AND (state = 'closed') = (closed_by IS NOT NULL) AND (state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT critical_value_withdrawn_fits CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL) AND (state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT critical_value_in_order CHECK (read_at >= reported_at AND closed_at >= read_at AND withdrawn_at >= reported_at)
);
CREATE INDEX critical_value_of_patient ON critical_value (patient_id, reported_at);
CREATE INDEX critical_value_of_hospital ON critical_value (hospital_id, reported_at);
-- The page of the hospital and the sweep ask for these every few seconds; they are few.
CREATE INDEX critical_value_waiting ON critical_value (hospital_id, reported_at) WHERE state IN ('open', 'read');

-- Every try to read a value back, also one that was misheard: that is what reading back is for.
CREATE TABLE critical_read (
    id          bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT critical_read_pkey PRIMARY KEY,
    critical_id uuid        NOT NULL CONSTRAINT critical_read_value_exists REFERENCES critical_value,
    by_user     uuid        NOT NULL CONSTRAINT critical_read_user_exists REFERENCES app_user,
    at          timestamptz NOT NULL,
    value       numeric     NOT NULL CONSTRAINT critical_read_value_finite CHECK (value NOT IN ('NaN', 'Infinity', '-Infinity')),
    agrees      boolean     NOT NULL
);
CREATE INDEX critical_read_of_value ON critical_read (critical_id, id);

-- Who was told, or why nobody was. Step 0 is as it was reported: everybody who was told then; 1 to 3 are those of the on-call table, each once, which is what lets two sweeps at once tell once.
CREATE TABLE critical_step (
    id             bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT critical_step_pkey PRIMARY KEY,
    critical_id    uuid        NOT NULL CONSTRAINT critical_step_value_exists REFERENCES critical_value,
    step           smallint    NOT NULL CONSTRAINT critical_step_step_known CHECK (step BETWEEN 0 AND 3),
    at             timestamptz NOT NULL,
    told_user      uuid        CONSTRAINT critical_step_told_exists REFERENCES app_user,
    skipped_reason text        CONSTRAINT critical_step_reason_known CHECK (skipped_reason IN ('quiet', 'nobody', 'same')),
    CONSTRAINT critical_step_told_or_says_why CHECK ((told_user IS NULL) = (skipped_reason IS NOT NULL))
);
CREATE UNIQUE INDEX critical_step_once ON critical_step (critical_id, step) WHERE step > 0;
CREATE UNIQUE INDEX critical_step_told_once ON critical_step (critical_id, told_user) WHERE step = 0;

ALTER TABLE critical_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE critical_value FORCE ROW LEVEL SECURITY;
CREATE POLICY critical_value_seen ON critical_value FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY critical_value_made ON critical_value FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY critical_value_moved ON critical_value FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (state, read_by, read_at, action, closed_by, closed_at, withdrawn_reason, withdrawn_at) ON critical_value TO wardlight_app;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON critical_value FOR EACH ROW EXECUTE FUNCTION refuse_merged();

ALTER TABLE critical_read ENABLE ROW LEVEL SECURITY;
ALTER TABLE critical_read FORCE ROW LEVEL SECURITY;
CREATE POLICY critical_read_seen ON critical_read FOR SELECT USING (EXISTS (SELECT FROM critical_value v WHERE v.id = critical_id));
CREATE POLICY critical_read_made ON critical_read FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM critical_value v WHERE v.id = critical_id AND v.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT ON critical_read TO wardlight_app;

ALTER TABLE critical_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE critical_step FORCE ROW LEVEL SECURITY;
CREATE POLICY critical_step_seen ON critical_step FOR SELECT USING (EXISTS (SELECT FROM critical_value v WHERE v.id = critical_id));
-- Nobody is told of what was read back already.
CREATE POLICY critical_step_made ON critical_step FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM critical_value v WHERE v.id = critical_id AND v.hospital_id = (SELECT actor_hospital()) AND v.state = 'open'));
GRANT SELECT, INSERT ON critical_step TO wardlight_app;

-- A loop goes only forward, and what was written of it stays. It is read back by who typed the same number.
CREATE FUNCTION critical_value_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || ' ' || NEW.state) NOT IN ('open read', 'read closed', 'open withdrawn', 'read withdrawn') THEN
        RAISE EXCEPTION 'a critical value goes only forward' USING ERRCODE = 'check_violation', TABLE = 'critical_value', CONSTRAINT = 'critical_value_only_forward';
    END IF;
    IF OLD.read_by IS NOT NULL AND (NEW.read_by, NEW.read_at) IS DISTINCT FROM (OLD.read_by, OLD.read_at) OR OLD.read_by IS NULL AND NEW.read_by IS NOT NULL AND NEW.state <> 'read' THEN
        RAISE EXCEPTION 'who read it back stays' USING ERRCODE = 'check_violation', TABLE = 'critical_value', CONSTRAINT = 'critical_value_read_stays';
    END IF;
    IF NEW.state = 'read' AND NOT EXISTS (SELECT FROM critical_read r WHERE r.critical_id = NEW.id AND r.by_user = NEW.read_by AND r.at = NEW.read_at AND r.agrees) THEN
        RAISE EXCEPTION 'nobody has read this value back' USING ERRCODE = 'check_violation', TABLE = 'critical_value', CONSTRAINT = 'critical_value_heard';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER critical_value_forward BEFORE UPDATE ON critical_value FOR EACH ROW EXECUTE FUNCTION critical_value_forward();

-- It is read back by somebody else, while it waits, and agrees where the numbers are the same.
CREATE FUNCTION critical_read_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reported record;
    broken   text;
BEGIN
    SELECT v.state, v.value, v.reported_by INTO reported FROM critical_value v WHERE v.id = NEW.critical_id;
    broken := CASE
        WHEN reported.state IS DISTINCT FROM 'open' THEN 'critical_read_while_open'
        WHEN reported.reported_by = NEW.by_user THEN 'critical_read_by_another'
        WHEN NEW.agrees IS DISTINCT FROM (NEW.value = reported.value) THEN 'critical_read_agrees_when_same'
    END;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'this is no reading back' USING ERRCODE = 'check_violation', TABLE = 'critical_read', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER critical_read_guarded BEFORE INSERT ON critical_read FOR EACH ROW EXECUTE FUNCTION critical_read_guarded();

-- Where a patient is now: at a chair, at the bed whose device measures them, else on the ward that took them in.
CREATE FUNCTION critical_place(whom uuid, held_by_hospital uuid, at timestamptz) RETURNS TABLE (ward_id uuid, spot text) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT p.ward_id, p.spot
      FROM (SELECT 1 AS rank, c.ward_id, c.name AS spot
              FROM dialysis_session d
              JOIN station c ON c.id = d.station_id
             WHERE d.patient_id = whom AND d.hospital_id = held_by_hospital AND d.state IN ('checked_in', 'running')
            UNION ALL
            SELECT 2, b.ward_id, b.number::text
              FROM device_session s
              JOIN device_assignment m ON m.device_id = s.device_id AND m.during @> at
              JOIN bed b               ON b.id = m.bed_id
             WHERE s.patient_id = whom AND s.hospital_id = held_by_hospital AND s.during @> at
            UNION ALL
            SELECT 3, a.ward_id, NULL
              FROM admission a
             WHERE a.patient_id = whom AND a.hospital_id = held_by_hospital AND a.during @> at) AS p
     ORDER BY p.rank
     LIMIT 1;
END;

-- In which hospitals one waits to be read back: for the house's own work, which then looks into each as that hospital. The owner looks past its own wall for this one answer, and tells nothing
-- of anybody.
CREATE POLICY critical_value_weighed ON critical_value FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION critical_waits() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT DISTINCT v.hospital_id FROM critical_value v WHERE v.state = 'open' AND actor_task() = 'jobs';
END;
REVOKE ALL ON FUNCTION critical_waits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION critical_waits() TO wardlight_app;

-- The doctors who treat the patient are told of one, and whoever is on call of one that nobody read back. The list grows by two words, whatever other areas have added to it before.
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
                       regexp_replace(grown.rule, 'ARRAY\[', 'ARRAY[''critical.value''::text, ''critical.unanswered''::text, '));
    END LOOP;
END $$;

-- A patient who lies in a bed or sits in a chair calls their nurse: one call at a time, taken by somebody who says that they come, and closed by who helped. Nothing is edited: a call goes only
-- forward. While nobody takes it, the on-call table is followed. The bell at the bed stays what it is; this is beside it.
CREATE TABLE nurse_call (
    id           uuid        CONSTRAINT nurse_call_pkey PRIMARY KEY,
    patient_id   uuid        NOT NULL,
    hospital_id  uuid        NOT NULL,
    -- Where they were as they called, and the number of the bed or the name of the chair; none where only the ward was known.
    ward_id      uuid        NOT NULL,
    spot         text        CONSTRAINT nurse_call_spot_form CHECK (length(spot) BETWEEN 1 AND 60),
    -- What it is about, where they said so.
    about        text        CONSTRAINT nurse_call_about_known CHECK (about IN ('pain', 'move', 'machine', 'other')),
    called_by    uuid        NOT NULL CONSTRAINT nurse_call_caller_exists REFERENCES app_user,
    called_at    timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'waiting' CONSTRAINT nurse_call_state_known CHECK (state IN ('waiting', 'taken', 'closed', 'cancelled')),
    taken_by     uuid        CONSTRAINT nurse_call_taker_exists REFERENCES app_user,
    taken_at     timestamptz,
    closed_by    uuid        CONSTRAINT nurse_call_closer_exists REFERENCES app_user,
    closed_at    timestamptz,
    closed_how   text        CONSTRAINT nurse_call_how_known CHECK (closed_how IN ('helped', 'passed_on', 'not_needed')),
    -- By the patient.
    cancelled_at timestamptz,
    CONSTRAINT nurse_call_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT nurse_call_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT nurse_call_taken_whole CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
    CONSTRAINT nurse_call_taken_fits CHECK (CASE state WHEN 'waiting' THEN taken_by IS NULL WHEN 'cancelled' THEN true ELSE taken_by IS NOT NULL END),
    CONSTRAINT nurse_call_closed_fits CHECK ((state = 'closed') = (closed_by IS NOT NULL) AND (state = 'closed') = (closed_at IS NOT NULL) AND (state = 'closed') = (closed_how IS NOT NULL)),
    CONSTRAINT nurse_call_cancelled_fits CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
    CONSTRAINT nurse_call_in_order CHECK (taken_at >= called_at AND closed_at >= taken_at AND cancelled_at >= called_at AND cancelled_at >= taken_at)
);
-- Whoever presses twice has called once.
CREATE UNIQUE INDEX nurse_call_one_open ON nurse_call (patient_id, hospital_id) WHERE state IN ('waiting', 'taken');
CREATE INDEX nurse_call_of_patient ON nurse_call (patient_id, called_at);
-- The page of the wards and the sweep ask for these every few seconds; they are few.
CREATE INDEX nurse_call_open ON nurse_call (hospital_id, called_at) WHERE state IN ('waiting', 'taken');

-- Who was told, or why nobody was. Step 0 is as they called: everybody who was told then; 1 to 3 are those of the on-call table, each once, which is what lets two sweeps at once tell once.
CREATE TABLE nurse_call_step (
    id             bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT nurse_call_step_pkey PRIMARY KEY,
    call_id        uuid        NOT NULL CONSTRAINT nurse_call_step_call_exists REFERENCES nurse_call,
    step           smallint    NOT NULL CONSTRAINT nurse_call_step_step_known CHECK (step BETWEEN 0 AND 3),
    at             timestamptz NOT NULL,
    told_user      uuid        CONSTRAINT nurse_call_step_told_exists REFERENCES app_user,
    skipped_reason text        CONSTRAINT nurse_call_step_reason_known CHECK (skipped_reason IN ('quiet', 'nobody', 'same')),
    CONSTRAINT nurse_call_step_told_or_says_why CHECK ((told_user IS NULL) = (skipped_reason IS NOT NULL))
);
CREATE UNIQUE INDEX nurse_call_step_once ON nurse_call_step (call_id, step) WHERE step > 0;
CREATE UNIQUE INDEX nurse_call_step_told_once ON nurse_call_step (call_id, told_user) WHERE step = 0;

ALTER TABLE nurse_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE nurse_call FORCE ROW LEVEL SECURITY;
CREATE POLICY nurse_call_seen ON nurse_call FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
-- Nobody calls for another: not the hospital, and not who cares for the patient.
CREATE POLICY nurse_call_made_by_patient ON nurse_call FOR INSERT
    WITH CHECK (patient_id = (SELECT actor_patient()) AND called_by = (SELECT actor_user()) AND state = 'waiting'
                AND EXISTS (SELECT FROM portal_account p
                             WHERE p.user_id = (SELECT actor_user()) AND p.patient_id = nurse_call.patient_id AND p.hospital_id = nurse_call.hospital_id));
CREATE POLICY nurse_call_cancelled_by_patient ON nurse_call FOR UPDATE
    USING (patient_id = (SELECT actor_patient()) AND state IN ('waiting', 'taken')) WITH CHECK (patient_id = (SELECT actor_patient()) AND state = 'cancelled');
CREATE POLICY nurse_call_answered ON nurse_call FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()) AND state <> 'cancelled');
GRANT SELECT, INSERT, UPDATE (state, taken_by, taken_at, closed_by, closed_at, closed_how, cancelled_at) ON nurse_call TO wardlight_app;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON nurse_call FOR EACH ROW EXECUTE FUNCTION refuse_merged();

ALTER TABLE nurse_call_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE nurse_call_step FORCE ROW LEVEL SECURITY;
-- Who was told is the hospital's to know, as of an alarm: the patient's page says who comes.
CREATE POLICY nurse_call_step_seen ON nurse_call_step FOR SELECT USING (EXISTS (SELECT FROM nurse_call c WHERE c.id = call_id AND c.hospital_id = (SELECT actor_hospital())));
-- Nobody is told of what was taken already. As they call, the patient's own transaction writes who is told.
CREATE POLICY nurse_call_step_made ON nurse_call_step FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM nurse_call c
                         WHERE c.id = call_id AND c.state = 'waiting'
                           AND (c.hospital_id = (SELECT actor_hospital()) OR c.patient_id = (SELECT actor_patient()) AND step = 0)));
GRANT SELECT, INSERT ON nurse_call_step TO wardlight_app;

-- A call goes only forward, and who took it stays.
CREATE FUNCTION nurse_call_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || ' ' || NEW.state) NOT IN ('waiting taken', 'taken closed', 'waiting cancelled', 'taken cancelled') THEN
        RAISE EXCEPTION 'a call goes only forward' USING ERRCODE = 'check_violation', TABLE = 'nurse_call', CONSTRAINT = 'nurse_call_only_forward';
    END IF;
    IF (NEW.taken_by, NEW.taken_at) IS DISTINCT FROM (OLD.taken_by, OLD.taken_at) AND NEW.state <> 'taken' THEN
        RAISE EXCEPTION 'who took a call stays' USING ERRCODE = 'check_violation', TABLE = 'nurse_call', CONSTRAINT = 'nurse_call_taken_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER nurse_call_forward BEFORE UPDATE ON nurse_call FOR EACH ROW EXECUTE FUNCTION nurse_call_forward();

-- In which hospitals one waits to be taken: for the house's own work, which then looks into each as that hospital. The owner looks past its own wall for this one answer, and tells nothing of
-- anybody.
CREATE POLICY nurse_call_weighed ON nurse_call FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION call_waits() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT DISTINCT c.hospital_id FROM nurse_call c WHERE c.state = 'waiting' AND actor_task() = 'jobs';
END;
REVOKE ALL ON FUNCTION call_waits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_waits() TO wardlight_app;

-- The nurses of the ward are told of one, and whoever is on call of one that nobody took. The list grows by two words, whatever other areas have added to it before.
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
                       regexp_replace(grown.rule, 'ARRAY\[', 'ARRAY[''call.made''::text, ''call.unanswered''::text, '));
    END LOOP;
END $$;

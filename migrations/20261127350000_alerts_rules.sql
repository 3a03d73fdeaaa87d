-- What a hospital sets of its alarms: for everybody, or for one machine. What is published stands in domain::alerts::limits; a row here holds instead of it, or beside it.
-- Nothing of a patient is in here, so it stands open to the serving roles as `device` does; the verbs ask whose hospital it is.
CREATE TABLE alarm_rule (
    id             uuid        CONSTRAINT alarm_rule_pkey PRIMARY KEY,
    hospital_id    uuid        NOT NULL CONSTRAINT alarm_rule_hospital_exists REFERENCES hospital,
    -- The machine for which it holds; none means every one.
    device_id      uuid,
    parameter      text        NOT NULL CONSTRAINT alarm_rule_parameter_form CHECK (parameter ~ '^[a-z0-9_]{2,40}$'),
    side           text        NOT NULL CONSTRAINT alarm_rule_side_known CHECK (side IN ('low', 'high')),
    -- The value itself, or how far it is from where the session began.
    measure        text        NOT NULL CONSTRAINT alarm_rule_measure_known CHECK (measure IN ('value', 'baseline')),
    raise_at       real        NOT NULL,
    clear_at       real        NOT NULL,
    -- For so long, or so often within such a time.
    hold_seconds   smallint    NOT NULL DEFAULT 0 CONSTRAINT alarm_rule_hold_possible CHECK (hold_seconds BETWEEN 0 AND 600),
    times          smallint    NOT NULL DEFAULT 0 CONSTRAINT alarm_rule_times_possible CHECK (times BETWEEN 0 AND 20),
    within_seconds smallint    NOT NULL DEFAULT 0 CONSTRAINT alarm_rule_within_possible CHECK (within_seconds BETWEEN 0 AND 900),
    reason         text        NOT NULL CONSTRAINT alarm_rule_reason_form CHECK (length(reason) BETWEEN 3 AND 500),
    made_by        uuid        NOT NULL CONSTRAINT alarm_rule_author_exists REFERENCES app_user,
    during         tstzrange   NOT NULL CONSTRAINT alarm_rule_during_given CHECK (NOT isempty(during) AND NOT lower_inf(during)),
    ended_by       uuid        CONSTRAINT alarm_rule_ender_exists REFERENCES app_user,
    CONSTRAINT alarm_rule_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT alarm_rule_clears_inside CHECK (CASE WHEN measure = 'value' AND side = 'low' THEN clear_at >= raise_at ELSE clear_at <= raise_at END),
    CONSTRAINT alarm_rule_counts_within CHECK ((times > 1) = (within_seconds > 0)),
    CONSTRAINT alarm_rule_ends_whole CHECK (upper_inf(during) = (ended_by IS NULL)),
    CONSTRAINT alarm_rule_once EXCLUDE USING gist (
        hospital_id WITH =, coalesce(device_id, '00000000-0000-0000-0000-000000000000') WITH =, parameter WITH =, side WITH =, measure WITH =, during WITH &&)
);
GRANT SELECT, INSERT, UPDATE (during, ended_by) ON alarm_rule TO wardlight_app;

-- A limit of one patient gets a name of its own, and can be ended before its time: by whom, and when, stays.
ALTER TABLE patient_limit
    ADD COLUMN id       uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN ended_by uuid CONSTRAINT patient_limit_ender_exists REFERENCES app_user,
    ADD CONSTRAINT patient_limit_pkey PRIMARY KEY (id);
CREATE POLICY patient_limit_ended ON patient_limit FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT UPDATE (during, ended_by) ON patient_limit TO wardlight_app;

-- History grows: what held is cut short, never moved or made longer.
CREATE FUNCTION only_cut_short() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF lower(NEW.during) IS DISTINCT FROM lower(OLD.during) OR NOT (NEW.during <@ OLD.during) THEN
        RAISE EXCEPTION 'what held is cut short, never moved' USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_only_cut_short';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_cut_short BEFORE UPDATE ON alarm_rule FOR EACH ROW EXECUTE FUNCTION only_cut_short();
CREATE TRIGGER only_cut_short BEFORE UPDATE ON patient_limit FOR EACH ROW EXECUTE FUNCTION only_cut_short();

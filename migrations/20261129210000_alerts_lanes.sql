-- Alarms of the patient and of the machine run in two lanes (domain::alerts::Lane). At one machine whoever keeps it sets what is measured of the machine and its circuit; at which value of
-- the patient somebody is called is set by a doctor or by who runs the hospital.

-- The lane of a parameter; `server/tests/alarm_rules.rs` compares it with Lane::of. What is not known here is of the patient, so that a new parameter is shut until it is listed.
CREATE FUNCTION parameter_is_technical(parameter text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT parameter IN ('blood_flow', 'dialysate_flow', 'arterial_pressure', 'venous_pressure', 'transmembrane_pressure', 'uf_rate', 'uf_removed',
                         'conductivity', 'dialysate_temperature', 'total_volume', 'substitution_rate', 'substitution_volume', 'heparin_total',
                         'machine_ktv', 'recirculation', 'remaining_time')
$$;

-- Whoever sets or ends a clinical rule of one machine holds a role that may, or was granted the right. What held before this stays as it is.
CREATE FUNCTION alarm_rule_lane() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    author uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.made_by ELSE NEW.ended_by END;
BEGIN
    IF NEW.device_id IS NULL OR parameter_is_technical(NEW.parameter) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM role_grant g
                    WHERE g.user_id = author AND g.during @> now()
                      AND (g.role = 'super_admin' OR (g.hospital_id = NEW.hospital_id AND g.role IN ('doctor', 'hospital_admin'))))
       AND NOT EXISTS (SELECT FROM right_exception x
                        WHERE x.user_id = author AND x.hospital_id = NEW.hospital_id AND x.action = 'machine_limit.set' AND x.allowed AND x.during @> now()) THEN
        RAISE EXCEPTION 'a limit of the patient at one machine is set by a doctor'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'alarm_rule_clinical_by_doctor', TABLE = 'alarm_rule';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alarm_rule_lane BEFORE INSERT OR UPDATE ON alarm_rule FOR EACH ROW EXECUTE FUNCTION alarm_rule_lane();

-- Nobody who is a patient here no longer is brought to a ward or measured by a device. It runs after the foreign key has taken its lock on the registration, which whoever
-- lets them leave excludes: so it sees one that left just before.
CREATE FUNCTION refuse_inactive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM registration r WHERE r.patient_id = NEW.patient_id AND r.hospital_id = NEW.hospital_id AND r.status <> 'active') THEN
        RAISE EXCEPTION 'they are a patient here no longer' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'registration_active';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER zz_refuse_inactive AFTER INSERT ON admission      FOR EACH ROW EXECUTE FUNCTION refuse_inactive();
CREATE TRIGGER zz_refuse_inactive AFTER INSERT ON device_session FOR EACH ROW EXECUTE FUNCTION refuse_inactive();

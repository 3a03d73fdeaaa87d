-- Whoever reads a patient because of where their device stands is asked anew when the device leaves, or measures somebody else: the end of a relation tells, also when it was
-- brought about by a change to what the relation is derived from. Beginnings end nothing.
CREATE FUNCTION tell_rights_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO rights_changed (patient_id) SELECT DISTINCT of FROM unnest(ARRAY[OLD.patient_id, NEW.patient_id]) AS of;
    RETURN NULL;
END $$;

CREATE TRIGGER device_session_tells AFTER UPDATE ON device_session FOR EACH ROW EXECUTE FUNCTION tell_rights_of_session();
CREATE TRIGGER device_assignment_tells AFTER UPDATE ON device_assignment FOR EACH ROW EXECUTE FUNCTION tell_rights_of_device();

-- What ends by itself, found by its end.
CREATE INDEX device_session_ends ON device_session (upper(during)) WHERE NOT upper_inf(during);
CREATE INDEX device_assignment_ends ON device_assignment (upper(during)) WHERE NOT upper_inf(during);

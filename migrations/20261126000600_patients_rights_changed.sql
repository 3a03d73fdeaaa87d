-- Who may read a patient has changed: pages that are open on them are asked anew within a second, also when another process changed it. The server asks for new rows twice a
-- second and forgets old ones.
CREATE TABLE rights_changed (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT rights_changed_pkey PRIMARY KEY,
    patient_id uuid        NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX rights_changed_at ON rights_changed (at);
ALTER TABLE rights_changed ENABLE ROW LEVEL SECURITY;
ALTER TABLE rights_changed FORCE ROW LEVEL SECURITY;
CREATE POLICY rights_changed_told ON rights_changed FOR INSERT WITH CHECK (true);
CREATE POLICY rights_changed_heard ON rights_changed FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE POLICY rights_changed_forgotten ON rights_changed FOR DELETE USING ((SELECT actor_task()) = 'rights');
GRANT SELECT, INSERT, DELETE ON rights_changed TO wardlight_app;

CREATE FUNCTION tell_rights_of_patient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO rights_changed (patient_id) VALUES (NEW.patient_id);
    RETURN NULL;
END $$;

-- Of a device: whoever is on it now.
CREATE FUNCTION tell_rights_of_device() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO rights_changed (patient_id)
    SELECT s.patient_id FROM device_session s WHERE s.device_id = NEW.device_id AND s.during @> now();
    RETURN NULL;
END $$;

CREATE TRIGGER consent_tells AFTER INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER proxy_tells AFTER INSERT OR UPDATE ON proxy FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER break_glass_tells AFTER INSERT OR UPDATE OF until ON break_glass FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER portal_setting_tells AFTER INSERT OR UPDATE ON portal_setting FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER care_relation_tells AFTER INSERT OR UPDATE ON care_relation FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER admission_tells AFTER INSERT OR UPDATE ON admission FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();
CREATE TRIGGER device_duty_tells AFTER INSERT OR UPDATE ON device_duty FOR EACH ROW EXECUTE FUNCTION tell_rights_of_device();
CREATE TRIGGER device_hand_over_tells AFTER INSERT OR UPDATE ON device_hand_over FOR EACH ROW EXECUTE FUNCTION tell_rights_of_device();

-- What ends by itself, found by its end.
CREATE INDEX break_glass_ends ON break_glass (until);
CREATE INDEX device_hand_over_ends ON device_hand_over (until) WHERE ended_at IS NULL;
CREATE INDEX care_relation_ends ON care_relation (upper(during)) WHERE NOT upper_inf(during);
CREATE INDEX admission_ends ON admission (upper(during)) WHERE NOT upper_inf(during);
CREATE INDEX device_duty_ends ON device_duty (upper(during)) WHERE NOT upper_inf(during);
CREATE INDEX proxy_ends_at ON proxy (upper(during));
-- The watcher sees what ended, of everybody.
CREATE POLICY break_glass_watched ON break_glass FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE POLICY proxy_watched ON proxy FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE POLICY care_relation_watched ON care_relation FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE POLICY admission_watched ON admission FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE POLICY device_session_watched ON device_session FOR SELECT USING ((SELECT actor_task()) = 'rights');

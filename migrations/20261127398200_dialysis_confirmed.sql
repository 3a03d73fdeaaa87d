-- A session that is booked is confirmed by the other side: by the patient in the portal what the unit or the weekly plan booked, by the unit what the patient booked. A fact like the others
-- of a session; it moves no state, so a session that nobody confirmed is held all the same. What is moved is booked anew, and confirmed anew.
CREATE TABLE session_confirmed (
    session_id uuid        CONSTRAINT session_confirmed_pkey PRIMARY KEY CONSTRAINT session_confirmed_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_confirmed_user_exists REFERENCES app_user
);
CREATE TRIGGER a_in_order BEFORE INSERT ON session_confirmed FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('booked');
CREATE TRIGGER z_stays BEFORE UPDATE OR DELETE ON session_confirmed FOR EACH ROW EXECUTE FUNCTION session_fact_stays();

CREATE FUNCTION session_confirmed_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_session s WHERE s.id = NEW.session_id AND s.booked_by = NEW.by_user) THEN
        RAISE EXCEPTION 'who booked it does not confirm it' USING ERRCODE = 'check_violation', TABLE = 'session_confirmed', CONSTRAINT = 'session_confirmed_by_another';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_by_another BEFORE INSERT ON session_confirmed FOR EACH ROW EXECUTE FUNCTION session_confirmed_by_another();

ALTER TABLE session_confirmed ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_confirmed FORCE ROW LEVEL SECURITY;
CREATE POLICY session_confirmed_seen ON session_confirmed FOR SELECT USING (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id));
CREATE POLICY session_confirmed_made ON session_confirmed FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.hospital_id = (SELECT actor_hospital())));
CREATE POLICY session_confirmed_by_patient ON session_confirmed FOR INSERT
    WITH CHECK (by_user = (SELECT actor_user())
                AND EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.patient_id = (SELECT actor_patient()) AND s.state = 'booked'));
GRANT SELECT, INSERT ON session_confirmed TO wardlight_app;

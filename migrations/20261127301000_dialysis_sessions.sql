-- A session of dialysis, from its booking to its signature. The row says who, where and when; each step has its facts in a table of its own
-- (20261127302000_dialysis_facts.sql), and the facts move the state: nobody sets it by hand.
--
--   booked ──► checked_in ──► running ──► closed ──────► signed
--     │            │             └──────► interrupted ──► signed
--     ├──► did_not_attend        (ended before its time, with the reason)
--     └──► cancelled ◄─┘
CREATE TABLE dialysis_session (
    id          uuid        CONSTRAINT dialysis_session_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    station_id  uuid        NOT NULL,
    -- The machine, when it is known before the session starts.
    device_id   uuid,
    -- How long chair and machine are kept for it, with setting up and clearing away.
    planned     tstzrange   NOT NULL CONSTRAINT dialysis_session_planned_given
                            CHECK (NOT isempty(planned) AND NOT lower_inf(planned) AND NOT upper_inf(planned)
                                   AND upper(planned) - lower(planned) <= interval '16 hours'),
    -- Of treatment.
    minutes     smallint    NOT NULL CONSTRAINT dialysis_session_minutes_possible CHECK (minutes BETWEEN 30 AND 720),
    state       text        NOT NULL DEFAULT 'booked' CONSTRAINT dialysis_session_state_known
                            CHECK (state IN ('booked', 'checked_in', 'running', 'closed', 'interrupted', 'signed', 'did_not_attend', 'cancelled')),
    booked_at   timestamptz NOT NULL,
    -- A member of staff, or the patient or who cares for them.
    booked_by   uuid        NOT NULL CONSTRAINT dialysis_session_booker_exists REFERENCES app_user,
    -- Moved: the session that was cancelled for this one.
    instead_of  uuid        CONSTRAINT dialysis_session_instead_exists REFERENCES dialysis_session,
    CONSTRAINT dialysis_session_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT dialysis_session_station_of_hospital FOREIGN KEY (station_id, hospital_id) REFERENCES station (id, hospital_id),
    CONSTRAINT dialysis_session_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT dialysis_session_fits CHECK (upper(planned) - lower(planned) >= make_interval(mins => minutes)),
    -- No chair, no machine and no person is booked twice, whoever asks at the same moment.
    CONSTRAINT dialysis_session_station_free EXCLUDE USING gist (station_id WITH =, planned WITH &&) WHERE (state IN ('booked', 'checked_in', 'running')),
    CONSTRAINT dialysis_session_device_free  EXCLUDE USING gist (device_id WITH =, planned WITH &&)  WHERE (state IN ('booked', 'checked_in', 'running')),
    CONSTRAINT dialysis_session_patient_free EXCLUDE USING gist (patient_id WITH =, planned WITH &&) WHERE (state IN ('booked', 'checked_in', 'running'))
);
CREATE INDEX dialysis_session_of_patient ON dialysis_session (patient_id, lower(planned));
CREATE INDEX dialysis_session_of_hospital ON dialysis_session USING gist (hospital_id, planned);
CREATE INDEX dialysis_session_of_station ON dialysis_session USING gist (station_id, planned);
CREATE UNIQUE INDEX dialysis_session_moved_once ON dialysis_session (instead_of) WHERE instead_of IS NOT NULL;

ALTER TABLE dialysis_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_session FORCE ROW LEVEL SECURITY;
CREATE POLICY dialysis_session_seen ON dialysis_session FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY dialysis_session_made ON dialysis_session FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY dialysis_session_moves_on ON dialysis_session FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
-- The device may still be chosen when the session starts; the rest is moved by booking anew.
GRANT SELECT, INSERT, UPDATE (state, device_id) ON dialysis_session TO wardlight_app;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON dialysis_session FOR EACH ROW EXECUTE FUNCTION refuse_merged();
CREATE TRIGGER zz_refuse_inactive AFTER INSERT ON dialysis_session FOR EACH ROW EXECUTE FUNCTION refuse_inactive();

-- Who is dialysed on a ward is a patient of whoever is on duty there (`server/hospital/src/ctx/relations.rs`).
CREATE POLICY dialysis_session_watched ON dialysis_session FOR SELECT USING ((SELECT actor_task()) = 'rights');
CREATE TRIGGER dialysis_session_tells AFTER INSERT OR UPDATE OF state ON dialysis_session FOR EACH ROW EXECUTE FUNCTION tell_rights_of_patient();

-- Whose sessions are still to come is not led elsewhere: they would stand in a record that nobody opens.
CREATE FUNCTION patient_merge_no_dialysis() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_session s
                WHERE s.hospital_id = NEW.hospital_id AND s.patient_id = NEW.other_id AND s.state IN ('booked', 'checked_in', 'running')) THEN
        RAISE EXCEPTION 'these two records cannot be joined' USING ERRCODE = 'check_violation', TABLE = 'patient_merge', CONSTRAINT = 'patient_merge_no_dialysis';
    END IF;
    RETURN NEW;
END $$;
-- After `patient_merge_guarded`, which locks both registrations: triggers run in the order of their names.
CREATE TRIGGER patient_merge_no_dialysis BEFORE INSERT ON patient_merge FOR EACH ROW EXECUTE FUNCTION patient_merge_no_dialysis();

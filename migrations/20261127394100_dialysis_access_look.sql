-- While blood runs somebody looks at the access: whether place and line are in sight, and what was found. A fact like the others of a session (20261127302000_dialysis_facts.sql).
CREATE TABLE session_access_look (
    id         uuid        CONSTRAINT session_access_look_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_access_look_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_access_look_user_exists REFERENCES app_user,
    -- Nothing covers the place and the line: a needle that came out is seen at once.
    in_sight   boolean     NOT NULL,
    found      text        NOT NULL CONSTRAINT session_access_look_found_known CHECK (found IN ('fine', 'bleeding', 'swelling', 'needle_moved', 'line_loose', 'other')),
    note       text        CONSTRAINT session_access_look_note_form CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT session_access_look_other_told CHECK (found <> 'other' OR note IS NOT NULL)
);
CREATE INDEX session_access_look_of_session ON session_access_look (session_id, at);

CREATE TRIGGER a_in_order BEFORE INSERT ON session_access_look FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running');
CREATE TRIGGER z_stays BEFORE UPDATE OR DELETE ON session_access_look FOR EACH ROW EXECUTE FUNCTION session_fact_stays();
ALTER TABLE session_access_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_access_look FORCE ROW LEVEL SECURITY;
CREATE POLICY session_access_look_seen ON session_access_look FOR SELECT USING (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id));
CREATE POLICY session_access_look_made ON session_access_look FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT ON session_access_look TO wardlight_app;

-- What the machine's pump has given so far, read by whoever stands there where the machine does not send it: mL of its syringe, as `reading.heparin_total`.
ALTER TABLE session_observation
    ADD COLUMN anticoagulant_given double precision CONSTRAINT session_observation_anticoagulant_given_possible CHECK (anticoagulant_given BETWEEN 0 AND 100),
    DROP CONSTRAINT session_observation_says_something,
    ADD CONSTRAINT session_observation_says_something CHECK (
        num_nonnulls(systolic, pulse, temperature, spo2, blood_flow, dialysate_flow, arterial, venous, tmp, uf_rate, uf_removed, conductivity, dialysate_temperature,
                     anticoagulant_given, note) > 0);

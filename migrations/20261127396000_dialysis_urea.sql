-- Blood that was taken for urea before or after a session. The laboratory answers hours after the needles are out, often after the signature: so the value is a fact of its own, and not only
-- a field of the two looks. A line without a value says that blood was drawn and the answer is to come. Nothing is written over: a line corrects one line, and the newest counts.
CREATE TABLE session_urea (
    id          uuid        CONSTRAINT session_urea_pkey PRIMARY KEY,
    session_id  uuid        NOT NULL CONSTRAINT session_urea_session_exists REFERENCES dialysis_session,
    taken       text        NOT NULL CONSTRAINT session_urea_taken_known CHECK (taken IN ('pre', 'post')),
    -- mmol/L.
    value       double precision CONSTRAINT session_urea_value_possible CHECK (value BETWEEN 0.5 AND 100),
    drawn_at    timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid        NOT NULL CONSTRAINT session_urea_recorder_exists REFERENCES app_user,
    -- The line that stood there before.
    corrects    uuid,
    -- Why another value stands here than before.
    reason      text        CONSTRAINT session_urea_reason_form CHECK (length(reason) BETWEEN 3 AND 500),
    CONSTRAINT session_urea_drawn_before_written CHECK (drawn_at <= recorded_at),
    CONSTRAINT session_urea_line UNIQUE (id, session_id, taken),
    CONSTRAINT session_urea_corrects_its_like FOREIGN KEY (corrects, session_id, taken) REFERENCES session_urea (id, session_id, taken),
    -- Of two people who write at once, the second looks again.
    CONSTRAINT session_urea_corrected_once UNIQUE (corrects)
);
CREATE UNIQUE INDEX session_urea_first_once ON session_urea (session_id, taken) WHERE corrects IS NULL;
CREATE INDEX session_urea_of_session ON session_urea (session_id, recorded_at);

-- Before is before blood ran, after is after it ran no longer: another sample says nothing of how well the blood was cleaned. A clock shows minutes, so the minute of the step counts whole.
CREATE FUNCTION session_urea_drawn_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    began timestamptz := (SELECT f.at FROM session_started f WHERE f.session_id = NEW.session_id);
    ended timestamptz := (SELECT f.at FROM session_ended f WHERE f.session_id = NEW.session_id);
    broken text;
BEGIN
    broken := CASE
        WHEN NEW.taken = 'post' AND ended IS NULL                                  THEN 'session_urea_after_the_end'
        WHEN NEW.taken = 'pre' AND NEW.drawn_at > date_trunc('minute', began) + interval '1 minute' THEN 'session_urea_drawn_before_start'
        WHEN NEW.taken = 'post' AND NEW.drawn_at < date_trunc('minute', began)     THEN 'session_urea_drawn_after_start'
    END;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'this blood says nothing of this session' USING ERRCODE = 'check_violation', TABLE = 'session_urea', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;

-- From the start on, and after the signature too: what was signed stays as it was written.
CREATE TRIGGER a_in_order BEFORE INSERT ON session_urea FOR EACH ROW EXECUTE FUNCTION session_fact_in_order('running', 'closed', 'interrupted', 'signed');
CREATE TRIGGER b_drawn_in_time BEFORE INSERT ON session_urea FOR EACH ROW EXECUTE FUNCTION session_urea_drawn_in_time();
CREATE TRIGGER z_stays BEFORE UPDATE OR DELETE ON session_urea FOR EACH ROW EXECUTE FUNCTION session_fact_stays();
ALTER TABLE session_urea ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_urea FORCE ROW LEVEL SECURITY;
CREATE POLICY session_urea_seen ON session_urea FOR SELECT USING (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id));
CREATE POLICY session_urea_made ON session_urea FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT ON session_urea TO wardlight_app;

-- Alarms, what happened to each, and the limits of one patient. The life of an alarm is domain::alerts::life; the checks here state what each state holds.
CREATE TABLE alarm (
    id                 uuid        CONSTRAINT alarm_pkey PRIMARY KEY,
    device_id          uuid        NOT NULL CONSTRAINT alarm_device_exists REFERENCES device,
    kind               text        NOT NULL CONSTRAINT alarm_kind_known CHECK (kind IN ('limit', 'machine', 'silent')),
    parameter          text        NOT NULL DEFAULT '',
    side               text        NOT NULL DEFAULT '' CONSTRAINT alarm_side_known CHECK (side IN ('', 'low', 'high')),
    priority           text        NOT NULL CONSTRAINT alarm_priority_known CHECK (priority IN ('high', 'medium', 'low')),
    state              text        NOT NULL CONSTRAINT alarm_state_known CHECK (state IN ('raised', 'acknowledged', 'gone', 'closed')),
    raised_at          timestamptz NOT NULL,
    -- The newest time it was raised: repeats merge.
    last_raised_at     timestamptz NOT NULL,
    count              int         NOT NULL CONSTRAINT alarm_count_positive CHECK (count > 0),
    value              real,
    worst              real,
    last_value         real,
    limit_value        real,
    gone_at            timestamptz,
    acknowledged_at    timestamptz,
    acknowledged_by    uuid        CONSTRAINT alarm_acknowledged_by_exists REFERENCES app_user,
    acknowledged_note  text        CONSTRAINT alarm_note_short CHECK (length(acknowledged_note) <= 500),
    sound_paused_until timestamptz,
    closed_at          timestamptz,
    CONSTRAINT alarm_limit_names_its_value CHECK ((kind = 'limit') = (parameter <> '' AND side <> '')),
    CONSTRAINT alarm_acknowledged_has_facts CHECK (state <> 'acknowledged' OR (acknowledged_at IS NOT NULL AND acknowledged_by IS NOT NULL)),
    CONSTRAINT alarm_gone_is_high CHECK (state <> 'gone' OR (priority = 'high' AND gone_at IS NOT NULL)),
    CONSTRAINT alarm_closed_has_time CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT alarm_high_is_seen_before_it_closes CHECK (state <> 'closed' OR priority <> 'high' OR acknowledged_at IS NOT NULL)
);
CREATE UNIQUE INDEX alarm_one_active ON alarm (device_id, kind, parameter, side) WHERE state IN ('raised', 'acknowledged');
CREATE INDEX alarm_of_device ON alarm (device_id, raised_at);

CREATE TABLE alarm_event (
    id       bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT alarm_event_pkey PRIMARY KEY,
    alarm_id uuid        NOT NULL CONSTRAINT alarm_event_alarm_exists REFERENCES alarm,
    at       timestamptz NOT NULL,
    event    text        NOT NULL CONSTRAINT alarm_event_known
             CHECK (event IN ('raised', 'again', 'escalated', 'acknowledged', 'sound_paused', 'gone', 'closed')),
    by_user  uuid        CONSTRAINT alarm_event_by_exists REFERENCES app_user,
    value    real,
    note     text
);
CREATE INDEX alarm_event_of_alarm ON alarm_event (alarm_id, at);

ALTER TABLE alarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm FORCE ROW LEVEL SECURITY;
CREATE POLICY alarm_of_hospital ON alarm TO wardlight_app
    USING (device_id IN (SELECT d.id FROM device d WHERE d.hospital_id = actor_hospital()))
    WITH CHECK (device_id IN (SELECT d.id FROM device d WHERE d.hospital_id = actor_hospital()));
CREATE POLICY alarm_seen_by_person ON alarm FOR SELECT TO wardlight_app
    USING (actor_patient() IS NOT NULL AND EXISTS (
        SELECT FROM device_session s
        WHERE s.device_id = alarm.device_id AND s.during @> alarm.raised_at AND s.patient_id = actor_patient()));
CREATE POLICY alarm_ingested ON alarm TO wardlight_ingest USING (true) WITH CHECK (true);

ALTER TABLE alarm_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_event FORCE ROW LEVEL SECURITY;
CREATE POLICY alarm_event_with_its_alarm ON alarm_event TO wardlight_app
    USING (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id)) WITH CHECK (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id));
CREATE POLICY alarm_event_ingested ON alarm_event TO wardlight_ingest USING (true) WITH CHECK (true);

-- A limit of one patient, with its author, its reason and its end.
CREATE TABLE patient_limit (
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    parameter   text        NOT NULL,
    side        text        NOT NULL CONSTRAINT patient_limit_side_known CHECK (side IN ('low', 'high')),
    value       real        NOT NULL,
    reason      text        NOT NULL CONSTRAINT patient_limit_reason_given CHECK (reason <> ''),
    made_by     uuid        NOT NULL CONSTRAINT patient_limit_author_exists REFERENCES app_user,
    during      tstzrange   NOT NULL CONSTRAINT patient_limit_ends CHECK (NOT upper_inf(during)),
    CONSTRAINT patient_limit_once EXCLUDE USING gist (patient_id WITH =, hospital_id WITH =, parameter WITH =, side WITH =, during WITH &&),
    CONSTRAINT patient_limit_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
ALTER TABLE patient_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_limit_seen ON patient_limit FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) OR patient_id = (SELECT actor_patient()));
CREATE POLICY patient_limit_made ON patient_limit FOR INSERT WITH CHECK (hospital_id = actor_hospital());

GRANT SELECT, UPDATE ON alarm TO wardlight_app;
GRANT SELECT, INSERT ON alarm_event, patient_limit TO wardlight_app;
GRANT SELECT, INSERT, UPDATE ON alarm, alarm_event TO wardlight_ingest;

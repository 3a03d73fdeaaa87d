-- Bedside devices: what they are, how they prove it, where they stand, and whom they measure.
CREATE TABLE device (
    id          uuid        CONSTRAINT device_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL CONSTRAINT device_hospital_exists REFERENCES hospital,
    name        text        NOT NULL CONSTRAINT device_name_given CHECK (name <> ''),
    model       text        NOT NULL,
    serial      text        NOT NULL,
    status      text        NOT NULL DEFAULT 'active' CONSTRAINT device_status_known CHECK (status IN ('active', 'inactive', 'maintenance')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT device_name_once UNIQUE (hospital_id, name),
    CONSTRAINT device_serial_once UNIQUE (model, serial),
    CONSTRAINT device_of_hospital UNIQUE (id, hospital_id)
);

CREATE TABLE device_token (
    -- SHA-256 of the token, which is shown once.
    hash       bytea       CONSTRAINT device_token_pkey PRIMARY KEY CONSTRAINT device_token_hash_length CHECK (octet_length(hash) = 32),
    device_id  uuid        NOT NULL CONSTRAINT device_token_device_exists REFERENCES device,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    CONSTRAINT device_token_revoked_after_made CHECK (revoked_at >= created_at)
);
CREATE INDEX device_token_of_device ON device_token (device_id);

-- The newest heartbeat of each device. Written with synchronous_commit off: a lost stamp comes again in five seconds.
CREATE TABLE device_report (
    device_id        uuid        CONSTRAINT device_report_pkey PRIMARY KEY CONSTRAINT device_report_device_exists REFERENCES device,
    heard_at         timestamptz NOT NULL,
    status           text        NOT NULL CONSTRAINT device_report_status_known CHECK (status IN ('normal', 'warning', 'danger')),
    firmware         text        NOT NULL,
    -- Seconds promised for each parameter, by its name: as the device said it.
    promise          jsonb       NOT NULL,
    readings_waiting bigint      NOT NULL CONSTRAINT device_report_waiting_counted CHECK (readings_waiting >= 0),
    -- When the recording that plays here began, in a demo.
    replay_since     timestamptz
);

-- At which bed a device stands.
CREATE TABLE device_assignment (
    device_id uuid      NOT NULL CONSTRAINT device_assignment_device_exists REFERENCES device,
    bed_id    uuid      NOT NULL CONSTRAINT device_assignment_bed_exists REFERENCES bed,
    during    tstzrange NOT NULL CONSTRAINT device_assignment_during_given CHECK (NOT isempty(during)),
    CONSTRAINT device_assignment_one_place EXCLUDE USING gist (device_id WITH =, during WITH &&)
);
CREATE INDEX device_assignment_of_bed ON device_assignment (bed_id);

-- Whom a device measures, and when. A reading belongs to the patient of the session that holds its time: correct the session, and history is corrected.
CREATE TABLE device_session (
    id          uuid      CONSTRAINT device_session_pkey PRIMARY KEY,
    device_id   uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    patient_id  uuid      NOT NULL,
    during      tstzrange NOT NULL CONSTRAINT device_session_during_given CHECK (NOT isempty(during)),
    CONSTRAINT device_session_one_patient EXCLUDE USING gist (device_id WITH =, during WITH &&),
    CONSTRAINT device_session_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_session_patient_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
CREATE INDEX device_session_of_patient ON device_session USING gist (patient_id, during);
ALTER TABLE device_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE device_session FORCE ROW LEVEL SECURITY;
CREATE POLICY device_session_seen ON device_session FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) OR patient_id = (SELECT actor_patient()));
CREATE POLICY device_session_made ON device_session FOR INSERT WITH CHECK (hospital_id = actor_hospital());
CREATE POLICY device_session_ended ON device_session FOR UPDATE
    USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());

GRANT SELECT, INSERT ON device, device_token, device_assignment, device_session TO wardlight_app;
GRANT UPDATE (status) ON device TO wardlight_app;
GRANT UPDATE (revoked_at) ON device_token TO wardlight_app;
GRANT UPDATE (during) ON device_assignment, device_session TO wardlight_app;
GRANT SELECT, INSERT, UPDATE ON device_report TO wardlight_app;

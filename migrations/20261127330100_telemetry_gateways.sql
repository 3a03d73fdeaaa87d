-- Gateways: one credential that posts for a list of machines, as JSON or as HL7 over MLLP; and what is kept of the HL7 messages that came. No row names a patient: whom a
-- machine measures says device_session. A message itself may name one, so it is sealed, and dropped after days.
--
-- A gateway is found before it is known whose it is, by the watch of the house (`actor_task() = 'watch'`); everybody else sees those of their hospital.
CREATE TABLE gateway (
    id            uuid        CONSTRAINT gateway_pkey PRIMARY KEY,
    hospital_id   uuid        NOT NULL CONSTRAINT gateway_hospital_exists REFERENCES hospital,
    name          text        NOT NULL CONSTRAINT gateway_name_form CHECK (length(name) BETWEEN 1 AND 80),
    -- As HL7 messages name it in MSH-3 and MSH-4, where a sender has no field for a token. Such a sender is believed from its networks only.
    application   text        CONSTRAINT gateway_application_form CHECK (length(application) BETWEEN 1 AND 227),
    facility      text        CONSTRAINT gateway_facility_form CHECK (length(facility) BETWEEN 1 AND 227),
    networks      cidr[]      NOT NULL DEFAULT '{}' CONSTRAINT gateway_networks_short CHECK (cardinality(networks) <= 8),
    -- Seconds that its machines let pass between two messages, at the most.
    every_seconds smallint    NOT NULL DEFAULT 10 CONSTRAINT gateway_every_seconds_possible CHECK (every_seconds BETWEEN 1 AND 300),
    created_at    timestamptz NOT NULL,
    created_by    uuid        NOT NULL CONSTRAINT gateway_maker_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT gateway_ender_exists REFERENCES app_user,
    CONSTRAINT gateway_of_hospital UNIQUE (id, hospital_id),
    CONSTRAINT gateway_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT gateway_sender_whole CHECK ((cardinality(networks) = 0) = (application IS NULL))
);
CREATE UNIQUE INDEX gateway_name_once ON gateway (hospital_id, lower(name)) WHERE ended_at IS NULL;
CREATE INDEX gateway_of_sender ON gateway (application) WHERE ended_at IS NULL AND application IS NOT NULL;

CREATE TABLE gateway_token (
    -- SHA-256 of the token, which is shown once.
    hash        bytea       CONSTRAINT gateway_token_pkey PRIMARY KEY CONSTRAINT gateway_token_hash_length CHECK (octet_length(hash) = 32),
    gateway_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz,
    CONSTRAINT gateway_token_of_gateway FOREIGN KEY (gateway_id, hospital_id) REFERENCES gateway (id, hospital_id),
    CONSTRAINT gateway_token_revoked_after_made CHECK (revoked_at >= created_at)
);
CREATE INDEX gateway_token_of_its_gateway ON gateway_token (gateway_id) WHERE revoked_at IS NULL;

-- For which machines it speaks, and since when.
CREATE TABLE gateway_device (
    gateway_id  uuid        NOT NULL,
    device_id   uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    added_at    timestamptz NOT NULL,
    added_by    uuid        NOT NULL CONSTRAINT gateway_device_adder_exists REFERENCES app_user,
    removed_at  timestamptz,
    removed_by  uuid        CONSTRAINT gateway_device_remover_exists REFERENCES app_user,
    CONSTRAINT gateway_device_gateway_of_hospital FOREIGN KEY (gateway_id, hospital_id) REFERENCES gateway (id, hospital_id),
    CONSTRAINT gateway_device_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT gateway_device_removed_whole CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CONSTRAINT gateway_device_pkey PRIMARY KEY (gateway_id, device_id, added_at)
);
-- A machine has one voice: two gateways that speak for it would send each reading twice.
CREATE UNIQUE INDEX gateway_device_once ON gateway_device (device_id) WHERE removed_at IS NULL;
CREATE INDEX gateway_device_of_gateway ON gateway_device (gateway_id) WHERE removed_at IS NULL;

-- One HL7 message, as it came and as it was answered.
CREATE TABLE hl7_message (
    id          uuid        CONSTRAINT hl7_message_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL CONSTRAINT hl7_message_hospital_exists REFERENCES hospital,
    -- None for a machine that showed its own token.
    gateway_id  uuid,
    -- None for a message that named no machine of ours.
    device_id   uuid,
    received_at timestamptz NOT NULL,
    kind        text        NOT NULL CONSTRAINT hl7_message_kind_short CHECK (length(kind) <= 40),
    control_id  text        NOT NULL CONSTRAINT hl7_message_control_id_short CHECK (length(control_id) <= 199),
    answer      text        NOT NULL CONSTRAINT hl7_message_answer_known CHECK (answer IN ('AA', 'AE', 'AR')),
    readings    integer     NOT NULL CONSTRAINT hl7_message_readings_counted CHECK (readings >= 0),
    duplicates  integer     NOT NULL CONSTRAINT hl7_message_duplicates_counted CHECK (duplicates >= 0),
    alarms      integer     NOT NULL CONSTRAINT hl7_message_alarms_counted CHECK (alarms >= 0),
    -- Observations that were set aside: not there yet, taken back, or doubted by their own device.
    aside       integer     NOT NULL CONSTRAINT hl7_message_aside_counted CHECK (aside >= 0),
    -- What was at fault, in our words, with its place.
    faults      text[]      NOT NULL DEFAULT '{}' CONSTRAINT hl7_message_faults_short CHECK (cardinality(faults) <= 16),
    raw_sealed  bytea       NOT NULL,
    CONSTRAINT hl7_message_gateway_of_hospital FOREIGN KEY (gateway_id, hospital_id) REFERENCES gateway (id, hospital_id),
    CONSTRAINT hl7_message_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id)
);
CREATE INDEX hl7_message_of_device ON hl7_message (device_id, received_at DESC, id DESC);
CREATE INDEX hl7_message_of_gateway ON hl7_message (gateway_id, received_at DESC, id DESC);
CREATE INDEX hl7_message_received ON hl7_message USING brin (received_at);

-- Codes that a machine sent and that have no place in a reading.
CREATE TABLE hl7_code (
    device_id   uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    system      text        NOT NULL CONSTRAINT hl7_code_system_short CHECK (length(system) <= 64),
    code        text        NOT NULL CONSTRAINT hl7_code_code_short CHECK (length(code) <= 64),
    name        text        NOT NULL CONSTRAINT hl7_code_name_short CHECK (length(name) <= 64),
    unit        text        NOT NULL CONSTRAINT hl7_code_unit_short CHECK (length(unit) <= 64),
    -- Whether it is a term of dialysis machines that we know, and do not keep or do not read in this unit.
    is_known    boolean     NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    -- In how many minutes it came: a code that comes each second is written once a minute.
    minutes     bigint      NOT NULL CONSTRAINT hl7_code_minutes_counted CHECK (minutes > 0),
    CONSTRAINT hl7_code_pkey PRIMARY KEY (device_id, system, code, name, unit),
    CONSTRAINT hl7_code_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id)
);

-- Alarms that a machine tells one by one (IHE PCD-04): which of them stand says what the machine says of itself as a whole.
CREATE TABLE machine_alert (
    device_id   uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    code        text        NOT NULL CONSTRAINT machine_alert_code_short CHECK (length(code) BETWEEN 1 AND 64),
    stands      boolean     NOT NULL,
    grade       text        NOT NULL CONSTRAINT machine_alert_grade_known CHECK (grade IN ('normal', 'warning', 'danger')),
    -- When it was so, by the machine's clock: what is told late changes nothing that is newer.
    at          timestamptz NOT NULL,
    CONSTRAINT machine_alert_pkey PRIMARY KEY (device_id, code),
    CONSTRAINT machine_alert_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id)
);

ALTER TABLE gateway        ENABLE ROW LEVEL SECURITY;
ALTER TABLE gateway        FORCE ROW LEVEL SECURITY;
ALTER TABLE gateway_token  ENABLE ROW LEVEL SECURITY;
ALTER TABLE gateway_token  FORCE ROW LEVEL SECURITY;
ALTER TABLE gateway_device ENABLE ROW LEVEL SECURITY;
ALTER TABLE gateway_device FORCE ROW LEVEL SECURITY;
ALTER TABLE hl7_message    ENABLE ROW LEVEL SECURITY;
ALTER TABLE hl7_message    FORCE ROW LEVEL SECURITY;
ALTER TABLE hl7_code       ENABLE ROW LEVEL SECURITY;
ALTER TABLE hl7_code       FORCE ROW LEVEL SECURITY;
ALTER TABLE machine_alert  ENABLE ROW LEVEL SECURITY;
ALTER TABLE machine_alert  FORCE ROW LEVEL SECURITY;
CREATE POLICY gateway_of_hospital        ON gateway        USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY gateway_token_of_hospital  ON gateway_token  USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY gateway_device_of_hospital ON gateway_device USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY hl7_message_of_hospital    ON hl7_message    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY hl7_code_of_hospital       ON hl7_code       USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY machine_alert_of_hospital  ON machine_alert  USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY gateway_at_work        ON gateway        FOR SELECT USING ((SELECT actor_task()) = 'watch');
CREATE POLICY gateway_token_at_work  ON gateway_token  FOR SELECT USING ((SELECT actor_task()) = 'watch');
CREATE POLICY gateway_token_used     ON gateway_token  FOR UPDATE USING ((SELECT actor_task()) = 'watch') WITH CHECK ((SELECT actor_task()) = 'watch');
CREATE POLICY gateway_device_at_work ON gateway_device FOR SELECT USING ((SELECT actor_task()) = 'watch');
-- What is too old is dropped by the house's own work, which reads nothing of it.
CREATE POLICY hl7_message_dropped    ON hl7_message    FOR DELETE USING ((SELECT actor_task()) = 'retain');
CREATE POLICY hl7_message_old        ON hl7_message    FOR SELECT USING ((SELECT actor_task()) = 'retain');

GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON gateway TO wardlight_app;
GRANT SELECT, INSERT, UPDATE (used_at, revoked_at) ON gateway_token TO wardlight_app;
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by) ON gateway_device TO wardlight_app;
GRANT SELECT, INSERT, DELETE ON hl7_message TO wardlight_app;
GRANT SELECT, INSERT, UPDATE (last_at, minutes) ON hl7_code TO wardlight_app;
GRANT SELECT, INSERT, UPDATE (stands, grade, at) ON machine_alert TO wardlight_app;

-- How people stand to patients: facts, with their time. What they allow says domain::access.

-- Who is on duty on which ward.
CREATE TABLE ward_duty (
    user_id     uuid      NOT NULL CONSTRAINT ward_duty_user_exists REFERENCES app_user,
    ward_id     uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    during      tstzrange NOT NULL CONSTRAINT ward_duty_during_given CHECK (NOT isempty(during)),
    CONSTRAINT ward_duty_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT ward_duty_once EXCLUDE USING gist (user_id WITH =, ward_id WITH =, during WITH &&)
);
CREATE INDEX ward_duty_of_hospital ON ward_duty (hospital_id, user_id);
-- Whoever had a home ward until now was on duty there.
INSERT INTO ward_duty (user_id, ward_id, hospital_id, during)
SELECT g.user_id, g.ward_id, g.hospital_id, range_merge(range_agg(g.during))
  FROM role_grant g
 WHERE g.role IN ('doctor', 'nurse') AND g.ward_id IS NOT NULL AND NOT isempty(g.during)
 GROUP BY g.user_id, g.ward_id, g.hospital_id;

-- Who reads a device (doctors, many), and who keeps it running (a technician, one at a time).
CREATE TABLE device_duty (
    user_id     uuid      NOT NULL CONSTRAINT device_duty_user_exists REFERENCES app_user,
    device_id   uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    kind        text      NOT NULL CONSTRAINT device_duty_kind_known CHECK (kind IN ('reads', 'keeps')),
    during      tstzrange NOT NULL CONSTRAINT device_duty_during_given CHECK (NOT isempty(during)),
    CONSTRAINT device_duty_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_duty_once EXCLUDE USING gist (user_id WITH =, device_id WITH =, kind WITH =, during WITH &&),
    CONSTRAINT device_duty_keeps_one EXCLUDE USING gist (user_id WITH =, during WITH &&) WHERE (kind = 'keeps')
);
CREATE INDEX device_duty_of_device ON device_duty (device_id);

-- A technician lends their device to another for a while (C18): asked, accepted, over by itself or before.
CREATE TABLE device_hand_over (
    id          uuid        CONSTRAINT device_hand_over_pkey PRIMARY KEY,
    device_id   uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    from_user   uuid        NOT NULL CONSTRAINT device_hand_over_from_exists REFERENCES app_user,
    to_user     uuid        NOT NULL CONSTRAINT device_hand_over_to_exists REFERENCES app_user,
    asked_at    timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    accepted_at timestamptz,
    ended_at    timestamptz,
    ended_by    uuid        CONSTRAINT device_hand_over_ender_exists REFERENCES app_user,
    CONSTRAINT device_hand_over_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_hand_over_to_another CHECK (from_user <> to_user),
    CONSTRAINT device_hand_over_ends CHECK (until > asked_at AND until <= asked_at + interval '7 days'),
    CONSTRAINT device_hand_over_accepted_in_time CHECK (accepted_at >= asked_at AND accepted_at < until),
    CONSTRAINT device_hand_over_end_told CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX device_hand_over_to ON device_hand_over (to_user, until) WHERE ended_at IS NULL;
CREATE INDEX device_hand_over_of_device ON device_hand_over (device_id, asked_at);

-- Who treats whom: current while it has no end.
CREATE TABLE care_relation (
    user_id     uuid      NOT NULL CONSTRAINT care_relation_user_exists REFERENCES app_user,
    patient_id  uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    made_by     uuid      NOT NULL CONSTRAINT care_relation_maker_exists REFERENCES app_user,
    during      tstzrange NOT NULL CONSTRAINT care_relation_during_given CHECK (NOT isempty(during)),
    CONSTRAINT care_relation_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT care_relation_once EXCLUDE USING gist (user_id WITH =, patient_id WITH =, hospital_id WITH =, during WITH &&)
);
CREATE INDEX care_relation_of_patient ON care_relation (patient_id, hospital_id);

-- Who lies on which ward.
CREATE TABLE admission (
    id          uuid      CONSTRAINT admission_pkey PRIMARY KEY,
    patient_id  uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    ward_id     uuid      NOT NULL,
    during      tstzrange NOT NULL CONSTRAINT admission_during_given CHECK (NOT isempty(during)),
    CONSTRAINT admission_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT admission_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT admission_one_ward EXCLUDE USING gist (patient_id WITH =, hospital_id WITH =, during WITH &&)
);
CREATE INDEX admission_of_ward ON admission USING gist (ward_id, during);

ALTER TABLE care_relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE care_relation FORCE ROW LEVEL SECURITY;
CREATE POLICY care_relation_seen ON care_relation FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY care_relation_made ON care_relation FOR INSERT WITH CHECK (hospital_id = actor_hospital());
CREATE POLICY care_relation_ended ON care_relation FOR UPDATE USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());

ALTER TABLE admission ENABLE ROW LEVEL SECURITY;
ALTER TABLE admission FORCE ROW LEVEL SECURITY;
CREATE POLICY admission_seen ON admission FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY admission_made ON admission FOR INSERT WITH CHECK (hospital_id = actor_hospital());
CREATE POLICY admission_ended ON admission FOR UPDATE USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());

GRANT SELECT, INSERT ON ward_duty, device_duty, device_hand_over, care_relation, admission TO wardlight_app;
GRANT UPDATE (during) ON ward_duty, device_duty, care_relation, admission TO wardlight_app;
GRANT UPDATE (accepted_at, ended_at, ended_by) ON device_hand_over TO wardlight_app;

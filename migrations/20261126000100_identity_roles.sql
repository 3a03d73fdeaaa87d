-- Every role there is, and what a hospital says about its people.
ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_known;
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_known
    CHECK (role IN ('doctor', 'nurse', 'technician', 'pharmacist', 'receptionist', 'billing_clerk', 'lab_technician', 'emergency_responder',
                    'hospital_admin', 'super_admin'));

CREATE TABLE hospital_setting (
    hospital_id            uuid    CONSTRAINT hospital_setting_pkey PRIMARY KEY
                                   CONSTRAINT hospital_setting_hospital_exists REFERENCES hospital,
    -- Whether staff need a second factor to sign in.
    second_factor_required boolean NOT NULL DEFAULT true,
    -- Who is told of emergency openings; while nobody is named, every admin is.
    privacy_officer        uuid    CONSTRAINT hospital_setting_privacy_officer_exists REFERENCES app_user
);
GRANT SELECT, INSERT ON hospital_setting TO wardlight_app;
GRANT UPDATE (second_factor_required, privacy_officer) ON hospital_setting TO wardlight_app;

-- One right, granted or denied to one person until a day. A denial beats everything.
CREATE TABLE right_exception (
    id          uuid        CONSTRAINT right_exception_pkey PRIMARY KEY,
    user_id     uuid        NOT NULL CONSTRAINT right_exception_user_exists REFERENCES app_user,
    hospital_id uuid        NOT NULL CONSTRAINT right_exception_hospital_exists REFERENCES hospital,
    -- The name of an action, such as patient.read.
    action      text        NOT NULL CONSTRAINT right_exception_action_form CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
    allowed     boolean     NOT NULL,
    reason      text        NOT NULL CONSTRAINT right_exception_reason_given CHECK (reason <> ''),
    made_by     uuid        NOT NULL CONSTRAINT right_exception_maker_exists REFERENCES app_user,
    during      tstzrange   NOT NULL CONSTRAINT right_exception_ends CHECK (NOT isempty(during) AND NOT upper_inf(during)),
    CONSTRAINT right_exception_not_for_oneself CHECK (made_by <> user_id),
    CONSTRAINT right_exception_once EXCLUDE USING gist (user_id WITH =, hospital_id WITH =, action WITH =, during WITH &&)
);
CREATE INDEX right_exception_of_hospital ON right_exception (hospital_id, user_id);
GRANT SELECT, INSERT ON right_exception TO wardlight_app;
GRANT UPDATE (during) ON right_exception TO wardlight_app;

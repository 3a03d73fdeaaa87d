-- Who works in a hospital: their number there, and since when they are inactive. What they may do says role_grant; being inactive ends those rows, so that
-- whoever asks for roles need not ask for this too.
CREATE TABLE staff_member (
    user_id        uuid        NOT NULL CONSTRAINT staff_member_user_exists REFERENCES app_user,
    hospital_id    uuid        NOT NULL CONSTRAINT staff_member_hospital_exists REFERENCES hospital,
    employee_id    text        NOT NULL CONSTRAINT staff_member_employee_id_form CHECK (employee_id ~ '^[A-Z]{3}-[0-9]{4,}$'),
    since          timestamptz NOT NULL,
    -- The moment at which their roles ended; coming back grants those anew.
    inactive_since timestamptz,
    CONSTRAINT staff_member_pkey PRIMARY KEY (user_id, hospital_id),
    CONSTRAINT staff_member_employee_id_once UNIQUE (hospital_id, employee_id)
);

-- The last number given out, by prefix: counted up only, so that none is given twice.
CREATE TABLE employee_number (
    hospital_id uuid NOT NULL CONSTRAINT employee_number_hospital_exists REFERENCES hospital,
    prefix      text NOT NULL CONSTRAINT employee_number_prefix_form CHECK (prefix ~ '^[A-Z]{3}$'),
    last        int  NOT NULL CONSTRAINT employee_number_last_positive CHECK (last > 0),
    CONSTRAINT employee_number_pkey PRIMARY KEY (hospital_id, prefix)
);

-- Whoever works somewhere already gets a number by their first role.
INSERT INTO staff_member (user_id, hospital_id, employee_id, since)
SELECT f.user_id, f.hospital_id, f.prefix || '-' || lpad(row_number() OVER (PARTITION BY f.hospital_id, f.prefix ORDER BY f.since, f.user_id)::text, 4, '0'), f.since
  FROM (SELECT DISTINCT ON (g.user_id, g.hospital_id) g.user_id, g.hospital_id, lower(g.during) AS since,
               CASE g.role WHEN 'doctor' THEN 'DOC' WHEN 'nurse' THEN 'NUR' WHEN 'technician' THEN 'TEC' WHEN 'pharmacist' THEN 'PHA' ELSE 'ADM' END AS prefix
          FROM role_grant g
         WHERE NOT isempty(g.during)
         ORDER BY g.user_id, g.hospital_id, lower(g.during), g.role) AS f;
INSERT INTO employee_number (hospital_id, prefix, last)
SELECT hospital_id, left(employee_id, 3), count(*) FROM staff_member GROUP BY hospital_id, left(employee_id, 3);

-- An invitation to work in a hospital. It is open until it is accepted or withdrawn; its link is in the mail alone.
CREATE TABLE staff_invitation (
    id           uuid        CONSTRAINT staff_invitation_pkey PRIMARY KEY,
    hospital_id  uuid        NOT NULL CONSTRAINT staff_invitation_hospital_exists REFERENCES hospital,
    email        text        NOT NULL CONSTRAINT staff_invitation_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    name         text        NOT NULL CONSTRAINT staff_invitation_name_given CHECK (name <> ''),
    role         text        NOT NULL CONSTRAINT staff_invitation_role_given CHECK (role <> ''),
    ward_id      uuid,
    -- None when the platform invites the first admin of a hospital.
    invited_by   uuid        CONSTRAINT staff_invitation_inviter_exists REFERENCES app_user,
    invited_at   timestamptz NOT NULL,
    sent_at      timestamptz NOT NULL,
    withdrawn_at timestamptz,
    accepted_at  timestamptz,
    accepted_by  uuid        CONSTRAINT staff_invitation_accepter_exists REFERENCES app_user,
    CONSTRAINT staff_invitation_ends_once CHECK (withdrawn_at IS NULL OR accepted_at IS NULL),
    CONSTRAINT staff_invitation_accepted_by_somebody CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    CONSTRAINT staff_invitation_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id)
);
CREATE UNIQUE INDEX staff_invitation_open_once ON staff_invitation (hospital_id, email) WHERE withdrawn_at IS NULL AND accepted_at IS NULL;

ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_member FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_member_of_hospital ON staff_member
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY staff_member_own ON staff_member FOR SELECT USING (user_id = (SELECT actor_user()));
CREATE POLICY staff_member_at_the_door ON staff_member
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');

ALTER TABLE employee_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE employee_number FORCE ROW LEVEL SECURITY;
CREATE POLICY employee_number_counted ON employee_number
    USING (hospital_id = (SELECT actor_hospital()) OR (SELECT actor_task()) = 'sign_in')
    WITH CHECK (hospital_id = (SELECT actor_hospital()) OR (SELECT actor_task()) = 'sign_in');

ALTER TABLE staff_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_invitation_of_hospital ON staff_invitation
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
CREATE POLICY staff_invitation_at_the_door ON staff_invitation
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
CREATE POLICY staff_invitation_written_to ON staff_invitation FOR SELECT USING ((SELECT actor_task()) = 'jobs');

-- Whoever comes with a link or a form that was proved becomes an account at the door.
CREATE POLICY app_user_joined ON app_user FOR INSERT WITH CHECK ((SELECT actor_task()) = 'sign_in');

GRANT UPDATE (display_name) ON app_user TO wardlight_app;
GRANT SELECT, INSERT ON staff_member, employee_number, staff_invitation TO wardlight_app;
GRANT UPDATE (inactive_since) ON staff_member TO wardlight_app;
GRANT UPDATE (last) ON employee_number TO wardlight_app;
GRANT UPDATE (sent_at, withdrawn_at, accepted_at, accepted_by) ON staff_invitation TO wardlight_app;

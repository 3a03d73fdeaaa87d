-- A carer is named by e-mail address. Whether an account has that address nobody learns from naming it: what the patient writes and reads is the invitation
-- alone, and it becomes a proxy under the same id when somebody with that address next signs in.
CREATE TABLE proxy_invitation (
    id          uuid      CONSTRAINT proxy_invitation_pkey PRIMARY KEY,
    patient_id  uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    email       text      NOT NULL CONSTRAINT proxy_invitation_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    -- What the patient calls them, such as "my son".
    known_as    text      NOT NULL CONSTRAINT proxy_invitation_known_as_given CHECK (known_as <> ''),
    sections    text[]    NOT NULL CONSTRAINT proxy_invitation_sections_known
                          CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings'] AND cardinality(sections) > 0),
    made_by     uuid      NOT NULL CONSTRAINT proxy_invitation_maker_exists REFERENCES app_user,
    -- From named to ended, a year at most.
    during      tstzrange NOT NULL CONSTRAINT proxy_invitation_ends
                          CHECK (isempty(during) OR (NOT upper_inf(during) AND upper(during) <= lower(during) + interval '366 days')),
    CONSTRAINT proxy_invitation_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT proxy_invitation_once EXCLUDE USING gist (patient_id WITH =, email WITH =, during WITH &&)
);
CREATE INDEX proxy_invitation_to ON proxy_invitation (email);
ALTER TABLE proxy_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE proxy_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY proxy_invitation_own ON proxy_invitation FOR SELECT USING (patient_id = (SELECT actor_patient()));
CREATE POLICY proxy_invitation_at_the_door ON proxy_invitation FOR SELECT USING ((SELECT actor_task()) = 'sign_in');
CREATE POLICY proxy_invitation_made ON proxy_invitation FOR INSERT WITH CHECK (patient_id = actor_patient() AND made_by = actor_user());
CREATE POLICY proxy_invitation_ended ON proxy_invitation FOR UPDATE USING (patient_id = actor_patient()) WITH CHECK (patient_id = actor_patient());
GRANT SELECT, INSERT ON proxy_invitation TO wardlight_app;
GRANT UPDATE (during) ON proxy_invitation TO wardlight_app;

-- Taken up at the door: what the invitation says, and nothing beyond it.
CREATE POLICY proxy_taken_up ON proxy FOR INSERT
    WITH CHECK ((SELECT actor_task()) = 'sign_in'
            AND EXISTS (SELECT FROM proxy_invitation i
                         WHERE i.id = proxy.id AND i.patient_id = proxy.patient_id AND i.hospital_id = proxy.hospital_id
                           AND i.sections = proxy.sections AND i.made_by = proxy.made_by AND i.during @> proxy.during));

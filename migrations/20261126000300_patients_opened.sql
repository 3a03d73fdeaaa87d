-- What opens a record beyond the hospital that holds it: the person's consent, their proxy, an emergency. All three are lines of the one wall.

-- The words that somebody agreed to, by version: what was agreed is known for ever.
CREATE TABLE consent_text (
    purpose  text     NOT NULL CONSTRAINT consent_text_purpose_known CHECK (purpose IN ('treatment', 'wearables', 'research', 'insurer')),
    version  smallint NOT NULL CONSTRAINT consent_text_version_positive CHECK (version > 0),
    language text     NOT NULL CONSTRAINT consent_text_language_form CHECK (language ~ '^[a-z]{2}$'),
    words    text     NOT NULL CONSTRAINT consent_text_words_given CHECK (words <> ''),
    CONSTRAINT consent_text_pkey PRIMARY KEY (purpose, version, language)
);
INSERT INTO consent_text (purpose, version, language, words) VALUES
    ('treatment', 1, 'en', 'Doctors of the hospital that I name may read my record wherever it is held, to treat me. I can take this back at any time; it then ends at once.'),
    ('wearables', 1, 'en', 'My hospital may read the data of this kind that my own devices send. I can take this back at any time; it then ends at once.'),
    ('research', 1, 'en', 'My record may be used for medical research without my name and without anything that tells who I am. I can take this back at any time; it then is used no further.'),
    ('insurer', 1, 'en', 'My hospital may send my insurer what it needs to settle my bills. I can take this back at any time; bills may then come to me.');

CREATE TABLE consent (
    id           uuid      CONSTRAINT consent_pkey PRIMARY KEY,
    patient_id   uuid      NOT NULL,
    -- In whose portal it was given.
    hospital_id  uuid      NOT NULL,
    purpose      text      NOT NULL,
    -- For wearables: the type of data, such as heart_rate. Empty for the others.
    scope        text      NOT NULL DEFAULT '',
    -- For treatment elsewhere: who may see.
    to_hospital  uuid      CONSTRAINT consent_to_hospital_exists REFERENCES hospital,
    text_version smallint  NOT NULL,
    language     text      NOT NULL DEFAULT 'en',
    given_by     uuid      NOT NULL CONSTRAINT consent_giver_exists REFERENCES app_user,
    -- From given to withdrawn.
    during       tstzrange NOT NULL,
    CONSTRAINT consent_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT consent_words FOREIGN KEY (purpose, text_version, language) REFERENCES consent_text (purpose, version, language),
    CONSTRAINT consent_names_whom CHECK ((purpose = 'treatment') = (to_hospital IS NOT NULL)),
    CONSTRAINT consent_to_another CHECK (to_hospital <> hospital_id),
    CONSTRAINT consent_scope_of_wearables CHECK ((purpose = 'wearables') = (scope <> ''))
);
-- One of a kind at a time. Withdrawn in the moment in which it was given leaves an empty range: it held never, and its row still says so.
ALTER TABLE consent ADD CONSTRAINT consent_once
    EXCLUDE USING gist (patient_id WITH =, purpose WITH =, scope WITH =, (coalesce(to_hospital, '00000000-0000-0000-0000-000000000000')) WITH =, during WITH &&);
CREATE INDEX consent_to ON consent (to_hospital, patient_id) WHERE to_hospital IS NOT NULL;
CREATE INDEX consent_of_hospital ON consent (hospital_id, patient_id);

-- Somebody who cares for a patient may see parts of their record, until a day.
CREATE TABLE proxy (
    id          uuid      CONSTRAINT proxy_pkey PRIMARY KEY,
    patient_id  uuid      NOT NULL,
    hospital_id uuid      NOT NULL,
    user_id     uuid      NOT NULL CONSTRAINT proxy_user_exists REFERENCES app_user,
    -- What the patient calls them, such as "my son".
    known_as    text      NOT NULL CONSTRAINT proxy_known_as_given CHECK (known_as <> ''),
    sections    text[]    NOT NULL CONSTRAINT proxy_sections_known
                          CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings'] AND cardinality(sections) > 0),
    made_by     uuid      NOT NULL CONSTRAINT proxy_maker_exists REFERENCES app_user,
    during      tstzrange NOT NULL CONSTRAINT proxy_ends CHECK (NOT upper_inf(during)),
    CONSTRAINT proxy_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT proxy_not_oneself CHECK (made_by <> user_id),
    CONSTRAINT proxy_once EXCLUDE USING gist (patient_id WITH =, user_id WITH =, during WITH &&)
);
CREATE INDEX proxy_of_user ON proxy (user_id);

-- A record opened in an emergency: why, for how long, and that somebody looked at it afterwards.
CREATE TABLE break_glass (
    id          uuid        CONSTRAINT break_glass_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL CONSTRAINT break_glass_patient_exists REFERENCES patient,
    user_id     uuid        NOT NULL CONSTRAINT break_glass_user_exists REFERENCES app_user,
    -- As they were called then: a reviewer of another hospital sees no accounts of this one.
    user_name   text        NOT NULL CONSTRAINT break_glass_user_name_given CHECK (user_name <> ''),
    -- Where whoever opened it works, and who held the record then: both look at it.
    hospital_id uuid        NOT NULL CONSTRAINT break_glass_hospital_exists REFERENCES hospital,
    holders     uuid[]      NOT NULL,
    reason      text        NOT NULL CONSTRAINT break_glass_reason_known
                            CHECK (reason IN ('life_threatening', 'unconscious', 'covering_colleague', 'transfer', 'other')),
    words       text        NOT NULL CONSTRAINT break_glass_words_given CHECK (length(btrim(words)) >= 10),
    opened_at   timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    told_at     timestamptz,
    reviewed_at timestamptz,
    reviewed_by uuid        CONSTRAINT break_glass_reviewer_exists REFERENCES app_user,
    verdict     text        CONSTRAINT break_glass_verdict_known CHECK (verdict IN ('justified', 'not_justified')),
    review      text,
    CONSTRAINT break_glass_an_hour_at_most CHECK (until > opened_at AND until <= opened_at + interval '60 minutes'),
    CONSTRAINT break_glass_review_whole CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)),
    CONSTRAINT break_glass_not_by_oneself CHECK (reviewed_by <> user_id)
);
CREATE INDEX break_glass_of_user ON break_glass (user_id, patient_id, until);
CREATE INDEX break_glass_of_patient ON break_glass (patient_id, opened_at);
CREATE INDEX break_glass_waiting ON break_glass (hospital_id, opened_at) WHERE reviewed_at IS NULL;
CREATE INDEX break_glass_held ON break_glass USING gin (holders);

-- The portal of a patient: on or off, and what it hides.
CREATE TABLE portal_setting (
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    is_open     boolean     NOT NULL DEFAULT true,
    hidden      text[]      NOT NULL DEFAULT '{}' CONSTRAINT portal_setting_hidden_known
                            CHECK (hidden <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings']),
    changed_by  uuid        NOT NULL CONSTRAINT portal_setting_changer_exists REFERENCES app_user,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT portal_setting_pkey PRIMARY KEY (patient_id, hospital_id),
    CONSTRAINT portal_setting_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);

-- Of whom the transaction is about: consent and emergencies open that one person to it, so that the wall looks up one row and not everybody's.
CREATE FUNCTION actor_subject() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.subject_id', true), '')::uuid;
-- Whom the actor cares for, as far as `proxy` says so.
CREATE FUNCTION actor_proxied() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.proxied_id', true), '')::uuid;

CREATE OR REPLACE FUNCTION opened_patients() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT actor_patient()
    UNION ALL
    SELECT p.patient_id
      FROM proxy p
     WHERE p.user_id = actor_user() AND p.patient_id = actor_proxied() AND p.during @> now()
    UNION ALL
    SELECT c.patient_id
      FROM consent c
     WHERE c.purpose = 'treatment' AND c.patient_id = actor_subject() AND c.to_hospital = actor_hospital() AND c.during @> now()
       AND actor_user() IS NOT NULL
    UNION ALL
    SELECT b.patient_id
      FROM break_glass b
     WHERE b.patient_id = actor_subject() AND b.user_id = actor_user() AND b.hospital_id = actor_hospital() AND b.until > now();
END;

-- What the wall itself reads cannot be guarded by it: plain comparisons.
ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
CREATE POLICY consent_seen ON consent FOR SELECT
    USING (patient_id = (SELECT actor_patient()) OR hospital_id = (SELECT actor_hospital()) OR to_hospital = (SELECT actor_hospital()));
CREATE POLICY consent_given ON consent FOR INSERT WITH CHECK (patient_id = actor_patient() AND given_by = actor_user());
CREATE POLICY consent_withdrawn ON consent FOR UPDATE USING (patient_id = actor_patient()) WITH CHECK (patient_id = actor_patient());

ALTER TABLE proxy ENABLE ROW LEVEL SECURITY;
ALTER TABLE proxy FORCE ROW LEVEL SECURITY;
CREATE POLICY proxy_seen ON proxy FOR SELECT
    USING (patient_id = (SELECT actor_patient()) OR user_id = (SELECT actor_user()) OR hospital_id = (SELECT actor_hospital()));
CREATE POLICY proxy_at_the_door ON proxy FOR SELECT USING ((SELECT actor_task()) = 'sign_in');
CREATE POLICY proxy_named ON proxy FOR INSERT WITH CHECK (patient_id = actor_patient() AND made_by = actor_user());
CREATE POLICY proxy_ended ON proxy FOR UPDATE USING (patient_id = actor_patient()) WITH CHECK (patient_id = actor_patient());

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_seen ON break_glass FOR SELECT
    USING (patient_id = (SELECT actor_patient()) OR user_id = (SELECT actor_user()) OR hospital_id = (SELECT actor_hospital())
        OR (SELECT actor_hospital()) = ANY (holders) OR (SELECT actor_task()) = 'jobs');
CREATE POLICY break_glass_opened ON break_glass FOR INSERT WITH CHECK (user_id = actor_user() AND hospital_id = actor_hospital());
CREATE POLICY break_glass_reviewed ON break_glass FOR UPDATE
    USING (hospital_id = actor_hospital() OR actor_hospital() = ANY (holders) OR (SELECT actor_task()) = 'jobs')
    WITH CHECK (hospital_id = actor_hospital() OR actor_hospital() = ANY (holders) OR (SELECT actor_task()) = 'jobs');

ALTER TABLE portal_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_setting_seen ON portal_setting FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY portal_setting_at_the_door ON portal_setting FOR SELECT USING ((SELECT actor_task()) = 'sign_in');
CREATE POLICY portal_setting_made ON portal_setting FOR INSERT WITH CHECK (hospital_id = actor_hospital());
CREATE POLICY portal_setting_changed ON portal_setting FOR UPDATE USING (hospital_id = actor_hospital()) WITH CHECK (hospital_id = actor_hospital());

-- Who finds a person for an emergency looks for one health id and date of birth, in a piece of work of its own.
CREATE POLICY registration_found ON registration FOR SELECT USING ((SELECT actor_task()) = 'find');

GRANT SELECT ON consent_text TO wardlight_app;
GRANT SELECT, INSERT ON consent, proxy, break_glass, portal_setting TO wardlight_app;
GRANT UPDATE (during) ON consent, proxy TO wardlight_app;
GRANT UPDATE (told_at, reviewed_at, reviewed_by, verdict, review) ON break_glass TO wardlight_app;
GRANT UPDATE (is_open, hidden, changed_by, changed_at) ON portal_setting TO wardlight_app;

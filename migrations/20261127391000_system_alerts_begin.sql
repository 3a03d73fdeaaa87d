-- What the house tells those whom it concerns: planned maintenance, an outage, a maker's safety notice; written by who runs a hospital or the platform, or found by the house itself. Nothing of a
-- patient is in it, so it stands open to the serving role as `on_call_shift` does; the verbs ask whom it affects. Who put one away is that person's own.
CREATE TABLE system_alert (
    id          uuid        CONSTRAINT system_alert_pkey PRIMARY KEY,
    -- None is every hospital of the platform.
    hospital_id uuid        CONSTRAINT system_alert_hospital_exists REFERENCES hospital,
    kind        text        NOT NULL CONSTRAINT system_alert_kind_known CHECK (kind IN ('maintenance', 'outage', 'safety', 'information')),
    severity    text        NOT NULL CONSTRAINT system_alert_severity_known CHECK (severity IN ('information', 'warning', 'critical')),
    -- What somebody wrote, in one language at the least.
    message_en  text        CONSTRAINT system_alert_english_form CHECK (length(message_en) BETWEEN 3 AND 500),
    message_fr  text        CONSTRAINT system_alert_french_form CHECK (length(message_fr) BETWEEN 3 AND 500),
    message_ar  text        CONSTRAINT system_alert_arabic_form CHECK (length(message_ar) BETWEEN 3 AND 500),
    -- What the house found itself; its words are the program's. With the machine that it is about, where it is about one.
    condition   text        CONSTRAINT system_alert_condition_known CHECK (condition IN ('mail', 'jobs', 'audit_broken', 'audit_late', 'readings', 'clock')),
    device_id   uuid        CONSTRAINT system_alert_device_exists REFERENCES device,
    -- Whom it affects: these roles, whoever is on duty on this ward; neither is everybody.
    roles       text[]      CONSTRAINT system_alert_roles_given CHECK (cardinality(roles) > 0),
    ward_id     uuid,
    -- From when it stands at the top of pages: planned work a while before it begins.
    shown_from  timestamptz NOT NULL,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz,
    raised_at   timestamptz NOT NULL,
    raised_by   uuid        CONSTRAINT system_alert_author_exists REFERENCES app_user,
    -- When the house last found it so.
    found_at    timestamptz,
    resolved_at timestamptz,
    resolved_by uuid        CONSTRAINT system_alert_resolver_exists REFERENCES app_user,
    note        text        CONSTRAINT system_alert_note_form CHECK (length(note) BETWEEN 3 AND 500),
    CONSTRAINT system_alert_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT system_alert_ward_has_hospital CHECK (ward_id IS NULL OR hospital_id IS NOT NULL),
    CONSTRAINT system_alert_written_or_found CHECK ((condition IS NULL) = (raised_by IS NOT NULL) AND (condition IS NULL) = (found_at IS NULL)),
    CONSTRAINT system_alert_says_something CHECK ((condition IS NULL) = (coalesce(message_en, message_fr, message_ar) IS NOT NULL)),
    CONSTRAINT system_alert_in_order CHECK (shown_from <= starts_at AND (ends_at IS NULL OR ends_at > starts_at)),
    CONSTRAINT system_alert_resolved_whole CHECK ((resolved_by IS NULL) = (note IS NULL) AND (resolved_by IS NULL OR resolved_at IS NOT NULL))
);
-- Every page asks for those that stand.
CREATE INDEX system_alert_standing ON system_alert (starts_at) WHERE resolved_at IS NULL;
-- What the house finds again and again stands there once.
CREATE UNIQUE INDEX system_alert_found_once ON system_alert
    (condition, coalesce(hospital_id, '00000000-0000-0000-0000-000000000000'), coalesce(device_id, '00000000-0000-0000-0000-000000000000'))
    WHERE resolved_at IS NULL AND condition IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (found_at, resolved_at, resolved_by, note) ON system_alert TO wardlight_app;

CREATE TABLE system_alert_put_away (
    alert_id uuid        NOT NULL CONSTRAINT system_alert_put_away_alert_exists REFERENCES system_alert,
    user_id  uuid        NOT NULL CONSTRAINT system_alert_put_away_user_exists REFERENCES app_user,
    at       timestamptz NOT NULL,
    CONSTRAINT system_alert_put_away_pkey PRIMARY KEY (alert_id, user_id)
);
ALTER TABLE system_alert_put_away ENABLE ROW LEVEL SECURITY;
ALTER TABLE system_alert_put_away FORCE ROW LEVEL SECURITY;
CREATE POLICY system_alert_put_away_own ON system_alert_put_away FOR SELECT TO wardlight_app USING (user_id = (SELECT actor_user()));
CREATE POLICY system_alert_put_away_made ON system_alert_put_away FOR INSERT TO wardlight_app WITH CHECK (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT ON system_alert_put_away TO wardlight_app;

-- The alerts, past ones too, that affect somebody with these roles in this hospital who is on duty on these wards.
CREATE FUNCTION system_alerts_for(at_hospital uuid, with_roles text[], on_wards uuid[]) RETURNS SETOF system_alert LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT a.*
      FROM system_alert a
     WHERE (a.hospital_id IS NULL OR a.hospital_id = at_hospital)
       AND (a.roles IS NULL OR a.roles && with_roles)
       AND (a.ward_id IS NULL OR a.ward_id = ANY (on_wards))
$$;

-- Whoever works here is told of what is more than information. The lists grow by these words, whatever other areas have added to them before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule, words.words
          FROM (VALUES ('notice_kind_known', 'ARRAY[''system_alert.raised''::text, '),
                       ('notice_choice_topic_known', 'ARRAY[''system_alerts''::text, ')) AS words (name, words)
          JOIN pg_constraint k ON k.conname = words.name
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname, regexp_replace(grown.rule, 'ARRAY\[', grown.words));
    END LOOP;
END $$;

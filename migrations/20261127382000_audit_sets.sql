-- A board of a hundred people is drawn again and again, and each time the audit told of each of them in a line of their own. Whom such an entry is about is kept once for all entries of
-- its month that tell of the same people: the entry names the set, and the set stands in the list of each of its people (server/docs/decisions/0028-audit-sets.md).
-- `audit_entry.patients` stays what it was, and with it the mark, the link and the wall: a set is only the way from a person to the entries about them.
CREATE TABLE audit_set (
    -- The first day of the month (UTC) of the entries that name it: a list that is asked for a stretch of time reads the sets of that time alone.
    month       date   NOT NULL CONSTRAINT audit_set_month_begins CHECK (extract(day FROM month) = 1),
    -- HMAC of month, hospital and people by the program that wrote it: the same for the same people, and nobody else can make one.
    id          bytea  NOT NULL CONSTRAINT audit_set_id_length CHECK (octet_length(id) = 32),
    hospital_id uuid,
    patients    uuid[] NOT NULL CONSTRAINT audit_set_of_somebody CHECK (cardinality(patients) > 0),
    CONSTRAINT audit_set_pkey PRIMARY KEY (month, id)
);

-- Who is in which set.
CREATE TABLE audit_set_patient (
    whom        uuid  NOT NULL,
    month       date  NOT NULL,
    set_id      bytea NOT NULL,
    hospital_id uuid,
    CONSTRAINT audit_set_patient_pkey PRIMARY KEY (whom, month, set_id)
);

-- Rows from before, and those of few people, name no set: their people stand in audit_patient.
ALTER TABLE audit_entry ADD COLUMN set_month date, ADD COLUMN set_id bytea;
ALTER TABLE audit_entry
    ADD CONSTRAINT audit_entry_set_whole CHECK ((set_month IS NULL) = (set_id IS NULL)),
    ADD CONSTRAINT audit_entry_set_of_its_month CHECK (set_month = date_trunc('month', at AT TIME ZONE 'UTC')::date),
    ADD CONSTRAINT audit_entry_set_exists FOREIGN KEY (set_month, set_id) REFERENCES audit_set (month, id);
CREATE INDEX audit_entry_of_set ON audit_entry (set_id, at, id) WHERE set_id IS NOT NULL;

CREATE TRIGGER audit_set_only_grows BEFORE UPDATE OR DELETE ON audit_set FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_set_not_emptied BEFORE TRUNCATE ON audit_set FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_set_patient_only_grows BEFORE UPDATE OR DELETE ON audit_set_patient FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_set_patient_not_emptied BEFORE TRUNCATE ON audit_set_patient FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();

-- As audit_patient, but for what was opened elsewhere: such entries are about one person, and name no set.
ALTER TABLE audit_set ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_set FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_set_added ON audit_set FOR INSERT WITH CHECK (true);
CREATE POLICY audit_set_for_the_sealer ON audit_set FOR SELECT USING ((SELECT actor_task()) = 'seal');

ALTER TABLE audit_set_patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_set_patient FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_set_patient_added ON audit_set_patient FOR INSERT WITH CHECK (true);
CREATE POLICY audit_set_patient_of_their_hospital ON audit_set_patient FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
CREATE POLICY audit_set_patient_of_themselves ON audit_set_patient FOR SELECT USING (whom = (SELECT actor_patient()));
CREATE POLICY audit_set_patient_for_the_sealer ON audit_set_patient FOR SELECT USING ((SELECT actor_task()) = 'seal');

GRANT SELECT, INSERT ON audit_set, audit_set_patient TO wardlight_app;
GRANT INSERT (set_month, set_id) ON audit_entry TO wardlight_app;

-- What "who looked at my record" tells of the entries about one person from `since` to before `until`, as far as whoever asks may see them: those in lines of their own, and the entries
-- of each of their sets. Each entry is looked up by its key, and each set by its index (LIMIT 1, OFFSET 0): joined freely, all entries of the time were read.
CREATE FUNCTION audit_entries_about(whom uuid, since timestamptz, until timestamptz)
    RETURNS TABLE (id uuid, at timestamptz, actor text, actor_id uuid, hospital_id uuid, role text, action text, subject text, kinds text[], purpose text, outcome text, request_id uuid)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.id, e.at, e.actor, e.actor_id, e.hospital_id, e.role, e.action, e.subject, e.kinds, e.purpose, e.outcome, e.request_id
      FROM audit_patient p
     CROSS JOIN LATERAL (SELECT i.id, i.at, i.actor, i.actor_id, i.hospital_id, i.role, i.action, i.subject, i.kinds, i.purpose, i.outcome, i.request_id
                           FROM audit_entry i WHERE i.id = p.entry_id AND i.at = p.at LIMIT 1) e
     WHERE p.whom = audit_entries_about.whom AND p.at >= audit_entries_about.since AND p.at < audit_entries_about.until
    UNION ALL
    SELECT e.id, e.at, e.actor, e.actor_id, e.hospital_id, e.role, e.action, e.subject, e.kinds, e.purpose, e.outcome, e.request_id
      FROM audit_set_patient s
     CROSS JOIN LATERAL (SELECT i.id, i.at, i.actor, i.actor_id, i.hospital_id, i.role, i.action, i.subject, i.kinds, i.purpose, i.outcome, i.request_id
                           FROM audit_entry i
                          WHERE i.set_id = s.set_id AND i.set_month = s.month AND i.at >= audit_entries_about.since AND i.at < audit_entries_about.until
                         OFFSET 0) e
     WHERE s.whom = audit_entries_about.whom
       AND s.month >= date_trunc('month', audit_entries_about.since AT TIME ZONE 'UTC')::date AND s.month <= (audit_entries_about.until AT TIME ZONE 'UTC')::date;
END;

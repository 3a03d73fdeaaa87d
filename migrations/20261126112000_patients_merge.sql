-- Two records of one person in one hospital, joined. Nothing of either is moved: whatever reads the one that stays reads the other beside it (`joined`), and whoever asks for the
-- other is led to it (`led_to`). So taking them apart is one row, and leaves everything as it was (server/docs/decisions/0021-merge.md).
CREATE TABLE patient_merge (
    id             uuid        CONSTRAINT patient_merge_pkey PRIMARY KEY,
    hospital_id    uuid        NOT NULL,
    -- The record that stays, and the one that leads to it.
    survivor_id    uuid        NOT NULL,
    other_id       uuid        NOT NULL,
    reason         text        NOT NULL CONSTRAINT patient_merge_reason_given CHECK (length(btrim(reason)) BETWEEN 10 AND 500),
    merged_at      timestamptz NOT NULL,
    merged_by      uuid        NOT NULL CONSTRAINT patient_merge_merger_exists REFERENCES app_user,
    undone_at      timestamptz,
    undone_by      uuid        CONSTRAINT patient_merge_undoer_exists REFERENCES app_user,
    undone_because text        CONSTRAINT patient_merge_undone_because_given CHECK (length(btrim(undone_because)) BETWEEN 10 AND 500),
    CONSTRAINT patient_merge_survivor_registered FOREIGN KEY (survivor_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_merge_other_registered FOREIGN KEY (other_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT patient_merge_of_two CHECK (survivor_id <> other_id),
    CONSTRAINT patient_merge_undone_whole CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_because IS NULL)),
    CONSTRAINT patient_merge_undone_after CHECK (undone_at >= merged_at)
);
CREATE UNIQUE INDEX patient_merge_once ON patient_merge (other_id, hospital_id) WHERE undone_at IS NULL;
CREATE INDEX patient_merge_of_survivor ON patient_merge (survivor_id, merged_at);
CREATE INDEX patient_merge_of_hospital ON patient_merge (hospital_id);

-- The wall itself reads it: plain comparisons. Beside the hospital it shows itself to the person, to who cares for them, and to a transaction about them.
ALTER TABLE patient_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_merge_seen ON patient_merge FOR SELECT
    USING (hospital_id = (SELECT actor_hospital())
        OR survivor_id IN ((SELECT actor_patient()), (SELECT actor_proxied()), (SELECT actor_subject()))
        OR (SELECT actor_task()) = 'find');
CREATE POLICY patient_merge_made ON patient_merge FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()) AND merged_by = (SELECT actor_user()));
CREATE POLICY patient_merge_undone ON patient_merge FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()) AND undone_by = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (undone_at, undone_by, undone_because) ON patient_merge TO wardlight_app;

-- The records that are read as one: this one wherever it is held, and those that were joined to it, each as far as the hospital holds it that joined them.
-- Read it so: FROM joined(whom) AS j JOIN allergy a ON a.patient_id = j.id AND a.hospital_id = coalesce(j.held_by, a.hospital_id).
CREATE FUNCTION joined(whom uuid) RETURNS TABLE (id uuid, held_by uuid) LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT whom, NULL::uuid
    UNION ALL
    SELECT m.other_id, m.hospital_id FROM patient_merge m WHERE m.survivor_id = whom AND m.undone_at IS NULL;
END;

-- The record to which this one leads in a hospital: another, or itself.
CREATE FUNCTION led_to(whom uuid, held_by_hospital uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce((SELECT m.survivor_id FROM patient_merge m
                      WHERE m.other_id = whom AND m.hospital_id = held_by_hospital AND m.undone_at IS NULL), whom);

-- Who is opened to the actor is opened with what was joined to them. (The hospital's own are seen by it in any case.)
CREATE OR REPLACE FUNCTION may_see(whom uuid, held_by uuid) RETURNS SETOF boolean LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT true
     WHERE held_by = (SELECT actor_hospital())
        OR whom IN (SELECT opened FROM opened_patients() AS opened)
        OR (whom, held_by) IN (SELECT m.other_id, m.hospital_id
                                 FROM patient_merge m
                                WHERE m.undone_at IS NULL AND m.survivor_id IN (SELECT opened FROM opened_patients() AS opened));
END;
CREATE OR REPLACE FUNCTION opened_times() RETURNS TABLE (device_id uuid, during tstzmultirange) LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT s.device_id, range_agg(s.during)
      FROM opened_patients() AS opened
     CROSS JOIN LATERAL joined(opened) AS j
      JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
     GROUP BY s.device_id;
END;

-- What may be joined. Both rows of registration are locked first, so that nothing is written of either meanwhile.
CREATE FUNCTION patient_merge_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    PERFORM FROM registration r
      WHERE r.hospital_id = NEW.hospital_id AND r.patient_id IN (NEW.survivor_id, NEW.other_id) ORDER BY r.patient_id FOR UPDATE;
    SELECT rule INTO broken
      FROM (VALUES
        (1, 'patient_merge_both_active', EXISTS (SELECT FROM registration r
            WHERE r.hospital_id = NEW.hospital_id AND r.patient_id IN (NEW.survivor_id, NEW.other_id) AND r.status <> 'active')),
        (2, 'patient_merge_no_chain', EXISTS (SELECT FROM patient_merge m
            WHERE m.hospital_id = NEW.hospital_id AND m.undone_at IS NULL AND (m.other_id = NEW.survivor_id OR m.survivor_id = NEW.other_id))),
        (3, 'patient_merge_no_device', EXISTS (SELECT FROM device_session s
            WHERE s.hospital_id = NEW.hospital_id AND s.patient_id = NEW.other_id AND (upper_inf(s.during) OR upper(s.during) > NEW.merged_at))),
        (4, 'patient_merge_no_ward', EXISTS (SELECT FROM admission a
            WHERE a.hospital_id = NEW.hospital_id AND a.patient_id = NEW.other_id AND (upper_inf(a.during) OR upper(a.during) > NEW.merged_at))),
        (5, 'patient_merge_no_portal', EXISTS (SELECT FROM portal_account p
            WHERE p.hospital_id = NEW.hospital_id AND p.patient_id = NEW.other_id)),
        -- The portal of the one that stays shows what stands in both: it would show what was hidden here.
        (6, 'patient_merge_no_hidden', EXISTS (SELECT FROM portal_setting p
            WHERE p.hospital_id = NEW.hospital_id AND p.patient_id = NEW.other_id AND (NOT p.is_open OR p.hidden <> '{}')))
      ) AS rules (place, rule, is_broken)
     WHERE is_broken ORDER BY place LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'these two records cannot be joined' USING ERRCODE = 'check_violation', TABLE = 'patient_merge', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER patient_merge_guarded BEFORE INSERT ON patient_merge FOR EACH ROW EXECUTE FUNCTION patient_merge_guarded();

-- Once it was undone, that stays.
CREATE FUNCTION patient_merge_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.undone_at IS NOT NULL THEN
        RAISE EXCEPTION 'this was undone already' USING ERRCODE = 'check_violation', TABLE = 'patient_merge', CONSTRAINT = 'patient_merge_undone_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER patient_merge_stays BEFORE UPDATE ON patient_merge FOR EACH ROW EXECUTE FUNCTION patient_merge_stays();

-- Who may read either has changed.
CREATE FUNCTION tell_rights_of_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO rights_changed (patient_id) VALUES (NEW.survivor_id), (NEW.other_id);
    RETURN NULL;
END $$;
CREATE TRIGGER patient_merge_tells AFTER INSERT OR UPDATE ON patient_merge FOR EACH ROW EXECUTE FUNCTION tell_rights_of_merged();

-- Nothing new is written of a record that leads to another. It runs after the foreign key has taken its lock on the registration, which a merge excludes: so it sees one that came
-- just before. Lines that stand may end.
CREATE FUNCTION refuse_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM patient_merge m WHERE m.other_id = NEW.patient_id AND m.hospital_id = NEW.hospital_id AND m.undone_at IS NULL) THEN
        RAISE EXCEPTION 'this record leads to another' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'patient_merge_leads_elsewhere';
    END IF;
    RETURN NULL;
END $$;
-- On each table that says something of a registered patient. A new one needs it as well: a test of the walls looks.
DO $$
DECLARE
    guarded text;
BEGIN
    FOR guarded IN
        SELECT c.conrelid::regclass::text
          FROM pg_constraint c
         WHERE c.contype = 'f' AND c.confrelid = 'registration'::regclass AND c.conrelid <> 'patient_merge'::regclass AND c.conparentid = 0
         ORDER BY 1
    LOOP
        EXECUTE format('CREATE TRIGGER zz_refuse_merged AFTER INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse_merged()', guarded);
    END LOOP;
END $$;

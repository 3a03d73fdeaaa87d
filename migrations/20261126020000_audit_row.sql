-- The audit's row, whole: who in which role for whom, which patients and kinds of data, to what purpose, from where. One row per access, never completed later.
-- Partitioned by month of `at`, so that retention can drop whole months once they are sealed.
-- The rows there are come along: the owner must look past its own wall for that, and nothing is dropped unless every row has arrived.
ALTER TABLE audit_entry RENAME TO audit_entry_before;
ALTER TABLE audit_entry_before NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entry_before DROP CONSTRAINT audit_entry_pkey;

CREATE TABLE audit_entry (
    id           uuid        NOT NULL,
    at           timestamptz NOT NULL,
    -- What kind of actor it was, by name. The words below are the code's (hospital::audit); here stands their form.
    actor        text        NOT NULL CONSTRAINT audit_entry_actor_word CHECK (actor ~ '^[a-z_]{1,40}$'),
    -- The account, the device or the client; nothing for a worker. A person's name is not kept.
    actor_id     uuid,
    task         text,
    -- The organisation in which they acted.
    hospital_id  uuid,
    -- The role in which they acted.
    role         text        CONSTRAINT audit_entry_role_word CHECK (role ~ '^[a-z_]{1,40}$'),
    -- For a carer: the person on whose behalf.
    on_behalf_of uuid,
    action       text        NOT NULL CONSTRAINT audit_entry_action_word CHECK (action ~ '^[a-z_.]{1,60}$'),
    subject      text        NOT NULL CONSTRAINT audit_entry_subject_word CHECK (subject ~ '^[a-z_]{1,40}$'),
    subject_id   uuid,
    -- Everybody whose data were shown or changed.
    patients     uuid[]      NOT NULL DEFAULT '{}',
    -- Which kinds of data.
    kinds        text[]      NOT NULL DEFAULT '{}',
    -- In the words of HL7's PurposeOfUse.
    purpose      text        CONSTRAINT audit_entry_purpose_known
                             CHECK (purpose IN ('TREAT', 'ETREAT', 'HPAYMT', 'HOPERAT', 'PATRQT', 'FAMRQT', 'HSYSADMIN')),
    outcome      text        NOT NULL CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('allowed', 'denied', 'failed')),
    -- Why not, for a denial or a failure.
    reason       text        CONSTRAINT audit_entry_reason_word CHECK (reason ~ '^[a-z_]{1,60}$'),
    -- Where the request came from.
    address      inet,
    request_id   uuid        NOT NULL,
    -- How long it was followed, for the end of a live subscription.
    lasted_ms    bigint      CONSTRAINT audit_entry_lasted_counted CHECK (lasted_ms >= 0),
    -- HMAC of all of the above by the program that wrote it: a row that somebody puts here by hand has none that fits.
    mark         bytea       CONSTRAINT audit_entry_mark_length CHECK (octet_length(mark) = 32),
    -- The transaction that wrote it: a row is sealed once no transaction as old as its own is open.
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT audit_entry_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX audit_entry_of_hospital ON audit_entry (hospital_id, at, id);
CREATE INDEX audit_entry_of_actor ON audit_entry (actor_id, at, id);
CREATE INDEX audit_entry_of_action ON audit_entry (hospital_id, action, at, id);
CREATE INDEX audit_entry_refused ON audit_entry (hospital_id, at, id) WHERE outcome <> 'allowed';
CREATE INDEX audit_entry_to_seal ON audit_entry (xid, id);

-- Who is in which entry: "who looked at my record" in the order of time, without reading the whole audit (server/docs/decisions/0009-audit-chain.md has the plans).
CREATE TABLE audit_patient (
    whom        uuid        NOT NULL,
    at          timestamptz NOT NULL,
    entry_id    uuid        NOT NULL,
    hospital_id uuid,
    CONSTRAINT audit_patient_pkey PRIMARY KEY (whom, at, entry_id)
) PARTITION BY RANGE (at);

-- Where each entry stands in the chain. The chain is apart from the entries, so that these are never written again.
CREATE TABLE audit_seal (
    position bigint      NOT NULL CONSTRAINT audit_seal_position_counted CHECK (position > 0),
    entry_id uuid        NOT NULL,
    at       timestamptz NOT NULL,
    chain    bytea       NOT NULL CONSTRAINT audit_seal_chain_length CHECK (octet_length(chain) = 32),
    CONSTRAINT audit_seal_pkey PRIMARY KEY (position),
    CONSTRAINT audit_seal_once UNIQUE (entry_id)
);

-- Nobody changes, removes or empties: not the roles that serve, who have no right to, and not the owner by mistake.
CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit only grows: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_patient_only_grows BEFORE UPDATE OR DELETE ON audit_patient FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_patient_not_emptied BEFORE TRUNCATE ON audit_patient FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_seal_not_emptied BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();

-- The partitions of one month. What no month holds (a clock that was wrong) goes to the rest, so that no entry is ever refused; a month of which the rest
-- already holds rows stays there.
CREATE FUNCTION ensure_audit_partition(month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    since date := date_trunc('month', month)::date;
    until date := (date_trunc('month', month) + interval '1 month')::date;
    of    text;
    part  text;
BEGIN
    IF month < (now() AT TIME ZONE 'UTC')::date - 3700 OR month > (now() AT TIME ZONE 'UTC')::date + 100 THEN
        RAISE EXCEPTION 'a partition of the audit is made for the last ten years and the next three months only' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_audit_partition'));
    FOREACH of IN ARRAY ARRAY['audit_entry', 'audit_patient'] LOOP
        part := format('%s_%s', of, to_char(since, 'YYYYMM'));
        CONTINUE WHEN to_regclass('public.' || part) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
                           part, of, since::timestamp AT TIME ZONE 'UTC', until::timestamp AT TIME ZONE 'UTC');
            EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_the_audit()',
                           part || '_not_emptied', part);
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE 'rows of % stay in the rest', part;
        END;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION ensure_audit_partition(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_audit_partition(date) TO wardlight_app;

SELECT ensure_audit_partition(month::date)
  FROM generate_series((SELECT date_trunc('month', least(coalesce(min(at), now()), now()) AT TIME ZONE 'UTC') FROM audit_entry_before WHERE at > now() - interval '3 years'),
                       now() AT TIME ZONE 'UTC' + interval '2 months', interval '1 month') AS month;
CREATE TABLE audit_entry_rest PARTITION OF audit_entry DEFAULT;
CREATE TABLE audit_patient_rest PARTITION OF audit_patient DEFAULT;
CREATE TRIGGER audit_entry_rest_not_emptied BEFORE TRUNCATE ON audit_entry_rest FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
CREATE TRIGGER audit_patient_rest_not_emptied BEFORE TRUNCATE ON audit_patient_rest FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();

-- What an old entry says of its patient is its subject; whom a board showed was not kept.
INSERT INTO audit_entry (id, at, actor, actor_id, task, hospital_id, action, subject, subject_id, patients, outcome, request_id)
SELECT id, at, actor, actor_id, task, hospital_id, action, subject, subject_id,
       CASE WHEN subject = 'patient' AND subject_id IS NOT NULL THEN ARRAY[subject_id] ELSE '{}' END, outcome, request_id
  FROM audit_entry_before;
INSERT INTO audit_patient (whom, at, entry_id, hospital_id)
SELECT subject_id, at, id, hospital_id FROM audit_entry_before WHERE subject = 'patient' AND subject_id IS NOT NULL;
DO $$
DECLARE
    before bigint := (SELECT count(*) FROM audit_entry_before);
    moved  bigint := (SELECT count(*) FROM audit_entry);
BEGIN
    IF before <> moved THEN
        RAISE EXCEPTION 'the audit has % entries and % came along', before, moved;
    END IF;
END $$;
DROP TABLE audit_entry_before;

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_added ON audit_entry FOR INSERT WITH CHECK (true);
CREATE POLICY audit_entry_of_their_hospital ON audit_entry FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
-- A person sees what was done with their record, wherever that was.
CREATE POLICY audit_entry_of_themselves ON audit_entry FOR SELECT USING ((SELECT actor_patient()) = ANY (patients));
-- The house's own work that seals and verifies.
CREATE POLICY audit_entry_for_the_sealer ON audit_entry FOR SELECT USING ((SELECT actor_task()) = 'seal');

ALTER TABLE audit_patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_patient FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_patient_added ON audit_patient FOR INSERT WITH CHECK (true);
CREATE POLICY audit_patient_of_their_hospital ON audit_patient FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
CREATE POLICY audit_patient_of_themselves ON audit_patient FOR SELECT USING (whom = (SELECT actor_patient()));
CREATE POLICY audit_patient_for_the_sealer ON audit_patient FOR SELECT USING ((SELECT actor_task()) = 'seal');

ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_seal_traced ON audit_seal FOR SELECT USING ((SELECT actor_task()) = 'seal');
CREATE POLICY audit_seal_added ON audit_seal FOR INSERT WITH CHECK ((SELECT actor_task()) = 'seal');

-- The names of those who looked are told to the person by the house, also where the person is not registered: the audit itself keeps no names.
CREATE POLICY app_user_named ON app_user FOR SELECT USING ((SELECT actor_task()) = 'seal');

-- `xid` is PostgreSQL's to fill.
GRANT SELECT ON audit_entry TO wardlight_app;
GRANT INSERT (id, at, actor, actor_id, task, hospital_id, role, on_behalf_of, action, subject, subject_id, patients, kinds, purpose, outcome, reason, address,
              request_id, lasted_ms, mark) ON audit_entry TO wardlight_app;
GRANT SELECT, INSERT ON audit_patient, audit_seal TO wardlight_app;

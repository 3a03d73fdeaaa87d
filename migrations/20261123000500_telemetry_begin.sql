-- Readings: one wide typed row each, partitioned by UTC day. The primary key is also the idempotency key and the only btree: each further index costs
-- every row. There is no foreign key to device: the door has checked the device once for the whole batch, and devices are never deleted.
CREATE TABLE reading (
    device_id              uuid        NOT NULL,
    taken_at               timestamptz NOT NULL,
    seq                    bigint      NOT NULL,
    received_at            timestamptz NOT NULL,
    heart_rate             real, -- /min
    systolic               real, -- mmHg
    diastolic              real, -- mmHg
    mean_pressure          real, -- mmHg
    spo2                   real, -- %
    temperature            real, -- °C
    respiration            real, -- /min
    blood_flow             real, -- mL/min
    dialysate_flow         real, -- mL/min
    arterial_pressure      real, -- mmHg
    venous_pressure        real, -- mmHg
    transmembrane_pressure real, -- mmHg
    uf_rate                real, -- mL/h
    uf_removed             real, -- L
    conductivity           real, -- mS/cm
    dialysate_temperature  real, -- °C
    total_volume           real, -- L
    oxygen_device          text,
    oxygen_litres          real, -- L/min
    oxygen_fio2            real, -- fraction
    consciousness          text,
    system_status          text,
    alarm_codes            text[],
    CONSTRAINT reading_pkey PRIMARY KEY (device_id, taken_at, seq),
    CONSTRAINT reading_seq_counted CHECK (seq >= 0)
) PARTITION BY RANGE (taken_at);
CREATE INDEX reading_taken_at ON reading USING brin (taken_at);

-- A hospital sees what its own devices measured (a session's patient is registered there: device_session_patient_registered); a person sees what was
-- measured on them. The first test is one hash lookup a row; only the person's own needs the session of each reading.
ALTER TABLE reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading FORCE ROW LEVEL SECURITY;
CREATE POLICY reading_seen_by_hospital ON reading FOR SELECT TO wardlight_app
    USING (device_id IN (SELECT d.id FROM device d WHERE d.hospital_id = actor_hospital()));
CREATE POLICY reading_seen_by_person ON reading FOR SELECT TO wardlight_app
    USING (actor_patient() IS NOT NULL AND EXISTS (
        SELECT FROM device_session s
        WHERE s.device_id = reading.device_id AND s.during @> reading.taken_at AND s.patient_id = actor_patient()));
-- The writer of readings has no patient table at all; it may write and read any reading.
CREATE POLICY reading_ingested ON reading TO wardlight_ingest USING (true) WITH CHECK (true);

-- Nobody is granted anything on a partition: read by its own name it would escape the parent's policies. These two functions make and drop them.
CREATE FUNCTION ensure_reading_partition(day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
    IF day < today - 32 OR day > today + 2 THEN
        RAISE EXCEPTION 'a partition of readings is made for today - 32 to today + 2 days only' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_reading_partition'));
    EXECUTE format(
        'CREATE TABLE IF NOT EXISTS public.reading_%s PARTITION OF public.reading FOR VALUES FROM (%L) TO (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
END $$;

CREATE FUNCTION drop_old_reading_partitions(keep_days int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today   date := (now() AT TIME ZONE 'UTC')::date;
    old     text;
    dropped int := 0;
BEGIN
    IF keep_days < 1 THEN
        RAISE EXCEPTION 'readings are kept for one day at least' USING ERRCODE = 'check_violation';
    END IF;
    FOR old IN
        SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
        WHERE i.inhparent = 'public.reading'::regclass
          AND c.relname ~ '^reading_[0-9]{8}$'
          AND to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep_days
    LOOP
        EXECUTE format('DROP TABLE public.%I', old);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;
REVOKE ALL ON FUNCTION ensure_reading_partition(date), drop_old_reading_partitions(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_reading_partition(date), drop_old_reading_partitions(int) TO wardlight_app;

GRANT SELECT ON reading TO wardlight_app;
GRANT SELECT, INSERT ON reading TO wardlight_ingest;

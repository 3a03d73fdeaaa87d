-- Readings by the minute, and readings around alarms: what stays when a day of readings goes. Why it is cut like this, and what it weighs: server/docs/decisions/0029-minutes.md.

-- Sessions of a person whose record was erased: nothing of them is kept beyond the readings as they came, and the worker passes them by.
CREATE TABLE device_session_forgotten (
    session_id uuid        CONSTRAINT device_session_forgotten_pkey PRIMARY KEY CONSTRAINT device_session_forgotten_session_exists REFERENCES device_session,
    at         timestamptz NOT NULL
);
ALTER TABLE device_session_forgotten ENABLE ROW LEVEL SECURITY;
ALTER TABLE device_session_forgotten FORCE ROW LEVEL SECURITY;
CREATE POLICY device_session_forgotten_seen_with_its_session ON device_session_forgotten FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM device_session s WHERE s.id = session_id));
CREATE POLICY device_session_forgotten_by_its_hospital ON device_session_forgotten FOR INSERT TO wardlight_app
    WITH CHECK (EXISTS (SELECT FROM device_session s WHERE s.id = session_id AND s.hospital_id = actor_hospital()));
GRANT SELECT, INSERT ON device_session_forgotten TO wardlight_app;

-- One row a minute and session: of each parameter the last value, and the lowest and the highest where they are others (NULL: the same as the last). A column without a value costs a bit.
-- It hangs on the session and not on the device: a minute in which one person followed another on a machine is two rows, and who sees the session sees its minutes.
CREATE TABLE reading_minute (
    session_id uuid        NOT NULL CONSTRAINT reading_minute_session_exists REFERENCES device_session,
    minute     timestamptz NOT NULL CONSTRAINT reading_minute_whole CHECK (minute = date_bin('1 minute', minute, '1970-01-01 00:00:00+00')),
    -- How many readings it is of.
    readings   integer     NOT NULL CONSTRAINT reading_minute_counted CHECK (readings > 0),
    heart_rate real, heart_rate_low real, heart_rate_high real,
    systolic real, systolic_low real, systolic_high real,
    diastolic real, diastolic_low real, diastolic_high real,
    mean_pressure real, mean_pressure_low real, mean_pressure_high real,
    spo2 real, spo2_low real, spo2_high real,
    temperature real, temperature_low real, temperature_high real,
    respiration real, respiration_low real, respiration_high real,
    blood_flow real, blood_flow_low real, blood_flow_high real,
    dialysate_flow real, dialysate_flow_low real, dialysate_flow_high real,
    arterial_pressure real, arterial_pressure_low real, arterial_pressure_high real,
    venous_pressure real, venous_pressure_low real, venous_pressure_high real,
    transmembrane_pressure real, transmembrane_pressure_low real, transmembrane_pressure_high real,
    uf_rate real, uf_rate_low real, uf_rate_high real,
    uf_removed real, uf_removed_low real, uf_removed_high real,
    conductivity real, conductivity_low real, conductivity_high real,
    dialysate_temperature real, dialysate_temperature_low real, dialysate_temperature_high real,
    total_volume real, total_volume_low real, total_volume_high real,
    gcs real, gcs_low real, gcs_high real,
    substitution_rate real, substitution_rate_low real, substitution_rate_high real,
    substitution_volume real, substitution_volume_low real, substitution_volume_high real,
    heparin_total real, heparin_total_low real, heparin_total_high real,
    blood_volume_change real, blood_volume_change_low real, blood_volume_change_high real,
    machine_ktv real, machine_ktv_low real, machine_ktv_high real,
    recirculation real, recirculation_low real, recirculation_high real,
    remaining_time real, remaining_time_low real, remaining_time_high real,
    oxygen_device text, oxygen_litres real, oxygen_fio2 real, consciousness text, system_status text,
    CONSTRAINT reading_minute_pkey PRIMARY KEY (session_id, minute)
);
-- By time alone for the worker, which writes and lets go of whole stretches.
CREATE INDEX reading_minute_by_time ON reading_minute USING brin (minute);
ALTER TABLE reading_minute ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading_minute FORCE ROW LEVEL SECURITY;
CREATE POLICY reading_minute_seen_with_its_session ON reading_minute FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM device_session s WHERE s.id = session_id));
CREATE POLICY reading_minute_kept ON reading_minute TO wardlight_app
    USING ((SELECT actor_task()) = 'retain') WITH CHECK ((SELECT actor_task()) = 'retain');
CREATE POLICY reading_minute_forgotten ON reading_minute FOR DELETE TO wardlight_app
    USING (EXISTS (SELECT FROM device_session_forgotten f WHERE f.session_id = reading_minute.session_id));
GRANT SELECT, INSERT, DELETE ON reading_minute TO wardlight_app;

-- Readings from five minutes before an alarm to five minutes after it, as they came; copied before their day is dropped. Of the alarm's own session alone.
CREATE TABLE alarm_reading (
    alarm_id   uuid        NOT NULL CONSTRAINT alarm_reading_alarm_exists REFERENCES alarm,
    taken_at   timestamptz NOT NULL,
    seq        bigint      NOT NULL,
    session_id uuid        NOT NULL CONSTRAINT alarm_reading_session_exists REFERENCES device_session,
    heart_rate real, systolic real, diastolic real, mean_pressure real, spo2 real,
    temperature real, respiration real, blood_flow real, dialysate_flow real, arterial_pressure real,
    venous_pressure real, transmembrane_pressure real, uf_rate real, uf_removed real, conductivity real,
    dialysate_temperature real, total_volume real, gcs real, substitution_rate real, substitution_volume real,
    heparin_total real, blood_volume_change real, machine_ktv real, recirculation real, remaining_time real,
    oxygen_device text, oxygen_litres real, oxygen_fio2 real, consciousness text, system_status text,
    alarm_codes text[],
    CONSTRAINT alarm_reading_pkey PRIMARY KEY (alarm_id, taken_at, seq)
);
CREATE INDEX alarm_reading_of_session ON alarm_reading (session_id);
CREATE INDEX alarm_reading_by_time ON alarm_reading USING brin (taken_at);
ALTER TABLE alarm_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_reading FORCE ROW LEVEL SECURITY;
CREATE POLICY alarm_reading_seen_with_its_alarm ON alarm_reading FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id));
CREATE POLICY alarm_reading_kept ON alarm_reading TO wardlight_app
    USING ((SELECT actor_task()) = 'retain') WITH CHECK ((SELECT actor_task()) = 'retain');
CREATE POLICY alarm_reading_forgotten ON alarm_reading FOR DELETE TO wardlight_app
    USING (EXISTS (SELECT FROM device_session_forgotten f WHERE f.session_id = alarm_reading.session_id));
GRANT SELECT, INSERT, DELETE ON alarm_reading TO wardlight_app;

-- Which days of readings are told over into minutes: days only, of nobody.
CREATE TABLE reading_told (
    day         date        CONSTRAINT reading_told_pkey PRIMARY KEY,
    -- Readings that the hospital received until then are in the minutes; what came later is told again.
    heard_until timestamptz NOT NULL,
    -- How many rows PostgreSQL had counted into the day's partition: another number says that something came.
    inserted    bigint      NOT NULL,
    -- Told for the last time, with the readings around alarms beside it: the day may go.
    settled_at  timestamptz
);
GRANT SELECT, INSERT, UPDATE ON reading_told TO wardlight_app;

-- The worker reads what it tells over.
CREATE POLICY reading_told_over ON reading FOR SELECT TO wardlight_app USING ((SELECT actor_task()) = 'retain');
CREATE POLICY device_session_told_over ON device_session FOR SELECT TO wardlight_app USING ((SELECT actor_task()) = 'retain');
CREATE POLICY alarm_told_over ON alarm FOR SELECT TO wardlight_app USING ((SELECT actor_task()) = 'retain');

-- The minutes from one time to another, of one device or (NULL) of all: told from readings as they stand now. Readings while nobody was on the device are of no minute.
CREATE FUNCTION minutes_of(of_device uuid, since timestamptz, until timestamptz) RETURNS SETOF reading_minute LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT m.session_id, m.minute, m.readings,
           m.heart_rate, nullif(m.heart_rate_low, m.heart_rate), nullif(m.heart_rate_high, m.heart_rate),
           m.systolic, nullif(m.systolic_low, m.systolic), nullif(m.systolic_high, m.systolic),
           m.diastolic, nullif(m.diastolic_low, m.diastolic), nullif(m.diastolic_high, m.diastolic),
           m.mean_pressure, nullif(m.mean_pressure_low, m.mean_pressure), nullif(m.mean_pressure_high, m.mean_pressure),
           m.spo2, nullif(m.spo2_low, m.spo2), nullif(m.spo2_high, m.spo2),
           m.temperature, nullif(m.temperature_low, m.temperature), nullif(m.temperature_high, m.temperature),
           m.respiration, nullif(m.respiration_low, m.respiration), nullif(m.respiration_high, m.respiration),
           m.blood_flow, nullif(m.blood_flow_low, m.blood_flow), nullif(m.blood_flow_high, m.blood_flow),
           m.dialysate_flow, nullif(m.dialysate_flow_low, m.dialysate_flow), nullif(m.dialysate_flow_high, m.dialysate_flow),
           m.arterial_pressure, nullif(m.arterial_pressure_low, m.arterial_pressure), nullif(m.arterial_pressure_high, m.arterial_pressure),
           m.venous_pressure, nullif(m.venous_pressure_low, m.venous_pressure), nullif(m.venous_pressure_high, m.venous_pressure),
           m.transmembrane_pressure, nullif(m.transmembrane_pressure_low, m.transmembrane_pressure), nullif(m.transmembrane_pressure_high, m.transmembrane_pressure),
           m.uf_rate, nullif(m.uf_rate_low, m.uf_rate), nullif(m.uf_rate_high, m.uf_rate),
           m.uf_removed, nullif(m.uf_removed_low, m.uf_removed), nullif(m.uf_removed_high, m.uf_removed),
           m.conductivity, nullif(m.conductivity_low, m.conductivity), nullif(m.conductivity_high, m.conductivity),
           m.dialysate_temperature, nullif(m.dialysate_temperature_low, m.dialysate_temperature), nullif(m.dialysate_temperature_high, m.dialysate_temperature),
           m.total_volume, nullif(m.total_volume_low, m.total_volume), nullif(m.total_volume_high, m.total_volume),
           m.gcs, nullif(m.gcs_low, m.gcs), nullif(m.gcs_high, m.gcs),
           m.substitution_rate, nullif(m.substitution_rate_low, m.substitution_rate), nullif(m.substitution_rate_high, m.substitution_rate),
           m.substitution_volume, nullif(m.substitution_volume_low, m.substitution_volume), nullif(m.substitution_volume_high, m.substitution_volume),
           m.heparin_total, nullif(m.heparin_total_low, m.heparin_total), nullif(m.heparin_total_high, m.heparin_total),
           m.blood_volume_change, nullif(m.blood_volume_change_low, m.blood_volume_change), nullif(m.blood_volume_change_high, m.blood_volume_change),
           m.machine_ktv, nullif(m.machine_ktv_low, m.machine_ktv), nullif(m.machine_ktv_high, m.machine_ktv),
           m.recirculation, nullif(m.recirculation_low, m.recirculation), nullif(m.recirculation_high, m.recirculation),
           m.remaining_time, nullif(m.remaining_time_low, m.remaining_time), nullif(m.remaining_time_high, m.remaining_time),
           m.oxygen_device, m.oxygen_litres, m.oxygen_fio2, m.consciousness, m.system_status
      FROM (SELECT s.id AS session_id, date_bin('1 minute', r.taken_at, '1970-01-01 00:00:00+00') AS minute, count(*)::integer AS readings,
                   (array_agg(r.heart_rate ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.heart_rate IS NOT NULL))[1] AS heart_rate, min(r.heart_rate) AS heart_rate_low, max(r.heart_rate) AS heart_rate_high,
                   (array_agg(r.systolic ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.systolic IS NOT NULL))[1] AS systolic, min(r.systolic) AS systolic_low, max(r.systolic) AS systolic_high,
                   (array_agg(r.diastolic ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.diastolic IS NOT NULL))[1] AS diastolic, min(r.diastolic) AS diastolic_low, max(r.diastolic) AS diastolic_high,
                   (array_agg(r.mean_pressure ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.mean_pressure IS NOT NULL))[1] AS mean_pressure, min(r.mean_pressure) AS mean_pressure_low, max(r.mean_pressure) AS mean_pressure_high,
                   (array_agg(r.spo2 ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.spo2 IS NOT NULL))[1] AS spo2, min(r.spo2) AS spo2_low, max(r.spo2) AS spo2_high,
                   (array_agg(r.temperature ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.temperature IS NOT NULL))[1] AS temperature, min(r.temperature) AS temperature_low, max(r.temperature) AS temperature_high,
                   (array_agg(r.respiration ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.respiration IS NOT NULL))[1] AS respiration, min(r.respiration) AS respiration_low, max(r.respiration) AS respiration_high,
                   (array_agg(r.blood_flow ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.blood_flow IS NOT NULL))[1] AS blood_flow, min(r.blood_flow) AS blood_flow_low, max(r.blood_flow) AS blood_flow_high,
                   (array_agg(r.dialysate_flow ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.dialysate_flow IS NOT NULL))[1] AS dialysate_flow, min(r.dialysate_flow) AS dialysate_flow_low, max(r.dialysate_flow) AS dialysate_flow_high,
                   (array_agg(r.arterial_pressure ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.arterial_pressure IS NOT NULL))[1] AS arterial_pressure, min(r.arterial_pressure) AS arterial_pressure_low, max(r.arterial_pressure) AS arterial_pressure_high,
                   (array_agg(r.venous_pressure ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.venous_pressure IS NOT NULL))[1] AS venous_pressure, min(r.venous_pressure) AS venous_pressure_low, max(r.venous_pressure) AS venous_pressure_high,
                   (array_agg(r.transmembrane_pressure ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.transmembrane_pressure IS NOT NULL))[1] AS transmembrane_pressure, min(r.transmembrane_pressure) AS transmembrane_pressure_low, max(r.transmembrane_pressure) AS transmembrane_pressure_high,
                   (array_agg(r.uf_rate ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.uf_rate IS NOT NULL))[1] AS uf_rate, min(r.uf_rate) AS uf_rate_low, max(r.uf_rate) AS uf_rate_high,
                   (array_agg(r.uf_removed ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.uf_removed IS NOT NULL))[1] AS uf_removed, min(r.uf_removed) AS uf_removed_low, max(r.uf_removed) AS uf_removed_high,
                   (array_agg(r.conductivity ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.conductivity IS NOT NULL))[1] AS conductivity, min(r.conductivity) AS conductivity_low, max(r.conductivity) AS conductivity_high,
                   (array_agg(r.dialysate_temperature ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.dialysate_temperature IS NOT NULL))[1] AS dialysate_temperature, min(r.dialysate_temperature) AS dialysate_temperature_low, max(r.dialysate_temperature) AS dialysate_temperature_high,
                   (array_agg(r.total_volume ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.total_volume IS NOT NULL))[1] AS total_volume, min(r.total_volume) AS total_volume_low, max(r.total_volume) AS total_volume_high,
                   (array_agg(r.gcs ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.gcs IS NOT NULL))[1] AS gcs, min(r.gcs) AS gcs_low, max(r.gcs) AS gcs_high,
                   (array_agg(r.substitution_rate ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.substitution_rate IS NOT NULL))[1] AS substitution_rate, min(r.substitution_rate) AS substitution_rate_low, max(r.substitution_rate) AS substitution_rate_high,
                   (array_agg(r.substitution_volume ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.substitution_volume IS NOT NULL))[1] AS substitution_volume, min(r.substitution_volume) AS substitution_volume_low, max(r.substitution_volume) AS substitution_volume_high,
                   (array_agg(r.heparin_total ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.heparin_total IS NOT NULL))[1] AS heparin_total, min(r.heparin_total) AS heparin_total_low, max(r.heparin_total) AS heparin_total_high,
                   (array_agg(r.blood_volume_change ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.blood_volume_change IS NOT NULL))[1] AS blood_volume_change, min(r.blood_volume_change) AS blood_volume_change_low, max(r.blood_volume_change) AS blood_volume_change_high,
                   (array_agg(r.machine_ktv ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.machine_ktv IS NOT NULL))[1] AS machine_ktv, min(r.machine_ktv) AS machine_ktv_low, max(r.machine_ktv) AS machine_ktv_high,
                   (array_agg(r.recirculation ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.recirculation IS NOT NULL))[1] AS recirculation, min(r.recirculation) AS recirculation_low, max(r.recirculation) AS recirculation_high,
                   (array_agg(r.remaining_time ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.remaining_time IS NOT NULL))[1] AS remaining_time, min(r.remaining_time) AS remaining_time_low, max(r.remaining_time) AS remaining_time_high,
                   (array_agg(r.oxygen_device ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.oxygen_device IS NOT NULL))[1] AS oxygen_device,
                   (array_agg(r.oxygen_litres ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.oxygen_litres IS NOT NULL))[1] AS oxygen_litres,
                   (array_agg(r.oxygen_fio2 ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.oxygen_fio2 IS NOT NULL))[1] AS oxygen_fio2,
                   (array_agg(r.consciousness ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.consciousness IS NOT NULL))[1] AS consciousness,
                   (array_agg(r.system_status ORDER BY r.taken_at DESC, r.seq DESC) FILTER (WHERE r.system_status IS NOT NULL))[1] AS system_status
              FROM reading r
              JOIN device_session s ON s.device_id = r.device_id AND s.during @> r.taken_at AND s.during && tstzrange(since, until)
             WHERE r.taken_at >= since AND r.taken_at < until AND (of_device IS NULL OR r.device_id = of_device)
               AND NOT EXISTS (SELECT FROM device_session_forgotten f WHERE f.session_id = s.id)
             GROUP BY 1, 2) AS m;
END;

-- A day that is not settled is not dropped, however old it is.
CREATE OR REPLACE FUNCTION drop_old_reading_partitions() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today     date := (now() AT TIME ZONE 'UTC')::date;
    keep_days int  := (SELECT r.keep_days FROM public.reading_retention r);
    old       text;
    dropped   int  := 0;
BEGIN
    FOR old IN
        SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
        WHERE i.inhparent = 'public.reading'::regclass
          AND c.relname ~ '^reading_[0-9]{8}$'
          AND to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep_days
          AND EXISTS (SELECT FROM public.reading_told t WHERE t.day = to_date(right(c.relname, 8), 'YYYYMMDD') AND t.settled_at IS NOT NULL)
    LOOP
        EXECUTE format('DROP TABLE public.%I', old);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;

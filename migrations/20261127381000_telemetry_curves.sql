-- The curves around an alarm: five minutes before it and five after, as they came from the bedside monitor. Everything else of a curve is kept in memory for ten minutes and never written.
-- A row is a stretch without a gap, never a sample. What it is of says its alarm: who sees that sees this, and nobody changes either.
CREATE TABLE alarm_curve (
    alarm_id   uuid             NOT NULL CONSTRAINT alarm_curve_alarm_exists REFERENCES alarm,
    -- Which time the alarm was raised: one that comes again within the hour goes on as the same.
    raised_at  timestamptz      NOT NULL,
    -- As `domain::waves::Channel` spells it.
    channel    text             NOT NULL CONSTRAINT alarm_curve_channel_known CHECK (channel IN ('ecg_ii', 'ecg_v', 'pleth', 'resp', 'abp')),
    started_at timestamptz      NOT NULL,
    hz         smallint         NOT NULL CONSTRAINT alarm_curve_hz_possible CHECK (hz BETWEEN 125 AND 250),
    -- How much one step is, in the unit of the channel.
    step       double precision NOT NULL CONSTRAINT alarm_curve_step_positive CHECK (step > 0 AND step < 'Infinity'),
    -- How many there are, and they themselves (`domain::waves::pack`).
    samples    integer          NOT NULL CONSTRAINT alarm_curve_samples_possible CHECK (samples BETWEEN 1 AND 150000),
    packed     bytea            NOT NULL CONSTRAINT alarm_curve_packed_whole CHECK (length(packed) BETWEEN samples AND 3 * samples),
    CONSTRAINT alarm_curve_pkey PRIMARY KEY (alarm_id, channel, started_at)
);
-- What is packed does not become smaller: it is not tried each time.
ALTER TABLE alarm_curve ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE INDEX alarm_curve_started ON alarm_curve USING brin (started_at);

ALTER TABLE alarm_curve ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_curve FORCE ROW LEVEL SECURITY;
CREATE POLICY alarm_curve_seen_with_its_alarm ON alarm_curve FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id));
CREATE POLICY alarm_curve_ingested ON alarm_curve TO wardlight_ingest USING (true) WITH CHECK (true);
-- They go when readings of their age go.
CREATE POLICY alarm_curve_old ON alarm_curve FOR SELECT TO wardlight_app USING ((SELECT actor_task()) = 'retain');
CREATE POLICY alarm_curve_dropped ON alarm_curve FOR DELETE TO wardlight_app USING ((SELECT actor_task()) = 'retain');
GRANT SELECT, DELETE ON alarm_curve TO wardlight_app;
GRANT SELECT, INSERT ON alarm_curve TO wardlight_ingest;

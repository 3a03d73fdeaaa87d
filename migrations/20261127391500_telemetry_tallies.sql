-- What is counted of the data of a machine beside its readings, an hour and a kind a row: readings that came again, what was refused at the door and why, readings while nobody was on the
-- machine, minutes that are missing. Counted in memory and added once a minute, never for a single reading; of no patient, so it stands open as `device_day` does.
CREATE TABLE device_tally (
    device_id uuid        NOT NULL CONSTRAINT device_tally_device_exists REFERENCES device,
    hour      timestamptz NOT NULL CONSTRAINT device_tally_hour_whole CHECK (hour = date_trunc('hour', hour, 'UTC')),
    kind      text        NOT NULL CONSTRAINT device_tally_kind_known CHECK (kind IN ('duplicate', 'conflict', 'refused', 'nobody', 'gap')),
    -- Of what was refused the name of its field; empty for all else.
    field     text        NOT NULL CONSTRAINT device_tally_field_form CHECK (length(field) <= 40),
    -- Why it was refused; empty for all else.
    reason    text        NOT NULL CONSTRAINT device_tally_reason_known CHECK (reason IN ('', 'missing', 'form', 'range', 'time')),
    n         bigint      NOT NULL CONSTRAINT device_tally_counted CHECK (n > 0),
    CONSTRAINT device_tally_pkey PRIMARY KEY (device_id, hour, kind, field, reason),
    CONSTRAINT device_tally_refused_says_why CHECK ((kind = 'refused') = (reason <> ''))
);
CREATE INDEX device_tally_by_hour ON device_tally (hour);
GRANT SELECT, INSERT, UPDATE (n), DELETE ON device_tally TO wardlight_app;

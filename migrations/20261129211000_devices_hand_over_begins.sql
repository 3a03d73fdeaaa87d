-- A hand-over may begin later than it is accepted: a technician asks on Thursday for Monday. What it opens goes by `accepted_at`, which then is the beginning, so that nothing is open before.
ALTER TABLE device_hand_over
    -- From when it was asked for; none means from when it is accepted.
    ADD COLUMN begins_at timestamptz,
    ADD CONSTRAINT device_hand_over_begins_soon CHECK (begins_at > asked_at AND begins_at <= asked_at + interval '7 days'),
    ADD CONSTRAINT device_hand_over_not_before CHECK (accepted_at >= begins_at),
    DROP CONSTRAINT device_hand_over_ends,
    ADD CONSTRAINT device_hand_over_ends CHECK (until > coalesce(begins_at, asked_at) AND until <= coalesce(begins_at, asked_at) + interval '7 days');

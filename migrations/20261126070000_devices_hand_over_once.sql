-- A device is asked for, or lent, once at a time; and nothing ends before it was asked for.
ALTER TABLE device_hand_over ADD CONSTRAINT device_hand_over_ends_after_asked CHECK (ended_at >= asked_at);
ALTER TABLE device_hand_over ADD CONSTRAINT device_hand_over_once
    EXCLUDE USING gist (device_id WITH =, tstzrange(asked_at, least(ended_at, until)) WITH &&);
CREATE INDEX device_hand_over_from ON device_hand_over (from_user, asked_at);
CREATE INDEX device_duty_of_hospital ON device_duty (hospital_id, user_id);

-- Nobody has two devices of colleagues at a time (C17, C18).
ALTER TABLE device_hand_over ADD CONSTRAINT device_hand_over_borrows_one
    EXCLUDE USING gist (to_user WITH =, tstzrange(accepted_at, least(ended_at, until)) WITH &&) WHERE (accepted_at IS NOT NULL);

-- One that ended by itself is written into the audit once. Those that are over by now were over before that was kept.
ALTER TABLE device_hand_over ADD COLUMN expiry_told_at timestamptz
    CONSTRAINT device_hand_over_expiry_told CHECK (expiry_told_at IS NULL OR (expiry_told_at >= until AND accepted_at IS NOT NULL AND ended_at IS NULL));
UPDATE device_hand_over SET expiry_told_at = now() WHERE accepted_at IS NOT NULL AND ended_at IS NULL AND until <= now();
CREATE INDEX device_hand_over_untold ON device_hand_over (until) WHERE accepted_at IS NOT NULL AND ended_at IS NULL AND expiry_told_at IS NULL;
GRANT UPDATE (expiry_told_at) ON device_hand_over TO wardlight_app;

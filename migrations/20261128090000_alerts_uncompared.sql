-- What was too far from what is usual for somebody, and is compared no longer, is not well: it stays listed until somebody has seen it, whatever its priority, without a value of now
-- (domain::alerts::life), and the log does not say that it was gone.
ALTER TABLE alarm
    DROP CONSTRAINT alarm_gone_is_high,
    ADD CONSTRAINT alarm_gone_is_high_or_not_known CHECK (state <> 'gone' OR (gone_at IS NOT NULL AND (priority = 'high' OR (kind = 'limit' AND last_value IS NULL))));
ALTER TABLE alarm_event
    DROP CONSTRAINT alarm_event_known,
    ADD CONSTRAINT alarm_event_known CHECK (event IN ('raised', 'again', 'escalated', 'acknowledged', 'sound_paused', 'gone', 'uncompared', 'closed'));

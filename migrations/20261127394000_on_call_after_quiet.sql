-- What quiet hours skipped is told when they are over: the same step once more, as a row of its own beside the one that says why nobody was told. The key lets it happen once.
ALTER TABLE alarm_step
    ADD COLUMN after_quiet boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT alarm_step_pkey,
    ADD CONSTRAINT alarm_step_pkey PRIMARY KEY (alarm_id, round, step, after_quiet),
    -- After quiet hours nothing is skipped because of them.
    ADD CONSTRAINT alarm_step_after_quiet_is_loud CHECK (NOT after_quiet OR skipped_reason IS DISTINCT FROM 'quiet');

-- Only what was skipped in quiet hours is told after them.
CREATE FUNCTION alarm_step_follows_quiet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM alarm_step t
                    WHERE t.alarm_id = NEW.alarm_id AND t.round = NEW.round AND t.step = NEW.step AND NOT t.after_quiet AND t.skipped_reason = 'quiet') THEN
        RAISE EXCEPTION 'this step was not skipped in quiet hours' USING ERRCODE = 'check_violation', TABLE = 'alarm_step', CONSTRAINT = 'alarm_step_follows_quiet';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_follows_quiet BEFORE INSERT ON alarm_step FOR EACH ROW WHEN (NEW.after_quiet) EXECUTE FUNCTION alarm_step_follows_quiet();

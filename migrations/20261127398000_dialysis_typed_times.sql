-- When something happened and when it was written are two things: after a power cut, or a click that came late, who writes types the time of the hospital's clock at which it was, and the
-- moment of writing stays beside it. None of it is there for what was written as it happened.
ALTER TABLE session_check_in     ADD COLUMN written_at timestamptz;
ALTER TABLE session_before       ADD COLUMN written_at timestamptz;
ALTER TABLE session_second_check ADD COLUMN written_at timestamptz;
ALTER TABLE session_started      ADD COLUMN written_at timestamptz;
ALTER TABLE session_intervention ADD COLUMN written_at timestamptz;
ALTER TABLE session_medicine     ADD COLUMN written_at timestamptz;
ALTER TABLE session_event        ADD COLUMN written_at timestamptz;
ALTER TABLE session_ended        ADD COLUMN written_at timestamptz;

-- Nothing is written ahead, and nothing of half a day ago or longer: `domain::dialysis::typed_time::BACK`.
ALTER TABLE session_check_in     ADD CONSTRAINT session_check_in_typed_back     CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_before       ADD CONSTRAINT session_before_typed_back       CHECK (written_at - recorded_at BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_second_check ADD CONSTRAINT session_second_check_typed_back CHECK (written_at - checked_at  BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_started      ADD CONSTRAINT session_started_typed_back      CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_intervention ADD CONSTRAINT session_intervention_typed_back CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_medicine     ADD CONSTRAINT session_medicine_typed_back     CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_event        ADD CONSTRAINT session_event_typed_back        CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
ALTER TABLE session_ended        ADD CONSTRAINT session_ended_typed_back        CHECK (written_at - at          BETWEEN interval '0' AND interval '12 hours');
-- A reading has had both times from the beginning.
ALTER TABLE session_observation  ADD CONSTRAINT session_observation_typed_back  CHECK (recorded_at - taken_at   BETWEEN interval '0' AND interval '12 hours');

-- A typed time is not before the step before it: `TG_ARGV` names the column and that step. A clock shows minutes, so the step before counts from its minute on; between two looks the newer
-- one is the newer one to the second, because the newest counts.
CREATE FUNCTION session_time_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    typed    timestamptz := (to_jsonb(NEW) ->> TG_ARGV[0])::timestamptz;
    earliest timestamptz;
BEGIN
    earliest := CASE TG_ARGV[1]
        WHEN 'check_in' THEN (SELECT date_trunc('minute', f.at) FROM session_check_in f WHERE f.session_id = NEW.session_id)
        WHEN 'look'     THEN greatest((SELECT date_trunc('minute', f.at) FROM session_check_in f WHERE f.session_id = NEW.session_id),
                                      (SELECT max(f.recorded_at) FROM session_before f WHERE f.session_id = NEW.session_id))
        WHEN 'looked'   THEN (SELECT date_trunc('minute', max(f.recorded_at)) FROM session_before f WHERE f.session_id = NEW.session_id)
        WHEN 'second'   THEN (SELECT date_trunc('minute', max(f.checked_at)) FROM session_second_check f WHERE f.session_id = NEW.session_id)
        WHEN 'start'    THEN (SELECT date_trunc('minute', f.at) FROM session_started f WHERE f.session_id = NEW.session_id)
    END;
    IF typed < earliest THEN
        RAISE EXCEPTION 'this is before the step before it' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_after_step_before';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_before       FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('recorded_at', 'look');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_second_check FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('checked_at', 'looked');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_started      FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('at', 'second');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_observation  FOR EACH ROW WHEN (NEW.taken_at <> NEW.recorded_at)  EXECUTE FUNCTION session_time_in_order('taken_at', 'start');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_intervention FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('at', 'start');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_medicine     FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('at', 'check_in');
CREATE TRIGGER b_time_in_order BEFORE INSERT ON session_event        FOR EACH ROW WHEN (NEW.written_at IS NOT NULL)       EXECUTE FUNCTION session_time_in_order('at', 'start');
-- The end has its own rule, `session_ended_after_start`.

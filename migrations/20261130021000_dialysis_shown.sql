-- What of a line of the sheet nobody typed: the machine showed it as the line was written. It says so for whoever signs, and later for whoever asks where a number came from.
ALTER TABLE session_observation
    ADD COLUMN shown text[] NOT NULL DEFAULT '{}'
        CONSTRAINT session_observation_shown_known CHECK (
            shown <@ ARRAY['blood_flow', 'dialysate_flow', 'arterial', 'venous', 'tmp', 'uf_rate', 'uf_removed', 'conductivity', 'dialysate_temperature', 'anticoagulant_given']),
    ADD CONSTRAINT session_observation_shown_there CHECK (
        ('blood_flow' <> ALL (shown) OR blood_flow IS NOT NULL)
    AND ('dialysate_flow' <> ALL (shown) OR dialysate_flow IS NOT NULL)
    AND ('arterial' <> ALL (shown) OR arterial IS NOT NULL)
    AND ('venous' <> ALL (shown) OR venous IS NOT NULL)
    AND ('tmp' <> ALL (shown) OR tmp IS NOT NULL)
    AND ('uf_rate' <> ALL (shown) OR uf_rate IS NOT NULL)
    AND ('uf_removed' <> ALL (shown) OR uf_removed IS NOT NULL)
    AND ('conductivity' <> ALL (shown) OR conductivity IS NOT NULL)
    AND ('dialysate_temperature' <> ALL (shown) OR dialysate_temperature IS NOT NULL)
    AND ('anticoagulant_given' <> ALL (shown) OR anticoagulant_given IS NOT NULL)),
    -- A machine shows what is now: of earlier nobody reads it off.
    ADD CONSTRAINT session_observation_shown_now CHECK (shown = '{}' OR taken_at = recorded_at);

-- Only while blood runs: afterwards the machine shows what is of nobody, or of the next.
CREATE TRIGGER c_shown_while_running BEFORE INSERT ON session_observation FOR EACH ROW WHEN (NEW.shown <> '{}') EXECUTE FUNCTION session_fact_in_order('running');

-- What of a line of the sheet nobody typed: the machine showed it as the line was written. It says so for whoever signs, and later for whoever asks where a number came from.
ALTER TABLE session_observation
    ADD COLUMN shown text[] NOT NULL DEFAULT '{}'
        CONSTRAINT session_observation_shown_known CHECK (
            shown <@ ARRAY['blood_flow', 'dialysate_flow', 'arterial', 'venous', 'tmp', 'uf_rate', 'uf_removed', 'conductivity', 'dialysate_temperature', 'anticoagulant_given']),
    ADD CONSTRAINT session_observation_shown_there CHECK (
        cardinality(shown) <= num_nonnulls(blood_flow, dialysate_flow, arterial, venous, tmp, uf_rate, uf_removed, conductivity, dialysate_temperature, anticoagulant_given)),
    -- A machine shows what is now: of earlier nobody reads it off.
    ADD CONSTRAINT session_observation_shown_now CHECK (shown = '{}' OR taken_at = recorded_at);

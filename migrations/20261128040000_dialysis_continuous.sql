-- Dialysis around the clock: prescribed by the day instead of by the session, on a machine of its own kind that stands at a bed. It mixes its fluids of bags, so no water is asked for, and
-- what blood touched is thrown away with its set.
ALTER TABLE device
    DROP CONSTRAINT device_kind_known,
    ADD  CONSTRAINT device_kind_known CHECK (kind IN ('monitor', 'dialysis', 'continuous'));

ALTER TABLE dialysis_prescription
    DROP CONSTRAINT dialysis_prescription_modality_known,
    ADD  CONSTRAINT dialysis_prescription_modality_known CHECK (modality IN ('hd', 'hdf_pre', 'hdf_post', 'hf', 'iuf', 'cvvhdf')),
    DROP CONSTRAINT dialysis_prescription_minutes_possible,
    ADD  CONSTRAINT dialysis_prescription_minutes_possible
         CHECK (CASE modality WHEN 'cvvhdf' THEN minutes = 1440 AND cardinality(weekdays) = 7 ELSE minutes BETWEEN 30 AND 720 END),
    DROP CONSTRAINT dialysis_prescription_dialysate_flow_possible,
    ADD  CONSTRAINT dialysis_prescription_dialysate_flow_possible
         CHECK (CASE modality WHEN 'cvvhdf' THEN dialysate_flow BETWEEN 1 AND 200 ELSE dialysate_flow BETWEEN 100 AND 1000 END),
    DROP CONSTRAINT dialysis_prescription_substitution_possible,
    ADD  CONSTRAINT dialysis_prescription_substitution_possible
         CHECK (substitution BETWEEN 1 AND CASE modality WHEN 'cvvhdf' THEN 200 ELSE 80 END),
    DROP CONSTRAINT dialysis_prescription_uf_goal_possible,
    ADD  CONSTRAINT dialysis_prescription_uf_goal_possible CHECK (uf_goal BETWEEN 0 AND CASE modality WHEN 'cvvhdf' THEN 24000 ELSE 8000 END),
    DROP CONSTRAINT dialysis_prescription_substitutes,
    ADD  CONSTRAINT dialysis_prescription_substitutes CHECK ((modality IN ('hdf_pre', 'hdf_post', 'hf', 'cvvhdf')) = (substitution IS NOT NULL)),
    -- Nobody is taken down to a dry weight in a day: what is taken in 24 hours is said.
    ADD  CONSTRAINT dialysis_prescription_day_has_goal CHECK (modality <> 'cvvhdf' OR uf_goal IS NOT NULL);

-- Whoever is dialysed around the clock is connected at the bed: nobody is looked at before a session for it.
CREATE FUNCTION session_before_of_a_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_prescription p WHERE p.id = NEW.prescription_id AND p.modality = 'cvvhdf') THEN
        RAISE EXCEPTION 'what is prescribed is no session' USING ERRCODE = 'check_violation', TABLE = 'session_before', CONSTRAINT = 'session_before_continuous';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_of_a_session BEFORE INSERT ON session_before FOR EACH ROW EXECUTE FUNCTION session_before_of_a_session();

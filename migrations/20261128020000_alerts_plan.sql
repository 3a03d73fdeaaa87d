-- A rule may compare what a machine has taken off with what should have been taken by now (the distance from the plan of the session), and a pressure of the first minutes with the same
-- patient's earlier sessions. Still no row of a patient in here; a patient's own distance from the plan is a `patient_limit` of `uf_removed`, which is compared with nothing else.
ALTER TABLE alarm_rule
    DROP CONSTRAINT alarm_rule_measure_known,
    ADD CONSTRAINT alarm_rule_measure_known CHECK (measure IN ('value', 'baseline', 'plan', 'usual')),
    ADD CONSTRAINT alarm_rule_plan_of_fluid CHECK ((measure = 'plan') = (parameter = 'uf_removed')),
    ADD CONSTRAINT alarm_rule_usual_of_pressures CHECK (measure <> 'usual' OR parameter IN ('arterial_pressure', 'venous_pressure'));

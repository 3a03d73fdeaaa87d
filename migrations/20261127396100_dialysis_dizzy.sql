-- Dizziness and fainting are what people feel when the pressure falls: the definition of the guideline asks for such a symptom (`domain::dialysis::hypotension`).
ALTER TABLE session_event
    DROP CONSTRAINT session_event_kind_known,
    ADD CONSTRAINT session_event_kind_known
        CHECK (kind IN ('hypotension', 'cramps', 'headache', 'nausea', 'dizzy', 'fainted', 'chest_pain', 'circuit_clotted', 'blown_access', 'repeated_cannulation', 'prolonged_bleeding',
                        'needle_dislodged', 'air', 'machine_alarm', 'fever', 'other'));

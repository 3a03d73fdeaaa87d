-- Whether somebody asked what they complain of. That no symptom was ticked read as "nothing when asked", also where nobody had asked. From now on a look says it; of what was written before
-- nobody knows (NULL): it reads as none noted.
ALTER TABLE session_before
    ADD COLUMN symptoms_asked boolean,
    ADD CONSTRAINT session_before_symptoms_asked CHECK (symptoms = '{}' OR symptoms_asked IS NOT FALSE);

-- When a medicine began, when it is to end and when an operation was are known to the year, the month or the day: kept as far as they are known. What stood there keeps its year.
ALTER TABLE patient_medicine DROP CONSTRAINT patient_medicine_since_year_possible;
ALTER TABLE patient_medicine ALTER COLUMN since_year TYPE text USING since_year::text;
ALTER TABLE patient_medicine RENAME COLUMN since_year TO since;
ALTER TABLE patient_medicine
    ADD COLUMN until text,
    ADD CONSTRAINT patient_medicine_since_form CHECK (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    ADD CONSTRAINT patient_medicine_until_form CHECK (until ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    -- Compared as far as both are known.
    ADD CONSTRAINT patient_medicine_until_after CHECK (left(until, length(since)) >= left(since, length(until)));

DROP INDEX patient_surgery_once;
ALTER TABLE patient_surgery DROP CONSTRAINT patient_surgery_in_year_possible;
ALTER TABLE patient_surgery ALTER COLUMN in_year TYPE text USING in_year::text;
ALTER TABLE patient_surgery RENAME COLUMN in_year TO done_on;
ALTER TABLE patient_surgery ADD CONSTRAINT patient_surgery_done_on_form CHECK (done_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
CREATE UNIQUE INDEX patient_surgery_once ON patient_surgery (patient_id, hospital_id, lower(procedure), (coalesce(done_on, ''))) WHERE ended_at IS NULL;

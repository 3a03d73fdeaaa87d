-- As in 20261128060000_dialysis_fluid_asked.sql, for the records that are read as one: what is prescribed in the one that was joined holds for who stays. Of two prescriptions the
-- stricter one holds.
CREATE OR REPLACE FUNCTION device_unfit_for(machine uuid, whom uuid, house uuid, to_start boolean) RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT CASE
                WHEN bool_or(p.modality IN ('hdf_pre', 'hdf_post', 'hf'))          THEN device_unfit_to_substitute(machine, to_start)
                WHEN bool_or(p.modality = 'hd' AND p.dialysis_fluid = 'ultrapure') THEN device_unfit_for_ultrapure(machine, to_start)
                END
              FROM joined(whom) AS j
              JOIN dialysis_prescription p ON p.patient_id = j.id AND p.hospital_id = house AND p.ended_at IS NULL);

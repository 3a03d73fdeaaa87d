-- What a prescription asks of the dialysis fluid, and how the fluid that is taken is spread over the time.
-- dialysis_fluid: 'ultrapure' (ISO 23500-5:2019, 4.1.3) may be asked for on haemodialysis, too. What is given into the blood is made of ultrapure fluid whatever stands here (4.1.4): the
-- functions below go by the modality first, and versions from before this column keep 'standard'.
-- uf_steps: the share of the goal in each quarter of the time, in %; none: nobody said, and nothing is worked out of the name of a profile.
ALTER TABLE dialysis_prescription
    ADD COLUMN dialysis_fluid text NOT NULL DEFAULT 'standard' CONSTRAINT dialysis_prescription_dialysis_fluid_known CHECK (dialysis_fluid IN ('standard', 'ultrapure')),
    ADD COLUMN uf_steps smallint[] CONSTRAINT dialysis_prescription_uf_steps_whole
        CHECK (uf_steps IS NULL OR (cardinality(uf_steps) = 4 AND 0 <= ALL (uf_steps) AND uf_steps[1] + uf_steps[2] + uf_steps[3] + uf_steps[4] = 100) IS TRUE),
    ADD CONSTRAINT dialysis_prescription_uf_steps_of_profile CHECK (uf_steps IS NULL OR uf_profile <> 'even'),
    -- One that falls never rises, and ends lower than it began.
    ADD CONSTRAINT dialysis_prescription_uf_steps_fall CHECK (uf_steps IS NULL OR uf_profile <> 'falling'
        OR (uf_steps[1] >= uf_steps[2] AND uf_steps[2] >= uf_steps[3] AND uf_steps[3] >= uf_steps[4] AND uf_steps[1] > uf_steps[4]));

-- Why a machine may not dialyse with ultrapure fluid, whatever else it is fit for; NULL when it may. As device_unfit_to_substitute (20261128010000_devices_fluids.sql), and what was found in
-- substitution fluid says nothing of it: that is made behind it. The first of:
-- 'ultrapure_failed'  the newest test of ultrapure fluid at one of the points of its ward is over the limit
-- 'ultrapure_missing' a measure of ultrapure fluid has no test that is still valid
CREATE FUNCTION device_unfit_for_ultrapure(machine uuid, to_start boolean) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE
        WHEN fluid_failed(device_ward(d.id), ARRAY['ultrapure']) THEN 'ultrapure_failed'
        WHEN fluid_missing(device_ward(d.id), d.hospital_id, 'ultrapure', to_start) THEN 'ultrapure_missing'
        END
      FROM device d WHERE d.id = machine AND d.kind = 'dialysis';
END;

-- As in 20261128010000_devices_fluids.sql, and where ultrapure fluid is prescribed. The bookings, the start and the exchange of a machine ask it.
CREATE OR REPLACE FUNCTION device_unfit_for(machine uuid, whom uuid, house uuid, to_start boolean) RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT CASE
                WHEN p.modality IN ('hdf_pre', 'hdf_post', 'hf')          THEN device_unfit_to_substitute(machine, to_start)
                WHEN p.modality = 'hd' AND p.dialysis_fluid = 'ultrapure' THEN device_unfit_for_ultrapure(machine, to_start)
                END
              FROM dialysis_prescription p WHERE p.patient_id = whom AND p.hospital_id = house AND p.ended_at IS NULL);

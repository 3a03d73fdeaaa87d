-- In which units somebody reads, by the codes of UCUM; without a choice, in those of their hospital. What is stored has one unit (°C, kg, mmol/L) whatever they chose.
ALTER TABLE account_profile
    ADD COLUMN temperature_unit text CONSTRAINT account_profile_temperature_unit_known CHECK (temperature_unit IN ('Cel', '[degF]')),
    ADD COLUMN weight_unit      text CONSTRAINT account_profile_weight_unit_known CHECK (weight_unit IN ('kg', '[lb_av]')),
    ADD COLUMN glucose_unit     text CONSTRAINT account_profile_glucose_unit_known CHECK (glucose_unit IN ('mmol/L', 'mg/dL'));

-- What a dialysis machine also measures. Columns without a value cost a bit in a row's null map and nothing else.
ALTER TABLE reading
    ADD COLUMN substitution_rate   real, -- mL/min
    ADD COLUMN substitution_volume real, -- L
    ADD COLUMN heparin_total       real, -- mL of the machine's syringe
    ADD COLUMN blood_volume_change real, -- % of where it began
    ADD COLUMN machine_ktv         real, -- no unit
    ADD COLUMN recirculation       real, -- %
    ADD COLUMN remaining_time      real; -- min

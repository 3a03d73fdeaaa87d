-- The total of the Glasgow Coma Scale, as charted. NEWS2 scores ACVPU, which stands beside it; the number is shown.
ALTER TABLE reading
    ADD COLUMN gcs real, -- 3 to 15, no unit
    ADD CONSTRAINT reading_gcs_of_scale CHECK (gcs >= 3 AND gcs <= 15);

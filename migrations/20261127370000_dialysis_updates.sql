-- What is noted of somebody at the machine, field by field: old and new text, who, when, on which machine, why. The newest of a field holds. Nothing here is changed: who was wrong writes
-- the next one, and taking one back is the next one too. Each follows the one that it replaces, so that two people who write at once cannot both have seen the newest.
CREATE TABLE medical_update (
    id          uuid        CONSTRAINT medical_update_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    -- The ranges of each stand in `app/domain/src/dialysis/updates.rs`.
    field       text        NOT NULL CONSTRAINT medical_update_field_known
                            CHECK (field IN ('access_problem', 'needle_gauge', 'heparin', 'dialyser', 'dry_weight_observed', 'weight_before', 'weight_after', 'isolation')),
    -- Empty: nothing is noted.
    old_value   text        NOT NULL CONSTRAINT medical_update_old_value_form CHECK (length(old_value) <= 500),
    new_value   text        NOT NULL CONSTRAINT medical_update_new_value_form CHECK (length(new_value) <= 500),
    reason      text        NOT NULL CONSTRAINT medical_update_reason_given CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    at          timestamptz NOT NULL,
    by_user     uuid        NOT NULL CONSTRAINT medical_update_user_exists REFERENCES app_user,
    -- On which machine they were; none where somebody takes one back.
    device_id   uuid        CONSTRAINT medical_update_device_exists REFERENCES device,
    follows     uuid,
    -- It takes back the one that it follows.
    takes_back  boolean     NOT NULL DEFAULT false,
    CONSTRAINT medical_update_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT medical_update_says UNIQUE (id, field, new_value),
    -- What was there before is what the one before said.
    CONSTRAINT medical_update_follows_that FOREIGN KEY (follows, field, old_value) REFERENCES medical_update (id, field, new_value),
    CONSTRAINT medical_update_begins_empty CHECK (follows IS NOT NULL OR old_value = ''),
    CONSTRAINT medical_update_follows_once UNIQUE NULLS NOT DISTINCT (patient_id, hospital_id, field, follows),
    CONSTRAINT medical_update_changes CHECK (old_value <> new_value),
    CONSTRAINT medical_update_takes_back_one CHECK (NOT takes_back OR follows IS NOT NULL)
);
CREATE INDEX medical_update_of_patient ON medical_update (patient_id, at, id);

ALTER TABLE medical_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE medical_update FORCE ROW LEVEL SECURITY;
CREATE POLICY medical_update_seen ON medical_update FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)));
CREATE POLICY medical_update_made ON medical_update FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT ON medical_update TO wardlight_app;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON medical_update FOR EACH ROW EXECUTE FUNCTION refuse_merged();

-- Whoever treats somebody is told of it, and whoever wrote it that it was taken back. The list of kinds grows by two words, whatever else has grown it.
DO $$
DECLARE
    rule text;
BEGIN
    SELECT pg_get_constraintdef(k.oid) INTO rule FROM pg_constraint k WHERE k.conname = 'notice_kind_known' AND k.conrelid = 'notice'::regclass;
    ALTER TABLE notice DROP CONSTRAINT notice_kind_known;
    EXECUTE 'ALTER TABLE notice ADD CONSTRAINT notice_kind_known ' || regexp_replace(rule, 'ARRAY\[', 'ARRAY[''dialysis.noted''::text, ''dialysis.taken_back''::text, ');
END $$;

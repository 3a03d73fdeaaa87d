-- What a renal unit knows before a session: its chairs, and of each patient what is prescribed, the dry weight, the access to the blood and what they carry.
-- Nothing here is changed: a line ends and the next begins, so that the past reads the same tomorrow.

-- A chair (or bed) of a ward at which people are dialysed. Nobody sits in it here: that says `dialysis_session`.
CREATE TABLE station (
    id          uuid        CONSTRAINT station_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL,
    ward_id     uuid        NOT NULL,
    name        text        NOT NULL CONSTRAINT station_name_form CHECK (length(btrim(name)) BETWEEN 1 AND 40),
    -- The place on the ward where devices stand (`device_assignment`): so the machine beside the chair is known.
    bed_id      uuid        CONSTRAINT station_bed_exists REFERENCES bed,
    -- For whoever carries what others must not get.
    isolation   boolean     NOT NULL DEFAULT false,
    -- Water and machine good enough for haemodiafiltration.
    hdf         boolean     NOT NULL DEFAULT false,
    -- Out of use for good from then; what was there stays.
    retired_at  timestamptz,
    CONSTRAINT station_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT station_name_once UNIQUE (hospital_id, name),
    CONSTRAINT station_bed_once UNIQUE (bed_id),
    CONSTRAINT station_of_hospital UNIQUE (id, hospital_id)
);
CREATE INDEX station_of_ward ON station (ward_id);
GRANT SELECT, INSERT, UPDATE (isolation, hdf, bed_id, retired_at) ON station TO wardlight_app;

-- What is prescribed, by version: revising ends one and starts the next, with the reason. The ranges stand in `app/domain/src/dialysis/prescription.rs` with their sources; these are the
-- outer walls.
CREATE TABLE dialysis_prescription (
    id              uuid        CONSTRAINT dialysis_prescription_pkey PRIMARY KEY,
    patient_id      uuid        NOT NULL,
    hospital_id     uuid        NOT NULL,
    version         smallint    NOT NULL CONSTRAINT dialysis_prescription_version_positive CHECK (version > 0),
    modality        text        NOT NULL CONSTRAINT dialysis_prescription_modality_known CHECK (modality IN ('hd', 'hdf_pre', 'hdf_post', 'hf', 'iuf')),
    minutes         smallint    NOT NULL CONSTRAINT dialysis_prescription_minutes_possible CHECK (minutes BETWEEN 30 AND 720),
    -- 1 is Monday, as ISO 8601 counts.
    weekdays        smallint[]  NOT NULL CONSTRAINT dialysis_prescription_weekdays_known
                                CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(weekdays) BETWEEN 1 AND 7),
    dialyser        text        NOT NULL CONSTRAINT dialysis_prescription_dialyser_form CHECK (length(btrim(dialyser)) BETWEEN 1 AND 80),
    -- Flows in mL/min.
    blood_flow      smallint    NOT NULL CONSTRAINT dialysis_prescription_blood_flow_possible CHECK (blood_flow BETWEEN 50 AND 600),
    dialysate_flow  smallint    CONSTRAINT dialysis_prescription_dialysate_flow_possible CHECK (dialysate_flow BETWEEN 100 AND 1000),
    -- Of the dialysate, in mmol/L; the temperature in °C.
    potassium       double precision NOT NULL CONSTRAINT dialysis_prescription_potassium_possible CHECK (potassium BETWEEN 0 AND 5),
    calcium         double precision NOT NULL CONSTRAINT dialysis_prescription_calcium_possible CHECK (calcium BETWEEN 0 AND 3),
    sodium          smallint    NOT NULL CONSTRAINT dialysis_prescription_sodium_possible CHECK (sodium BETWEEN 120 AND 160),
    -- Where a profile of sodium ends.
    sodium_end      smallint    CONSTRAINT dialysis_prescription_sodium_end_possible CHECK (sodium_end BETWEEN 120 AND 160),
    bicarbonate     smallint    NOT NULL CONSTRAINT dialysis_prescription_bicarbonate_possible CHECK (bicarbonate BETWEEN 15 AND 45),
    temperature     double precision NOT NULL CONSTRAINT dialysis_prescription_temperature_possible CHECK (temperature BETWEEN 34 AND 39),
    -- mL to take off; none means: down to the dry weight.
    uf_goal         integer     CONSTRAINT dialysis_prescription_uf_goal_possible CHECK (uf_goal BETWEEN 0 AND 8000),
    uf_profile      text        NOT NULL CONSTRAINT dialysis_prescription_uf_profile_known CHECK (uf_profile IN ('even', 'falling', 'stepped')),
    -- mL/kg/h that are not to be passed.
    max_uf_rate     double precision NOT NULL CONSTRAINT dialysis_prescription_max_uf_rate_possible CHECK (max_uf_rate BETWEEN 1 AND 20),
    anticoagulant   text        NOT NULL CONSTRAINT dialysis_prescription_anticoagulant_known
                                CHECK (anticoagulant IN ('none', 'heparin', 'lmwh', 'citrate', 'other')),
    -- What of it: international units of heparin, or mL of citrate.
    loading_dose    integer     CONSTRAINT dialysis_prescription_loading_dose_possible CHECK (loading_dose BETWEEN 0 AND 20000),
    hourly_dose     integer     CONSTRAINT dialysis_prescription_hourly_dose_possible CHECK (hourly_dose BETWEEN 0 AND 10000),
    -- Minutes before the end at which it stops.
    stop_before     smallint    CONSTRAINT dialysis_prescription_stop_before_possible CHECK (stop_before BETWEEN 0 AND 240),
    anticoagulant_words text    CONSTRAINT dialysis_prescription_anticoagulant_words_form CHECK (length(anticoagulant_words) BETWEEN 1 AND 200),
    -- Gauge; none with a catheter.
    needle_gauge    smallint    CONSTRAINT dialysis_prescription_needle_gauge_possible CHECK (needle_gauge BETWEEN 14 AND 17),
    single_needle   boolean     NOT NULL DEFAULT false,
    -- Litres of substitution in a session of HDF or HF.
    substitution    double precision CONSTRAINT dialysis_prescription_substitution_possible CHECK (substitution BETWEEN 1 AND 80),
    -- Why it is so, and so now.
    reason          text        NOT NULL CONSTRAINT dialysis_prescription_reason_given CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    prescribed_at   timestamptz NOT NULL,
    prescribed_by   uuid        NOT NULL CONSTRAINT dialysis_prescription_prescriber_exists REFERENCES app_user,
    ended_at        timestamptz,
    ended_by        uuid        CONSTRAINT dialysis_prescription_ender_exists REFERENCES app_user,
    CONSTRAINT dialysis_prescription_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT dialysis_prescription_version_once UNIQUE (patient_id, hospital_id, version),
    CONSTRAINT dialysis_prescription_of_patient UNIQUE (id, patient_id, hospital_id),
    CONSTRAINT dialysis_prescription_substitutes CHECK ((modality IN ('hdf_pre', 'hdf_post', 'hf')) = (substitution IS NOT NULL)),
    CONSTRAINT dialysis_prescription_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT dialysis_prescription_ends_after CHECK (ended_at >= prescribed_at)
);
CREATE UNIQUE INDEX dialysis_prescription_one_holds ON dialysis_prescription (patient_id, hospital_id) WHERE ended_at IS NULL;

-- The weight at which nothing is left to take off, in kg: the newest holds, and each keeps its author and reason.
CREATE TABLE dry_weight (
    id          uuid        CONSTRAINT dry_weight_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    kg          double precision NOT NULL CONSTRAINT dry_weight_kg_possible CHECK (kg BETWEEN 2 AND 350),
    reason      text        NOT NULL CONSTRAINT dry_weight_reason_given CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    set_at      timestamptz NOT NULL,
    set_by      uuid        NOT NULL CONSTRAINT dry_weight_setter_exists REFERENCES app_user,
    CONSTRAINT dry_weight_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
CREATE INDEX dry_weight_of_patient ON dry_weight (patient_id, set_at);

-- How blood leaves and comes back: a fistula, a graft, a catheter. More than one may be there: an old fistula that works, a catheter that waits to be taken out.
CREATE TABLE vascular_access (
    id            uuid        CONSTRAINT vascular_access_pkey PRIMARY KEY,
    patient_id    uuid        NOT NULL,
    hospital_id   uuid        NOT NULL,
    kind          text        NOT NULL CONSTRAINT vascular_access_kind_known CHECK (kind IN ('fistula', 'graft', 'tunnelled', 'non_tunnelled')),
    side          text        NOT NULL CONSTRAINT vascular_access_side_known CHECK (side IN ('left', 'right')),
    site          text        NOT NULL CONSTRAINT vascular_access_site_form CHECK (length(btrim(site)) BETWEEN 1 AND 80),
    -- When it was made or put in, as far as anybody knows.
    made_on       text        CONSTRAINT vascular_access_made_on_form CHECK (made_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    note          text        CONSTRAINT vascular_access_note_form CHECK (length(note) BETWEEN 1 AND 500),
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL CONSTRAINT vascular_access_recorder_exists REFERENCES app_user,
    ended_at      timestamptz,
    ended_by      uuid        CONSTRAINT vascular_access_ender_exists REFERENCES app_user,
    ended_because text        CONSTRAINT vascular_access_ended_because_known
                              CHECK (ended_because IN ('failed', 'removed', 'infected', 'replaced', 'mistake')),
    CONSTRAINT vascular_access_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT vascular_access_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT vascular_access_ends_after CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX vascular_access_once ON vascular_access (patient_id, hospital_id, kind, side, lower(site)) WHERE ended_at IS NULL;
CREATE INDEX vascular_access_of_patient ON vascular_access (patient_id, recorded_at);

-- What somebody saw, felt, heard or measured of it.
CREATE TABLE access_assessment (
    id          uuid        CONSTRAINT access_assessment_pkey PRIMARY KEY,
    access_id   uuid        NOT NULL CONSTRAINT access_assessment_access_exists REFERENCES vascular_access,
    assessed_at timestamptz NOT NULL,
    assessed_by uuid        NOT NULL CONSTRAINT access_assessment_assessor_exists REFERENCES app_user,
    thrill      text        CONSTRAINT access_assessment_thrill_known CHECK (thrill IN ('present', 'weak', 'absent')),
    bruit       text        CONSTRAINT access_assessment_bruit_known CHECK (bruit IN ('present', 'weak', 'absent')),
    feel        text        CONSTRAINT access_assessment_feel_known CHECK (feel IN ('soft', 'firm', 'pulsatile')),
    aneurysm    boolean,
    exit_site   text        CONSTRAINT access_assessment_exit_site_known CHECK (exit_site IN ('clean', 'red', 'swollen', 'discharge')),
    -- mL/min, measured.
    flow        smallint    CONSTRAINT access_assessment_flow_possible CHECK (flow BETWEEN 50 AND 5000),
    safe_to_use boolean     NOT NULL,
    problem     text        CONSTRAINT access_assessment_problem_form CHECK (length(problem) BETWEEN 1 AND 500),
    CONSTRAINT access_assessment_unsafe_says_why CHECK (safe_to_use OR problem IS NOT NULL)
);
CREATE INDEX access_assessment_of_access ON access_assessment (access_id, assessed_at);

-- What somebody carries that others at the next chair must not get: the newest of each agent holds.
CREATE TABLE infection_status (
    id          uuid        CONSTRAINT infection_status_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    agent       text        NOT NULL CONSTRAINT infection_status_agent_known CHECK (agent IN ('hbv', 'hcv', 'hiv', 'mrsa', 'vre', 'tb', 'covid19', 'other')),
    result      text        NOT NULL CONSTRAINT infection_status_result_known CHECK (result IN ('positive', 'negative', 'immune', 'pending')),
    -- Whether a chair apart is needed for it: said by who records it, because it is not the same for every agent and house.
    isolate     boolean     NOT NULL,
    tested_on   date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid        NOT NULL CONSTRAINT infection_status_recorder_exists REFERENCES app_user,
    CONSTRAINT infection_status_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id)
);
CREATE INDEX infection_status_of_patient ON infection_status (patient_id, agent, recorded_at);

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['dialysis_prescription', 'dry_weight', 'vascular_access', 'infection_status'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)))', guarded || '_seen', guarded);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()))', guarded || '_made', guarded);
        EXECUTE format('CREATE TRIGGER zz_refuse_merged AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_merged()', guarded);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO wardlight_app', guarded);
    END LOOP;
END $$;
CREATE POLICY dialysis_prescription_ended ON dialysis_prescription FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT UPDATE (ended_at, ended_by) ON dialysis_prescription TO wardlight_app;
CREATE POLICY vascular_access_ended ON vascular_access FOR UPDATE
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT UPDATE (ended_at, ended_by, ended_because) ON vascular_access TO wardlight_app;

ALTER TABLE access_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY access_assessment_seen ON access_assessment FOR SELECT USING (EXISTS (SELECT FROM vascular_access a WHERE a.id = access_id));
CREATE POLICY access_assessment_made ON access_assessment FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM vascular_access a WHERE a.id = access_id AND a.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT ON access_assessment TO wardlight_app;

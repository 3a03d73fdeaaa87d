-- What happened in a session, step by step. Every line stays as it was written: who was wrong writes the next line, and the newest of a kind counts. After the signature
-- only amendments are added, which say both texts. What is still owed before a step is said in 20261127303000_dialysis_order.sql.

-- They are here.
CREATE TABLE session_check_in (
    session_id uuid        CONSTRAINT session_check_in_pkey PRIMARY KEY CONSTRAINT session_check_in_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_check_in_user_exists REFERENCES app_user
);

-- They did not come.
CREATE TABLE session_did_not_attend (
    session_id uuid        CONSTRAINT session_did_not_attend_pkey PRIMARY KEY CONSTRAINT session_did_not_attend_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_did_not_attend_user_exists REFERENCES app_user,
    reason     text        NOT NULL CONSTRAINT session_did_not_attend_reason_known
                           CHECK (reason IN ('unknown', 'ill', 'in_hospital', 'transport', 'refused', 'away', 'other')),
    note       text        CONSTRAINT session_did_not_attend_note_form CHECK (length(note) BETWEEN 1 AND 500)
);

-- It was called off, or moved (then another session is `instead_of` it).
CREATE TABLE session_cancelled (
    session_id uuid        CONSTRAINT session_cancelled_pkey PRIMARY KEY CONSTRAINT session_cancelled_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_cancelled_user_exists REFERENCES app_user,
    reason     text        NOT NULL CONSTRAINT session_cancelled_reason_known
                           CHECK (reason IN ('moved', 'patient', 'ill', 'in_hospital', 'machine', 'staff', 'holiday', 'other')),
    note       text        CONSTRAINT session_cancelled_note_form CHECK (length(note) BETWEEN 1 AND 500)
);

-- What is looked at before anything is connected. Weights in kg, pressures in mmHg, temperature in °C, glucose and urea in mmol/L, conductivity in mS/cm.
CREATE TABLE session_before (
    id               uuid        CONSTRAINT session_before_pkey PRIMARY KEY,
    session_id       uuid        NOT NULL CONSTRAINT session_before_session_exists REFERENCES dialysis_session,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL CONSTRAINT session_before_recorder_exists REFERENCES app_user,
    prescription_id  uuid        NOT NULL CONSTRAINT session_before_prescription_exists REFERENCES dialysis_prescription,
    weight           double precision NOT NULL CONSTRAINT session_before_weight_possible CHECK (weight BETWEEN 2 AND 350),
    lying_systolic   smallint    NOT NULL CONSTRAINT session_before_lying_systolic_possible CHECK (lying_systolic BETWEEN 30 AND 300),
    lying_diastolic  smallint    NOT NULL CONSTRAINT session_before_lying_diastolic_possible CHECK (lying_diastolic BETWEEN 10 AND 200),
    standing_systolic  smallint  CONSTRAINT session_before_standing_systolic_possible CHECK (standing_systolic BETWEEN 30 AND 300),
    standing_diastolic smallint  CONSTRAINT session_before_standing_diastolic_possible CHECK (standing_diastolic BETWEEN 10 AND 200),
    pulse            smallint    CONSTRAINT session_before_pulse_possible CHECK (pulse BETWEEN 20 AND 300),
    temperature      double precision CONSTRAINT session_before_temperature_possible CHECK (temperature BETWEEN 25 AND 45),
    breaths          smallint    CONSTRAINT session_before_breaths_possible CHECK (breaths BETWEEN 3 AND 80),
    spo2             smallint    CONSTRAINT session_before_spo2_possible CHECK (spo2 BETWEEN 30 AND 100),
    glucose          double precision CONSTRAINT session_before_glucose_possible CHECK (glucose BETWEEN 0.5 AND 60),
    symptoms         text[]      NOT NULL DEFAULT '{}' CONSTRAINT session_before_symptoms_known
                                 CHECK (symptoms <@ ARRAY['breathless', 'oedema', 'dizzy', 'nausea', 'cramps', 'chest_pain', 'fever', 'bleeding', 'fall', 'other']),
    note             text        CONSTRAINT session_before_note_form CHECK (length(note) BETWEEN 1 AND 500),
    access_id        uuid        NOT NULL CONSTRAINT session_before_access_exists REFERENCES vascular_access,
    access_safe      boolean     NOT NULL,
    self_test_passed boolean     NOT NULL,
    conductivity     double precision NOT NULL CONSTRAINT session_before_conductivity_possible CHECK (conductivity BETWEEN 5 AND 25),
    consented        boolean     NOT NULL,
    -- What shall be taken off, in mL: worked out from the weights and seen before the start.
    uf_goal          integer     NOT NULL CONSTRAINT session_before_uf_goal_possible CHECK (uf_goal BETWEEN 0 AND 10000),
    -- Of the blood, when it was taken before this session.
    urea             double precision CONSTRAINT session_before_urea_possible CHECK (urea BETWEEN 0.5 AND 100),
    CONSTRAINT session_before_lying_whole CHECK (lying_diastolic < lying_systolic),
    CONSTRAINT session_before_standing_whole CHECK ((standing_systolic IS NULL) = (standing_diastolic IS NULL) AND standing_diastolic < standing_systolic),
    CONSTRAINT session_before_recorded UNIQUE (id, session_id, recorded_by)
);
CREATE INDEX session_before_of_session ON session_before (session_id, recorded_at);

-- A second person has looked at the patient, the machine and the prescription: another than the first.
CREATE TABLE session_second_check (
    before_id  uuid        CONSTRAINT session_second_check_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_second_check_session_exists REFERENCES dialysis_session,
    first_by   uuid        NOT NULL,
    checked_by uuid        NOT NULL CONSTRAINT session_second_check_checker_exists REFERENCES app_user,
    checked_at timestamptz NOT NULL,
    CONSTRAINT session_second_check_of_before FOREIGN KEY (before_id, session_id, first_by) REFERENCES session_before (id, session_id, recorded_by),
    CONSTRAINT session_second_check_by_another CHECK (checked_by <> first_by)
);
CREATE INDEX session_second_check_of_session ON session_second_check (session_id);

-- Blood runs.
CREATE TABLE session_started (
    session_id      uuid        CONSTRAINT session_started_pkey PRIMARY KEY CONSTRAINT session_started_session_exists REFERENCES dialysis_session,
    at              timestamptz NOT NULL,
    by_user         uuid        NOT NULL CONSTRAINT session_started_user_exists REFERENCES app_user,
    before_id       uuid        NOT NULL CONSTRAINT session_started_before_exists REFERENCES session_before,
    prescription_id uuid        NOT NULL CONSTRAINT session_started_prescription_exists REFERENCES dialysis_prescription,
    -- What is taken off an hour above the bound is a decision with a reason.
    above_rate_because text     CONSTRAINT session_started_above_rate_because_form CHECK (length(btrim(above_rate_because)) BETWEEN 3 AND 500)
);

-- What somebody read from the machine and the patient while it ran. Pressures in mmHg, flows in mL/min, removed in mL.
CREATE TABLE session_observation (
    id             uuid        CONSTRAINT session_observation_pkey PRIMARY KEY,
    session_id     uuid        NOT NULL CONSTRAINT session_observation_session_exists REFERENCES dialysis_session,
    taken_at       timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid        NOT NULL CONSTRAINT session_observation_recorder_exists REFERENCES app_user,
    systolic       smallint    CONSTRAINT session_observation_systolic_possible CHECK (systolic BETWEEN 30 AND 300),
    diastolic      smallint    CONSTRAINT session_observation_diastolic_possible CHECK (diastolic BETWEEN 10 AND 200),
    pulse          smallint    CONSTRAINT session_observation_pulse_possible CHECK (pulse BETWEEN 20 AND 300),
    temperature    double precision CONSTRAINT session_observation_temperature_possible CHECK (temperature BETWEEN 25 AND 45),
    spo2           smallint    CONSTRAINT session_observation_spo2_possible CHECK (spo2 BETWEEN 30 AND 100),
    blood_flow     smallint    CONSTRAINT session_observation_blood_flow_possible CHECK (blood_flow BETWEEN 0 AND 700),
    dialysate_flow smallint    CONSTRAINT session_observation_dialysate_flow_possible CHECK (dialysate_flow BETWEEN 0 AND 1200),
    arterial       smallint    CONSTRAINT session_observation_arterial_possible CHECK (arterial BETWEEN -500 AND 700),
    venous         smallint    CONSTRAINT session_observation_venous_possible CHECK (venous BETWEEN -500 AND 700),
    tmp            smallint    CONSTRAINT session_observation_tmp_possible CHECK (tmp BETWEEN -500 AND 700),
    uf_rate        integer     CONSTRAINT session_observation_uf_rate_possible CHECK (uf_rate BETWEEN 0 AND 4000),
    uf_removed     integer     CONSTRAINT session_observation_uf_removed_possible CHECK (uf_removed BETWEEN 0 AND 12000),
    conductivity   double precision CONSTRAINT session_observation_conductivity_possible CHECK (conductivity BETWEEN 5 AND 25),
    dialysate_temperature double precision CONSTRAINT session_observation_dialysate_temperature_possible CHECK (dialysate_temperature BETWEEN 30 AND 42),
    note           text        CONSTRAINT session_observation_note_form CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT session_observation_pressure_whole CHECK ((systolic IS NULL) = (diastolic IS NULL) AND diastolic < systolic),
    CONSTRAINT session_observation_says_something CHECK (
        num_nonnulls(systolic, pulse, temperature, spo2, blood_flow, dialysate_flow, arterial, venous, tmp, uf_rate, uf_removed, conductivity, dialysate_temperature, note) > 0)
);
CREATE INDEX session_observation_of_session ON session_observation (session_id, taken_at);

-- What somebody did about it.
CREATE TABLE session_intervention (
    id         uuid        CONSTRAINT session_intervention_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_intervention_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_intervention_user_exists REFERENCES app_user,
    kind       text        NOT NULL CONSTRAINT session_intervention_kind_known
                           CHECK (kind IN ('saline', 'uf_paused', 'uf_resumed', 'uf_lowered', 'blood_flow_changed', 'legs_raised', 'oxygen', 'dialysate_cooled', 'needle_moved', 'doctor_called',
                                           'other')),
    -- mL of fluid given.
    amount     integer     CONSTRAINT session_intervention_amount_possible CHECK (amount BETWEEN 10 AND 3000),
    note       text        CONSTRAINT session_intervention_note_form CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT session_intervention_saline_measured CHECK (kind <> 'saline' OR amount IS NOT NULL),
    CONSTRAINT session_intervention_other_told CHECK (kind <> 'other' OR note IS NOT NULL)
);
CREATE INDEX session_intervention_of_session ON session_intervention (session_id, at);

-- A medicine that was given, and who saw it: another than who gave it, under their own account.
CREATE TABLE session_medicine (
    id         uuid        CONSTRAINT session_medicine_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_medicine_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    given_by   uuid        NOT NULL CONSTRAINT session_medicine_giver_exists REFERENCES app_user,
    name       text        NOT NULL CONSTRAINT session_medicine_name_form CHECK (length(btrim(name)) BETWEEN 1 AND 500),
    dose       text        NOT NULL CONSTRAINT session_medicine_dose_form CHECK (length(btrim(dose)) BETWEEN 1 AND 500),
    route      text        NOT NULL CONSTRAINT session_medicine_route_known CHECK (route IN ('circuit', 'intravenous', 'oral', 'subcutaneous', 'lock')),
    CONSTRAINT session_medicine_given UNIQUE (id, session_id, given_by)
);
CREATE INDEX session_medicine_of_session ON session_medicine (session_id, at);
CREATE TABLE session_medicine_witness (
    medicine_id  uuid        CONSTRAINT session_medicine_witness_pkey PRIMARY KEY,
    session_id   uuid        NOT NULL CONSTRAINT session_medicine_witness_session_exists REFERENCES dialysis_session,
    given_by     uuid        NOT NULL,
    witnessed_by uuid        NOT NULL CONSTRAINT session_medicine_witness_user_exists REFERENCES app_user,
    at           timestamptz NOT NULL,
    CONSTRAINT session_medicine_witness_of_that FOREIGN KEY (medicine_id, session_id, given_by) REFERENCES session_medicine (id, session_id, given_by),
    CONSTRAINT session_medicine_witness_another CHECK (witnessed_by <> given_by)
);
CREATE INDEX session_medicine_witness_of_session ON session_medicine_witness (session_id);

-- What went wrong while it ran, or after.
CREATE TABLE session_event (
    id         uuid        CONSTRAINT session_event_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_event_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_event_user_exists REFERENCES app_user,
    kind       text        NOT NULL CONSTRAINT session_event_kind_known
                           CHECK (kind IN ('hypotension', 'cramps', 'headache', 'nausea', 'chest_pain', 'circuit_clotted', 'blown_access', 'repeated_cannulation', 'prolonged_bleeding',
                                           'needle_dislodged', 'air', 'machine_alarm', 'fever', 'other')),
    note       text        CONSTRAINT session_event_note_form CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT session_event_other_told CHECK (kind <> 'other' OR note IS NOT NULL)
);
CREATE INDEX session_event_of_session ON session_event (session_id, at);

-- Blood runs no longer: at the end, or before it, for a reason.
CREATE TABLE session_ended (
    session_id    uuid        CONSTRAINT session_ended_pkey PRIMARY KEY CONSTRAINT session_ended_session_exists REFERENCES dialysis_session,
    at            timestamptz NOT NULL,
    by_user       uuid        NOT NULL CONSTRAINT session_ended_user_exists REFERENCES app_user,
    early_because text        CONSTRAINT session_ended_early_because_known
                              CHECK (early_because IN ('patient_wish', 'hypotension', 'cramps', 'access', 'clotted', 'machine', 'unwell', 'emergency', 'other')),
    note          text        CONSTRAINT session_ended_note_form CHECK (length(note) BETWEEN 1 AND 500)
);

-- What is looked at afterwards.
CREATE TABLE session_after (
    id               uuid        CONSTRAINT session_after_pkey PRIMARY KEY,
    session_id       uuid        NOT NULL CONSTRAINT session_after_session_exists REFERENCES dialysis_session,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL CONSTRAINT session_after_recorder_exists REFERENCES app_user,
    weight           double precision NOT NULL CONSTRAINT session_after_weight_possible CHECK (weight BETWEEN 2 AND 350),
    lying_systolic   smallint    NOT NULL CONSTRAINT session_after_lying_systolic_possible CHECK (lying_systolic BETWEEN 30 AND 300),
    lying_diastolic  smallint    NOT NULL CONSTRAINT session_after_lying_diastolic_possible CHECK (lying_diastolic BETWEEN 10 AND 200),
    standing_systolic  smallint  CONSTRAINT session_after_standing_systolic_possible CHECK (standing_systolic BETWEEN 30 AND 300),
    standing_diastolic smallint  CONSTRAINT session_after_standing_diastolic_possible CHECK (standing_diastolic BETWEEN 10 AND 200),
    pulse            smallint    CONSTRAINT session_after_pulse_possible CHECK (pulse BETWEEN 20 AND 300),
    temperature      double precision CONSTRAINT session_after_temperature_possible CHECK (temperature BETWEEN 25 AND 45),
    uf_removed       integer     NOT NULL CONSTRAINT session_after_uf_removed_possible CHECK (uf_removed BETWEEN 0 AND 12000),
    -- Of blood, as the machine counted them.
    litres           double precision CONSTRAINT session_after_litres_possible CHECK (litres BETWEEN 0 AND 250),
    washback         text        NOT NULL CONSTRAINT session_after_washback_known CHECK (washback IN ('clear', 'streaked', 'clotted', 'not_done')),
    -- Until the needles' places bled no more; none with a catheter.
    bleeding_minutes smallint    CONSTRAINT session_after_bleeding_minutes_possible CHECK (bleeding_minutes BETWEEN 0 AND 240),
    urea             double precision CONSTRAINT session_after_urea_possible CHECK (urea BETWEEN 0.5 AND 100),
    note             text        CONSTRAINT session_after_note_form CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT session_after_lying_whole CHECK (lying_diastolic < lying_systolic),
    CONSTRAINT session_after_standing_whole CHECK ((standing_systolic IS NULL) = (standing_diastolic IS NULL) AND standing_diastolic < standing_systolic)
);
CREATE INDEX session_after_of_session ON session_after (session_id, recorded_at);

-- What came out of which box: a lot that is recalled is looked for here.
CREATE TABLE session_lot (
    id         uuid        CONSTRAINT session_lot_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_lot_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_lot_user_exists REFERENCES app_user,
    kind       text        NOT NULL CONSTRAINT session_lot_kind_known CHECK (kind IN ('dialyser', 'lines', 'needles', 'concentrate', 'other')),
    product    text        NOT NULL CONSTRAINT session_lot_product_form CHECK (length(btrim(product)) BETWEEN 1 AND 80),
    -- As it stands on the package, and as it is looked for: letters and digits, capitals (`domain::dialysis::lots::sought`).
    lot        text        NOT NULL CONSTRAINT session_lot_lot_form CHECK (length(btrim(lot)) BETWEEN 1 AND 80),
    folded     text        NOT NULL CONSTRAINT session_lot_folded_form CHECK (length(folded) BETWEEN 1 AND 80),
    -- A day or a month, as far as the package says it.
    expires_on text        CONSTRAINT session_lot_expires_on_form CHECK (expires_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
CREATE INDEX session_lot_of_session ON session_lot (session_id);
CREATE INDEX session_lot_by_number ON session_lot (folded text_pattern_ops);

-- The doctor's name under all of it.
CREATE TABLE session_signed (
    session_id uuid        CONSTRAINT session_signed_pkey PRIMARY KEY CONSTRAINT session_signed_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_signed_user_exists REFERENCES app_user,
    note       text        CONSTRAINT session_signed_note_form CHECK (length(note) BETWEEN 1 AND 1000)
);

-- What was wrong in what was signed, and what is right: both are read for ever.
CREATE TABLE session_amendment (
    id         uuid        CONSTRAINT session_amendment_pkey PRIMARY KEY,
    session_id uuid        NOT NULL CONSTRAINT session_amendment_session_exists REFERENCES dialysis_session,
    at         timestamptz NOT NULL,
    by_user    uuid        NOT NULL CONSTRAINT session_amendment_user_exists REFERENCES app_user,
    old_text   text        NOT NULL CONSTRAINT session_amendment_old_text_form CHECK (length(btrim(old_text)) BETWEEN 1 AND 1000),
    new_text   text        NOT NULL CONSTRAINT session_amendment_new_text_form CHECK (length(btrim(new_text)) BETWEEN 1 AND 1000),
    reason     text        NOT NULL CONSTRAINT session_amendment_reason_given CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    CONSTRAINT session_amendment_changes CHECK (old_text <> new_text)
);
CREATE INDEX session_amendment_of_session ON session_amendment (session_id, at);

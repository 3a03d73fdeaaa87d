-- A forecast of a fall of the pressure that a hospital fits on its own signed sessions, and whether it stands at the chair. Weights and counts, nothing of a patient. Nothing is edited: each fit is
-- a row, the newest that was fitted counts, and one that found too little says so.
CREATE TABLE dialysis_forecast (
    id               uuid        CONSTRAINT dialysis_forecast_pkey PRIMARY KEY,
    hospital_id      uuid        NOT NULL CONSTRAINT dialysis_forecast_hospital_exists REFERENCES hospital,
    made_at          timestamptz NOT NULL,
    -- Who asked for it; none of the house's own turn.
    asked_by         uuid        CONSTRAINT dialysis_forecast_asker_exists REFERENCES app_user,
    outcome          text        NOT NULL CONSTRAINT dialysis_forecast_outcome_known CHECK (outcome IN ('fitted', 'too_few', 'no_spread')),
    -- What counts as a fall: the lowest pressure (domain::dialysis::hypotension::threshold).
    definition       text        NOT NULL CONSTRAINT dialysis_forecast_definition_known CHECK (definition IN ('nadir')),
    -- The sessions that were looked at began from then to then.
    since            timestamptz NOT NULL,
    until            timestamptz NOT NULL,
    learned_patients integer     NOT NULL,
    learned_sessions integer     NOT NULL,
    learned_moments  integer     NOT NULL,
    learned_falls    integer     NOT NULL,
    held_patients    integer     NOT NULL,
    held_sessions    integer     NOT NULL,
    held_moments     integer     NOT NULL,
    held_falls       integer     NOT NULL,
    -- Moments that were left out: nobody can say what came after, or an input was missing.
    unknown_moments  integer     NOT NULL,
    missing_moments  integer     NOT NULL,
    intercept        double precision,
    -- Of each input, in the order of domain::dialysis::forecast::Part.
    weights          double precision[],
    means            double precision[],
    deviations       double precision[],
    -- How it does on the patients who were held back.
    auroc            double precision CONSTRAINT dialysis_forecast_auroc_possible CHECK (auroc BETWEEN 0 AND 1),
    brier            double precision CONSTRAINT dialysis_forecast_brier_possible CHECK (brier BETWEEN 0 AND 1),
    brier_of_share   double precision CONSTRAINT dialysis_forecast_brier_of_share_possible CHECK (brier_of_share BETWEEN 0 AND 1),
    held_fell        integer,
    bins             jsonb,
    CONSTRAINT dialysis_forecast_in_order CHECK (since <= until),
    CONSTRAINT dialysis_forecast_counted CHECK (
        least(learned_patients, learned_sessions, learned_moments, learned_falls, held_patients, held_sessions, held_moments, held_falls, unknown_moments, missing_moments) >= 0),
    CONSTRAINT dialysis_forecast_whole CHECK (
        num_nonnulls(intercept, weights, means, deviations, auroc, brier, brier_of_share, held_fell, bins) = CASE outcome WHEN 'fitted' THEN 9 ELSE 0 END),
    CONSTRAINT dialysis_forecast_inputs CHECK (cardinality(weights) = 6 AND cardinality(means) = 6 AND cardinality(deviations) = 6),
    CONSTRAINT dialysis_forecast_of_hospital UNIQUE (id, hospital_id, outcome)
);
CREATE INDEX dialysis_forecast_newest ON dialysis_forecast (hospital_id, made_at);

-- Which fit stands at the chair from then on, after somebody looked at how it does; none: no chance is shown. Before the first line none is.
CREATE TABLE dialysis_forecast_shown (
    id          uuid        CONSTRAINT dialysis_forecast_shown_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL CONSTRAINT dialysis_forecast_shown_hospital_exists REFERENCES hospital,
    forecast_id uuid,
    outcome     text        NOT NULL DEFAULT 'fitted' CONSTRAINT dialysis_forecast_shown_fitted CHECK (outcome = 'fitted'),
    reason      text        NOT NULL CONSTRAINT dialysis_forecast_shown_reason_form CHECK (length(btrim(reason)) BETWEEN 3 AND 500),
    at          timestamptz NOT NULL,
    by_user     uuid        NOT NULL CONSTRAINT dialysis_forecast_shown_author_exists REFERENCES app_user,
    CONSTRAINT dialysis_forecast_shown_fit_exists FOREIGN KEY (forecast_id, hospital_id, outcome) REFERENCES dialysis_forecast (id, hospital_id, outcome)
);
CREATE INDEX dialysis_forecast_shown_newest ON dialysis_forecast_shown (hospital_id, at);

ALTER TABLE dialysis_forecast ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_forecast FORCE ROW LEVEL SECURITY;
CREATE POLICY dialysis_forecast_seen ON dialysis_forecast FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
-- The house asks of every hospital when it was fitted last.
CREATE POLICY dialysis_forecast_for_jobs ON dialysis_forecast FOR SELECT USING ((SELECT actor_task()) = 'jobs');
-- Nobody writes weights by hand: they come of the sessions, by the house's own work in this hospital.
CREATE POLICY dialysis_forecast_made ON dialysis_forecast FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()) AND (SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT ON dialysis_forecast TO wardlight_app;

ALTER TABLE dialysis_forecast_shown ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_forecast_shown FORCE ROW LEVEL SECURITY;
CREATE POLICY dialysis_forecast_shown_seen ON dialysis_forecast_shown FOR SELECT USING (hospital_id = (SELECT actor_hospital()));
CREATE POLICY dialysis_forecast_shown_made ON dialysis_forecast_shown FOR INSERT
    WITH CHECK (hospital_id = (SELECT actor_hospital()) AND by_user = (SELECT actor_user()));
GRANT SELECT, INSERT ON dialysis_forecast_shown TO wardlight_app;

-- Whoever asks twice for a forecast to be fitted anew gets one: of each hospital one waits, or is being done, at a time. Of those that waited twice the older stays.
-- The owner looks past its own wall for that.
ALTER TABLE job NO FORCE ROW LEVEL SECURITY;
DELETE FROM job AS again
      USING job AS first
      WHERE again.kind = 'fit_forecast' AND again.done_at IS NULL AND again.dead_at IS NULL
        AND first.kind = 'fit_forecast' AND first.done_at IS NULL AND first.dead_at IS NULL
        AND first.facts ->> 'hospital' = again.facts ->> 'hospital' AND first.id < again.id;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX job_forecast_waits_once ON job ((facts ->> 'hospital')) WHERE kind = 'fit_forecast' AND done_at IS NULL AND dead_at IS NULL;

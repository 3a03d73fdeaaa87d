-- An offer of a place waits for its answer until a moment, and then goes to the next who waits. What became of one that was not taken is kept: nobody is offered again what they did not
-- want or did not answer, and who was offered a place that is gone reads so.
ALTER TABLE dialysis_wait NO FORCE ROW LEVEL SECURITY;
ALTER TABLE dialysis_wait ADD COLUMN offered_until timestamptz;
UPDATE dialysis_wait SET offered_until = offered_at + interval '1 day' WHERE offered_at IS NOT NULL;
-- A place is offered to one at a time; of two who have it the one to whom it was offered first keeps it.
UPDATE dialysis_wait w
   SET offered_station = NULL, offered_shift = NULL, offered_day = NULL, offered_at = NULL, offered_until = NULL
 WHERE w.ended_at IS NULL AND EXISTS (SELECT FROM dialysis_wait o
                                       WHERE o.ended_at IS NULL AND (o.offered_station, o.offered_shift, o.offered_day) = (w.offered_station, w.offered_shift, w.offered_day)
                                         AND (o.offered_at, o.id) < (w.offered_at, w.id));
ALTER TABLE dialysis_wait
    FORCE ROW LEVEL SECURITY,
    ADD CONSTRAINT dialysis_wait_answer_whole CHECK ((offered_until IS NULL) = (offered_at IS NULL)),
    ADD CONSTRAINT dialysis_wait_answer_in_order CHECK (offered_until >= offered_at);
CREATE UNIQUE INDEX dialysis_wait_offered_once ON dialysis_wait (offered_station, offered_shift, offered_day) WHERE ended_at IS NULL AND offered_at IS NOT NULL;
GRANT UPDATE (offered_until, instead_of) ON dialysis_wait TO wardlight_app;

-- An offer that ended and was not taken.
CREATE TABLE dialysis_offer_ended (
    id         uuid        CONSTRAINT dialysis_offer_ended_pkey PRIMARY KEY,
    wait_id    uuid        NOT NULL CONSTRAINT dialysis_offer_ended_wait_exists REFERENCES dialysis_wait,
    station_id uuid        NOT NULL CONSTRAINT dialysis_offer_ended_station_exists REFERENCES station,
    shift_id   uuid        NOT NULL CONSTRAINT dialysis_offer_ended_shift_exists REFERENCES dialysis_shift,
    day        date        NOT NULL,
    offered_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    -- They did not want it; did not answer; it could be taken no longer; staff offered another; they wait no longer.
    because    text        NOT NULL CONSTRAINT dialysis_offer_ended_because_known CHECK (because IN ('declined', 'lapsed', 'gone', 'replaced', 'withdrawn')),
    CONSTRAINT dialysis_offer_ended_in_order CHECK (ended_at >= offered_at)
);
CREATE INDEX dialysis_offer_ended_of_wait ON dialysis_offer_ended (wait_id, ended_at DESC);

ALTER TABLE dialysis_offer_ended ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_offer_ended FORCE ROW LEVEL SECURITY;
-- Who sees that somebody waits sees what was offered to them; it is written by the hospital, by the house's own work, and by themselves.
CREATE POLICY dialysis_offer_ended_seen ON dialysis_offer_ended FOR SELECT USING (EXISTS (SELECT FROM dialysis_wait w WHERE w.id = wait_id));
CREATE POLICY dialysis_offer_ended_made ON dialysis_offer_ended FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM dialysis_wait w
                         WHERE w.id = wait_id AND (w.hospital_id = (SELECT actor_hospital()) OR w.patient_id = (SELECT actor_patient()))));
GRANT SELECT, INSERT ON dialysis_offer_ended TO wardlight_app;

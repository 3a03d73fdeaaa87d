-- Who is called when nobody answers an alarm: weekly shifts on the clock of the hospital, exceptions from them, after how long each is told, and what was told. Nothing of a patient
-- is in the first three, so they stand open to the serving role as `ward_duty` does; the verbs ask whose hospital it is.

-- The minutes of a week that a shift takes, Monday at midnight first; what goes over the end of Sunday begins the week again.
CREATE FUNCTION on_call_week(weekday smallint, from_minute smallint, minutes smallint) RETURNS int4multirange LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN int4multirange(
        int4range((weekday - 1) * 1440 + from_minute, least((weekday - 1) * 1440 + from_minute + minutes, 10080)),
        int4range(0, greatest((weekday - 1) * 1440 + from_minute + minutes - 10080, 0)));

CREATE TABLE on_call_shift (
    id          uuid           CONSTRAINT on_call_shift_pkey PRIMARY KEY,
    hospital_id uuid           NOT NULL CONSTRAINT on_call_shift_hospital_exists REFERENCES hospital,
    -- The ward for which it holds; none means the whole house.
    ward_id     uuid,
    -- Who is told first, second, third.
    rank        smallint       NOT NULL CONSTRAINT on_call_shift_rank_known CHECK (rank BETWEEN 1 AND 3),
    user_id     uuid           NOT NULL CONSTRAINT on_call_shift_user_exists REFERENCES app_user,
    weekday     smallint       NOT NULL CONSTRAINT on_call_shift_weekday_known CHECK (weekday BETWEEN 1 AND 7),
    -- On the clock of the hospital, so a shift begins at the same hour on both sides of a change of the clocks.
    from_minute smallint       NOT NULL CONSTRAINT on_call_shift_from_possible CHECK (from_minute BETWEEN 0 AND 1439),
    minutes     smallint       NOT NULL CONSTRAINT on_call_shift_minutes_possible CHECK (minutes BETWEEN 1 AND 1440),
    week        int4multirange NOT NULL GENERATED ALWAYS AS (on_call_week(weekday, from_minute, minutes)) STORED,
    made_by     uuid           NOT NULL CONSTRAINT on_call_shift_author_exists REFERENCES app_user,
    during      tstzrange      NOT NULL CONSTRAINT on_call_shift_during_given CHECK (NOT isempty(during) AND NOT lower_inf(during)),
    ended_by    uuid           CONSTRAINT on_call_shift_ender_exists REFERENCES app_user,
    CONSTRAINT on_call_shift_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT on_call_shift_ends_whole CHECK (upper_inf(during) = (ended_by IS NULL)),
    -- A missing ward would collide with nothing, so the house has an id of its own here.
    CONSTRAINT on_call_shift_one_person EXCLUDE USING gist (
        hospital_id WITH =, coalesce(ward_id, '00000000-0000-0000-0000-000000000000') WITH =, rank WITH =, week WITH &&, during WITH &&)
);
CREATE TRIGGER only_cut_short BEFORE UPDATE ON on_call_shift FOR EACH ROW EXECUTE FUNCTION only_cut_short();
GRANT SELECT, INSERT, UPDATE (during, ended_by) ON on_call_shift TO wardlight_app;

-- Somebody stands in, from one moment to another: it comes before the shifts of the week.
CREATE TABLE on_call_exception (
    id          uuid        CONSTRAINT on_call_exception_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL CONSTRAINT on_call_exception_hospital_exists REFERENCES hospital,
    ward_id     uuid,
    rank        smallint    NOT NULL CONSTRAINT on_call_exception_rank_known CHECK (rank BETWEEN 1 AND 3),
    user_id     uuid        NOT NULL CONSTRAINT on_call_exception_user_exists REFERENCES app_user,
    during      tstzrange   NOT NULL CONSTRAINT on_call_exception_ends CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
    reason      text        NOT NULL CONSTRAINT on_call_exception_reason_form CHECK (length(reason) BETWEEN 3 AND 200),
    made_by     uuid        NOT NULL CONSTRAINT on_call_exception_author_exists REFERENCES app_user,
    made_at     timestamptz NOT NULL,
    ended_by    uuid        CONSTRAINT on_call_exception_ender_exists REFERENCES app_user,
    ended_at    timestamptz,
    CONSTRAINT on_call_exception_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT on_call_exception_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT on_call_exception_one_person EXCLUDE USING gist (
        hospital_id WITH =, coalesce(ward_id, '00000000-0000-0000-0000-000000000000') WITH =, rank WITH =, during WITH &&) WHERE (ended_at IS NULL)
);
GRANT SELECT, INSERT, UPDATE (ended_by, ended_at) ON on_call_exception TO wardlight_app;

-- After how many seconds each rank is told, and in which hours an alarm that is not of high priority tells nobody. There is no column for high ones: they always tell.
CREATE TABLE on_call_plan (
    id           uuid      CONSTRAINT on_call_plan_pkey PRIMARY KEY,
    hospital_id  uuid      NOT NULL CONSTRAINT on_call_plan_hospital_exists REFERENCES hospital,
    ward_id      uuid,
    first_after  smallint  NOT NULL CONSTRAINT on_call_plan_first_possible CHECK (first_after BETWEEN 0 AND 7200),
    second_after smallint  NOT NULL CONSTRAINT on_call_plan_second_possible CHECK (second_after BETWEEN 0 AND 7200),
    third_after  smallint  NOT NULL CONSTRAINT on_call_plan_third_possible CHECK (third_after BETWEEN 0 AND 7200),
    -- Minutes after midnight on the clock of the hospital; over midnight where the end is before the beginning.
    medium_from  smallint  CONSTRAINT on_call_plan_medium_from_possible CHECK (medium_from BETWEEN 0 AND 1439),
    medium_until smallint  CONSTRAINT on_call_plan_medium_until_possible CHECK (medium_until BETWEEN 0 AND 1439),
    low_from     smallint  CONSTRAINT on_call_plan_low_from_possible CHECK (low_from BETWEEN 0 AND 1439),
    low_until    smallint  CONSTRAINT on_call_plan_low_until_possible CHECK (low_until BETWEEN 0 AND 1439),
    made_by      uuid      NOT NULL CONSTRAINT on_call_plan_author_exists REFERENCES app_user,
    during       tstzrange NOT NULL CONSTRAINT on_call_plan_during_given CHECK (NOT isempty(during) AND NOT lower_inf(during)),
    ended_by     uuid      CONSTRAINT on_call_plan_ender_exists REFERENCES app_user,
    CONSTRAINT on_call_plan_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT on_call_plan_in_order CHECK (first_after < second_after AND second_after < third_after),
    CONSTRAINT on_call_plan_medium_whole CHECK ((medium_from IS NULL) = (medium_until IS NULL)),
    CONSTRAINT on_call_plan_low_whole CHECK ((low_from IS NULL) = (low_until IS NULL)),
    CONSTRAINT on_call_plan_ends_whole CHECK (upper_inf(during) = (ended_by IS NULL)),
    CONSTRAINT on_call_plan_once EXCLUDE USING gist (
        hospital_id WITH =, coalesce(ward_id, '00000000-0000-0000-0000-000000000000') WITH =, during WITH &&)
);
CREATE TRIGGER only_cut_short BEFORE UPDATE ON on_call_plan FOR EACH ROW EXECUTE FUNCTION only_cut_short();
GRANT SELECT, INSERT, UPDATE (during, ended_by) ON on_call_plan TO wardlight_app;

-- What became of each step of an alarm that nobody answered: who was told, or why nobody was. An alarm that is answered, or over, and comes again begins a new round. The key is
-- what lets two sweeps at once tell once.
CREATE TABLE alarm_step (
    alarm_id       uuid        NOT NULL CONSTRAINT alarm_step_alarm_exists REFERENCES alarm,
    round          int         NOT NULL CONSTRAINT alarm_step_round_possible CHECK (round >= 0),
    step           smallint    NOT NULL CONSTRAINT alarm_step_step_known CHECK (step BETWEEN 1 AND 3),
    at             timestamptz NOT NULL,
    told_user      uuid        CONSTRAINT alarm_step_told_exists REFERENCES app_user,
    skipped_reason text        CONSTRAINT alarm_step_reason_known CHECK (skipped_reason IN ('quiet', 'nobody', 'same')),
    CONSTRAINT alarm_step_pkey PRIMARY KEY (alarm_id, round, step),
    CONSTRAINT alarm_step_told_or_says_why CHECK ((told_user IS NULL) = (skipped_reason IS NOT NULL))
);
CREATE INDEX alarm_step_newest ON alarm_step (at);

ALTER TABLE alarm_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_step FORCE ROW LEVEL SECURITY;
-- Who was called is the hospital's to know; an alarm of somebody's own, which they see, does not tell it.
CREATE POLICY alarm_step_seen_in_hospital ON alarm_step FOR SELECT TO wardlight_app
    USING (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id AND a.device_id IN (SELECT held FROM held_devices() AS held)));
CREATE POLICY alarm_step_added_in_hospital ON alarm_step FOR INSERT TO wardlight_app
    WITH CHECK (EXISTS (SELECT FROM alarm a WHERE a.id = alarm_id AND a.device_id IN (SELECT held FROM held_devices() AS held)));
GRANT SELECT, INSERT ON alarm_step TO wardlight_app;

-- Whoever is on call is told of an alarm that nobody answered and of an urgent message. The lists grow by these words, whatever other areas have added to them before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule, words.words
          FROM (VALUES ('notice_kind_known', 'ARRAY[''alarm.unanswered''::text, ''message.on_call''::text, '),
                       ('notice_choice_topic_known', 'ARRAY[''on_call''::text, ')) AS words (name, words)
          JOIN pg_constraint k ON k.conname = words.name
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname, regexp_replace(grown.rule, 'ARRAY\[', grown.words));
    END LOOP;
END $$;

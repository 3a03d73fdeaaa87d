-- The diary of the chairs: when a ward dialyses (shifts), who comes on which day of every week (the weekly plan with its exceptions), who waits for another place, and whom the
-- house has reminded. What is booked is `dialysis_session`; nothing here sits in a chair.

-- When a ward dialyses, by the clock on its wall. One that ends before it begins goes on past midnight. A day on which the clocks change has shifts that are an hour
-- shorter or longer: the hours are the wall's, and a session that no longer fits into one is refused (`dialysis_session_fits`).
CREATE TABLE dialysis_shift (
    id          uuid        CONSTRAINT dialysis_shift_pkey PRIMARY KEY,
    hospital_id uuid        NOT NULL,
    ward_id     uuid        NOT NULL,
    name        text        NOT NULL CONSTRAINT dialysis_shift_name_form CHECK (length(btrim(name)) BETWEEN 1 AND 40),
    -- Minutes since midnight.
    begins      smallint    NOT NULL CONSTRAINT dialysis_shift_begins_on_the_clock CHECK (begins BETWEEN 0 AND 1439),
    ends        smallint    NOT NULL CONSTRAINT dialysis_shift_ends_on_the_clock CHECK (ends BETWEEN 0 AND 1439),
    made_at     timestamptz NOT NULL,
    made_by     uuid        NOT NULL CONSTRAINT dialysis_shift_maker_exists REFERENCES app_user,
    ended_at    timestamptz,
    ended_by    uuid        CONSTRAINT dialysis_shift_ender_exists REFERENCES app_user,
    CONSTRAINT dialysis_shift_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT dialysis_shift_of_hospital UNIQUE (id, hospital_id),
    -- From one hour to fourteen: a session with what is set up before it and cleared away after it, and nights.
    CONSTRAINT dialysis_shift_long_enough CHECK ((ends - begins + 1440) % 1440 BETWEEN 60 AND 840),
    CONSTRAINT dialysis_shift_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX dialysis_shift_name_once ON dialysis_shift (ward_id, lower(btrim(name))) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON dialysis_shift TO wardlight_app;

-- The weekly plan: this patient, on this day of every week, in this shift, at this chair; from a day, until another or until somebody ends it. Moving somebody ends one line and
-- begins the next.
CREATE TABLE dialysis_plan (
    id          uuid        CONSTRAINT dialysis_plan_pkey PRIMARY KEY,
    patient_id  uuid        NOT NULL,
    hospital_id uuid        NOT NULL,
    station_id  uuid        NOT NULL,
    shift_id    uuid        NOT NULL,
    -- 1 is Monday, as ISO 8601 counts.
    weekday     smallint    NOT NULL CONSTRAINT dialysis_plan_weekday_known CHECK (weekday BETWEEN 1 AND 7),
    -- Of treatment.
    minutes     smallint    NOT NULL CONSTRAINT dialysis_plan_minutes_possible CHECK (minutes BETWEEN 30 AND 720),
    during      daterange   NOT NULL CONSTRAINT dialysis_plan_during_given CHECK (NOT lower_inf(during)),
    made_at     timestamptz NOT NULL,
    made_by     uuid        NOT NULL CONSTRAINT dialysis_plan_maker_exists REFERENCES app_user,
    ended_at    timestamptz,
    ended_by    uuid        CONSTRAINT dialysis_plan_ender_exists REFERENCES app_user,
    CONSTRAINT dialysis_plan_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT dialysis_plan_station_of_hospital FOREIGN KEY (station_id, hospital_id) REFERENCES station (id, hospital_id),
    CONSTRAINT dialysis_plan_shift_of_hospital FOREIGN KEY (shift_id, hospital_id) REFERENCES dialysis_shift (id, hospital_id),
    CONSTRAINT dialysis_plan_ends_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    -- One place is nobody else's in the same weeks, and nobody has two places on one day of the week.
    CONSTRAINT dialysis_plan_station_once EXCLUDE USING gist (station_id WITH =, shift_id WITH =, weekday WITH =, during WITH &&) WHERE (NOT isempty(during)),
    CONSTRAINT dialysis_plan_patient_once EXCLUDE USING gist (patient_id WITH =, weekday WITH =, during WITH &&) WHERE (NOT isempty(during))
);
CREATE INDEX dialysis_plan_of_patient ON dialysis_plan (patient_id, hospital_id);
CREATE INDEX dialysis_plan_of_hospital ON dialysis_plan USING gist (hospital_id, during);

-- On one day a line does not hold: away, in another hospital, the unit is closed. What was booked of it by then is cancelled by itself.
CREATE TABLE dialysis_plan_skip (
    plan_id uuid        NOT NULL CONSTRAINT dialysis_plan_skip_plan_exists REFERENCES dialysis_plan,
    day     date        NOT NULL,
    reason  text        NOT NULL CONSTRAINT dialysis_plan_skip_reason_form CHECK (length(btrim(reason)) BETWEEN 3 AND 200),
    made_at timestamptz NOT NULL,
    made_by uuid        NOT NULL CONSTRAINT dialysis_plan_skip_maker_exists REFERENCES app_user,
    CONSTRAINT dialysis_plan_skip_pkey PRIMARY KEY (plan_id, day)
);

-- A session that the plan made says of which line and for which day: planning twice books once, and what was cancelled or moved is not booked again.
ALTER TABLE dialysis_session
    ADD COLUMN plan_id  uuid CONSTRAINT dialysis_session_plan_exists REFERENCES dialysis_plan,
    ADD COLUMN plan_day date,
    ADD CONSTRAINT dialysis_session_planned_whole CHECK ((plan_id IS NULL) = (plan_day IS NULL));
CREATE UNIQUE INDEX dialysis_session_plan_once ON dialysis_session (plan_id, plan_day) WHERE plan_id IS NOT NULL;


-- The past is frozen: nothing is booked into it, and nothing of it is called off. What happened then is said by who did not attend, or by an amendment.
ALTER TABLE dialysis_session ADD CONSTRAINT dialysis_session_not_past CHECK (booked_at < upper(planned));
CREATE FUNCTION session_cancelled_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.at >= (SELECT upper(s.planned) FROM dialysis_session s WHERE s.id = NEW.session_id) THEN
        RAISE EXCEPTION 'the past is frozen' USING ERRCODE = 'check_violation', TABLE = 'session_cancelled', CONSTRAINT = 'session_cancelled_not_past';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_in_time BEFORE INSERT ON session_cancelled FOR EACH ROW EXECUTE FUNCTION session_cancelled_in_time();

-- Somebody waits for a place: another than theirs, or one more. When one comes free that suits, the first who waits is offered it; it is theirs when they take it and it is still free.
CREATE TABLE dialysis_wait (
    id              uuid        CONSTRAINT dialysis_wait_pkey PRIMARY KEY,
    patient_id      uuid        NOT NULL,
    hospital_id     uuid        NOT NULL,
    ward_id         uuid        NOT NULL,
    -- The days that would do.
    from_day        date        NOT NULL,
    until_day       date        NOT NULL,
    -- The shift that would do; none: any.
    shift_id        uuid,
    -- The session that they give up for it.
    instead_of      uuid        CONSTRAINT dialysis_wait_session_exists REFERENCES dialysis_session,
    asked_at        timestamptz NOT NULL,
    asked_by        uuid        NOT NULL CONSTRAINT dialysis_wait_asker_exists REFERENCES app_user,
    -- What is offered now.
    offered_station uuid,
    offered_shift   uuid,
    offered_day     date,
    offered_at      timestamptz,
    ended_at        timestamptz,
    ended_because   text        CONSTRAINT dialysis_wait_ended_because_known CHECK (ended_because IN ('taken', 'withdrawn', 'over')),
    CONSTRAINT dialysis_wait_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT dialysis_wait_ward_of_hospital FOREIGN KEY (ward_id, hospital_id) REFERENCES ward (id, hospital_id),
    CONSTRAINT dialysis_wait_shift_of_hospital FOREIGN KEY (shift_id, hospital_id) REFERENCES dialysis_shift (id, hospital_id),
    CONSTRAINT dialysis_wait_offered_station_of_hospital FOREIGN KEY (offered_station, hospital_id) REFERENCES station (id, hospital_id),
    CONSTRAINT dialysis_wait_offered_shift_of_hospital FOREIGN KEY (offered_shift, hospital_id) REFERENCES dialysis_shift (id, hospital_id),
    CONSTRAINT dialysis_wait_days_in_order CHECK (until_day BETWEEN from_day AND from_day + 60),
    CONSTRAINT dialysis_wait_offer_whole CHECK ((offered_station IS NULL) = (offered_at IS NULL) AND (offered_shift IS NULL) = (offered_at IS NULL)
                                                AND (offered_day IS NULL) = (offered_at IS NULL)),
    CONSTRAINT dialysis_wait_ends_whole CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
-- One waits once: who has more to say says it in one.
CREATE UNIQUE INDEX dialysis_wait_once ON dialysis_wait (patient_id, hospital_id) WHERE ended_at IS NULL;
CREATE INDEX dialysis_wait_waiting ON dialysis_wait (ward_id, asked_at) WHERE ended_at IS NULL;

-- That somebody was reminded of a session is told once.
CREATE TABLE dialysis_reminder (
    session_id uuid        CONSTRAINT dialysis_reminder_pkey PRIMARY KEY CONSTRAINT dialysis_reminder_session_exists REFERENCES dialysis_session,
    told_at    timestamptz NOT NULL
);

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['dialysis_plan', 'dialysis_wait'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM may_see(patient_id, hospital_id)))', guarded || '_seen', guarded);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (hospital_id = (SELECT actor_hospital()))', guarded || '_made', guarded);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()))',
                       guarded || '_changed', guarded);
        EXECUTE format('CREATE TRIGGER zz_refuse_merged AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_merged()', guarded);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (during, ended_at, ended_by) ON dialysis_plan TO wardlight_app;
GRANT SELECT, INSERT, UPDATE (offered_station, offered_shift, offered_day, offered_at, ended_at, ended_because) ON dialysis_wait TO wardlight_app;

ALTER TABLE dialysis_plan_skip ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_plan_skip FORCE ROW LEVEL SECURITY;
CREATE POLICY dialysis_plan_skip_seen ON dialysis_plan_skip FOR SELECT USING (EXISTS (SELECT FROM dialysis_plan p WHERE p.id = plan_id));
CREATE POLICY dialysis_plan_skip_made ON dialysis_plan_skip FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM dialysis_plan p WHERE p.id = plan_id AND p.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT ON dialysis_plan_skip TO wardlight_app;

-- What the patient does by themselves in the portal: nobody else's, and never of the past; who cares for them looks on. That a place is free says no rule of theirs but the exclusion
-- constraints, which see every row.
CREATE POLICY dialysis_session_booked_by_patient ON dialysis_session FOR INSERT
    WITH CHECK (patient_id = (SELECT actor_patient()) AND booked_by = (SELECT actor_user()) AND state = 'booked' AND plan_id IS NULL
                AND EXISTS (SELECT FROM portal_account p
                             WHERE p.user_id = (SELECT actor_user()) AND p.patient_id = dialysis_session.patient_id AND p.hospital_id = dialysis_session.hospital_id));
CREATE POLICY dialysis_session_given_up_by_patient ON dialysis_session FOR UPDATE
    USING (patient_id = (SELECT actor_patient()) AND state = 'booked') WITH CHECK (patient_id = (SELECT actor_patient()) AND state = 'cancelled');
CREATE POLICY session_cancelled_by_patient ON session_cancelled FOR INSERT
    WITH CHECK (by_user = (SELECT actor_user()) AND reason IN ('moved', 'patient', 'ill')
                AND EXISTS (SELECT FROM dialysis_session s WHERE s.id = session_id AND s.patient_id = (SELECT actor_patient()) AND s.state = 'booked'));
CREATE POLICY dialysis_wait_asked_by_patient ON dialysis_wait FOR INSERT
    WITH CHECK (patient_id = (SELECT actor_patient()) AND asked_by = (SELECT actor_user())
                AND EXISTS (SELECT FROM portal_account p
                             WHERE p.user_id = (SELECT actor_user()) AND p.patient_id = dialysis_wait.patient_id AND p.hospital_id = dialysis_wait.hospital_id));
CREATE POLICY dialysis_wait_answered_by_patient ON dialysis_wait FOR UPDATE
    USING (patient_id = (SELECT actor_patient())) WITH CHECK (patient_id = (SELECT actor_patient()));

-- The house's own work: it offers what came free, and reminds.
CREATE POLICY dialysis_session_for_jobs ON dialysis_session FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE POLICY dialysis_wait_for_jobs ON dialysis_wait FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE POLICY dialysis_wait_offered_by_jobs ON dialysis_wait FOR UPDATE USING ((SELECT actor_task()) = 'jobs') WITH CHECK ((SELECT actor_task()) = 'jobs');
CREATE POLICY dialysis_prescription_for_jobs ON dialysis_prescription FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE POLICY patient_flag_for_jobs ON patient_flag FOR SELECT USING ((SELECT actor_task()) = 'jobs');
CREATE POLICY infection_status_for_jobs ON infection_status FOR SELECT USING ((SELECT actor_task()) = 'jobs');

ALTER TABLE dialysis_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE dialysis_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY dialysis_reminder_kept ON dialysis_reminder USING ((SELECT actor_task()) = 'jobs') WITH CHECK ((SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT ON dialysis_reminder TO wardlight_app;

-- Which chairs are taken when, without by whom: a patient who books has to know, and nothing else of the others. For the hospital itself, for whoever has an account in its portal, and
-- for the house's own work. The owner looks past its own wall for this one answer.
CREATE POLICY dialysis_session_weighed ON dialysis_session FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION station_busy(house uuid, within tstzrange) RETURNS TABLE (station_id uuid, device_id uuid, planned tstzrange)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT s.station_id, s.device_id, s.planned
      FROM dialysis_session s
     WHERE s.hospital_id = house AND s.planned && within AND s.state IN ('booked', 'checked_in', 'running')
       AND (house = actor_hospital() OR actor_task() = 'jobs'
            OR EXISTS (SELECT FROM portal_account p WHERE p.user_id = actor_user() AND p.hospital_id = house AND p.patient_id = actor_patient()));
END;
REVOKE ALL ON FUNCTION station_busy(uuid, tstzrange) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION station_busy(uuid, tstzrange) TO wardlight_app;

-- Which places are somebody's by the weekly plan, also in weeks that are not booked yet: an empty place of next month may be one of these. A day
-- that was booked of a line is left out: its session says more than the line, also when it was called off.
CREATE POLICY dialysis_plan_weighed ON dialysis_plan FOR SELECT TO wardlight_owner USING (true);
CREATE POLICY dialysis_plan_skip_weighed ON dialysis_plan_skip FOR SELECT TO wardlight_owner USING (true);
CREATE FUNCTION station_promised(house uuid, within daterange) RETURNS TABLE (plan_id uuid, station_id uuid, shift_id uuid, weekday smallint, during daterange, skipped date[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT p.id, p.station_id, p.shift_id, p.weekday, p.during,
           ARRAY(SELECT k.day FROM dialysis_plan_skip k WHERE k.plan_id = p.id AND k.day <@ within
                 UNION SELECT s.plan_day FROM dialysis_session s WHERE s.plan_id = p.id AND s.plan_day <@ within)
      FROM dialysis_plan p
     WHERE p.hospital_id = house AND p.during && within
       AND (house = actor_hospital() OR actor_task() = 'jobs'
            OR EXISTS (SELECT FROM portal_account a WHERE a.user_id = actor_user() AND a.hospital_id = house AND a.patient_id = actor_patient()));
END;
REVOKE ALL ON FUNCTION station_promised(uuid, daterange) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION station_promised(uuid, daterange) TO wardlight_app;

-- Whoever has a place in the plan, or waits for one, is not led elsewhere.
CREATE FUNCTION patient_merge_no_diary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dialysis_plan p WHERE p.hospital_id = NEW.hospital_id AND p.patient_id = NEW.other_id AND NOT isempty(p.during)
                  AND (upper_inf(p.during) OR upper(p.during) > now()::date))
       OR EXISTS (SELECT FROM dialysis_wait w WHERE w.hospital_id = NEW.hospital_id AND w.patient_id = NEW.other_id AND w.ended_at IS NULL) THEN
        RAISE EXCEPTION 'these two records cannot be joined' USING ERRCODE = 'check_violation', TABLE = 'patient_merge', CONSTRAINT = 'patient_merge_no_dialysis';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER patient_merge_no_diary BEFORE INSERT ON patient_merge FOR EACH ROW EXECUTE FUNCTION patient_merge_no_diary();

-- The portal shows dialysis as a part of its own, which a hospital can hide and a patient can show to who cares for them.
ALTER TABLE portal_setting DROP CONSTRAINT portal_setting_hidden_known;
ALTER TABLE portal_setting ADD CONSTRAINT portal_setting_hidden_known
    CHECK (hidden <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts', 'dialysis']);
ALTER TABLE proxy DROP CONSTRAINT proxy_sections_known;
ALTER TABLE proxy ADD CONSTRAINT proxy_sections_known
    CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts', 'dialysis'] AND cardinality(sections) > 0);
ALTER TABLE proxy_invitation DROP CONSTRAINT proxy_invitation_sections_known;
ALTER TABLE proxy_invitation ADD CONSTRAINT proxy_invitation_sections_known
    CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts', 'dialysis'] AND cardinality(sections) > 0);
-- Where a portal was narrowed part by part, what is new stays hidden until its hospital says otherwise.
ALTER TABLE portal_setting NO FORCE ROW LEVEL SECURITY;
UPDATE portal_setting SET hidden = hidden || ARRAY['dialysis'] WHERE hidden <> '{}';
ALTER TABLE portal_setting FORCE ROW LEVEL SECURITY;

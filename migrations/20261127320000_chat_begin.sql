-- Conversations of two: a doctor and a patient whom they treat, a doctor and the technician who keeps a machine that the doctor reads. One for each pair, and one more for each
-- machine between the same two. What was written stays as it was written: a correction is a row of its own (server/docs/chat.md).
CREATE TABLE chat_room (
    id            uuid        CONSTRAINT chat_room_pkey PRIMARY KEY,
    hospital_id   uuid        NOT NULL CONSTRAINT chat_room_hospital_exists REFERENCES hospital,
    doctor_id     uuid        NOT NULL CONSTRAINT chat_room_doctor_exists REFERENCES app_user,
    patient_id    uuid,
    technician_id uuid        CONSTRAINT chat_room_technician_exists REFERENCES app_user,
    -- The machine that a doctor and a technician speak of.
    device_id     uuid,
    begun_at      timestamptz NOT NULL,
    begun_by      uuid        NOT NULL CONSTRAINT chat_room_beginner_exists REFERENCES app_user,
    CONSTRAINT chat_room_registered FOREIGN KEY (patient_id, hospital_id) REFERENCES registration (patient_id, hospital_id),
    CONSTRAINT chat_room_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT chat_room_of_two CHECK (
        patient_id IS NOT NULL AND technician_id IS NULL AND device_id IS NULL
     OR patient_id IS NULL AND technician_id IS NOT NULL AND device_id IS NOT NULL AND technician_id <> doctor_id)
);
CREATE UNIQUE INDEX chat_room_once_with_patient ON chat_room (doctor_id, patient_id, hospital_id) WHERE patient_id IS NOT NULL;
CREATE UNIQUE INDEX chat_room_once_about_device ON chat_room (doctor_id, technician_id, device_id) WHERE technician_id IS NOT NULL;
CREATE INDEX chat_room_of_patient ON chat_room (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX chat_room_of_technician ON chat_room (technician_id) WHERE technician_id IS NOT NULL;
CREATE TRIGGER zz_refuse_merged AFTER INSERT ON chat_room FOR EACH ROW EXECUTE FUNCTION refuse_merged();

-- The two of it, and nobody else, whoever they are in the hospital. A patient sees theirs also where their record was joined. Beside them whoever opened that patient's record in
-- an emergency, while that lasts.
ALTER TABLE chat_room ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_room FORCE ROW LEVEL SECURITY;
CREATE POLICY chat_room_of_ones_own ON chat_room FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) AND (SELECT actor_user()) IN (doctor_id, technician_id)
        OR EXISTS (SELECT FROM (SELECT actor_patient() AS whom) AS me CROSS JOIN LATERAL joined(me.whom) AS j
                    WHERE j.id = chat_room.patient_id AND coalesce(j.held_by, chat_room.hospital_id) = chat_room.hospital_id));
CREATE POLICY chat_room_in_an_emergency ON chat_room FOR SELECT
    USING (EXISTS (SELECT FROM break_glass b
                    WHERE b.user_id = (SELECT actor_user()) AND b.hospital_id = (SELECT actor_hospital()) AND b.until > now()
                      AND chat_room.patient_id IN (SELECT j.id FROM joined(b.patient_id) AS j
                                                    WHERE coalesce(j.held_by, chat_room.hospital_id) = chat_room.hospital_id)));
CREATE POLICY chat_room_begun ON chat_room FOR INSERT
    WITH CHECK (begun_by = (SELECT actor_user())
            AND (hospital_id = (SELECT actor_hospital()) AND (SELECT actor_user()) IN (doctor_id, technician_id)
              OR patient_id = (SELECT actor_patient())));
GRANT SELECT, INSERT ON chat_room TO wardlight_app;

-- On which side of a conversation the actor stands; none for who opened it in an emergency.
CREATE FUNCTION chat_side_of_actor(room uuid) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN r.patient_id IN (SELECT j.id FROM (SELECT actor_patient() AS whom) AS me CROSS JOIN LATERAL joined(me.whom) AS j)                      THEN 'patient'
                WHEN r.hospital_id = (SELECT actor_hospital()) AND r.doctor_id = (SELECT actor_user())             THEN 'doctor'
                WHEN r.hospital_id = (SELECT actor_hospital()) AND r.technician_id = (SELECT actor_user())         THEN 'technician' END
      FROM chat_room r
     WHERE r.id = room;
END;

CREATE TABLE chat_message (
    id           uuid        CONSTRAINT chat_message_pkey PRIMARY KEY,
    room_id      uuid        NOT NULL CONSTRAINT chat_message_room_exists REFERENCES chat_room,
    sender_id    uuid        NOT NULL CONSTRAINT chat_message_sender_exists REFERENCES app_user,
    side         text        NOT NULL CONSTRAINT chat_message_side_known CHECK (side IN ('doctor', 'patient', 'technician')),
    sent_at      timestamptz NOT NULL,
    -- Under the key of the patient where one takes part, else under the house's.
    text_sealed  bytea       NOT NULL,
    -- A patient asks that somebody looks soon: the doctors on duty among those who treat them are told.
    is_urgent    boolean     NOT NULL,
    -- What it answers, or what it says anew.
    answers_id   uuid,
    corrects_id  uuid,
    -- The number that its sender's page gave it: sent twice, it stands once.
    key          uuid,
    -- When it came to a screen of the other, and when the other saw it.
    delivered_at timestamptz,
    read_at      timestamptz,
    CONSTRAINT chat_message_in_room UNIQUE (room_id, id),
    CONSTRAINT chat_message_once UNIQUE (room_id, sender_id, key),
    CONSTRAINT chat_message_answers_one FOREIGN KEY (room_id, answers_id) REFERENCES chat_message (room_id, id),
    CONSTRAINT chat_message_corrects_one FOREIGN KEY (room_id, corrects_id) REFERENCES chat_message (room_id, id),
    CONSTRAINT chat_message_one_reference CHECK (answers_id IS NULL OR corrects_id IS NULL),
    CONSTRAINT chat_message_urgent_of_patient CHECK (NOT is_urgent OR side = 'patient'),
    CONSTRAINT chat_message_delivered_after CHECK (delivered_at >= sent_at),
    CONSTRAINT chat_message_read_after CHECK (read_at IS NULL OR read_at >= delivered_at)
);
CREATE INDEX chat_message_listed ON chat_message (room_id, sent_at, id);
CREATE INDEX chat_message_unread ON chat_message (room_id) INCLUDE (side, is_urgent) WHERE read_at IS NULL;
CREATE INDEX chat_message_of_corrected ON chat_message (corrects_id) WHERE corrects_id IS NOT NULL;

-- Only who wrote something says it anew.
CREATE FUNCTION chat_message_corrects_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM chat_message m WHERE m.id = NEW.corrects_id AND m.room_id = NEW.room_id AND m.side = NEW.side AND m.sender_id = NEW.sender_id) THEN
        RAISE EXCEPTION 'only who wrote a message corrects it' USING ERRCODE = 'check_violation', TABLE = 'chat_message', CONSTRAINT = 'chat_message_corrects_own';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chat_message_corrects_own BEFORE INSERT ON chat_message FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL)
    EXECUTE FUNCTION chat_message_corrects_own();

-- It hangs on its room. Text, time and sender have no right to be changed by anybody; that it came and was seen says the other side.
ALTER TABLE chat_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_message FORCE ROW LEVEL SECURITY;
CREATE POLICY chat_message_seen ON chat_message FOR SELECT USING (EXISTS (SELECT FROM chat_room r WHERE r.id = room_id));
CREATE POLICY chat_message_sent ON chat_message FOR INSERT
    WITH CHECK (sender_id = (SELECT actor_user()) AND side = chat_side_of_actor(room_id));
CREATE POLICY chat_message_received ON chat_message FOR UPDATE
    USING (side <> chat_side_of_actor(room_id)) WITH CHECK (side <> chat_side_of_actor(room_id));
GRANT SELECT, INSERT, UPDATE (delivered_at, read_at) ON chat_message TO wardlight_app;

-- Whoever does not want to be counted to by a conversation. It is read all the same, and what is urgent is told all the same.
CREATE TABLE chat_mute (
    room_id    uuid        NOT NULL CONSTRAINT chat_mute_room_exists REFERENCES chat_room,
    user_id    uuid        NOT NULL CONSTRAINT chat_mute_user_exists REFERENCES app_user,
    is_muted   boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT chat_mute_pkey PRIMARY KEY (room_id, user_id)
);
ALTER TABLE chat_mute ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_mute FORCE ROW LEVEL SECURITY;
CREATE POLICY chat_mute_own ON chat_mute
    USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()) AND chat_side_of_actor(room_id) IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (is_muted, changed_at) ON chat_mute TO wardlight_app;

-- That a patient marked a message as urgent is told. The lists grow by one word each, whatever other areas have added to them before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule, words.word
          FROM (VALUES ('notice_kind_known', 'message.urgent'), ('notice_choice_topic_known', 'messages')) AS words (name, word)
          JOIN pg_constraint k ON k.conname = words.name
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname,
                       regexp_replace(grown.rule, 'ARRAY\[', format('ARRAY[%L::text, ', grown.word)));
    END LOOP;
END $$;

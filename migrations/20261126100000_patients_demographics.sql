-- Who somebody is, beyond name, birth and sex; and names and numbers kept so that reception finds one of a million people at once (server/docs/patients.md).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What nobody has asked or knows is NULL: "not known" is different from every answer.
ALTER TABLE patient
    -- Who is found without a card, a newborn, a visitor: they are registered without a health id, and get it when it is known.
    ALTER COLUMN health_id DROP NOT NULL,
    ADD COLUMN title       text CONSTRAINT patient_title_form CHECK (length(title) BETWEEN 1 AND 20),
    -- A year alone stands as its first of January.
    ADD COLUMN born_known  text NOT NULL DEFAULT 'day' CONSTRAINT patient_born_known_known CHECK (born_known IN ('day', 'year')),
    -- BCP 47: the language in which to talk with them.
    ADD COLUMN language    text CONSTRAINT patient_language_form CHECK (language ~ '^[a-z]{2,3}$'),
    ADD COLUMN marital     text CONSTRAINT patient_marital_known
                                CHECK (marital IN ('single', 'married', 'partnership', 'separated', 'divorced', 'widowed')),
    ADD COLUMN blood_group text CONSTRAINT patient_blood_group_known CHECK (blood_group IN ('O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+')),
    ADD CONSTRAINT patient_born_year_begins CHECK (born_known = 'day' OR (extract(month FROM born_on) = 1 AND extract(day FROM born_on) = 1));
CREATE INDEX patient_born_on ON patient (born_on);

-- A number without what people write between its signs: RG-0000 0018 is found as rg00000018.
CREATE FUNCTION bare(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g'));
ALTER TABLE registration ADD COLUMN number_bare text COLLATE "C" NOT NULL GENERATED ALWAYS AS (bare(hospital_number)) STORED;
CREATE INDEX registration_number_bare ON registration (hospital_id, number_bare);
-- The hospital's list: who was registered last stands first.
CREATE INDEX registration_recent ON registration (hospital_id, registered_at DESC, patient_id DESC);

-- The last number that each hospital gave, and the letters before it.
CREATE TABLE patient_number (
    hospital_id uuid    NOT NULL CONSTRAINT patient_number_hospital_exists REFERENCES hospital,
    prefix      text    NOT NULL CONSTRAINT patient_number_prefix_form CHECK (prefix ~ '^[A-Z]{2,4}$'),
    last        integer NOT NULL CONSTRAINT patient_number_last_counted CHECK (last BETWEEN 1 AND 9999999),
    CONSTRAINT patient_number_pkey PRIMARY KEY (hospital_id)
);
ALTER TABLE patient_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_number FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_number_of_their_hospital ON patient_number
    USING (hospital_id = (SELECT actor_hospital())) WITH CHECK (hospital_id = (SELECT actor_hospital()));
GRANT SELECT, INSERT, UPDATE (last) ON patient_number TO wardlight_app;

-- Names are searched by their words, in small letters without accents. Row security lets only operators near an index that tell nothing of a row that is refused
-- (leakproof ones): = and >= of text are, the trigram ones are not. So which words are alike is asked of the words alone, and whose they are by = and >=.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(unaccent('unaccent'::regdictionary, words));
-- Al-Hassan is found as al, hassan and alhassan; O’Brien as o, brien and obrien.
CREATE FUNCTION name_words(name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 4
BEGIN ATOMIC
    SELECT word
      FROM (SELECT regexp_replace(part, '[-''’ʼ`.,;/()]', '', 'g') AS word FROM regexp_split_to_table(folded(name), '\s+') AS part
            UNION
            SELECT part FROM regexp_split_to_table(folded(name), '[-''’ʼ`.,;/()\s]+') AS part) AS words
     WHERE word <> '';
END;

-- The words that occur in names, without whose they are: what is alike is looked up here.
CREATE TABLE name_word (
    word text COLLATE "C" CONSTRAINT name_word_pkey PRIMARY KEY
);
CREATE INDEX name_word_alike ON name_word USING gin (word gin_trgm_ops);
GRANT SELECT, INSERT ON name_word TO wardlight_app;

CREATE TABLE patient_name (
    word       text COLLATE "C" NOT NULL CONSTRAINT patient_name_word_known REFERENCES name_word,
    patient_id uuid             NOT NULL CONSTRAINT patient_name_patient_exists REFERENCES patient,
    CONSTRAINT patient_name_pkey PRIMARY KEY (word, patient_id)
);
CREATE INDEX patient_name_of_patient ON patient_name (patient_id);
ALTER TABLE patient_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_name FORCE ROW LEVEL SECURITY;
-- They are the person's, and seen with the person.
CREATE POLICY patient_name_seen ON patient_name FOR SELECT USING (EXISTS (SELECT FROM registration r WHERE r.patient_id = patient_name.patient_id));
CREATE POLICY patient_name_made ON patient_name FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM registration r WHERE r.patient_id = patient_name.patient_id AND r.hospital_id = (SELECT actor_hospital())));
CREATE POLICY patient_name_gone ON patient_name FOR DELETE
    USING (EXISTS (SELECT FROM registration r WHERE r.patient_id = patient_name.patient_id AND r.hospital_id = (SELECT actor_hospital())));
GRANT SELECT, INSERT, DELETE ON patient_name TO wardlight_app;

-- Whoever registers or renames somebody need not remember the words.
CREATE FUNCTION keep_name_words(whom uuid, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO name_word (word) SELECT name_words(name) ORDER BY 1 ON CONFLICT DO NOTHING;
    INSERT INTO patient_name (word, patient_id) SELECT word, whom FROM name_words(name) AS word ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION keep_name_words_of_registered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_name_words(p.id, p.family_name || ' ' || p.given_name) FROM patient p WHERE p.id = NEW.patient_id;
    RETURN NULL;
END $$;
CREATE FUNCTION keep_name_words_of_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM patient_name n WHERE n.patient_id = NEW.id;
    PERFORM keep_name_words(NEW.id, NEW.family_name || ' ' || NEW.given_name);
    RETURN NULL;
END $$;
CREATE TRIGGER registration_keeps_name_words AFTER INSERT ON registration FOR EACH ROW EXECUTE FUNCTION keep_name_words_of_registered();
CREATE TRIGGER patient_keeps_name_words AFTER UPDATE OF family_name, given_name ON patient FOR EACH ROW EXECUTE FUNCTION keep_name_words_of_renamed();

-- Those who are registered already. The owner looks past its own wall for that.
ALTER TABLE patient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_name NO FORCE ROW LEVEL SECURITY;
SELECT keep_name_words(p.id, p.family_name || ' ' || p.given_name) FROM patient p;
ALTER TABLE patient FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_name FORCE ROW LEVEL SECURITY;

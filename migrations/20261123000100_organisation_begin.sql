-- The houses: hospital, ward, bed. No patient data here, so no row security; only the owner's migrations and the seed write.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE hospital (
    id         uuid        CONSTRAINT hospital_pkey PRIMARY KEY,
    name       text        NOT NULL CONSTRAINT hospital_name_given CHECK (name <> ''),
    -- IANA name, such as Africa/Nairobi: the clock on this hospital's wall.
    zone       text        NOT NULL CONSTRAINT hospital_zone_given CHECK (zone <> ''),
    -- BCP 47, such as en-KE.
    locale     text        NOT NULL CONSTRAINT hospital_locale_given CHECK (locale <> ''),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT hospital_name_once UNIQUE (name)
);

CREATE TABLE ward (
    id          uuid NOT NULL CONSTRAINT ward_pkey PRIMARY KEY,
    hospital_id uuid NOT NULL CONSTRAINT ward_hospital_exists REFERENCES hospital,
    name        text NOT NULL CONSTRAINT ward_name_given CHECK (name <> ''),
    CONSTRAINT ward_name_once UNIQUE (hospital_id, name),
    CONSTRAINT ward_of_hospital UNIQUE (id, hospital_id)
);

CREATE TABLE bed (
    id      uuid     NOT NULL CONSTRAINT bed_pkey PRIMARY KEY,
    ward_id uuid     NOT NULL CONSTRAINT bed_ward_exists REFERENCES ward,
    number  smallint NOT NULL CONSTRAINT bed_number_positive CHECK (number > 0),
    CONSTRAINT bed_number_once UNIQUE (ward_id, number)
);

-- Who asks, as `Ctx::begin` sets it inside each transaction. Empty or missing means nobody.
CREATE FUNCTION actor_hospital() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.hospital_id', true), '')::uuid;
CREATE FUNCTION actor_patient() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.patient_id', true), '')::uuid;
CREATE FUNCTION actor_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::uuid;

GRANT SELECT, INSERT ON hospital, ward, bed TO wardlight_app;

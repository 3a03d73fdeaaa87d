-- How long readings are kept is stated by the owner, at the start of the server that migrates; the role that serves may drop what is older than that, and
-- nothing else.
CREATE TABLE reading_retention (
    only_one  boolean  NOT NULL DEFAULT true CONSTRAINT reading_retention_pkey PRIMARY KEY CONSTRAINT reading_retention_only_one CHECK (only_one),
    keep_days smallint NOT NULL CONSTRAINT reading_retention_keep_days_range CHECK (keep_days BETWEEN 1 AND 32)
);
INSERT INTO reading_retention (keep_days) VALUES (32);
GRANT SELECT ON reading_retention TO wardlight_app;

DROP FUNCTION drop_old_reading_partitions(int);
CREATE FUNCTION drop_old_reading_partitions() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today     date := (now() AT TIME ZONE 'UTC')::date;
    keep_days int  := (SELECT r.keep_days FROM public.reading_retention r);
    old       text;
    dropped   int  := 0;
BEGIN
    FOR old IN
        SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
        WHERE i.inhparent = 'public.reading'::regclass
          AND c.relname ~ '^reading_[0-9]{8}$'
          AND to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep_days
    LOOP
        EXECUTE format('DROP TABLE public.%I', old);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;
REVOKE ALL ON FUNCTION drop_old_reading_partitions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_old_reading_partitions() TO wardlight_app;

-- An amendment may name one number of the session and the right one: then it is that number with which everything is worked out, beside the text of both. The newest of a number counts.
ALTER TABLE session_amendment
    ADD COLUMN field text CONSTRAINT session_amendment_field_known CHECK (field IN ('weight_before', 'weight_after', 'uf_removed', 'minutes')),
    -- kg, mL, min.
    ADD COLUMN value double precision,
    ADD CONSTRAINT session_amendment_number_whole CHECK ((field IS NULL) = (value IS NULL)),
    ADD CONSTRAINT session_amendment_value_possible CHECK (CASE field
        WHEN 'weight_before' THEN value BETWEEN 2 AND 350
        WHEN 'weight_after'  THEN value BETWEEN 2 AND 350
        WHEN 'uf_removed'    THEN value BETWEEN 0 AND 12000
        WHEN 'minutes'       THEN value BETWEEN 1 AND 960
        ELSE true END);

-- A number of a session: as it was amended last, else as it was written.
CREATE FUNCTION session_number(of_session uuid, of_field text, written double precision) RETURNS double precision LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce((SELECT a.value FROM session_amendment a WHERE a.session_id = of_session AND a.field = of_field ORDER BY a.at DESC, a.id DESC LIMIT 1), written);
END;

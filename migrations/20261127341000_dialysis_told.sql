-- A patient is told that their diary has changed, of a session tomorrow, and that a place came free for which they wait. The lists grow by these words, whatever other areas have added
-- to them before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule, words.words
          FROM (VALUES ('notice_kind_known', 'ARRAY[''dialysis.changed''::text, ''dialysis.tomorrow''::text, ''dialysis.offered''::text, '),
                       ('notice_choice_topic_known', 'ARRAY[''dialysis''::text, ')) AS words (name, words)
          JOIN pg_constraint k ON k.conname = words.name
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname, regexp_replace(grown.rule, 'ARRAY\[', grown.words));
    END LOOP;
END $$;

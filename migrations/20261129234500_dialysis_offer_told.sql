-- To whom a place was offered is told when it is offered no longer. The list grows by this word, whatever other areas have added to it before.
DO $$
DECLARE
    grown record;
BEGIN
    FOR grown IN
        SELECT k.conname, k.conrelid::regclass::text AS held_by, pg_get_constraintdef(k.oid) AS rule
          FROM pg_constraint k
         WHERE k.conname = 'notice_kind_known'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', grown.held_by, grown.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', grown.held_by, grown.conname,
                       regexp_replace(grown.rule, 'ARRAY\[', 'ARRAY[''dialysis.offer_ended''::text, '));
    END LOOP;
END $$;

-- Whoever treats somebody is told that they did not come to their dialysis, and that a session ended before its time. The list of kinds grows by two words, whatever else has grown it.
DO $$
DECLARE
    rule text;
BEGIN
    SELECT pg_get_constraintdef(k.oid) INTO rule FROM pg_constraint k WHERE k.conname = 'notice_kind_known' AND k.conrelid = 'notice'::regclass;
    ALTER TABLE notice DROP CONSTRAINT notice_kind_known;
    EXECUTE 'ALTER TABLE notice ADD CONSTRAINT notice_kind_known ' || regexp_replace(rule, 'ARRAY\[', 'ARRAY[''dialysis.missed''::text, ''dialysis.interrupted''::text, ');
END $$;

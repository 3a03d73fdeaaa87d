-- How large somebody reads in their portal is one of three sizes; who asked for larger text keeps it.
ALTER TABLE portal_preference
    ADD COLUMN text_size text NOT NULL DEFAULT 'usual' CONSTRAINT portal_preference_text_size_known CHECK (text_size IN ('usual', 'large', 'largest'));
ALTER TABLE portal_preference NO FORCE ROW LEVEL SECURITY;
UPDATE portal_preference SET text_size = 'large' WHERE large_text;
ALTER TABLE portal_preference FORCE ROW LEVEL SECURITY;
ALTER TABLE portal_preference DROP COLUMN large_text;
GRANT UPDATE (text_size) ON portal_preference TO wardlight_app;

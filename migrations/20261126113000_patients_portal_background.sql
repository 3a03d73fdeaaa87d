-- The portal shows a person's background and how they are reached, each a part that is hidden by name; a single line of the background is closed by its flag, as an alarm is.
ALTER TABLE portal_setting DROP CONSTRAINT portal_setting_hidden_known;
ALTER TABLE portal_setting ADD CONSTRAINT portal_setting_hidden_known
    CHECK (hidden <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts']);
ALTER TABLE proxy DROP CONSTRAINT proxy_sections_known;
ALTER TABLE proxy ADD CONSTRAINT proxy_sections_known
    CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts'] AND cardinality(sections) > 0);
ALTER TABLE proxy_invitation DROP CONSTRAINT proxy_invitation_sections_known;
ALTER TABLE proxy_invitation ADD CONSTRAINT proxy_invitation_sections_known
    CHECK (sections <@ ARRAY['values', 'trend', 'score', 'alarms', 'readings', 'background', 'contacts'] AND cardinality(sections) > 0);
ALTER TABLE portal_record DROP CONSTRAINT portal_record_kind_known;
ALTER TABLE portal_record ADD CONSTRAINT portal_record_kind_known
    CHECK (kind IN ('alarm', 'allergy', 'condition', 'medicine', 'surgery'));

-- Where a portal was narrowed part by part, what is new stays hidden until its hospital says otherwise.
ALTER TABLE portal_setting NO FORCE ROW LEVEL SECURITY;
UPDATE portal_setting SET hidden = hidden || ARRAY['background', 'contacts'] WHERE hidden <> '{}';
ALTER TABLE portal_setting FORCE ROW LEVEL SECURITY;

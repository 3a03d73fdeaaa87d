-- How often the mail of an invitation went once more within a day, and since when that is counted.
ALTER TABLE staff_invitation
    ADD COLUMN resent       smallint    NOT NULL DEFAULT 0 CONSTRAINT staff_invitation_resent_counts CHECK (resent >= 0),
    ADD COLUMN resent_since timestamptz;
GRANT UPDATE (resent, resent_since) ON staff_invitation TO wardlight_app;

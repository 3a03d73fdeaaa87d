-- In which language somebody is written to who has no account yet: that of the page on which they, or who invites them, filled in the form. What was written before
-- this says none and stays English.
ALTER TABLE patient_application
    ADD COLUMN language text CONSTRAINT patient_application_language_is_a_tag CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE hospital_application
    ADD COLUMN language text CONSTRAINT hospital_application_language_is_a_tag CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE staff_invitation
    ADD COLUMN language text CONSTRAINT staff_invitation_language_is_a_tag CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

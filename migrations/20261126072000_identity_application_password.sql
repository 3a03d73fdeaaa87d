-- The password of a portal account is chosen behind the link in the mail, by whoever reads that mailbox, and no longer in the form that anybody can fill in with
-- anybody's address. An application holds none any more; those under way ask for one behind their link.
ALTER TABLE patient_application DROP CONSTRAINT patient_application_verified_has_account;
ALTER TABLE patient_application DROP COLUMN password_hash;
ALTER TABLE patient_application ADD CONSTRAINT patient_application_verified_has_account CHECK ((verified_at IS NULL) = (user_id IS NULL));

-- Whoever reads the mailbox chooses the password, behind the link, and not whoever filled in the form. What was chosen in forms that wait is forgotten. The
-- constraint on the verified goes with the column.
ALTER TABLE patient_application DROP COLUMN password_hash;
ALTER TABLE patient_application ADD CONSTRAINT patient_application_verified_has_account CHECK ((verified_at IS NULL) = (user_id IS NULL));

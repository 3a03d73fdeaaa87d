-- What proves an account (its password, its second factor) has a number, which counts up whenever one of them changes. Whoever was checked under another number
-- (a sign-in under way while its owner sets a new password) opens nothing.
ALTER TABLE app_user ADD COLUMN proofs integer NOT NULL DEFAULT 0 CONSTRAINT app_user_proofs_counts CHECK (proofs >= 0);
GRANT UPDATE (proofs) ON app_user TO wardlight_app;
ALTER TABLE sign_in_step ADD COLUMN proofs integer NOT NULL DEFAULT 0;

-- An app is set up in one session: whoever is signed in beside it does not see the secret. What is half-way at this moment is begun anew.
ALTER TABLE second_factor ADD COLUMN pending_of bytea CONSTRAINT second_factor_pending_of_length CHECK (octet_length(pending_of) = 32);
UPDATE second_factor SET pending_sealed = NULL;
ALTER TABLE second_factor ADD CONSTRAINT second_factor_pending_whole CHECK ((pending_sealed IS NULL) = (pending_of IS NULL));

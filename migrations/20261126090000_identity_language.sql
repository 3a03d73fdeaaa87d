-- In which language somebody reads the pages: a BCP 47 tag. Nothing: their browser says it. Which languages there are is the program's to know, not the database's.
ALTER TABLE account_profile
    ADD COLUMN language text CONSTRAINT account_profile_language_is_a_tag CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

-- Tries with the right password of an account that may not enter yet; and by which browser: the SHA-256 of a random cookie, none for programs, which have no cookies.
ALTER TABLE sign_in_event
    DROP CONSTRAINT sign_in_event_outcome_known,
    ADD CONSTRAINT sign_in_event_outcome_known
        CHECK (outcome IN ('entered', 'password', 'refused', 'code_refused', 'locked', 'blocked', 'waiting')),
    ADD COLUMN browser bytea CONSTRAINT sign_in_event_browser_length CHECK (octet_length(browser) = 32);

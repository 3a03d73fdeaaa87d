-- What was last told of an attack on sign-in: once an hour for a network that tries a list, or an account that is tried from many networks.
CREATE TABLE sign_in_attack (
    what    bytea       CONSTRAINT sign_in_attack_pkey PRIMARY KEY CONSTRAINT sign_in_attack_what_is_a_hash CHECK (octet_length(what) = 32),
    told_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attack_by_time ON sign_in_attack (told_at);
ALTER TABLE sign_in_attack ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attack FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_attack_at_the_door ON sign_in_attack
    USING ((SELECT actor_task()) = 'sign_in') WITH CHECK ((SELECT actor_task()) = 'sign_in');
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attack TO wardlight_app;

-- How people are reached is sealed, with a blind index beside it where it is looked up or joined. SQL cannot seal: the server does it with what stands in clear
-- before it opens its doors (`keys::carry_over`). The rules NOT VALID hold for every row that is written from now on, and let the old ones wait for that.
ALTER TABLE app_user
    ADD COLUMN email_sealed bytea,
    ADD COLUMN email_blind  bytea CONSTRAINT app_user_email_blind_length CHECK (octet_length(email_blind) = 32),
    ADD COLUMN phone_sealed bytea,
    ADD COLUMN phone_blind  bytea CONSTRAINT app_user_phone_blind_length CHECK (octet_length(phone_blind) = 32),
    DROP CONSTRAINT app_user_reachable,
    DROP CONSTRAINT app_user_email_once,
    DROP CONSTRAINT app_user_phone_once;
ALTER TABLE app_user
    ADD CONSTRAINT app_user_email_once UNIQUE (email_blind),
    ADD CONSTRAINT app_user_phone_once UNIQUE (phone_blind),
    ADD CONSTRAINT app_user_email_whole CHECK ((email_sealed IS NULL) = (email_blind IS NULL)),
    -- A number without its index is the person's, and signs in whoever had it first.
    ADD CONSTRAINT app_user_phone_whole CHECK (phone_blind IS NULL OR phone_sealed IS NOT NULL),
    ADD CONSTRAINT app_user_reachable CHECK (num_nonnulls(email, phone, email_blind, phone_blind) > 0),
    ADD CONSTRAINT app_user_contact_sealed CHECK (email IS NULL AND phone IS NULL) NOT VALID;

ALTER TABLE staff_invitation
    ALTER COLUMN email DROP NOT NULL,
    ADD COLUMN email_sealed bytea,
    ADD COLUMN email_blind  bytea CONSTRAINT staff_invitation_email_blind_length CHECK (octet_length(email_blind) = 32),
    ADD CONSTRAINT staff_invitation_contact_sealed
        CHECK (email IS NULL AND email_sealed IS NOT NULL AND email_blind IS NOT NULL) NOT VALID;
DROP INDEX staff_invitation_open_once;
CREATE UNIQUE INDEX staff_invitation_open_once ON staff_invitation (hospital_id, email_blind) WHERE withdrawn_at IS NULL AND accepted_at IS NULL;

DROP INDEX proxy_invitation_to;
ALTER TABLE proxy_invitation
    ALTER COLUMN email DROP NOT NULL,
    ADD COLUMN email_sealed bytea,
    ADD COLUMN email_blind  bytea CONSTRAINT proxy_invitation_email_blind_length CHECK (octet_length(email_blind) = 32),
    DROP CONSTRAINT proxy_invitation_once;
ALTER TABLE proxy_invitation
    ADD CONSTRAINT proxy_invitation_once EXCLUDE USING gist (patient_id WITH =, email_blind WITH =, during WITH &&),
    ADD CONSTRAINT proxy_invitation_contact_sealed
        CHECK (email IS NULL AND email_sealed IS NOT NULL AND email_blind IS NOT NULL) NOT VALID;
CREATE INDEX proxy_invitation_to ON proxy_invitation (email_blind);

-- Everything that the applicant wrote of themselves is sealed as one.
ALTER TABLE patient_application
    ALTER COLUMN health_id   DROP NOT NULL,
    ALTER COLUMN family_name DROP NOT NULL,
    ALTER COLUMN given_name  DROP NOT NULL,
    ALTER COLUMN born_on     DROP NOT NULL,
    ALTER COLUMN email       DROP NOT NULL,
    ADD COLUMN applicant_sealed bytea,
    ADD COLUMN email_blind      bytea CONSTRAINT patient_application_email_blind_length CHECK (octet_length(email_blind) = 32),
    ADD CONSTRAINT patient_application_contact_sealed
        CHECK (num_nonnulls(health_id, family_name, given_name, born_on, email, phone) = 0 AND applicant_sealed IS NOT NULL AND email_blind IS NOT NULL) NOT VALID;

ALTER TABLE hospital_application
    ALTER COLUMN admin_email DROP NOT NULL,
    ADD COLUMN admin_email_sealed bytea,
    ADD CONSTRAINT hospital_application_contact_sealed CHECK (admin_email IS NULL AND admin_email_sealed IS NOT NULL) NOT VALID;

-- The work on keys carries over what stands in clear. It asks for nothing else; the policy cannot say so, because the row that it writes must pass it too.
CREATE POLICY app_user_carried_over ON app_user
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
CREATE POLICY staff_invitation_carried_over ON staff_invitation
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
CREATE POLICY proxy_invitation_carried_over ON proxy_invitation
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
CREATE POLICY patient_application_carried_over ON patient_application
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');
CREATE POLICY hospital_application_carried_over ON hospital_application
    USING ((SELECT actor_task()) = 'keys') WITH CHECK ((SELECT actor_task()) = 'keys');

GRANT UPDATE (email, phone, email_sealed, email_blind, phone_sealed, phone_blind) ON app_user TO wardlight_app;
GRANT UPDATE (email, email_sealed, email_blind) ON staff_invitation, proxy_invitation TO wardlight_app;
GRANT UPDATE (health_id, family_name, given_name, born_on, email, phone, applicant_sealed, email_blind) ON patient_application TO wardlight_app;
GRANT UPDATE (admin_email, admin_email_sealed) ON hospital_application TO wardlight_app;

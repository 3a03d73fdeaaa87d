-- Who can act has grown: proxies, and programs of a hospital.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_known;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_known
    CHECK (actor IN ('staff', 'patient', 'proxy', 'client', 'device', 'worker', 'nobody'));

-- Asked for twice a second: which tokens were revoked just now? Few ever are, so the index holds those only.
CREATE INDEX device_token_revoked ON device_token (revoked_at) WHERE revoked_at IS NOT NULL;

-- How tight controls and rows stand for somebody of the staff: the same in every browser of theirs. Pages of patients are comfortable, whatever is kept.
ALTER TABLE account_profile ADD COLUMN density text NOT NULL DEFAULT 'usual'
    CONSTRAINT account_profile_density_known CHECK (density IN ('usual', 'comfortable', 'compact'));

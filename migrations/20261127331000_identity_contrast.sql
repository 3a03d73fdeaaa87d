-- Whether somebody asked for high contrast: it holds in every browser that was not told otherwise, as their language does. None is kept yet, so nobody has.
ALTER TABLE account_profile ADD COLUMN high_contrast boolean NOT NULL DEFAULT false;

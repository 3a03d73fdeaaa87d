-- That this database was filled as a demo, whose accounts have passwords that everybody can read. Written before the first of them; never taken away.
CREATE TABLE demo_mark (
    is_demo   boolean     CONSTRAINT demo_mark_pkey PRIMARY KEY CONSTRAINT demo_mark_once CHECK (is_demo),
    marked_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON demo_mark TO wardlight_app;

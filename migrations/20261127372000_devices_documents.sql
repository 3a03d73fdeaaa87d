-- What came with a machine on paper: its manual, certificates, calibrations. It is added and taken away with a reason, and what was taken away stays to be known, without what stood in it.
CREATE TABLE device_document (
    id              uuid        CONSTRAINT device_document_pkey PRIMARY KEY,
    device_id       uuid        NOT NULL,
    hospital_id     uuid        NOT NULL,
    kind            text        NOT NULL CONSTRAINT device_document_kind_known CHECK (kind IN ('manual', 'certificate', 'calibration', 'other')),
    name            text        NOT NULL CONSTRAINT device_document_name_form CHECK (length(btrim(name)) BETWEEN 1 AND 120),
    -- The last day on which it holds; none for what holds always.
    valid_until     date,
    -- What it is, by its beginning (`domain::files::Sort`).
    sort            text        NOT NULL CONSTRAINT device_document_sort_known CHECK (sort IN ('png', 'jpeg', 'webp', 'pdf')),
    bytes           integer     NOT NULL CONSTRAINT device_document_bytes_possible CHECK (bytes BETWEEN 1 AND 5242880),
    content_sealed  bytea,
    added_at        timestamptz NOT NULL,
    added_by        uuid        NOT NULL CONSTRAINT device_document_adder_exists REFERENCES app_user,
    removed_at      timestamptz,
    removed_by      uuid        CONSTRAINT device_document_remover_exists REFERENCES app_user,
    removed_because text        CONSTRAINT device_document_removed_because_given CHECK (length(btrim(removed_because)) BETWEEN 3 AND 500),
    CONSTRAINT device_document_device_of_hospital FOREIGN KEY (device_id, hospital_id) REFERENCES device (id, hospital_id),
    CONSTRAINT device_document_removed_whole CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removed_because IS NULL)
                                                AND (removed_at IS NULL) = (content_sealed IS NOT NULL)),
    CONSTRAINT device_document_removed_after CHECK (removed_at >= added_at)
);
ALTER TABLE device_document ALTER COLUMN content_sealed SET STORAGE EXTERNAL;
CREATE INDEX device_document_of_device ON device_document (device_id, added_at);
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by, removed_because, content_sealed) ON device_document TO wardlight_app;

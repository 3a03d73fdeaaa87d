-- A picture or a document that came with a message: one for each. It is sealed as the text is, and hangs on it: who reads the message reads the file, and nobody changes either.
CREATE TABLE chat_file (
    message_id     uuid     CONSTRAINT chat_file_pkey PRIMARY KEY CONSTRAINT chat_file_message_exists REFERENCES chat_message,
    -- What it is, by its beginning (`domain::files::Sort`).
    sort           text     NOT NULL CONSTRAINT chat_file_sort_known CHECK (sort IN ('png', 'jpeg', 'webp', 'pdf')),
    -- How large it was before it was sealed.
    bytes          integer  NOT NULL CONSTRAINT chat_file_bytes_possible CHECK (bytes BETWEEN 1 AND 5242880),
    name_sealed    bytea    NOT NULL,
    content_sealed bytea    NOT NULL
);
-- What is sealed does not become smaller: it is not tried each time.
ALTER TABLE chat_file ALTER COLUMN content_sealed SET STORAGE EXTERNAL;

ALTER TABLE chat_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_file FORCE ROW LEVEL SECURITY;
CREATE POLICY chat_file_seen ON chat_file FOR SELECT USING (EXISTS (SELECT FROM chat_message m WHERE m.id = message_id));
CREATE POLICY chat_file_sent ON chat_file FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM chat_message m WHERE m.id = message_id AND m.sender_id = (SELECT actor_user()) AND m.side = chat_side_of_actor(m.room_id)));
GRANT SELECT, INSERT ON chat_file TO wardlight_app;

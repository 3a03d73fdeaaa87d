-- Everybody whose record it is looks at an emergency opening for themselves: the hospital of whoever opened it, and each that held something of the person then.
CREATE TABLE break_glass_review (
    opening_id  uuid        NOT NULL CONSTRAINT break_glass_review_opening_exists REFERENCES break_glass,
    hospital_id uuid        NOT NULL CONSTRAINT break_glass_review_hospital_exists REFERENCES hospital,
    -- Whose opening it is: nobody reviews their own.
    opened_by   uuid        NOT NULL CONSTRAINT break_glass_review_opener_exists REFERENCES app_user,
    -- How many people of this hospital were told that it waits; not known before they were looked for.
    told        integer     CONSTRAINT break_glass_review_told_counted CHECK (told >= 0),
    reviewed_at timestamptz,
    reviewed_by uuid        CONSTRAINT break_glass_review_reviewer_exists REFERENCES app_user,
    verdict     text        CONSTRAINT break_glass_review_verdict_known CHECK (verdict IN ('justified', 'not_justified')),
    review      text,
    CONSTRAINT break_glass_review_pkey PRIMARY KEY (opening_id, hospital_id),
    CONSTRAINT break_glass_review_whole CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)),
    CONSTRAINT break_glass_review_not_by_oneself CHECK (reviewed_by <> opened_by)
);
CREATE INDEX break_glass_review_of_hospital ON break_glass_review (hospital_id, reviewed_at);

-- Whether the person has an account in which they were told; not known before they were looked for. Who has none is told by letter.
ALTER TABLE break_glass ADD COLUMN person_told boolean;

-- What was reviewed until now was reviewed for everybody.
ALTER TABLE break_glass NO FORCE ROW LEVEL SECURITY;
INSERT INTO break_glass_review (opening_id, hospital_id, opened_by, reviewed_at, reviewed_by, verdict, review)
SELECT DISTINCT b.id, h.id, b.user_id, b.reviewed_at, b.reviewed_by, b.verdict, b.review
  FROM break_glass b, unnest(b.holders || b.hospital_id) AS h (id);
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
ALTER TABLE break_glass DROP COLUMN reviewed_at, DROP COLUMN reviewed_by, DROP COLUMN verdict, DROP COLUMN review;
-- What is left to change of an opening itself: whoever opened it closes it before its time, and the house notes that it was told.
DROP POLICY break_glass_reviewed ON break_glass;
CREATE POLICY break_glass_ended ON break_glass FOR UPDATE
    USING (user_id = actor_user() OR (SELECT actor_task()) = 'jobs') WITH CHECK (user_id = actor_user() OR (SELECT actor_task()) = 'jobs');
GRANT UPDATE (person_told) ON break_glass TO wardlight_app;

ALTER TABLE break_glass_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass_review FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_review_seen ON break_glass_review FOR SELECT
    USING (hospital_id = (SELECT actor_hospital()) OR opened_by = (SELECT actor_user()) OR (SELECT actor_task()) = 'jobs');
CREATE POLICY break_glass_review_begun ON break_glass_review FOR INSERT WITH CHECK (opened_by = actor_user());
CREATE POLICY break_glass_review_closed ON break_glass_review FOR UPDATE
    USING (hospital_id = actor_hospital() OR (SELECT actor_task()) = 'jobs') WITH CHECK (hospital_id = actor_hospital() OR (SELECT actor_task()) = 'jobs');
GRANT SELECT, INSERT ON break_glass_review TO wardlight_app;
GRANT UPDATE (told, reviewed_at, reviewed_by, verdict, review) ON break_glass_review TO wardlight_app;

-- The privacy officer of a hospital, while they work there.
CREATE FUNCTION privacy_officer_of(house uuid, at timestamptz) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT s.privacy_officer
      FROM hospital_setting s
      JOIN app_user u ON u.id = s.privacy_officer AND u.is_active
     WHERE s.hospital_id = house
       AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = s.privacy_officer AND g.hospital_id = house AND g.during @> at);
END;

-- The rights of one person alone, who works in a hospital: what an admin granted (+) or denied (-), and what the privacy officer does. Ask it in FROM: there the planner writes it
-- into the query.
CREATE FUNCTION rights_of_one(who uuid, house uuid, at timestamptz) RETURNS SETOF text LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT (CASE WHEN e.allowed THEN '+' ELSE '-' END) || e.action
      FROM right_exception e
     WHERE e.user_id = who AND e.hospital_id = house AND e.during @> at
    UNION
    SELECT '+break_glass.review' FROM hospital_setting s WHERE s.hospital_id = house AND s.privacy_officer = who
    ORDER BY 1;
END;

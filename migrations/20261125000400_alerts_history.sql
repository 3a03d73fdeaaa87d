-- Each turn of an alarm looks for the one that it may continue, under lock: one that is not closed, or one that was raised within the hour. Both are found
-- without reading the device's whole history, each in an index of its own (PostgreSQL joins the two for the OR).
CREATE INDEX alarm_not_closed ON alarm (device_id, kind, parameter, side) WHERE state <> 'closed';
CREATE INDEX alarm_newest_of_device ON alarm (device_id, last_raised_at);

-- History grows: what happened to an alarm is added and never changed.
REVOKE UPDATE ON alarm_event FROM wardlight_ingest;

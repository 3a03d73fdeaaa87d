-- A machine that is not fit is neither booked nor started, whoever asks: what makes one unfit says `device_unfit` (20261127310000_devices_machines.sql). The name of the violated rule
-- ends in the reason, so that the page can say it.
CREATE FUNCTION dialysis_session_device_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unfit text;
BEGIN
    -- What is written down afterwards of a day that is over books nothing.
    IF NEW.device_id IS NULL OR upper(NEW.planned) < now() THEN
        RETURN NEW;
    END IF;
    unfit := device_unfit_to_book(NEW.device_id, lower(NEW.planned));
    IF unfit IS NOT NULL THEN
        RAISE EXCEPTION 'this machine is not fit' USING ERRCODE = 'check_violation', TABLE = 'dialysis_session', CONSTRAINT = 'dialysis_session_device_' || unfit;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_device_fit BEFORE INSERT OR UPDATE OF device_id ON dialysis_session FOR EACH ROW EXECUTE FUNCTION dialysis_session_device_fit();

CREATE FUNCTION session_started_device_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unfit text;
BEGIN
    SELECT CASE
             WHEN s.device_id IS NOT NULL THEN device_unfit(s.device_id)
             -- Where there are machines, somebody says which; what is written down afterwards of an hour that is over connects nobody.
             WHEN NEW.at > now() - interval '1 hour' AND EXISTS (SELECT FROM device d WHERE d.ward_id = c.ward_id AND d.kind = 'dialysis') THEN 'named'
           END INTO unfit
      FROM dialysis_session s JOIN station c ON c.id = s.station_id WHERE s.id = NEW.session_id;
    IF unfit IS NOT NULL THEN
        RAISE EXCEPTION 'this machine is not fit' USING ERRCODE = 'check_violation', TABLE = 'session_started', CONSTRAINT = 'session_started_device_' || unfit;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER c_device_fit BEFORE INSERT ON session_started FOR EACH ROW EXECUTE FUNCTION session_started_device_fit();

-- The devices that are the actor's at a moment: those that they keep, and those that were handed over to them. Lists of devices, of machines and of their upkeep ask it alike.
CREATE FUNCTION devices_of_actor(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT k.device_id FROM device_duty k WHERE k.user_id = actor_user() AND k.kind = 'keeps' AND k.during @> at
    UNION ALL
    SELECT h.device_id FROM device_hand_over h WHERE h.to_user = actor_user() AND h.accepted_at <= at AND h.until > at AND h.ended_at IS NULL
$$;

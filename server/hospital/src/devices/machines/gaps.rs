//! What did not come from a machine when it was taken, stretch by stretch of the last seven days: from when until when, why as far as it is known, and whether it came later, from a machine that
//! had stored it. The figures of the days (`days.rs`) count what never came until an hour had settled; here each stretch stands for itself, also one that was filled since.

use domain::access::Action;
use domain::ids::DeviceId;
use domain::time::{Moment, Zone};

use super::console::Connection;
use super::{Ways, begin};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::notices::whom::name_of_device;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// How far the report goes back, in seconds: seven days.
const BACK: f64 = 7.0 * 86_400.0;
/// Stretches of a page, the newest of them; whether there are more is said.
pub const GAPS_SHOWN: usize = 50;

/// A stretch of more than a minute within a session from which nothing had come within a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last reading before it that came in time; the first of the session where none had.
    pub since: Moment,
    /// The next that came in time; of a session that ended without one its last; none while it lasts.
    pub until: Option<Moment>,
    /// How long it is, in whole minutes.
    pub minutes: i64,
    /// Minutes of it from which nothing has come to this day.
    pub missing: i64,
    /// When the last of what was stored meanwhile came; none where nothing did.
    pub came_at: Option<Moment>,
    /// Why, as far as it is known: it had no key, every other machine with somebody on it was silent, too, or it alone was.
    pub why: Option<Connection>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// Which machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// Which other pages of it the reader may open.
    pub ways: Ways,
    /// The clock on the wall.
    pub zone: Zone,
    /// As of when.
    pub rendered_at: Moment,
    /// The stretches, the newest first.
    pub gaps: Vec<Gap>,
    /// Whether there are older ones within the seven days.
    pub more: bool,
}

/// What did not come from a machine in time, of the last seven days.
///
/// # Errors
/// Not found for one of another hospital; denied for one that is not the reader's.
pub async fn gaps(ctx: &Ctx, device: DeviceId) -> Result<Gaps> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let now = ctx.now();
    let name = name_of_device(&mut tx, &subject).await?;
    // The readings of each session in one line: one that came within a minute begins an island, and what came later belongs to the island before it. Why is asked of the few that are shown.
    let rows = sqlx::query!(
        r#"WITH stay AS (
               SELECT s.id, greatest(lower(s.during), $2) AS since, coalesce(upper(s.during), 'infinity') AS until, coalesce(upper(s.during) > $3, true) AS runs
                 FROM device_session s
                WHERE s.device_id = $1 AND s.during && tstzrange($2::timestamptz, $3::timestamptz)),
           line AS (
               SELECT s.id, s.runs, r.taken_at, r.received_at, r.received_at <= r.taken_at + interval '1 minute' AS in_time,
                      lead(r.taken_at) OVER w AS next_at, lead(r.received_at <= r.taken_at + interval '1 minute') OVER w AS next_in_time,
                      count(*) FILTER (WHERE r.received_at <= r.taken_at + interval '1 minute') OVER w AS island
                 FROM stay s
                 JOIN reading r ON r.device_id = $1 AND r.taken_at >= s.since AND r.taken_at < s.until AND r.taken_at >= $2 AND r.taken_at <= $3
               WINDOW w AS (PARTITION BY s.id ORDER BY r.taken_at, r.seq)),
           island AS (
               SELECT min(l.taken_at) AS since, max(l.taken_at) AS newest, max(l.next_at) AS next_at, bool_or(l.next_at IS NULL) AS is_last, bool_and(l.runs) AS runs,
                      max(l.received_at) FILTER (WHERE NOT l.in_time) AS came_at,
                      coalesce(sum(floor(extract(epoch FROM l.next_at - l.taken_at) / 60)) FILTER (WHERE l.next_at - l.taken_at > interval '1 minute'), 0) AS missing
                 FROM line l
                WHERE NOT l.in_time OR l.next_in_time IS DISTINCT FROM true OR l.next_at - l.taken_at > interval '1 minute'
                GROUP BY l.id, l.island),
           gap AS (
               SELECT i.since, CASE WHEN NOT i.is_last THEN i.next_at WHEN i.runs THEN $3 ELSE i.newest END AS until, i.is_last AND i.runs AS lasts, i.came_at,
                      i.missing + CASE WHEN i.is_last AND i.runs AND $3 - i.newest > interval '1 minute' THEN floor(extract(epoch FROM $3 - i.newest) / 60) ELSE 0 END AS missing
                 FROM island i),
           shown AS MATERIALIZED (
               SELECT g.*, g.since + (g.until - g.since) / 2 AS middle
                 FROM gap g
                WHERE g.until - g.since > interval '1 minute'
                ORDER BY g.since DESC
                LIMIT $4)
           SELECT g.since AS "since!", g.until AS "until!", g.lasts AS "lasts!", g.came_at AS "came_at?", g.missing::bigint AS "missing!",
                  (EXISTS (SELECT FROM device_token t WHERE t.device_id = $1 AND t.created_at <= g.since)
                   AND NOT EXISTS (SELECT FROM device_token t
                                    WHERE t.device_id = $1 AND t.created_at <= g.middle
                                      AND (t.revoked_at IS NULL OR t.revoked_at > g.middle) AND (t.ends_at IS NULL OR t.ends_at > g.middle))
                   AND NOT EXISTS (SELECT FROM gateway_device y
                                    WHERE y.device_id = $1 AND y.added_at <= g.middle AND (y.removed_at IS NULL OR y.removed_at > g.middle))) AS "no_key!",
                  o.others AS "others!", o.heard AS "heard!"
             FROM shown g
            CROSS JOIN LATERAL (SELECT count(*) AS others,
                                       count(*) FILTER (WHERE EXISTS (SELECT FROM reading r
                                                                       WHERE r.device_id = d.id AND r.taken_at > g.since + interval '1 minute' AND r.taken_at < g.until
                                                                         AND r.received_at <= r.taken_at + interval '1 minute')) AS heard
                                  FROM device d
                                 WHERE d.hospital_id = actor_hospital() AND d.id <> $1
                                   AND EXISTS (SELECT FROM device_session s WHERE s.device_id = d.id AND s.during @> tstzrange(g.since, g.until))) AS o
            ORDER BY g.since DESC"#,
        device.0,
        to_db(now.plus_seconds(-BACK)),
        to_db(now),
        GAPS_SHOWN as i64 + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let more = rows.len() > GAPS_SHOWN;
    let gaps = rows.into_iter().take(GAPS_SHOWN).map(|row| {
        let (since, until) = (from_db(row.since), from_db(row.until));
        Gap {
            since,
            until: (!row.lasts).then_some(until),
            minutes: (until.seconds_since(since) / 60.0) as i64,
            missing: row.missing,
            came_at: row.came_at.map(from_db),
            why: why(row.no_key, row.others, row.heard),
        }
    });
    let page = Gaps {
        device,
        name,
        ways: Ways::of(ctx, &subject),
        zone: zone_of_actor(&mut tx, ctx).await?,
        rendered_at: now,
        gaps: gaps.collect(),
        more,
    };
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(page)
}

/// As the console says it of now (`Heard`): with fewer than two others nothing can be said of the network, and with none nothing at all.
fn why(no_key: bool, others: i64, heard: i64) -> Option<Connection> {
    match (no_key, others, heard) {
        (true, _, _) => Some(Connection::Revoked),
        (false, 2.., 0) => Some(Connection::NoNetwork),
        (false, _, 1..) => Some(Connection::Silent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_is_said_only_where_it_is_known() {
        assert_eq!(why(true, 3, 3), Some(Connection::Revoked));
        assert_eq!(why(false, 2, 0), Some(Connection::NoNetwork));
        assert_eq!(why(false, 2, 1), Some(Connection::Silent));
        assert_eq!(why(false, 1, 0), None);
        assert_eq!(why(false, 0, 0), None);
    }
}

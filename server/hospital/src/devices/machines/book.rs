//! The log book of a machine: what was done to it, what of its papers changed, and whose it was.

use domain::access::{Action, Subject};
use domain::devices::disinfection::DisinfectionKind;
use domain::devices::upkeep::WorkResult;
use domain::ids::{DeviceId, PatientId};
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::lines::{disinfections, outages, works};
use super::{Ways, begin};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::time::from_db;

/// The most lines of the book.
const MOST: usize = 200;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub enum BookLine {
    /// It went out of service, with the reason; for good or for a while.
    Out(bool, String),
    /// It came back, with what was said of it.
    Back(Option<String>),
    /// A piece of work was closed.
    Work(Uuid, String, WorkResult),
    /// It was disinfected.
    Disinfected(DisinfectionKind, bool),
    /// The counter was read.
    Meter(f64),
    /// A field of its papers changed: the field, before, after.
    Changed(String, Option<String>, Option<String>),
    /// A plan began.
    Planned(String),
    /// A plan ended.
    Unplanned(String),
    /// It was put at a place.
    Placed(Stood),
    /// It was taken away from one.
    TakenAway(Stood),
}

/// A place where it stood, as it is called today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The ward.
    pub ward: String,
    /// The number of the bed.
    pub bed: i16,
    /// The chair whose place that was.
    pub chair: Option<String>,
}

/// Somebody whose it was, or who was on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// A name; for a patient the hospital number, for whoever may find any patient, and else nothing.
    pub who: Option<String>,
    /// `reads`, `keeps`, `lent` or `patient`.
    pub how: &'static str,
    /// Since when.
    pub since: Moment,
    /// Until when; none while it lasts.
    pub until: Option<Moment>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct LogBook {
    /// Which.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// Which other pages of it the reader may open.
    pub ways: Ways,
    /// The clock on the wall.
    pub zone: Zone,
    /// What happened, when and by whom; the newest first.
    pub lines: Vec<(Moment, String, BookLine)>,
    /// Whose it was, the newest first.
    pub whose: Vec<Whose>,
}

/// The log book of a machine.
///
/// # Errors
/// Not found for one of another hospital; denied for one that is not the reader's.
pub async fn log_book(ctx: &Ctx, device: DeviceId) -> Result<LogBook> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let name = sqlx::query_scalar!("SELECT name FROM device WHERE id = $1", device.0)
        .fetch_one(&mut *tx)
        .await?;
    let mut lines = Vec::new();
    for out in outages(&mut tx, device, Moment(0)).await? {
        if let Some(until) = out.until {
            let (by, note) = out.back.clone().unwrap_or_default();
            lines.push((until, by, BookLine::Back(note)));
        }
        lines.push((out.since, out.by, BookLine::Out(out.for_good, out.reason)));
    }
    for work in works(&mut tx, device, false).await? {
        if let Some((at, by, result)) = work.closed {
            lines.push((at, by, BookLine::Work(work.id, work.work, result)));
        }
    }
    for one in disinfections(&mut tx, device, 200).await? {
        lines.push((one.at, one.by, BookLine::Disinfected(one.kind, one.passed)));
    }
    changes(&mut tx, device, &mut lines).await?;
    plans_and_meter(&mut tx, device, &mut lines).await?;
    stood(&mut tx, device, &mut lines).await?;
    lines.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
    lines.truncate(MOST);
    let names = match (&subject, ctx.actor().hospital()) {
        (Subject::Device { .. }, Some(hospital)) => ctx.may(Action::FindPatient, &Subject::Hospital(hospital)),
        _ => false,
    };
    let (whose, patients) = whose(&mut tx, device, names).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices, Kind::Sessions]);
    if names {
        entry = entry.of(patients);
    }
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(LogBook {
        device,
        name,
        ways: Ways::of(ctx, &subject),
        zone,
        lines,
        whose,
    })
}

async fn changes(tx: &mut Tx, device: DeviceId, lines: &mut Vec<(Moment, String, BookLine)>) -> Result<()> {
    let rows = sqlx::query!(
        r#"SELECT c.field, c.before, c.after, c.changed_at, u.display_name AS "by?"
             FROM device_change c
             LEFT JOIN app_user u ON u.id = c.changed_by
            WHERE c.device_id = $1
            ORDER BY c.changed_at DESC
            LIMIT 200"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    lines.extend(rows.into_iter().map(|row| {
        let line = BookLine::Changed(row.field, row.before, row.after);
        (from_db(row.changed_at), row.by.unwrap_or_default(), line)
    }));
    Ok(())
}

/// Where it stood, as far as somebody put it there or took it away. Who moves it does both, which is one line.
async fn stood(tx: &mut Tx, device: DeviceId, lines: &mut Vec<(Moment, String, BookLine)>) -> Result<()> {
    let rows = sqlx::query!(
        r#"SELECT w.name AS ward, b.number, c.name AS "chair?", lower(a.during) AS "since!", upper(a.during) AS until,
                  p.display_name AS "placer?", t.display_name AS "taker?", a.placed_by IS NOT NULL AS "placed!",
                  a.taken_by IS NOT NULL AND NOT EXISTS (SELECT FROM device_assignment n
                                                          WHERE n.device_id = a.device_id AND lower(n.during) = upper(a.during)) AS "taken!"
             FROM device_assignment a
             JOIN bed b           ON b.id = a.bed_id
             JOIN ward w          ON w.id = b.ward_id
             LEFT JOIN station c  ON c.bed_id = b.id
             LEFT JOIN app_user p ON p.id = a.placed_by
             LEFT JOIN app_user t ON t.id = a.taken_by
            WHERE a.device_id = $1
            ORDER BY lower(a.during) DESC
            LIMIT 200"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        let stood = Stood {
            ward: row.ward,
            bed: row.number,
            chair: row.chair,
        };
        if let Some(until) = row.until.filter(|_| row.taken) {
            lines.push((
                from_db(until),
                row.taker.unwrap_or_default(),
                BookLine::TakenAway(stood.clone()),
            ));
        }
        if row.placed {
            lines.push((
                from_db(row.since),
                row.placer.unwrap_or_default(),
                BookLine::Placed(stood),
            ));
        }
    }
    Ok(())
}

async fn plans_and_meter(tx: &mut Tx, device: DeviceId, lines: &mut Vec<(Moment, String, BookLine)>) -> Result<()> {
    let plans = sqlx::query!(
        r#"SELECT p.work, p.made_at, m.display_name AS "maker?", p.ended_at, e.display_name AS "ender?"
             FROM maintenance_plan p
             LEFT JOIN app_user m ON m.id = p.made_by
             LEFT JOIN app_user e ON e.id = p.ended_by
            WHERE p.device_id = $1
            ORDER BY p.made_at DESC
            LIMIT 200"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for plan in plans {
        if let Some(at) = plan.ended_at {
            lines.push((
                from_db(at),
                plan.ender.unwrap_or_default(),
                BookLine::Unplanned(plan.work.clone()),
            ));
        }
        lines.push((
            from_db(plan.made_at),
            plan.maker.unwrap_or_default(),
            BookLine::Planned(plan.work),
        ));
    }
    let read = sqlx::query!(
        r#"SELECT m.hours::float8 AS "hours!", m.read_at, u.display_name AS "by?"
             FROM device_meter m
             LEFT JOIN app_user u ON u.id = m.read_by
            WHERE m.device_id = $1
            ORDER BY m.read_at DESC
            LIMIT 200"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    lines.extend(read.into_iter().map(|row| {
        (
            from_db(row.read_at),
            row.by.unwrap_or_default(),
            BookLine::Meter(row.hours),
        )
    }));
    Ok(())
}

/// Whose it was. Patients are named by their number in the hospital, to who may find any of them; technicians see that somebody was on it, and when.
async fn whose(tx: &mut Tx, device: DeviceId, names: bool) -> Result<(Vec<Whose>, Vec<PatientId>)> {
    let duties = sqlx::query!(
        r#"SELECT u.display_name AS "who?", k.kind, lower(k.during) AS "since!", upper(k.during) AS until
             FROM device_duty k
             LEFT JOIN app_user u ON u.id = k.user_id
            WHERE k.device_id = $1
            ORDER BY lower(k.during) DESC
            LIMIT 100"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lent = sqlx::query!(
        r#"SELECT u.display_name AS "who?", h.accepted_at AS "since!", least(h.ended_at, h.until) AS "until!"
             FROM device_hand_over h
             LEFT JOIN app_user u ON u.id = h.to_user
            WHERE h.device_id = $1 AND h.accepted_at IS NOT NULL
            ORDER BY h.accepted_at DESC
            LIMIT 100"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let sessions = sqlx::query!(
        r#"SELECT s.patient_id, r.hospital_number AS "number?", lower(s.during) AS "since!", upper(s.during) AS until
             FROM device_session s
             LEFT JOIN registration r ON r.patient_id = s.patient_id AND r.hospital_id = s.hospital_id
            WHERE s.device_id = $1
            ORDER BY lower(s.during) DESC
            LIMIT 100"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let patients = sessions.iter().map(|row| PatientId(row.patient_id)).collect();
    let mut whose: Vec<Whose> = duties
        .into_iter()
        .map(|row| Whose {
            who: row.who,
            how: if row.kind == "keeps" { "keeps" } else { "reads" },
            since: from_db(row.since),
            until: row.until.map(from_db),
        })
        .collect();
    whose.extend(lent.into_iter().map(|row| Whose {
        who: row.who,
        how: "lent",
        since: from_db(row.since),
        until: Some(from_db(row.until)),
    }));
    whose.extend(sessions.into_iter().map(|row| Whose {
        who: row.number.filter(|_| names),
        how: "patient",
        since: from_db(row.since),
        until: row.until.map(from_db),
    }));
    whose.sort_by_key(|one| std::cmp::Reverse(one.since));
    Ok((whose, patients))
}

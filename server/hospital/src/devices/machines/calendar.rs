//! The calendar of upkeep: what comes due by its day in five weeks. What comes due by hours run has no day, and stands in the list alone.

use domain::dialysis::places::Day;
use domain::ids::DeviceId;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::to_db;

/// Weeks that it shows, from the Monday of this one.
pub const WEEKS: i64 = 5;
/// Pieces of work in it, at most: as many as a page can show.
const MOST: i64 = 400;

/// A piece of work on the day on which it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueOn {
    /// The day.
    pub day: Day,
    /// Of which machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// What is done.
    pub work: String,
}

/// Five weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Today on the clock of the hospital.
    pub today: Day,
    /// What is due in these weeks, by day and machine.
    pub works: Vec<DueOn>,
    /// Whether there is more in these weeks than is shown.
    pub is_cut: bool,
}

impl Calendar {
    /// The Monday with which it begins.
    pub fn first(&self) -> Day {
        self.today.monday()
    }

    /// What is due on a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &DueOn> {
        self.works.iter().filter(move |work| work.day == day)
    }
}

/// Of the machines that the reader sees: `all` of the hospital, or their own.
pub(super) async fn calendar(tx: &mut Tx, ctx: &Ctx, all: bool) -> Result<Calendar> {
    let now = to_db(ctx.now());
    let today = sqlx::query_scalar!(
        r#"SELECT ($1::timestamptz AT TIME ZONE zone)::date AS "today!" FROM hospital WHERE id = actor_hospital()"#,
        now
    )
    .fetch_one(&mut **tx)
    .await?;
    let rows = sqlx::query!(
        r#"SELECT p.due_on AS "due_on!", p.device_id AS "device_id!", d.name, p.work AS "work!"
             FROM maintenance_due p
             JOIN device d ON d.id = p.device_id AND d.status <> 'inactive'
            WHERE p.hospital_id = actor_hospital()
              AND p.due_on >= date_trunc('week', $3::date)::date AND p.due_on < date_trunc('week', $3::date)::date + 7 * $4::int
              AND ($2 OR d.id IN (SELECT k.device_id FROM device_duty k WHERE k.user_id = actor_user() AND k.kind = 'keeps' AND k.during @> $1::timestamptz)
                      OR d.id IN (SELECT h.device_id FROM device_hand_over h
                                   WHERE h.to_user = actor_user() AND h.accepted_at <= $1 AND h.until > $1 AND h.ended_at IS NULL))
            ORDER BY p.due_on, d.name, p.work
            LIMIT $5"#,
        now,
        all,
        today,
        i32::try_from(WEEKS).unwrap_or_default(),
        MOST + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let is_cut = rows.len() > MOST as usize;
    let works = rows.into_iter().take(MOST as usize).map(|row| DueOn {
        day: day(row.due_on),
        device: DeviceId(row.device_id),
        name: row.name,
        work: row.work,
    });
    Ok(Calendar {
        today: day(today),
        works: works.collect(),
        is_cut,
    })
}

/// A date of the database is one of the calendar.
fn day(date: time::Date) -> Day {
    Day::of(date.year(), u8::from(date.month()), date.day()).unwrap_or_default()
}

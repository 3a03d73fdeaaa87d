//! The calendar of upkeep: what comes due by its day in five weeks. What comes due by hours run has no day, and stands in the list alone.

use domain::dialysis::places::Day;
use domain::ids::DeviceId;
use domain::time::Zone;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::{from_date, to_date, to_db};

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

/// Of the machines that the reader sees, on the clock of their hospital: `all` of it, or their own.
pub(super) async fn calendar(tx: &mut Tx, ctx: &Ctx, zone: &Zone, all: bool) -> Result<Calendar> {
    let civil = zone.civil(ctx.now());
    let today = Day::of(civil.year, civil.month, civil.day).unwrap_or_default();
    let first = today.monday();
    let rows = sqlx::query!(
        r#"SELECT p.due_on AS "due_on!", p.device_id AS "device_id!", d.name, p.work AS "work!"
             FROM maintenance_due p
             JOIN device d ON d.id = p.device_id AND d.status <> 'inactive'
            WHERE p.hospital_id = actor_hospital()
              AND p.due_on >= $3 AND p.due_on < $4
              AND ($2 OR d.id IN (SELECT devices_of_actor($1)))
            ORDER BY p.due_on, d.name, p.work
            LIMIT $5"#,
        to_db(ctx.now()),
        all,
        to_date(first),
        to_date(first.plus(7 * WEEKS)),
        MOST + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let is_cut = rows.len() > MOST as usize;
    let works = rows.into_iter().take(MOST as usize).map(|row| DueOn {
        day: from_date(row.due_on),
        device: DeviceId(row.device_id),
        name: row.name,
        work: row.work,
    });
    Ok(Calendar {
        today,
        works: works.collect(),
        is_cut,
    })
}

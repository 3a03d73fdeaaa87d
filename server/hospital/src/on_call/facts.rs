//! The on-call table of a hospital as the rules want it. Whoever works there no longer is on call for nobody, also while a shift still names them.

use domain::dialysis::days::Weekday;
use domain::ids::{HospitalId, UserId, WardId};
use domain::on_call::{Plan, Rank, Shift, StandIn};
use domain::time::Moment;
use sqlx::PgConnection;

use crate::time::{from_db, to_db};

/// What holds at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Shifts of the week.
    pub shifts: Vec<Shift>,
    /// Exceptions from them that hold now.
    pub stand_ins: Vec<StandIn>,
    plans: Vec<(Option<WardId>, Plan)>,
}

impl Facts {
    /// Of a hospital at `at`.
    pub(super) async fn load(
        connection: &mut PgConnection,
        hospital: HospitalId,
        at: Moment,
    ) -> Result<Self, sqlx::Error> {
        let shifts = sqlx::query!(
            "SELECT s.ward_id, s.rank, s.user_id, s.weekday, s.from_minute, s.minutes
               FROM on_call_shift s
              WHERE s.hospital_id = $1 AND s.during @> $2::timestamptz
                AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = s.user_id AND g.hospital_id = $1 AND g.during @> $2::timestamptz)
              ORDER BY s.id",
            hospital.0,
            to_db(at),
        )
        .fetch_all(&mut *connection)
        .await?;
        let stand_ins = sqlx::query!(
            r#"SELECT e.ward_id, e.rank, e.user_id, lower(e.during) AS "from_at!", upper(e.during) AS "until_at!"
                 FROM on_call_exception e
                WHERE e.hospital_id = $1 AND e.ended_at IS NULL AND e.during @> $2::timestamptz
                  AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = e.user_id AND g.hospital_id = $1 AND g.during @> $2::timestamptz)
                ORDER BY e.id"#,
            hospital.0,
            to_db(at),
        )
        .fetch_all(&mut *connection)
        .await?;
        let plans = sqlx::query!(
            "SELECT ward_id, first_after, second_after, third_after, medium_from, medium_until, low_from, low_until
               FROM on_call_plan
              WHERE hospital_id = $1 AND during @> $2::timestamptz",
            hospital.0,
            to_db(at),
        )
        .fetch_all(&mut *connection)
        .await?;
        let shifts = shifts.into_iter().filter_map(|row| {
            Some(Shift {
                ward: row.ward_id.map(WardId),
                rank: Rank::of(row.rank)?,
                user: UserId(row.user_id),
                weekday: Weekday::of_iso(row.weekday)?,
                from: minutes(row.from_minute),
                minutes: minutes(row.minutes),
            })
        });
        let stand_ins = stand_ins.into_iter().filter_map(|row| {
            Some(StandIn {
                ward: row.ward_id.map(WardId),
                rank: Rank::of(row.rank)?,
                user: UserId(row.user_id),
                from: from_db(row.from_at),
                until: from_db(row.until_at),
            })
        });
        let plans = plans.into_iter().map(|row| {
            let plan = Plan {
                after: [row.first_after, row.second_after, row.third_after].map(minutes),
                medium_quiet: row.medium_from.zip(row.medium_until).map(hours),
                low_quiet: row.low_from.zip(row.low_until).map(hours),
            };
            (row.ward_id.map(WardId), plan)
        });
        Ok(Self {
            shifts: shifts.collect(),
            stand_ins: stand_ins.collect(),
            plans: plans.collect(),
        })
    }

    /// What is set for this place itself.
    pub(super) fn own_plan(&self, place: Option<WardId>) -> Option<Plan> {
        self.plans
            .iter()
            .find(|(ward, _)| *ward == place)
            .map(|(_, plan)| *plan)
    }

    /// What holds for a ward: its own, the house's, or what is usual.
    pub(super) fn plan(&self, ward: Option<WardId>) -> Plan {
        let own = self.own_plan(ward);
        own.or_else(|| self.own_plan(None)).unwrap_or(Plan::USUAL)
    }
}

/// The table lets nothing in that is less than nought.
pub(super) fn minutes(kept: i16) -> u16 {
    u16::try_from(kept).unwrap_or(0)
}

fn hours((from, until): (i16, i16)) -> (u16, u16) {
    (minutes(from), minutes(until))
}

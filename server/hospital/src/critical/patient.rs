//! The loops of one patient.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::row::{Row, reads, steps};
use super::{Loop, Test, published};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::organisation::zone_of_actor;

/// Loops that are read; nobody has so many that wait.
const MOST: i64 = 150;
/// Loops that are over and shown.
const ENDED: usize = 50;

/// The page of one patient.
#[derive(Clone, Debug)]
pub struct OfPatient {
    /// What waits, the longest first.
    pub open: Vec<Loop>,
    /// What is over, the newest first; at most 50.
    pub ended: Vec<Loop>,
    /// The tests with published limits.
    pub tests: Vec<Test>,
    /// The clock on the wall.
    pub zone: Zone,
    /// Whether the reader reports.
    pub may_report: bool,
    /// Whether the reader reads back and closes.
    pub may_answer: bool,
    /// As of when.
    pub read_at: Moment,
}

/// The loops of one patient; the look is recorded. `asks_again`: an open page asks by itself; who may read is decided anew each time, and recorded once in a while.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn of_patient(ctx: &Ctx, patient: PatientId, asks_again: bool) -> Result<OfPatient> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadCritical, patient).await?;
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT v.id AS "id!", v.code AS "code?", v.name AS "name!", v.value::text AS "value!", v.unit AS "unit!", v.side AS "side?", v.published AS "published?", v.reason AS "reason?",
                  v.measured_at AS "measured_at!", v.reported_at AS "reported_at!", v.reported_by AS "reported_by!", r.display_name AS "reporter?", v.state AS "state!",
                  v.action AS "action?", c.display_name AS "closer?", v.closed_at AS "closed_at?", v.withdrawn_reason AS "withdrawn_reason?", v.withdrawn_at AS "withdrawn_at?"
             FROM joined($1) AS j
             JOIN critical_value v ON v.patient_id = j.id AND v.hospital_id = coalesce(j.held_by, v.hospital_id)
             LEFT JOIN app_user r ON r.id = v.reported_by
             LEFT JOIN app_user c ON c.id = v.closed_by
            ORDER BY v.state IN ('open', 'read') DESC, v.reported_at DESC, v.id DESC
            LIMIT $2"#,
        patient.0,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut reads = reads(&mut tx, &ids).await?;
    let mut steps = steps(&mut tx, &ids).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::patient(Action::ReadCritical, patient, &[Kind::Alarms]).on(&grounds);
    audit::record_look(ctx, entry, asks_again).await?;
    tx.commit().await?;
    let me = ctx.actor().user().map(|user| user.0);
    let loops = rows.into_iter().filter_map(|row| {
        let (reads, steps) = (reads.remove(&row.id), steps.remove(&row.id));
        row.into_loop(me, reads.unwrap_or_default(), steps.unwrap_or_default())
    });
    let (mut ended, mut open): (Vec<Loop>, Vec<Loop>) = loops.partition(|it| it.state.is_final());
    open.reverse();
    ended.truncate(ENDED);
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    Ok(OfPatient {
        open,
        ended,
        tests: published::tests().to_vec(),
        zone,
        may_report: ctx.may(Action::ReportCritical, &subject),
        may_answer: ctx.may(Action::AnswerCritical, &subject),
        read_at: ctx.now(),
    })
}

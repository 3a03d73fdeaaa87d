//! Who calls on the wards where the reader is on duty, and where they were told as being on call: who waits first, the longest first. Whom it is about is drawn for who reads that patient;
//! everybody else sees the bed or the chair.

use domain::access::{Action, Relations, Subject};
use domain::calls::{About, Stage};
use domain::ids::{CallId, PatientId, WardId};
use domain::patients::staff_name;
use domain::time::Moment;

use super::{Became, Call};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Calls that are shown. A ward in which so many call has another trouble.
const MOST: i64 = 200;

/// An open call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The call.
    pub call: Call,
    /// Whose, and their name as staff read it; none for who does not read that patient.
    pub of: Option<(PatientId, String)>,
    /// The ward on which they are.
    pub ward: String,
    /// The bed or chair, where it is known.
    pub spot: Option<String>,
    /// Whether the reader takes and closes it.
    pub may_answer: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Board {
    /// Who calls.
    pub open: Vec<Line>,
    /// As of when.
    pub read_at: Moment,
}

/// Who calls; the look is recorded, with whose calls were shown. `asks_again`: an open page asks by itself.
///
/// # Errors
/// Denied for who treats nobody.
pub async fn list(ctx: &Ctx, asks_again: bool) -> Result<Board> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ListCalls, &subject).await?;
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id!", c.about AS "about?", c.called_at AS "called_at!", c.state AS "state!", c.taken_at AS "taken_at?", t.display_name AS "taker?",
                  x.id AS "patient!", x.family_name AS "family_name!", x.given_name AS "given_name!", w.name AS "ward!",
                  CASE WHEN p.ward_id IS NULL THEN c.spot ELSE p.spot END AS "spot?"
             FROM nurse_call c
             JOIN patient x ON x.id = led_to(c.patient_id, c.hospital_id)
             LEFT JOIN LATERAL critical_place(x.id, c.hospital_id, $2) AS p ON true
             JOIN ward w ON w.id = coalesce(p.ward_id, c.ward_id)
             LEFT JOIN app_user t ON t.id = c.taken_by
            WHERE c.hospital_id = $1 AND c.state IN ('waiting', 'taken')
              AND (EXISTS (SELECT FROM ward_duty d
                            WHERE d.user_id = actor_user() AND d.hospital_id = $1 AND d.ward_id = w.id AND d.during @> $2::timestamptz)
                OR EXISTS (SELECT FROM nurse_call_step s WHERE s.call_id = c.id AND s.told_user = actor_user()))
            ORDER BY c.state = 'taken', c.called_at, c.id
            LIMIT $3"#,
        hospital.0,
        to_db(ctx.now()),
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let opened = Relations::CONSENT.and(Relations::BREAK_GLASS);
    let mut open = Vec::new();
    for row in rows {
        let became = match (Stage::parse(&row.state), row.taken_at) {
            (Some(Stage::Waiting), _) => Became::Waiting,
            (Some(Stage::Taken), Some(at)) => Became::Taken {
                by: row.taker,
                at: from_db(at),
            },
            _ => continue,
        };
        let patient = PatientId(row.patient);
        let relations = ctx.stands_in(&mut tx, patient).await?.without(opened);
        let about_them = Subject::Patient { patient, relations };
        let reads = ctx.may(Action::ReadPatient, &about_them);
        open.push(Line {
            call: Call {
                id: CallId(row.id),
                about: row.about.as_deref().and_then(About::parse),
                called_at: from_db(row.called_at),
                became,
            },
            of: reads.then(|| (patient, staff_name(&row.family_name, &row.given_name))),
            ward: row.ward,
            spot: row.spot,
            may_answer: ctx.may(Action::AnswerCall, &about_them),
        });
    }
    let shown = open
        .iter()
        .filter_map(|line| line.of.as_ref().map(|(patient, _)| *patient));
    let entry = Entry::new(Action::ListCalls, &subject, Outcome::Allowed);
    audit::record_list(ctx, entry, shown.collect(), asks_again).await?;
    tx.commit().await?;
    Ok(Board {
        open,
        read_at: ctx.now(),
    })
}

/// How many wait on a ward until somebody comes, for its page: a number, without whose.
///
/// # Errors
/// Denied for who treats nobody.
pub async fn waiting_on(ctx: &Ctx, ward: WardId) -> Result<i64> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ListCalls, &Subject::Hospital(hospital)).await?;
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "waiting!" FROM nurse_call c WHERE c.hospital_id = $1 AND c.ward_id = $2 AND c.state = 'waiting'"#,
        hospital.0,
        ward.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(waiting)
}

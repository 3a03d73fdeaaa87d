//! Who calls on the wards where the reader is on duty, and where they were told as being on call: who waits first, the longest first. Whom it is about is drawn for who reads that patient;
//! everybody else sees the bed or the chair. Who was told, and who is told next, stands beside each.

use domain::access::{Action, Relations, Subject};
use domain::calls::{About, Stage};
use domain::ids::{CallId, HospitalId, PatientId, WardId};
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::told::{self, Told};
use super::{Became, Call};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::on_call::{self, NextTold};
use crate::organisation;
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
    /// Who was told when, the first first.
    pub told: Vec<Told>,
    /// Who is told next if nobody comes; none of a call that somebody has taken, and where nobody is left.
    pub next: Option<NextTold>,
    /// Whether the reader takes and closes it.
    pub may_answer: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Board {
    /// Who calls.
    pub open: Vec<Line>,
    /// Whether the reader is on duty on a ward: who is on none is shown no call of a ward, and that is no all-clear.
    pub on_duty: bool,
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
                  CASE WHEN p.ward_id IS NULL THEN c.spot ELSE p.spot END AS "spot?",
                  EXISTS (SELECT FROM nurse_call_step s WHERE s.call_id = c.id AND s.told_user = actor_user()) AS "told!"
             FROM nurse_call c
             JOIN patient x ON x.id = led_to(c.patient_id, c.hospital_id)
             LEFT JOIN LATERAL call_place(x.id, c.hospital_id, $2) AS p ON true
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
    let on_duty = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM ward_duty d WHERE d.user_id = actor_user() AND d.hospital_id = $1 AND d.during @> $2::timestamptz) AS "on_duty!""#,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut *tx)
    .await?;
    // Every open page asks each five seconds, and mostly nobody calls: then nothing more is looked up.
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let (mut told, mut next) = match ids.is_empty() {
        true => Default::default(),
        false => (
            told::steps(&mut tx, &ids).await?,
            on_call::next_of_calls(&mut tx, ctx, hospital).await?,
        ),
    };
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
        let stands = ctx.stands_in(&mut tx, patient).await?.without(opened);
        let relations = stands.and_if(row.told, Relations::TOLD);
        let about_them = Subject::Patient { patient, relations };
        let reads = ctx.may(Action::ReadPatient, &about_them);
        let id = CallId(row.id);
        open.push(Line {
            call: Call {
                id,
                about: row.about.as_deref().and_then(About::parse),
                called_at: from_db(row.called_at),
                became,
            },
            of: reads.then(|| (patient, staff_name(&row.family_name, &row.given_name))),
            ward: row.ward,
            spot: row.spot,
            told: told.remove(&id).unwrap_or_default(),
            next: next.remove(&id),
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
        on_duty,
        read_at: ctx.now(),
    })
}

/// The open calls of a ward, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenOn {
    /// How many wait until somebody comes.
    pub waiting: i64,
    /// To how many somebody comes.
    pub coming: i64,
    /// As of when.
    pub read_at: Moment,
}

/// How many call on a ward, for its page and what moves of it. As in [`list`] somebody counts where they are now, or were a quarter of a second ago: those who ask in the same moment are told one count. They are counted and never shown, so nobody's chart is read and no look is written.
///
/// # Errors
/// Denied for who does not watch the ward, or treats nobody; not found for a ward of another hospital.
pub async fn open_on(ctx: &Ctx, ward: WardId) -> Result<OpenOn> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    organisation::may_watch(ctx, ward).await?;
    ctx.check(Action::ListCalls, &Subject::Hospital(hospital)).await?;
    let house = ctx.house();
    let counted = house
        .calls
        .of((hospital, ward), &house.clock, count(ctx, hospital, ward))
        .await?;
    Ok(*counted)
}

/// Counts them: the same for whoever of the hospital asks.
async fn count(ctx: &Ctx, hospital: HospitalId, ward: WardId) -> Result<OpenOn> {
    let mut tx = ctx.begin_often(Action::ListCalls, &Subject::Hospital(hospital)).await?;
    let read_at = ctx.now();
    // Mostly nobody calls: then it is not asked where they are, for which PostgreSQL would make ready what it knows of sessions, devices and admissions.
    let calls = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM nurse_call c WHERE c.hospital_id = $1 AND c.state IN ('waiting', 'taken')) AS "calls!""#,
        hospital.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !calls {
        tx.commit().await?;
        return Ok(OpenOn {
            waiting: 0,
            coming: 0,
            read_at,
        });
    }
    let open = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE c.state = 'waiting') AS "waiting!", count(*) FILTER (WHERE c.state = 'taken') AS "coming!"
             FROM nurse_call c
             LEFT JOIN LATERAL call_place(led_to(c.patient_id, c.hospital_id), c.hospital_id, $3) AS p ON true
            WHERE c.hospital_id = $1 AND c.state IN ('waiting', 'taken') AND coalesce(p.ward_id, c.ward_id) = $2"#,
        hospital.0,
        ward.0,
        to_db(read_at),
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(OpenOn {
        waiting: open.waiting,
        coming: open.coming,
        read_at,
    })
}

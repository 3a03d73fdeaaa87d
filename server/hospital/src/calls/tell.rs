//! Tells the nurses who are on duty where a patient calls, and whoever is on call where there is none: as they call, and again with each round. A round begins where somebody gave the call back, where the
//! patient says that nobody has come, and where the on-call table brought nobody.

use domain::access::Action;
use domain::calls::Heard;
use domain::ids::{CallId, HospitalId, PatientId, UserId};
use domain::notices::Kind as Notified;
use domain::on_call::Why;
use domain::time::Moment;
use uuid::Uuid;

use super::{Place, place_of};
use crate::audit::{Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Notice};
use crate::on_call;
use crate::time::to_db;

/// Nurses who are told of one call.
const MOST_TOLD: i64 = 50;

/// A round of a call that begins, and whose the call is.
#[derive(Clone, Copy)]
pub(super) struct Round {
    pub call: CallId,
    pub number: i32,
    pub hospital: HospitalId,
    pub patient: PatientId,
}

/// The nurses who are on duty on the ward, but for those who have just said that they do not come (`except`). Where there is none, whoever is on call is told at once.
pub(super) async fn tell(tx: &mut Tx, ctx: &Ctx, round: Round, place: &Place, except: &[UserId]) -> Result<()> {
    let left_out: Vec<Uuid> = except.iter().map(|user| user.0).collect();
    let nurses = sqlx::query_scalar!(
        "SELECT   d.user_id
         FROM     ward_duty d
         JOIN     role_grant g ON g.user_id = d.user_id AND g.hospital_id = d.hospital_id AND g.role = 'nurse' AND g.during @> $3::timestamptz
         WHERE    d.ward_id = $1 AND d.hospital_id = $2 AND d.during @> $3::timestamptz AND d.user_id <> ALL ($5::uuid[])
         GROUP BY d.user_id
         ORDER BY d.user_id
         LIMIT    $4",
        place.ward.0,
        round.hospital.0,
        to_db(ctx.now()),
        MOST_TOLD,
        &left_out,
    )
    .fetch_all(&mut **tx)
    .await?;
    let nurses: Vec<UserId> = nurses.into_iter().map(UserId).collect();
    let mut notice = Notice::of(Notified::CallMade)
        .at(round.hospital)
        .about(round.patient)
        .with(place.ward_name.as_str());
    if let Some(spot) = &place.spot {
        notice = notice.spot(spot.as_str());
    }
    let notices = nurses.iter().map(|user| (*user, notice.clone()));
    notices::tell_each(tx, ctx, notices.collect()).await?;
    for user in &nurses {
        write_step(tx, ctx, round, Some(*user), true).await?;
    }
    if nurses.is_empty() {
        let whose = (round.hospital, round.patient);
        let on_call = on_call::escalate(tx, ctx, Notified::CallUnanswered, whose, except).await?;
        let told = on_call.filter(|user| !except.contains(user));
        write_step(tx, ctx, round, told, false).await?;
    }
    Ok(())
}

/// A call that somebody took waits again, in the next round.
pub(super) async fn wait_anew(
    tx: &mut Tx,
    ctx: &Ctx,
    call: CallId,
    (hospital, patient): (HospitalId, PatientId),
) -> Result<Round> {
    let number = sqlx::query_scalar!(
        "UPDATE nurse_call SET state = 'waiting', taken_by = NULL, taken_at = NULL, round = round + 1, waits_since = $2 WHERE id = $1 RETURNING round",
        call.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Round {
        call,
        number,
        hospital,
        patient,
    })
}

/// Who was told as the round began, or that nobody was.
async fn write_step(tx: &mut Tx, ctx: &Ctx, round: Round, told: Option<UserId>, on_ward: bool) -> Result<()> {
    sqlx::query!(
        "INSERT INTO nurse_call_step (call_id, round, step, at, told_user, skipped_reason, on_ward) VALUES ($1, $2, 0, $3, $4, $5, $6)",
        round.call.0,
        round.number,
        to_db(ctx.now()),
        told.map(|user| user.0),
        told.is_none().then_some(Why::Nobody.name()),
        on_ward,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who was told of a call in this round: for the patient, who reads that and not whom.
pub(super) async fn heard(tx: &mut Tx, call: CallId) -> Result<Heard> {
    let word = sqlx::query_scalar!(r#"SELECT call_heard($1) AS "heard!""#, call.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(Heard::parse(&word))
}

/// A call that nobody took begins anew, if it waits since then still: two sweeps at once begin it once. Who has gone home is called for no longer; their call stands on the page until somebody closes it.
pub(crate) async fn anew(
    tx: &mut Tx,
    ctx: &Ctx,
    (call, since): (CallId, Moment),
    (hospital, patient): (HospitalId, PatientId),
) -> Result<Option<Entry>> {
    let Some(place) = place_of(tx, ctx, patient, hospital).await? else {
        return Ok(None);
    };
    let number = sqlx::query_scalar!(
        "UPDATE nurse_call SET round = round + 1, waits_since = $3 WHERE id = $1 AND state = 'waiting' AND coalesce(waits_since, called_at) = $2 RETURNING round",
        call.0,
        to_db(since),
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(number) = number else {
        return Ok(None);
    };
    let round = Round {
        call,
        number,
        hospital,
        patient,
    };
    tell(tx, ctx, round, &place, &[]).await?;
    Ok(Some(Entry::changed(
        "call.tell",
        Action::RunJobs,
        patient,
        Kind::Alarms,
    )))
}

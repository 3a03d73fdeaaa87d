//! Somebody looks at every emergency opening afterwards: in the hospital whose person opened it, and in each that held the record, each for itself.

use domain::access::{Action, Subject};
use domain::emergency::{Opening, Reason, Told, Verdict};
use domain::ids::{BreakGlassId, PatientId, UserId};
use domain::invalid::Invalid;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::care::{Colleague, colleagues};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Openings of one page.
const PAGE: i64 = 50;

/// The queue of a hospital.
#[derive(Clone, Debug)]
pub struct Queue {
    /// The openings.
    pub openings: Vec<Opening>,
    /// The privacy officer, when one is named who works there.
    pub officer: Option<UserId>,
    /// Whether the reader may name one.
    pub may_name: bool,
    /// Who can be named; none when they are too many for a list.
    pub choices: Option<Vec<Colleague>>,
}

/// The queue: openings that wait for a review first, the oldest of them first; then what was reviewed, the newest first. At most fifty.
///
/// # Errors
/// Denied for who does not review.
pub async fn list(ctx: &Ctx) -> Result<Queue> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReviewBreakGlass, &subject).await?;
    let rows = sqlx::query!(
        r#"SELECT b.id, b.patient_id, b.user_id, b.reason, b.words, b.opened_at, b.until, b.told_at, b.person_told,
                  v.told, v.reviewed_at, v.verdict, v.review, h.name AS hospital, b.user_name AS by, r.hospital_number AS "hospital_number?",
                  (SELECT count(DISTINCT a.request_id) FROM audit_entry a
                    WHERE a.subject_id = b.patient_id AND a.actor_id = b.user_id AND a.outcome = 'allowed' AND a.action = 'patient.read'
                      AND a.at BETWEEN b.opened_at AND b.until) AS "reads!"
             FROM break_glass_review v
             JOIN break_glass b       ON b.id = v.opening_id
             JOIN hospital h          ON h.id = b.hospital_id
             LEFT JOIN registration r ON r.patient_id = b.patient_id AND r.hospital_id = $1
            WHERE v.hospital_id = $1
            ORDER BY (v.reviewed_at IS NULL) DESC, CASE WHEN v.reviewed_at IS NULL THEN b.opened_at END, v.reviewed_at DESC
            LIMIT $2"#,
        hospital.0,
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
    let officer = sqlx::query_scalar!("SELECT privacy_officer_of($1, $2)", hospital.0, to_db(ctx.now()))
        .fetch_one(&mut *tx)
        .await?
        .map(UserId);
    let may_name = ctx.may(Action::ManageRights, &subject);
    let choices = match may_name {
        true => colleagues(&mut tx, hospital, &[], ctx.now()).await?,
        false => None,
    };
    let entry = Entry::new(Action::ReviewBreakGlass, &subject, Outcome::Allowed)
        .of(rows.iter().map(|row| PatientId(row.patient_id)))
        .kinds(&[Kind::Demographics, Kind::Access]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let own = ctx.actor().user().map(|user| user.0);
    let openings = rows.into_iter().filter_map(|row| {
        let review = match (row.verdict.as_deref().and_then(Verdict::parse), row.reviewed_at) {
            (Some(verdict), Some(at)) => Some((verdict, row.review.unwrap_or_default(), from_db(at))),
            _ => None,
        };
        Some(Opening {
            id: BreakGlassId(row.id),
            patient: PatientId(row.patient_id),
            hospital_number: row.hospital_number,
            by: row.by,
            hospital: row.hospital,
            is_own: Some(row.user_id) == own,
            reason: Reason::parse(&row.reason)?,
            words: row.words,
            opened_at: from_db(row.opened_at),
            until: from_db(row.until),
            told: row.told_at.map(|at| Told {
                at: from_db(at),
                person: row.person_told,
                reviewers: row.told.and_then(|told| u32::try_from(told).ok()),
            }),
            reads: u32::try_from(row.reads).unwrap_or(u32::MAX),
            review,
        })
    });
    Ok(Queue {
        openings: openings.collect(),
        officer,
        may_name,
        choices,
    })
}

/// Closes the review of an opening in the actor's hospital with what was found.
///
/// # Errors
/// Conflict when it was closed already or is the actor's own, invalid without a sentence where it was not justified, not found for an opening of others.
pub async fn close(ctx: &Ctx, opening: BreakGlassId, verdict: Verdict, words: &str) -> Result<()> {
    let (hospital, user) = match (ctx.actor().hospital(), ctx.actor().user()) {
        (Some(hospital), Some(user)) => (hospital, user),
        _ => return Err(HospitalError::SignIn),
    };
    let words = words.trim();
    if words.chars().count() > 1_000 {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "review",
            "The text is longer than 1,000 characters. Shorten it.",
        )]));
    }
    if verdict == Verdict::NotJustified && words.is_empty() {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "review",
            "Say why it was not justified: whoever reads this later needs to know.",
        )]));
    }
    let mut tx = ctx
        .begin(Action::ReviewBreakGlass, &Subject::Hospital(hospital))
        .await?;
    let found = sqlx::query!(
        "SELECT b.patient_id, b.user_id, v.reviewed_at
           FROM break_glass_review v
           JOIN break_glass b ON b.id = v.opening_id
          WHERE v.opening_id = $1 AND v.hospital_id = $2
            FOR UPDATE OF v",
        opening.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if found.reviewed_at.is_some() {
        return Err(HospitalError::Conflict("Somebody has closed this review already."));
    }
    if found.user_id == user.0 {
        return Err(HospitalError::Conflict(
            "This is your own opening: somebody else must look at it.",
        ));
    }
    sqlx::query!(
        "UPDATE break_glass_review SET reviewed_at = $3, reviewed_by = $4, verdict = $5, review = $6 WHERE opening_id = $1 AND hospital_id = $2",
        opening.0,
        hospital.0,
        to_db(ctx.now()),
        user.0,
        verdict.name(),
        words,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change_of_patient(
        "break_glass.review",
        Action::ReviewBreakGlass,
        PatientId(found.patient_id),
    );
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

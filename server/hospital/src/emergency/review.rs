//! Somebody looks at every emergency opening afterwards: in the hospital whose person opened it, and where the record is held.

use domain::access::{Action, Subject};
use domain::emergency::{Opening, Reason, Verdict};
use domain::ids::{BreakGlassId, PatientId};
use domain::invalid::Invalid;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Openings of one page.
const PAGE: i64 = 50;

/// The queue: openings that wait for a review first, the oldest of them first; then what was reviewed, the newest first. At most fifty.
///
/// # Errors
/// Denied for who does not review.
pub async fn list(ctx: &Ctx) -> Result<Vec<Opening>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReviewBreakGlass, &subject).await?;
    let rows = sqlx::query!(
        r#"SELECT b.id, b.patient_id, b.user_id, b.reason, b.words, b.opened_at, b.until, b.told_at, b.reviewed_at, b.verdict, b.review,
                  h.name AS hospital, b.user_name AS by, r.hospital_number AS "hospital_number?",
                  (SELECT count(DISTINCT a.request_id) FROM audit_entry a
                    WHERE a.subject_id = b.patient_id AND a.actor_id = b.user_id AND a.outcome = 'allowed' AND a.action = 'patient.read'
                      AND a.at BETWEEN b.opened_at AND b.until) AS "reads!"
             FROM break_glass b
             JOIN hospital h          ON h.id = b.hospital_id
             LEFT JOIN registration r ON r.patient_id = b.patient_id AND r.hospital_id = $1
            WHERE b.hospital_id = $1 OR $1 = ANY (b.holders)
            ORDER BY (b.reviewed_at IS NULL) DESC, CASE WHEN b.reviewed_at IS NULL THEN b.opened_at END, b.reviewed_at DESC
            LIMIT $2"#,
        hospital.0,
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
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
            told_at: row.told_at.map(from_db),
            reads: u32::try_from(row.reads).unwrap_or(u32::MAX),
            review,
        })
    });
    Ok(openings.collect())
}

/// Closes the review of an opening with what was found.
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
        "SELECT patient_id, user_id, reviewed_at FROM break_glass WHERE id = $1 AND (hospital_id = $2 OR $2 = ANY (holders)) FOR UPDATE",
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
        "UPDATE break_glass SET reviewed_at = $2, reviewed_by = $3, verdict = $4, review = $5 WHERE id = $1",
        opening.0,
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

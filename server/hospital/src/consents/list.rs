//! Consents in a list: the person's own with their history, and for an admin those that hold.

use domain::access::{Action, Relations, Subject};
use domain::consents::{Consent, DataType, Purpose, Words};
use domain::ids::{ConsentId, HospitalId, PatientId};
use domain::time::Moment;
use time::OffsetDateTime;

use super::own;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Rows of one page.
const PAGE: i64 = 50;

/// What the person's page shows.
#[derive(Clone, Debug)]
pub struct Own {
    /// Those that hold and those that held, newest first; 200 at most.
    pub consents: Vec<Consent>,
    /// Whether they may agree to more: not while their portal is off.
    pub may_give: bool,
    /// The newest words of each purpose.
    pub words: Vec<Words>,
    /// The hospitals that can be named.
    pub hospitals: Vec<(HospitalId, String)>,
}

/// The reader's own consents, with the words in the reader's language; in English where the newest have no others.
///
/// Errors: denied for everybody but the person.
pub async fn list_own(ctx: &Ctx, language: &str) -> Result<Own> {
    let patient = own(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeConsent, patient).await?;
    let here = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let rows = sqlx::query!(
        r#"SELECT c.id, c.purpose, c.scope, c.text_version, lower(c.during) AS given_at, upper(c.during) AS withdrawn_at,
                  isempty(c.during) AS "never_held!", h.name AS "to?"
             FROM consent c
             LEFT JOIN hospital h ON h.id = c.to_hospital
            WHERE c.patient_id = $1
            ORDER BY c.id DESC
            LIMIT 200"#,
        patient.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    let words = sqlx::query!(
        "SELECT DISTINCT ON (purpose) purpose, version, language, words
           FROM consent_text
          WHERE language IN ($1, 'en')
          ORDER BY purpose, version DESC, language = $1 DESC",
        language,
    )
    .fetch_all(&mut *tx)
    .await?;
    let hospitals = sqlx::query!(
        "SELECT id, name FROM hospital WHERE id <> $1 ORDER BY name LIMIT 200",
        here.0
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(ctx, Entry::patient(Action::ChangeConsent, patient, &[Kind::Access])).await?;
    tx.commit().await?;
    let consents = rows.into_iter().filter_map(|row| {
        consent(
            ConsentId(row.id),
            (&row.purpose, &row.scope, row.to),
            row.text_version,
            (row.given_at, row.withdrawn_at),
            row.never_held,
        )
    });
    let relations = Relations::NONE;
    Ok(Own {
        may_give: ctx.may(Action::GiveConsent, &Subject::Patient { patient, relations }),
        consents: consents.collect(),
        words: words
            .into_iter()
            .filter_map(|row| {
                Some(Words {
                    purpose: Purpose::parse(&row.purpose)?,
                    version: row.version,
                    language: row.language,
                    text: row.words,
                })
            })
            .collect(),
        hospitals: hospitals
            .into_iter()
            .map(|row| (HospitalId(row.id), row.name))
            .collect(),
    })
}

/// A consent that holds, for an admin.
#[derive(Clone, Debug)]
pub struct Holding {
    /// The patient's number in this hospital.
    pub hospital_number: String,
    /// What was agreed to.
    pub consent: Consent,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct Page {
    /// Newest first.
    pub rows: Vec<Holding>,
    /// Where the next, older page begins.
    pub next: Option<ConsentId>,
}

/// The consents that hold for patients of this hospital, given in its portal: 50 older than `before`, of one purpose and of one patient number where they are named.
///
/// Errors: denied for who may not see them.
pub async fn list_here(ctx: &Ctx, purpose: Option<Purpose>, number: &str, before: Option<ConsentId>) -> Result<Page> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadConsents, &subject).await?;
    let number = number.trim();
    let rows = sqlx::query!(
        r#"SELECT c.id, c.purpose, c.scope, c.text_version, lower(c.during) AS given_at, upper(c.during) AS withdrawn_at, h.name AS "to?",
                  r.hospital_number, c.patient_id
             FROM consent c
             JOIN registration r  ON r.patient_id = c.patient_id AND r.hospital_id = c.hospital_id
             LEFT JOIN hospital h ON h.id = c.to_hospital
            WHERE c.hospital_id = $1 AND c.during @> $2::timestamptz
              AND ($3::text IS NULL OR c.purpose = $3) AND ($4::text IS NULL OR r.hospital_number = $4) AND ($5::uuid IS NULL OR c.id < $5)
            ORDER BY c.id DESC
            LIMIT $6"#,
        hospital.0,
        to_db(ctx.now()),
        purpose.map(Purpose::name),
        (!number.is_empty()).then_some(number),
        before.map(|id| id.0),
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let shown = rows.iter().take(PAGE as usize).map(|row| PatientId(row.patient_id));
    let entry = Entry::new(Action::ReadConsents, &subject, audit::Outcome::Allowed);
    audit::record(ctx, entry.of(shown).kinds(&[Kind::Demographics, Kind::Access])).await?;
    tx.commit().await?;
    let more = rows.len() > PAGE as usize;
    let rows: Vec<Holding> = rows
        .into_iter()
        .take(PAGE as usize)
        .filter_map(|row| {
            let consent = consent(
                ConsentId(row.id),
                (&row.purpose, &row.scope, row.to),
                row.text_version,
                (row.given_at, row.withdrawn_at),
                false,
            )?;
            Some(Holding {
                hospital_number: row.hospital_number,
                consent,
            })
        })
        .collect();
    let next = rows.last().filter(|_| more).map(|row| row.consent.id);
    Ok(Page { rows, next })
}

/// A row as a consent. One that was withdrawn in the moment in which it was given has an empty range, which knows no times: its id knows when it was made.
fn consent(
    id: ConsentId,
    (purpose, scope, to): (&str, &str, Option<String>),
    version: i16,
    (given_at, withdrawn_at): (Option<OffsetDateTime>, Option<OffsetDateTime>),
    never_held: bool,
) -> Option<Consent> {
    let made_at = id.0.get_timestamp().map(|made| {
        let (seconds, nanos) = made.to_unix();
        Moment::from_millis(i64::try_from(seconds).unwrap_or(0) * 1_000 + i64::from(nanos / 1_000_000))
    });
    let given_at = given_at.map(from_db).or(made_at)?;
    Some(Consent {
        id,
        purpose: Purpose::parse(purpose)?,
        scope: DataType::parse(scope),
        to,
        version,
        given_at,
        withdrawn_at: withdrawn_at.map(from_db).or(never_held.then_some(given_at)),
    })
}

//! What reception sees: who asked, and the charts of this hospital that could be theirs, side by side.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::time::{Moment, Zone};
use time::Date;
use uuid::Uuid;

use super::Applicant;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::from_db;

/// The oldest so many are shown; the next come when these are decided.
const PAGE: i64 = 20;
/// The most charts beside one application.
const CANDIDATES: i64 = 5;

/// A date: year, month, day.
pub type Day = (i32, u8, u8);

/// Somebody who asked for an account, with a proved address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Which.
    pub id: Uuid,
    /// What they wrote of themselves.
    pub applicant: Applicant,
    /// When the address was proved.
    pub verified_at: Moment,
    /// Charts of this hospital that share the health id, or the date of birth and the family name; the best first.
    pub candidates: Vec<Candidate>,
}

/// A chart that could be theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The person.
    pub patient: PatientId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Date of birth.
    pub born_on: Day,
    /// Health id.
    pub health_id: String,
    /// The number in this hospital.
    pub hospital_number: String,
    /// Whether somebody has an account for this chart already: then it cannot be confirmed.
    pub has_account: bool,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The hospital's zone.
    pub zone: Zone,
    /// The oldest first.
    pub applications: Vec<Application>,
}

/// The applications that wait here, oldest first.
pub async fn list_waiting(ctx: &Ctx) -> Result<Waiting> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    // To read the list is no act: reception's first page asks for no fresh proof, its buttons do.
    let mut tx = ctx.look(Action::ConfirmRegistration).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let rows = sqlx::query!(
        r#"SELECT   a.id, a.applicant_sealed AS "applicant!", a.verified_at AS "verified_at!"
           FROM     patient_application a
           WHERE    a.hospital_id = $1 AND a.verified_at IS NOT NULL AND a.decided_at IS NULL
           ORDER BY a.verified_at, a.id
           LIMIT    $2"#,
        hospital.0,
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut applications = Vec::with_capacity(rows.len());
    for row in rows {
        let applicant = Applicant::open(&ctx.house().keys, row.id, &row.applicant)?;
        let found = sqlx::query!(
            r#"SELECT   p.id, p.given_name, p.family_name, p.born_on, coalesce(p.health_id, '') AS "health_id!", r.hospital_number,
                        EXISTS (SELECT FROM portal_account x WHERE x.patient_id = p.id AND x.hospital_id = $1) AS "has_account!"
               FROM     registration r
               JOIN     patient p ON p.id = r.patient_id
               WHERE    r.hospital_id = $1
                 AND    (p.health_id = $2 OR (p.born_on = $3 AND lower(p.family_name) = lower($4)))
               ORDER BY (p.health_id = $2 AND p.born_on = $3) DESC, (p.health_id = $2) DESC, p.id
               LIMIT    $5"#,
            hospital.0,
            applicant.health_id,
            applicant.born_on()?,
            applicant.family_name,
            CANDIDATES,
        )
        .fetch_all(&mut *tx)
        .await?;
        let candidates = found.into_iter().map(|chart| Candidate {
            patient: PatientId(chart.id),
            given_name: chart.given_name,
            family_name: chart.family_name,
            born_on: day(chart.born_on),
            health_id: chart.health_id,
            hospital_number: chart.hospital_number,
            has_account: chart.has_account,
        });
        applications.push(Application {
            id: row.id,
            applicant,
            verified_at: from_db(row.verified_at),
            candidates: candidates.collect(),
        });
    }
    let beside = applications.iter().flat_map(|application| &application.candidates);
    let entry = Entry::new(Action::ConfirmRegistration, &subject, Outcome::Allowed)
        .of(beside.map(|chart| chart.patient))
        .kinds(&[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Waiting { zone, applications })
}

fn day(date: Date) -> Day {
    (date.year(), u8::from(date.month()), date.day())
}

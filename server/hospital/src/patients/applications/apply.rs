//! The form. Whatever it holds, when it is well formed the answer, the work and its time are the same: a row, a mail. It asks for no password: anybody can fill it in
//! with anybody's address, so the password is chosen behind the link in the mail ([`super::verify`]).

use domain::access::{Action, Subject};
use domain::ids::HospitalId;
use domain::invalid::Invalid;
use domain::patients::HealthId;
use domain::typed;
use uuid::Uuid;

use super::Applicant;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::mail::{self, Letter, Recipient};
use crate::organisation::zone::zone;
use crate::time::to_db;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The id of the hospital.
    pub hospital: String,
    /// Health id.
    pub health_id: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Date of birth.
    pub born_on: String,
    /// E-mail address.
    pub email: String,
    /// Phone number; may be empty.
    pub phone: String,
    /// The tag of the language in which they read the form: they are written to in it. Empty for English.
    pub language: String,
}

/// The hospitals whose portal can be asked for, by name.
pub async fn open_hospitals(ctx: &Ctx) -> Result<Vec<(HospitalId, String)>> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let rows = sqlx::query!("SELECT h.id, h.name FROM hospital h ORDER BY h.name LIMIT 500")
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|row| (HospitalId(row.id), row.name)).collect())
}

/// Keeps the application, and writes to its address.
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault: of form only, never of what is known.
pub async fn apply(ctx: &Ctx, form: &Form) -> Result<()> {
    let hospital = hospital(ctx, &form.hospital).await?;
    let today = zone(hospital.as_ref().map_or("UTC", |(_, zone)| zone), ctx.now()).civil(ctx.now());
    let health_id = HealthId::parse("health_id", &form.health_id);
    let given = typed::name("given_name", "your given name", &form.given_name);
    let family = typed::name("family_name", "your family name", &form.family_name);
    let born = typed::born_on("born_on", &form.born_on, today);
    let email = typed::email("email", &form.email);
    let phone = Some(form.phone.trim())
        .filter(|phone| !phone.is_empty())
        .map(|phone| typed::phone("phone", phone))
        .transpose();
    let hospital = hospital.ok_or_else(|| Invalid::new("hospital", "Choose your hospital."));
    let (Ok((hospital, _)), Ok(health_id), Ok(given), Ok(family), Ok(born), Ok(email), Ok(phone)) =
        (&hospital, &health_id, &given, &family, &born, &email, &phone)
    else {
        let faults = [
            hospital.err(),
            health_id.err(),
            given.err(),
            family.err(),
            born.err(),
            email.err(),
            phone.err(),
        ];
        return Err(HospitalError::Invalid(faults.into_iter().flatten().collect()));
    };
    let id = Uuid::now_v7();
    let applicant = Applicant {
        health_id: health_id.digits().to_owned(),
        given_name: given.clone(),
        family_name: family.clone(),
        born_on: *born,
        email: email.clone(),
        phone: phone.clone(),
    };
    let applicant = applicant.seal(&ctx.house().keys, id)?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!(
        "INSERT INTO patient_application (id, hospital_id, applicant_sealed, email_blind, made_at, language)
         VALUES                          ($1, $2,          $3,               $4,          $5,      nullif($6, ''))",
        id,
        hospital.0,
        applicant.sealed,
        applicant.blind,
        to_db(ctx.now()),
        form.language,
    )
    .execute(&mut *tx)
    .await?;
    mail::send_in(&mut tx, ctx, Letter::VerifyPatient, Recipient::PatientApplication(id)).await?;
    let applied = Entry::change("portal.apply", Action::OpenSession, &Subject::Hospital(*hospital));
    audit::record_in(&mut tx, ctx, [applied]).await?;
    Ok(tx.commit().await?)
}

/// The hospital of the list that was chosen, and its zone.
async fn hospital(ctx: &Ctx, chosen: &str) -> Result<Option<(HospitalId, String)>> {
    let Ok(id) = chosen.parse::<HospitalId>() else {
        return Ok(None);
    };
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let zone = sqlx::query_scalar!("SELECT h.zone FROM hospital h WHERE h.id = $1", id.0)
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(zone.map(|zone| (id, zone)))
}

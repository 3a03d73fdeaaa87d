//! The form of a hospital. Its answer is the same whatever is known.

use domain::access::{Action, Subject};
use domain::invalid::Invalid;
use domain::typed;
use uuid::Uuid;

use super::admin_email_of;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::mail::{self, Letter, Recipient};
use crate::organisation::place_of_zone;
use crate::time::to_db;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The hospital's name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its phone number.
    pub phone: String,
    /// The number under which the authorities know it.
    pub registration_number: String,
    /// Its IANA time zone.
    pub zone: String,
    /// The name of its first admin.
    pub admin_name: String,
    /// And their e-mail address.
    pub admin_email: String,
    /// The tag of the language in which they read the form: they are written to in it. Empty for English.
    pub language: String,
}

/// Keeps the application, and writes to the first admin.
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault.
pub async fn apply(ctx: &Ctx, form: &Form) -> Result<()> {
    let name = typed::name("name", "the name of the hospital", &form.name);
    let address = typed::words("address", "the address", &form.address);
    let phone = typed::phone("phone", &form.phone);
    let number = typed::name(
        "registration_number",
        "the registration number",
        &form.registration_number,
    );
    let zone = zone_of(&form.zone);
    let admin = typed::name("admin_name", "the name of the first admin", &form.admin_name);
    let email = typed::email("admin_email", &form.admin_email);
    let (Ok(name), Ok(address), Ok(phone), Ok(number), Ok(zone), Ok(admin), Ok(email)) =
        (&name, &address, &phone, &number, &zone, &admin, &email)
    else {
        let faults = [
            name.err(),
            address.err(),
            phone.err(),
            number.err(),
            zone.err(),
            admin.err(),
            email.err(),
        ];
        return Err(HospitalError::Invalid(faults.into_iter().flatten().collect()));
    };
    let id = Uuid::now_v7();
    let email = ctx.house().keys.seal(&admin_email_of(id), email.as_bytes())?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!(
        "INSERT INTO hospital_application (id, name, address, phone, registration_number, zone, admin_name, admin_email_sealed, made_at, language)
         VALUES                           ($1, $2,   $3,      $4,    $5,                  $6,   $7,         $8,                 $9,      nullif($10, ''))",
        id,
        name,
        address,
        phone,
        number,
        zone,
        admin,
        email,
        to_db(ctx.now()),
        form.language,
    )
    .execute(&mut *tx)
    .await?;
    mail::send_in(&mut tx, ctx, Letter::VerifyHospital, Recipient::HospitalApplication(id)).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("hospital.apply", Action::OpenSession, &Subject::House)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// A zone that the bundled data knows, such as `Africa/Nairobi`.
fn zone_of(typed: &str) -> std::result::Result<String, Invalid> {
    place_of_zone(typed).ok_or_else(|| {
        Invalid::new(
            "zone",
            "Enter the time zone as continent and city, such as Africa/Nairobi.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_zone_is_one_that_the_clock_knows() {
        assert_eq!(zone_of(" Africa/Nairobi ").unwrap(), "Africa/Nairobi");
        for wrong in [
            "",
            "UTC",
            "Africa",
            "Africa/Atlantis",
            "../etc/passwd",
            "Africa/Nairobi; DROP",
        ] {
            assert_eq!(zone_of(wrong).unwrap_err().field, "zone", "{wrong}");
        }
    }
}

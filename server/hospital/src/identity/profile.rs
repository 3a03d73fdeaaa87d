//! How to reach the owner of an account, and in which language they read. Phone, address and emergency contact are sealed: a copy of the table tells
//! nobody where people live.

use domain::access::{Action, Subject};
use domain::identity::Density;
use domain::identity::contact::{Contact, Profile};
use domain::ids::UserId;
use domain::invalid::Invalid;
use domain::units::Quantity;

use super::contact::Reached;
use super::contact::change_email::waiting_in;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::keys::Place;

fn place(user: UserId) -> Place {
    Place::new("account_profile", "contact_sealed", user.0)
}

/// The asker's own.
pub async fn read(ctx: &Ctx) -> Result<Profile> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let kept = sqlx::query!(
        r#"SELECT u.display_name, u.email_sealed, u.phone_sealed, p.contact_sealed AS "contact?"
           FROM   app_user u
           LEFT JOIN account_profile p ON p.user_id = u.id
           WHERE  u.id = $1"#,
        user.0
    )
    .fetch_optional(&mut *tx)
    .await?;
    let keys = &ctx.house().keys;
    let waiting_email = waiting_in(&mut tx, keys, user).await?;
    tx.commit().await?;
    let kept = kept.ok_or(HospitalError::NotFound)?;
    let contact = match kept.contact {
        Some(sealed) => {
            let plain = keys.open(&place(user), &sealed)?;
            serde_json::from_slice(&plain).map_err(|_| HospitalError::Internal("a kept contact cannot be read"))?
        }
        None => Contact::default(),
    };
    let reached = Reached::open(keys, user, kept.email_sealed.as_deref(), kept.phone_sealed.as_deref())?;
    Ok(Profile {
        name: kept.display_name,
        email: reached.email,
        waiting_email,
        sign_in_phone: reached.phone,
        contact,
    })
}

/// Writes how the asker is reached.
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault.
pub async fn change_contact(ctx: &Ctx, contact: Contact) -> Result<()> {
    let contact = contact.checked().map_err(HospitalError::Invalid)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let plain =
        serde_json::to_vec(&contact).map_err(|_| HospitalError::Internal("a contact could not be written down"))?;
    let sealed = ctx.house().keys.seal(&place(user), &plain)?;
    let subject = Subject::Account(user);
    let mut tx = ctx.begin(Action::ChangeAccount, &subject).await?;
    sqlx::query!(
        "INSERT INTO account_profile (user_id, contact_sealed) VALUES ($1, $2)
         ON CONFLICT (user_id) DO UPDATE SET contact_sealed = EXCLUDED.contact_sealed",
        user.0,
        sealed,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("account.change_contact", Action::ChangeAccount, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// How the pages look to one person, as they chose it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// The tag of a language.
    pub language: String,
    /// The names of units, in the order of [`Quantity::ALL`].
    pub units: [String; 3],
    /// Whether every edge and every letter stands out.
    pub high_contrast: bool,
    /// How tight controls and rows stand.
    pub density: Density,
}

/// Writes how the pages look to the asker; the language is one of `offered`. What is stored of patients keeps its units.
///
/// # Errors
/// [`HospitalError::Invalid`] for a language or a unit that is none.
pub async fn change_looks(ctx: &Ctx, looks: &Looks, offered: impl Fn(&str) -> bool) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut faults = Vec::new();
    if !offered(&looks.language) {
        faults.push(Invalid::new("language", "Choose one of the languages in the list."));
    }
    for (quantity, name) in Quantity::ALL.into_iter().zip(&looks.units) {
        if quantity.units().iter().all(|unit| unit.name() != name) {
            faults.push(Invalid::new(quantity.field(), "Choose one of the units in the list."));
        }
    }
    if !faults.is_empty() {
        return Err(HospitalError::Invalid(faults));
    }
    let [temperature, weight, glucose] = &looks.units;
    let subject = Subject::Account(user);
    let mut tx = ctx.begin(Action::ChangeAccount, &subject).await?;
    sqlx::query!(
        "INSERT INTO account_profile (user_id, language, temperature_unit, weight_unit, glucose_unit, high_contrast, density) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (user_id) DO UPDATE
            SET language = EXCLUDED.language, temperature_unit = EXCLUDED.temperature_unit, weight_unit = EXCLUDED.weight_unit,
                glucose_unit = EXCLUDED.glucose_unit, high_contrast = EXCLUDED.high_contrast, density = EXCLUDED.density",
        user.0,
        looks.language,
        temperature,
        weight,
        glucose,
        looks.high_contrast,
        looks.density.name(),
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("account.change_looks", Action::ChangeAccount, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().sessions.doubt(user);
    Ok(())
}

//! The patient names somebody who may see their record.

use domain::access::Action;
use domain::ids::ProxyId;
use domain::invalid::{Invalid, is_printable};
use domain::patients::Section;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::{LONGEST_DAYS, MOST, named_email_of};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::contact::seal_email;
use crate::identity::login::Login;
use crate::time::to_db;

/// The longest address and the longest name, in characters.
const LONGEST: usize = 254;
const LONGEST_NAME: usize = 60;

/// Who, what and how long, as typed.
#[derive(Clone, Debug)]
pub struct Naming {
    /// Their e-mail address.
    pub email: String,
    /// What the patient calls them, such as "my son".
    pub known_as: String,
    /// The parts that they may see.
    pub sections: Vec<Section>,
    /// For how many days.
    pub days: u16,
}

/// Invites an address. The answer is the same whether or not anybody has it.
///
/// Errors: denied for everybody but the person; invalid by field; conflict when the address is invited already, or too many are.
pub async fn name(ctx: &Ctx, naming: &Naming) -> Result<ProxyId> {
    let patient = ctx.actor().on_behalf_of().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::NameProxy, patient).await?;
    let (user, hospital) = ctx
        .actor()
        .user()
        .zip(ctx.actor().hospital())
        .ok_or(HospitalError::SignIn)?;
    let (email, known_as) = match typed(naming) {
        Ok(typed) => typed,
        Err(faults) => {
            tx.rollback().await?;
            return Err(HospitalError::Invalid(faults));
        }
    };
    let id = ProxyId(Uuid::now_v7());
    let email = seal_email(&ctx.house().keys, &named_email_of(id.0, patient), &email)?;
    let own = sqlx::query_scalar!("SELECT email_blind FROM app_user WHERE id = $1", user.0)
        .fetch_optional(&mut *tx)
        .await?
        .flatten();
    if own.as_ref() == Some(&email.blind) {
        tx.rollback().await?;
        let fault = Invalid::new(
            "email",
            "This is your own address. Write the address of who cares for you.",
        );
        return Err(fault.into());
    }
    let now = ctx.now();
    let hold = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM proxy_invitation WHERE patient_id = $1 AND during @> $2::timestamptz"#,
        patient.0,
        to_db(now),
    )
    .fetch_one(&mut *tx)
    .await?;
    if hold >= MOST {
        tx.rollback().await?;
        return Err(HospitalError::Conflict(
            "Ten people may see your record already. End one of them first.",
        ));
    }
    let until = now.plus_seconds(f64::from(naming.days) * 86_400.0);
    let made = sqlx::query!(
        "INSERT INTO proxy_invitation (id, patient_id, hospital_id, email_sealed, email_blind, known_as, sections, made_by, during)
         VALUES                       ($1, $2,         $3,          $4,           $5,          $6,       $7,       $8,      $9)",
        id.0,
        patient.0,
        hospital.0,
        email.sealed,
        email.blind,
        known_as,
        &naming
            .sections
            .iter()
            .map(|section| section.name().to_owned())
            .collect::<Vec<_>>(),
        user.0,
        PgRange::from(to_db(now)..to_db(until)),
    )
    .execute(&mut *tx)
    .await;
    if let Err(error) = made {
        tx.rollback().await?;
        let rule = error.as_database_error().and_then(|error| error.constraint());
        return Err(match rule {
            Some("proxy_invitation_once") => {
                HospitalError::Conflict("You have named this address already. End that first to change it.")
            }
            _ => error.into(),
        });
    }
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::patient(Action::NameProxy, patient, &[Kind::Access])],
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// The address and the name, as they are kept; or what is wrong, field by field.
fn typed(naming: &Naming) -> std::result::Result<(String, String), Vec<Invalid>> {
    let mut faults = Vec::new();
    let email = Login::parse(&naming.email)
        .and_then(|login| login.email().map(str::to_owned))
        .filter(|email| {
            let (before, after) = email.split_once('@').unwrap_or_default();
            !before.is_empty()
                && !after.is_empty()
                && !email.contains(char::is_whitespace)
                && email.chars().count() <= LONGEST
        });
    if email.is_none() {
        faults.push(Invalid::new(
            "email",
            "Write their e-mail address, such as name@example.org.",
        ));
    }
    let known_as = naming.known_as.trim();
    if known_as.is_empty() || known_as.chars().count() > LONGEST_NAME || !is_printable(known_as) {
        faults.push(Invalid::new(
            "known_as",
            "Write who they are to you in at most 60 letters, such as “my son”.",
        ));
    }
    if naming.sections.is_empty() {
        faults.push(Invalid::new("sections", "Choose at least one part that they may see."));
    }
    if naming.days == 0 || naming.days > LONGEST_DAYS {
        faults.push(Invalid::new("days", "Choose for how long, a year at most."));
    }
    match email {
        Some(email) if faults.is_empty() => Ok((email, known_as.to_owned())),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naming(email: &str) -> Naming {
        Naming {
            email: email.into(),
            known_as: "my son".into(),
            sections: vec![Section::Values],
            days: 30,
        }
    }

    #[test]
    fn each_fault_names_its_field() {
        let fields = |naming: &Naming| match typed(naming) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>(),
        };
        assert!(fields(&naming(" Son@Example.org ")).is_empty());
        for wrong in ["", "son", "+254 700 000 009", "@example.org", "son@", "a b@example.org"] {
            assert_eq!(fields(&naming(wrong)), ["email"], "{wrong}");
        }
        let nothing = Naming {
            email: String::new(),
            known_as: "a\u{202e}b".into(),
            sections: Vec::new(),
            days: 366,
        };
        assert_eq!(fields(&nothing), ["email", "known_as", "sections", "days"]);
    }
}

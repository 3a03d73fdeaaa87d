//! A new program of a hospital.

use domain::access::Action;
use domain::ids::ClientId;
use domain::invalid::{Invalid, is_printable};
use domain::tokens::is_scope;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::{PREFIX, own_hospital};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;
use crate::tokens::secret;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// A program and its secret, which is shown once.
#[derive(Debug)]
pub struct Made {
    /// What the program sends as `client_id`.
    pub client: ClientId,
    /// What it sends as `client_secret`.
    pub secret: SecretString,
}

/// Makes a program that may do `scopes` in the actor's hospital.
///
/// # Errors
/// Denied for whoever does not run the hospital; invalid, with `name` or `scopes`.
pub async fn make(ctx: &Ctx, name: &str, scopes: &[String]) -> Result<Made> {
    let subject = own_hospital(ctx)?;
    let mut tx = ctx.begin(Action::ManageClients, &subject).await?;
    let (name, scopes) = check(name, scopes).map_err(HospitalError::Invalid)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::ManageClients.name()))?;
    let client = ClientId(Uuid::now_v7());
    let scopes: Vec<String> = scopes.iter().map(|scope| scope.name().to_owned()).collect();
    let made = sqlx::query!(
        "INSERT INTO api_client (id, hospital_id, name, scopes, made_by, created_at)
         VALUES ($1, actor_hospital(), $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
        client.0,
        name,
        &scopes,
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if made.rows_affected() != 1 {
        tx.rollback().await?;
        let taken = Invalid::new(
            "name",
            "Another program bears this name. Choose another, or revoke that one.",
        );
        return Err(HospitalError::Invalid(vec![taken]));
    }
    let secret = add_secret(&mut tx, ctx, client).await?;
    let entry = Entry::change("client.make", Action::ManageClients, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(Made { client, secret })
}

/// Adds a secret to a program.
pub(super) async fn add_secret(tx: &mut Tx, ctx: &Ctx, client: ClientId) -> Result<SecretString> {
    let made = secret::make(PREFIX)?;
    sqlx::query!(
        "INSERT INTO api_client_secret (hash, client_id, created_at) VALUES ($1, $2, $3)",
        secret::hash(made.expose_secret()),
        client.0,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(made)
}

fn check<'a>(name: &'a str, scopes: &[String]) -> std::result::Result<(&'a str, Vec<Action>), Vec<Invalid>> {
    let mut faults = Vec::new();
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || !is_printable(name) {
        faults.push(Invalid::new("name", "Enter a name of 1 to 80 printable characters."));
    }
    let known: Option<Vec<Action>> = scopes
        .iter()
        .map(|scope| Action::parse(scope).filter(|action| is_scope(*action)))
        .collect();
    let mut known = known.unwrap_or_default();
    known.sort_unstable();
    known.dedup();
    if known.is_empty() {
        faults.push(Invalid::new(
            "scopes",
            "Choose at least one thing that the program may do, from the list.",
        ));
    }
    if faults.is_empty() {
        Ok((name, known))
    } else {
        Err(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, scopes: &[&str]) -> Vec<String> {
        let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let faults = check(name, &scopes).err().unwrap_or_default();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_program_has_a_name_and_scopes_from_the_list() {
        assert_eq!(
            faults(" Laboratory gateway ", &["patient.read", "patient.read"]),
            [""; 0]
        );
        assert_eq!(faults("  ", &[]), ["name", "scopes"]);
        assert_eq!(faults("a\u{202e}b", &["patient.read"]), ["name"]);
        assert_eq!(faults("Gateway", &["patient.read", "everything"]), ["scopes"]);
        assert_eq!(
            faults("Gateway", &["session.open"]),
            ["scopes"],
            "the house's own work is no scope"
        );
        assert_eq!(
            faults("Gateway", &["break_glass.open"]),
            ["scopes"],
            "nor is what wants a person's fresh proof"
        );
    }
}

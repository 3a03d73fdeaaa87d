//! The records that an account opens in the portal: its own, and those of the people it cares for.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::{PatientId, UserId};
use domain::time::Moment;
use sqlx::PgConnection;

use super::take_up;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::time::{from_db, to_db};

/// One record that the account opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opens {
    /// Whose.
    pub patient: PatientId,
    /// Their name; none for one's own.
    pub name: Option<String>,
    /// The hospital whose portal that is.
    pub hospital: String,
    /// Until when, for who cares for somebody.
    pub until: Option<Moment>,
    /// Whether it is the one that is open now.
    pub is_this: bool,
}

/// The records of the reader's account: their own first, then those that end last. Whose name is shown to who cares for them is recorded.
///
/// Errors: sign in for nobody.
pub async fn list_records(ctx: &Ctx) -> Result<Vec<Opens>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    take_up(&at_the_door(ctx.house(), ctx.request()), user).await?;
    let account = Subject::Account(user);
    let mut tx = ctx.begin(Action::ReadAccount, &account).await?;
    let this = ctx.actor().on_behalf_of();
    let is_proxy = matches!(ctx.actor(), Actor::Proxy { .. });
    let own = sqlx::query!(
        "SELECT p.patient_id, h.name FROM portal_account p JOIN hospital h ON h.id = p.hospital_id WHERE p.user_id = $1",
        user.0
    )
    .fetch_optional(&mut *tx)
    .await?;
    let mut records: Vec<Opens> = own
        .into_iter()
        .map(|row| Opens {
            patient: PatientId(row.patient_id),
            name: None,
            hospital: row.name,
            until: None,
            is_this: this == Some(PatientId(row.patient_id)) && !is_proxy,
        })
        .collect();
    let cared_for = sqlx::query!(
        r#"SELECT x.patient_id, h.name, upper(x.during) AS "until!"
             FROM proxy x
             JOIN hospital h ON h.id = x.hospital_id
            WHERE x.user_id = $1 AND x.during @> $2::timestamptz
            ORDER BY upper(x.during) DESC, x.id
            LIMIT 50"#,
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    for row in &cared_for {
        let patient = PatientId(row.patient_id);
        let name = name_of(&mut tx, patient, user).await?;
        records.push(Opens {
            patient,
            name: Some(name),
            hospital: row.name.clone(),
            until: Some(from_db(row.until)),
            is_this: this == Some(patient) && is_proxy,
        });
    }
    let named: Vec<PatientId> = cared_for.iter().map(|row| PatientId(row.patient_id)).collect();
    if !named.is_empty() {
        let entry = Entry::new(Action::ReadAccount, &account, Outcome::Allowed);
        audit::record(ctx, entry.of(named).kinds(&[Kind::Demographics])).await?;
    }
    tx.commit().await?;
    Ok(records)
}

/// The name of somebody the account cares for. The wall opens one such person to a transaction at a time, and only while `proxy` says so: they are named to it one
/// after the other.
async fn name_of(connection: &mut PgConnection, patient: PatientId, user: UserId) -> Result<String> {
    sqlx::query!(
        "SELECT set_config('app.proxied_id', $1, true) AS named, set_config('app.user_id', $2, true) AS by",
        patient.to_string(),
        user.to_string()
    )
    .fetch_one(&mut *connection)
    .await?;
    let name = sqlx::query_scalar!(
        r#"SELECT given_name || ' ' || family_name AS "name!" FROM patient WHERE id = $1"#,
        patient.0
    )
    .fetch_optional(connection)
    .await?;
    Ok(name.unwrap_or_default())
}

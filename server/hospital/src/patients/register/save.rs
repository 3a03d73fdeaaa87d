//! Writes somebody down.

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::PatientId;
use domain::invalid::Invalid;
use domain::patients::Demographics;
use domain::patients::contacts::AtDesk;
use domain::patients::demographics::Typed;
use uuid::Uuid;

use super::check::{check, entry, with_contacts};
use super::{Registered, number};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::find::names::date;
use crate::patients::{changes, contacts};
use crate::time::to_db;

/// Registers who was typed. `seen` are those who were shown as perhaps the same.
///
/// # Errors
/// Invalid for what cannot be read, for a health id that somebody here has, and for one that belongs to somebody with another birth or name.
pub async fn register_patient(ctx: &Ctx, typed: &Typed, reached: &AtDesk, seen: &[PatientId]) -> Result<Registered> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::RegisterPatient, &Subject::Hospital(hospital)).await?;
    // Whoever comes second sees whom the first has registered: a button that is pressed twice registers once.
    number::one_at_a_time(&mut tx, hospital).await?;
    let (checked, contacts) = with_contacts(check(&mut tx, ctx, hospital, typed).await, reached)?;
    if checked.is_taken() || checked.alike.iter().any(|one| !seen.contains(&one.person.id)) {
        let shown = entry(hospital).of(checked.alike.iter().map(|one| one.person.id));
        audit::record(ctx, shown.kinds(&[Kind::Demographics])).await?;
        tx.commit().await?;
        return Ok(Registered::LookFirst(checked));
    }
    let (patient, is_known) = match known_elsewhere(ctx, &checked.read).await? {
        Some(patient) => (patient, true),
        None => (write(&mut tx, &checked.read).await?, false),
    };
    let number = number::next(&mut tx, hospital).await?;
    sqlx::query!(
        "INSERT INTO registration (patient_id, hospital_id, hospital_number, registered_at) VALUES ($1, $2, $3, $4)",
        patient.0,
        hospital.0,
        number,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    let mut kinds = vec![Kind::Demographics];
    if !contacts.is_empty() {
        let here = contacts::here(ctx)?;
        for contact in &contacts {
            contacts::write(&mut tx, ctx, patient, here, contact).await?;
        }
        kinds.push(Kind::Contact);
    }
    // Nothing of somebody who is known elsewhere is written over unseen: what was typed otherwise is shown beside what stands there.
    let differs = is_known && {
        let (before, _) = changes::now(&mut tx, patient).await?;
        changes::differences(&before, &checked.read)
            .iter()
            .any(|(_, _, typed)| typed.as_deref().is_some_and(|typed| typed != "unknown"))
    };
    let done = Entry::patient(Action::RegisterPatient, patient, &kinds);
    audit::record_in(&mut tx, ctx, [done]).await?;
    tx.commit().await?;
    Ok(match differs {
        true => Registered::Differs(patient, number),
        false => Registered::Done(patient, number),
    })
}

const NOT_THEIRS: &str =
    "This Health ID does not go with this name and date of birth. Compare all three with the card once more.";

fn not_theirs() -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new("health_id", NOT_THEIRS)])
}

/// The person whom another hospital knows under this health id, when date of birth and family name are theirs. The house looks, not the desk.
async fn known_elsewhere(ctx: &Ctx, read: &Demographics) -> Result<Option<PatientId>> {
    let Some(health_id) = &read.health_id else {
        return Ok(None);
    };
    let finder = Ctx::new(
        ctx.house().clone(),
        Actor::Worker {
            task: Task::Find,
            hospital: None,
        },
        ctx.request(),
    );
    let mut tx = finder.begin(Action::RegisterPatient, &Subject::House).await?;
    let known = sqlx::query!(
        r#"SELECT p.id, (p.born_on = $2 AND p.born_known = $3 AND folded(p.family_name) = folded($4)) AS "same!"
             FROM patient p
            WHERE p.health_id = $1"#,
        health_id.digits(),
        date(read.born_on)?,
        born_known(read),
        read.family_name,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    match known {
        Some(known) if known.same => Ok(Some(PatientId(known.id))),
        Some(_) => Err(not_theirs()),
        None => Ok(None),
    }
}

const fn born_known(read: &Demographics) -> &'static str {
    if read.year_only { "year" } else { "day" }
}

async fn write(tx: &mut Tx, read: &Demographics) -> Result<PatientId> {
    let id = PatientId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO patient (id, health_id, family_name, given_name, title, born_on, born_known, sex, language, marital, blood_group)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id.0,
        read.health_id.as_ref().map(|id| id.digits()),
        read.family_name,
        read.given_name,
        read.title,
        date(read.born_on)?,
        born_known(read),
        read.sex.name(),
        read.language,
        read.marital.map(|it| it.name()),
        read.blood_group.map(|it| it.name()),
    )
    .execute(&mut **tx)
    .await
    .map_err(HospitalError::from)
    .map_err(|error| match error.violated() {
        // Another desk registered the same card in the same moment.
        Some("patient_health_id_once") => not_theirs(),
        _ => error,
    })?;
    Ok(id)
}

//! A value is reported, and whoever treats the patient is told. No notice names the value or the test: the page does.

use domain::access::Action;
use domain::critical::typed::{ReportForm, report as read};
use domain::ids::{CriticalId, HospitalId, PatientId, UserId};
use domain::invalid::Invalid;
use domain::notices::Kind as Notified;
use domain::on_call::Why;
use uuid::Uuid;

use super::published;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::whom::treating_doctors;
use crate::notices::{self, Notice};
use crate::on_call;
use crate::organisation::zone_of_actor;
use crate::time::to_db;

/// Doctors who are told of one value.
const MOST_TOLD: i64 = 50;

/// Reports a value at which somebody must act now. One beyond a published limit needs no reason, every other does.
///
/// # Errors
/// Invalid for what cannot be read; not found or denied for who does not care for the patient.
pub async fn report(ctx: &Ctx, patient: PatientId, form: &ReportForm) -> Result<CriticalId> {
    let mut tx = ctx.begin_with_patient(Action::ReportCritical, patient).await?;
    let (hospital, user) = super::answer::here(ctx, Action::ReportCritical)?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let said = read(form, &zone, ctx.now()).map_err(HospitalError::Invalid)?;
    let wrong = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    let listed = match said.code.as_deref() {
        Some(code) => {
            Some(published::find(code).ok_or_else(|| wrong("test", "Choose a test of the list, or name it."))?)
        }
        None => None,
    };
    let unit = match listed {
        Some(test) if said.unit.is_empty() => test.unit.clone(),
        _ => said.unit,
    };
    let beyond = listed.and_then(|test| test.beyond(&said.value, &unit));
    if beyond.is_none() && said.reason.is_none() {
        return Err(wrong(
            "reason",
            "This is not beyond a published limit in this unit. Say why somebody must act now.",
        ));
    }
    let (side, limit) = beyond.unzip();
    let id = CriticalId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO critical_value (id, patient_id, hospital_id, code, name, value, unit, side, published, reason, measured_at, reported_by, reported_at)
         VALUES ($1, $2, $3, $4, $5, $6::text::numeric, $7, $8, $9, $10, $11, $12, $13)",
        id.0,
        patient.0,
        hospital.0,
        said.code,
        listed.map_or(said.name, |test| test.name.clone()),
        said.value,
        unit,
        side.map(|side| side.name()),
        limit,
        said.reason,
        to_db(said.measured_at),
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    tell_doctors(&mut tx, ctx, id, (hospital, patient), user).await?;
    let entry = Entry::changed("critical.report", Action::ReportCritical, patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(id)
}

/// Of those who treat the patient the doctors who are on duty now, on whatever ward; all of them when none is. Where there is nobody but who reports it, whoever is on call is told at once.
async fn tell_doctors(
    tx: &mut Tx,
    ctx: &Ctx,
    id: CriticalId,
    (hospital, patient): (HospitalId, PatientId),
    reporter: UserId,
) -> Result<()> {
    let doctors = treating_doctors(tx, ctx, (hospital, patient), Some(reporter), MOST_TOLD).await?;
    let nobody_on_duty = doctors.iter().all(|(_, on_duty)| !on_duty);
    let chosen = doctors.into_iter().filter(|(_, on_duty)| *on_duty || nobody_on_duty);
    let mut told: Vec<UserId> = chosen.map(|(user, _)| user).collect();
    let notice = Notice::of(Notified::CriticalValue).at(hospital).about(patient);
    let notices = told.iter().map(|user| (*user, notice.clone()));
    notices::tell_each(tx, ctx, notices.collect()).await?;
    if told.is_empty() {
        let first = on_call::escalate(tx, ctx, Notified::CriticalUnanswered, (hospital, patient), &[reporter]).await?;
        told.extend(first.filter(|first| *first != reporter));
    }
    if told.is_empty() {
        return write_step(tx, ctx, id, None).await;
    }
    for user in told {
        write_step(tx, ctx, id, Some(user)).await?;
    }
    Ok(())
}

/// Who was told as it was reported, or that nobody was.
async fn write_step(tx: &mut Tx, ctx: &Ctx, id: CriticalId, told: Option<UserId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO critical_step (critical_id, step, at, told_user, skipped_reason) VALUES ($1, 0, $2, $3, $4)",
        id.0,
        to_db(ctx.now()),
        told.map(|user| user.0),
        told.is_none().then_some(Why::Nobody.name()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

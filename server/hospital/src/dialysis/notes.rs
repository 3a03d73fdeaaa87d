//! What is written of a session while it runs and after it: each line stays as it was written, and after the signature only amendments are added. What is dangerous is told as it is written
//! (`dangers`).

use domain::access::Action;
use domain::dialysis::access_look;
use domain::dialysis::beside::Beside;
use domain::dialysis::during::{self, TypedEvent, TypedGiven, TypedIntervention};
use domain::dialysis::lots;
use domain::ids::PatientId;
use domain::invalid::Invalid;
use uuid::Uuid;

use super::dangers;
use super::prescribe::small;
use super::refusal::told;
use super::times::when;
use super::{Held, begin, done, shown};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Where something was written that may be dangerous.
const fn at_chair(patient: PatientId, session: Uuid, held: &Held) -> dangers::Of {
    dangers::Of {
        patient,
        session,
        device: held.device,
    }
}

/// What somebody read from the machine and the patient; `at` is the time of the clock where it was earlier than now (`times`): so it is of each note.
///
/// # Errors
/// Invalid, field by field, and where what the machine shows was to be taken and it shows nothing; a conflict before the start and after the signature: so is every note.
pub async fn observe(
    ctx: &Ctx,
    patient: PatientId,
    session: Uuid,
    (typed, at): (&during::Typed, &str),
    beside: &Beside,
) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let units = beside.units().map_err(HospitalError::Invalid)?;
    let when = when(&mut tx, ctx, at).await?;
    let row = Uuid::now_v7();
    let mut it = typed.read(units).map_err(HospitalError::Invalid)?;
    if typed.takes_shown() {
        shown::take(&mut tx, ctx, session, &when, &mut it).await?;
    }
    let names: Vec<String> = it.shown.iter().map(|one| one.name().to_owned()).collect();
    let (systolic, diastolic) = it
        .pressure
        .map(|it| (it.systolic.0 as i16, it.diastolic.0 as i16))
        .unzip();
    sqlx::query!(
        "INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, systolic, diastolic, pulse, temperature, spo2, blood_flow, dialysate_flow,
                                          arterial, venous, tmp, uf_rate, uf_removed, conductivity, dialysate_temperature, anticoagulant_given, note, shown)
         VALUES ($1, $2, $3, coalesce($21::timestamptz, $3), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $22)",
        row,
        session,
        when.at,
        here.user,
        systolic,
        diastolic,
        it.pulse.map(small),
        it.temperature,
        it.spo2.map(small),
        it.blood_flow.map(small),
        it.dialysate_flow.map(small),
        it.arterial.map(small),
        it.venous.map(small),
        it.tmp.map(small),
        it.uf_rate,
        it.uf_removed,
        it.conductivity,
        it.dialysate_temperature,
        it.anticoagulant_given,
        it.note.as_deref(),
        when.written,
        &names,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    if let Some(pressure) = it.pressure {
        let of = at_chair(patient, session, &held);
        dangers::pressure(&mut tx, ctx, of, (row, from_db(when.at)), pressure.systolic).await?;
    }
    done(tx, ctx, "dialysis_session.observe", Action::RunDialysis, patient).await
}

/// Somebody looked at the access.
///
/// # Errors
/// Invalid, field by field; a conflict while no blood runs.
pub async fn look_at_access(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &access_look::Typed) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let it = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_access_look (id, session_id, at, by_user, in_sight, found, note) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.in_sight,
        it.found.name(),
        it.note.as_deref(),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.look_at_access", Action::RunDialysis, patient).await
}

/// What somebody did.
///
/// # Errors
/// As [`observe`].
pub async fn intervene(
    ctx: &Ctx,
    patient: PatientId,
    session: Uuid,
    typed: &TypedIntervention,
    at: &str,
) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let it = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_intervention (id, session_id, at, by_user, kind, amount, note, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        session,
        when.at,
        here.user,
        it.kind.name(),
        it.amount.map(|amount| amount.0 as i32),
        it.note.as_deref(),
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.intervene", Action::RunDialysis, patient).await
}

/// A medicine that was given.
///
/// # Errors
/// As [`observe`].
pub async fn give(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &TypedGiven, at: &str) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let it = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_medicine (id, session_id, at, given_by, name, dose, route, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        session,
        when.at,
        here.user,
        it.name,
        it.dose,
        it.route.name(),
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.give", Action::RunDialysis, patient).await
}

/// Somebody saw it given: another than who gave it, under their own account.
///
/// # Errors
/// Not found for a medicine of another session; a conflict for who gave it.
pub async fn witness(ctx: &Ctx, patient: PatientId, session: Uuid, medicine: Uuid) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let given_by = sqlx::query_scalar!(
        "SELECT given_by FROM session_medicine WHERE id = $1 AND session_id = $2",
        medicine,
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    sqlx::query!(
        "INSERT INTO session_medicine_witness (medicine_id, session_id, given_by, witnessed_by, at) VALUES ($1, $2, $3, $4, $5)",
        medicine,
        session,
        given_by,
        here.user,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.witness", Action::RunDialysis, patient).await
}

/// What went wrong.
///
/// # Errors
/// As [`observe`].
pub async fn note_event(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &TypedEvent, at: &str) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let row = Uuid::now_v7();
    let it = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_event (id, session_id, at, by_user, kind, note, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        row,
        session,
        when.at,
        here.user,
        it.kind.name(),
        it.note.as_deref(),
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    let of = at_chair(patient, session, &held);
    dangers::event(&mut tx, ctx, of, (row, from_db(when.at)), it.kind).await?;
    done(tx, ctx, "dialysis_session.event", Action::RunDialysis, patient).await
}

/// Out of which box something came that touches the blood.
///
/// # Errors
/// As [`observe`]; invalid for what is out of date.
pub async fn use_lot(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &lots::Typed) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let today = zone_of_actor(&mut tx, ctx).await?.civil(ctx.now());
    let it = typed.read(today).map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_lot (id, session_id, at, by_user, kind, product, lot, folded, expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.kind.name(),
        it.product,
        it.lot,
        lots::sought(&it.lot),
        it.expires_on.map(|day| day.text()),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.lot", Action::RunDialysis, patient).await
}

/// What was wrong in what is signed, and what is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amended {
    /// What was wrong, as it reads.
    pub old_text: String,
    /// What is right.
    pub new_text: String,
    /// Why.
    pub reason: String,
}

/// Adds it: what was signed stays, and both are read from then on.
///
/// # Errors
/// Invalid for an empty text and for two that are the same; a conflict before the signature.
pub async fn amend(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &Amended) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::SignDialysis, patient, session).await?;
    let it = typed.read()?;
    sqlx::query!(
        "INSERT INTO session_amendment (id, session_id, at, by_user, old_text, new_text, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.old_text,
        it.new_text,
        it.reason,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.amend", Action::SignDialysis, patient).await
}

impl Amended {
    fn read(&self) -> Result<Self> {
        let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (old_text, new_text, reason) = (one(&self.old_text), one(&self.new_text), one(&self.reason));
        let mut faults = Vec::new();
        let mut wants = |field: &str, text: &str, (least, most): (usize, usize), sentence: &str| {
            if !(least..=most).contains(&text.chars().count()) {
                faults.push(Invalid::new(field, sentence));
            }
        };
        wants(
            "old_text",
            &old_text,
            (1, 1_000),
            "Write what is wrong, as it reads, in at most 1,000 characters.",
        );
        wants(
            "new_text",
            &new_text,
            (1, 1_000),
            "Write what is right, in at most 1,000 characters.",
        );
        wants("reason", &reason, (3, 500), "Say why, in at most 500 characters.");
        if faults.is_empty() && old_text == new_text {
            faults.push(Invalid::new(
                "new_text",
                "Both texts are the same. Write what is right.",
            ));
        }
        if !faults.is_empty() {
            return Err(HospitalError::Invalid(faults));
        }
        Ok(Self {
            old_text,
            new_text,
            reason,
        })
    }
}

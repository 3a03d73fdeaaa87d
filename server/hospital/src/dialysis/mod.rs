//! How somebody is dialysed: what is prescribed, by which access, at which weight, and every session from its booking to its signature.
//!
//! | file | does |
//! | --- | --- |
//! | [`prescribe`] | the prescription: what holds, what held, revising it |
//! | [`dry_weight`], [`access`], [`infections`] | the weight to reach, the access to the blood and what was found of it, what others must not get |
//! | [`patient`] | all of that and the sessions, for the page of one patient |
//! | [`recurs`] | what goes one way over the last sessions |
//! | `running`, [`signs`] | what is known at a chair while blood runs: values, limits, alarms, the newest pressure, pulse and oxygen, the early warning score |
//! | [`chair`], [`written`], [`course`] | one session with everything that was written of it, and how its pressures and its blood volume went |
//! | `beside` | machines that are fit for it, what is in its way, and the blood that its machine counted |
//! | [`steps`] | what moves a session on: check-in, the two looks, start, end, signature |
//! | [`replan`] | another goal and another machine while blood runs |
//! | [`notes`] | what is written while it runs and after: observations, interventions, medicines with their witness, events, lots, amendments |
//! | `fluid_plan`, `usual` | what should have been taken by now, and the pressures of earlier sessions, for the alarms |
//! | `known` | the weights beside which a typed one is held |
//! | `placed`, `whom`, `dangers` | whom the machine measures, who is told of what did not go as planned, and what is told at once as it is written |
//! | `times`, `shown` | when something was that is written down later, and what the machine shows for a line that is written now |
//! | [`continuous`] | who is dialysed around the clock, and what their machine does now |
//! | [`unit`], [`need`], [`owed`] | the chairs of a ward today, who needs somebody first, and what is still owed to sessions of the days before |
//! | [`unsuited`] | bookings that suit somebody no longer |
//! | [`units`] | the wards with chairs that somebody may open |
//! | [`amend`] | one number of what is signed |
//! | [`forecast`] | the forecast of a fall that the hospital fits on its own sessions, how good it is, and whether it stands at the chair |
//! | [`urea`], `falls` | blood that was taken for urea, and its answer; what is looked at to say whether the pressure fell |
//! | [`recall`] | who was treated with a lot |
//! | [`updates`] | what a technician notes of a patient at the machine, and what a doctor takes back of it |
//! | [`diary`] | who sits where and when: booking, moving, calling off |
//!
//! In which order a session is lived, what must be known before a step, and that what was written stays, says the database
//! (`migrations/20261127303000_dialysis_order.sql`): [`refusal`] turns the name of a violated rule into a sentence.
//!
//! # Adding a kind of note
//! Its table with a line in both lists of the migration above, its reading of a form in `domain::dialysis`, a verb in [`notes`], its part of [`chair::Sheet`], its form
//! on the page (`app::forms::dialysis::chair`).

pub mod access;
pub mod amend;
mod beside;
pub mod chair;
pub mod continuous;
pub mod course;
mod dangers;
pub mod diary;
pub mod dry_weight;
pub(crate) mod falls;
pub(crate) mod fluid_plan;
pub mod forecast;
pub mod infections;
mod known;
pub mod need;
pub mod notes;
pub mod owed;
pub mod patient;
mod placed;
pub mod prescribe;
pub mod recall;
pub mod recurs;
mod refusal;
pub mod replan;
mod running;
pub mod seed;
mod seen;
mod shown;
pub mod signs;
pub mod steps;
mod times;
pub mod unit;
pub mod units;
pub mod unsuited;
pub mod updates;
pub mod urea;
pub(crate) mod usual;
mod whom;
pub mod written;

use domain::access::Action;
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, PatientId};
use domain::time::Moment;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// Where and who writes, in a session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Here {
    pub hospital: Uuid,
    pub user: Uuid,
}

impl Here {
    /// Of the actor.
    ///
    /// # Errors
    /// Denied for who is no person of a hospital.
    pub fn of(ctx: &Ctx, action: Action) -> Result<Self> {
        let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
        let user = ctx.actor().user().ok_or(HospitalError::Denied(action.name()))?;
        Ok(Self {
            hospital: hospital.0,
            user: user.0,
        })
    }
}

/// A session that the actor's hospital holds of this patient, as it stands while it is written.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub stage: Stage,
    pub device: Option<DeviceId>,
    pub planned: (Moment, Moment),
    /// Of treatment, as it was booked: what every rate before the start is worked out with.
    pub minutes: i16,
}

/// The stage of that word; a word of a later version is the one that changes nothing.
pub(crate) fn stage(name: &str) -> Stage {
    Stage::parse(name).unwrap_or(Stage::Cancelled)
}

/// The transaction in which something is written of a session of this patient.
///
/// # Errors
/// Not found for a session of somebody else; as [`Ctx::begin_with_patient`].
pub(crate) async fn begin(ctx: &Ctx, action: Action, patient: PatientId, session: Uuid) -> Result<(Tx, Here, Held)> {
    let mut tx = ctx.begin_with_patient(action, patient).await?;
    let here = Here::of(ctx, action)?;
    let row = sqlx::query!(
        r#"SELECT s.state, s.device_id, s.minutes, lower(s.planned) AS "from!", upper(s.planned) AS "until!"
             FROM dialysis_session s
            WHERE s.id = $1 AND s.hospital_id = $3
              AND s.patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3)"#,
        session,
        patient.0,
        here.hospital,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let held = Held {
        stage: stage(&row.state),
        device: row.device_id.map(DeviceId),
        planned: (from_db(row.from), from_db(row.until)),
        minutes: row.minutes,
    };
    Ok((tx, here, held))
}

/// Nothing more is written of this session until the transaction ends, as for every fact (`session_fact_in_order`): what is read from now on is what it stands on.
pub(crate) async fn hold(tx: &mut Tx, session: Uuid) -> Result<()> {
    sqlx::query!(
        "SELECT s.id FROM dialysis_session s WHERE s.id = $1 FOR NO KEY UPDATE",
        session
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    Ok(())
}

/// Whether anything is known of how somebody is dialysed. Nothing of it is read.
///
/// # Errors
/// Away when the database is.
pub(crate) async fn is_dialysed(ctx: &Ctx, patient: PatientId) -> Result<bool> {
    let mut tx = ctx.look(Action::ReadDialysis).await?;
    let is = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM joined($1) AS j JOIN dialysis_prescription p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id))
               OR EXISTS (SELECT FROM joined($1) AS j JOIN dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)) AS "is!""#,
        patient.0
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(is)
}

/// The change is recorded in its own transaction.
pub(crate) async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, right: Action, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, right, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

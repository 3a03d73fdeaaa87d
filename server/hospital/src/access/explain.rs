//! May this person do that, and why: the same question that the door would ask, with the relations of that person. Or: who of all may.
//!
//! It is answered without acting as them: [`Ctx::another_stands_to`] looks through their eyes for one thing only, how they stand to a patient, and gives nothing
//! else away. Who asks, and about whom, is recorded.

use domain::access::{self, About, Action, Decision, Grounds, Subject};
use domain::actor::{Actor, Role};
use domain::ids::{DeviceId, PatientId, UserId, WardId};
use domain::invalid::Invalid;

use super::standing::{Standing, standing, standings};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::care::{Colleague, colleagues};
use crate::ctx::{Ctx, Tx};
use crate::devices::hand_over::is_theirs;
use crate::error::{HospitalError, Result};

/// What the question is about, as somebody types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The hospital as a whole.
    Hospital,
    /// A ward.
    Ward(WardId),
    /// A patient, by their number in the hospital.
    Patient(String),
    /// A device, by its name.
    Device(String),
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Whose account.
    pub user: UserId,
    /// Who.
    pub name: String,
    /// Their roles as they count now: none for an account that is closed.
    pub roles: Vec<Role>,
    /// Whether their account is open.
    pub is_active: bool,
    /// What.
    pub action: Action,
    /// About what, in the words of the page.
    pub about: About,
    /// The decision with its grounds.
    pub grounds: Grounds,
}

/// Whom and what one can ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Askable {
    /// Who works here; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
    /// The wards.
    pub wards: Vec<(WardId, String)>,
}

/// What the page of the question lists.
///
/// Errors: denied for whoever may not ask.
pub async fn askable(ctx: &Ctx) -> Result<Askable> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ExplainRights, &subject).await?;
    let colleagues = colleagues(&mut tx, hospital, &[], ctx.now()).await?;
    let wards = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = $1 AND retired_at IS NULL ORDER BY name LIMIT 200",
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(ctx, Entry::new(Action::ExplainRights, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    let wards = wards.into_iter().map(|row| (WardId(row.id), row.name)).collect();
    Ok(Askable { colleagues, wards })
}

/// Whether `user` may do `action` to `target` now, and why.
///
/// Errors: invalid for a person, ward, patient or device that this hospital does not know.
pub async fn explain(ctx: &Ctx, user: UserId, action: Action, target: Target) -> Result<Explained> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let colleague = Subject::Colleague { user, hospital };
    let mut tx = ctx.begin(Action::ExplainRights, &colleague).await?;
    let found = find(&mut tx, ctx, &target).await?;
    let who = standing(&mut tx, user, hospital, ctx.now())
        .await?
        .ok_or_else(|| unknown("person", "Choose somebody who works in this hospital."))?;
    let explained = answer(&mut tx, ctx, who, action, found).await?;
    let entry = Entry::new(Action::ExplainRights, &colleague, Outcome::Allowed);
    audit::record(ctx, entry.of(found.patient()).kinds(&[Kind::Access])).await?;
    tx.commit().await?;
    Ok(explained)
}

/// Who of all who work here may do `action` to `target` now, and why. One row in the audit: who asked about what.
///
/// Errors: invalid for a ward, patient or device that this hospital does not know.
pub async fn who_may(ctx: &Ctx, action: Action, target: Target) -> Result<Vec<Explained>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let whole = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ExplainRights, &whole).await?;
    let found = find(&mut tx, ctx, &target).await?;
    let mut may = Vec::new();
    for who in standings(&mut tx, hospital, ctx.now()).await? {
        // How somebody stands to it matters only to who has the right at all.
        if access::explain(&who.actor, action, &whole).suffices.is_none() {
            continue;
        }
        let explained = answer(&mut tx, ctx, who, action, found).await?;
        if explained.grounds.decision == Decision::Allow {
            may.push(explained);
        }
    }
    let entry = Entry::new(Action::ExplainRights, &whole, Outcome::Allowed);
    audit::record(ctx, entry.of(found.patient()).kinds(&[Kind::Access])).await?;
    tx.commit().await?;
    Ok(may)
}

async fn answer(tx: &mut Tx, ctx: &Ctx, who: Standing, action: Action, found: Found) -> Result<Explained> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = match found {
        Found::Hospital => Subject::Hospital(hospital),
        Found::Ward(ward) => Subject::Ward { ward, hospital },
        Found::Device(device) => Subject::Device {
            device,
            hospital,
            assigned: is_theirs(tx, action, device, &who.actor, ctx.now()).await?,
        },
        Found::Patient(patient) => Subject::Patient {
            patient,
            relations: ctx.another_stands_to(&who.actor, patient).await?,
        },
    };
    let grounds = access::explain(&who.actor, action, &subject);
    let roles = match who.actor {
        Actor::Staff { roles, .. } => roles,
        _ => Vec::new(),
    };
    Ok(Explained {
        user: who.user,
        name: who.name,
        roles,
        is_active: who.is_active,
        action,
        about: found.about(),
        grounds,
    })
}

/// What was typed, as the hospital knows it.
#[derive(Clone, Copy)]
enum Found {
    Hospital,
    Ward(WardId),
    Patient(PatientId),
    Device(DeviceId),
}

impl Found {
    /// Whom the question is about, when it is about a patient.
    const fn patient(self) -> Option<PatientId> {
        match self {
            Self::Patient(patient) => Some(patient),
            _ => None,
        }
    }

    const fn about(self) -> About {
        match self {
            Self::Hospital => About::Hospital,
            Self::Ward(_) => About::Ward,
            Self::Patient(_) => About::Patient,
            Self::Device(_) => About::Device,
        }
    }
}

async fn find(tx: &mut Tx, ctx: &Ctx, target: &Target) -> Result<Found> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let found = match target {
        Target::Hospital => Some(Found::Hospital),
        Target::Ward(ward) => sqlx::query_scalar!(
            "SELECT id FROM ward WHERE id = $1 AND hospital_id = $2",
            ward.0,
            hospital.0
        )
        .fetch_optional(&mut **tx)
        .await?
        .map(|id| Found::Ward(WardId(id))),
        Target::Patient(number) => sqlx::query_scalar!(
            "SELECT patient_id FROM registration WHERE hospital_number = $1 AND hospital_id = $2",
            number.trim(),
            hospital.0
        )
        .fetch_optional(&mut **tx)
        .await?
        .map(|id| Found::Patient(PatientId(id))),
        Target::Device(name) => sqlx::query_scalar!(
            "SELECT id FROM device WHERE name = $1 AND hospital_id = $2",
            name.trim(),
            hospital.0
        )
        .fetch_optional(&mut **tx)
        .await?
        .map(|id| Found::Device(DeviceId(id))),
    };
    found.ok_or_else(|| match target {
        Target::Patient(_) => unknown("named", "No patient of this hospital has this number."),
        Target::Device(_) => unknown("named", "No device of this hospital has this name."),
        Target::Ward(_) | Target::Hospital => unknown("about", "Choose a ward of this hospital."),
    })
}

fn unknown(field: &str, sentence: &str) -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(field, sentence)])
}

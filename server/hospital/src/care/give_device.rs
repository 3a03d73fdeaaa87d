//! Whose a device is: doctors and nurses read it, many at a time; a technician keeps it running, one device at a time (C17, C19).

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{DeviceId, HospitalId, UserId};
use domain::invalid::Invalid;
use sqlx::postgres::types::PgRange;

use super::{colleague, not_oneself};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::devices::hand_over::end_of;
use crate::error::{HospitalError, Result, violated};
use crate::notices::whom::{name_of_actor, name_of_device};
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// What somebody has to do with a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Reads whoever is on it.
    Reads,
    /// Keeps it running.
    Keeps,
}

impl Duty {
    /// Who can have a duty on a ward or a device.
    pub(super) const OF_STAFF: [Role; 3] = [Role::Doctor, Role::Nurse, Role::Technician];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Keeps => "keeps",
        }
    }

    /// The names of the duties that count for these roles. Who was given a device as a doctor and is a technician now has nothing by it.
    pub(crate) fn names_for(roles: &[Role]) -> Vec<String> {
        let reads = roles.iter().any(|role| matches!(role, Role::Doctor | Role::Nurse));
        let keeps = roles.contains(&Role::Technician);
        [(reads, Self::Reads), (keeps, Self::Keeps)]
            .into_iter()
            .filter(|(counts, _)| *counts)
            .map(|(_, duty)| duty.name().to_owned())
            .collect()
    }

    /// The duty of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Reads, Self::Keeps].into_iter().find(|duty| duty.name() == name)
    }
}

/// Somebody reads or keeps a device from now on: what of the two, their role says.
///
/// Errors: invalid for oneself, for somebody who is no doctor, nurse or technician here, and for a device of another hospital; a conflict when it is theirs already, or
/// when a technician keeps another.
pub async fn give_device(ctx: &Ctx, user: UserId, device: DeviceId) -> Result<Duty> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: false,
    };
    let mut tx = ctx.begin(Action::AssignCare, &subject).await?;
    not_oneself(ctx, user, "reader")?;
    let who = colleague(&mut tx, hospital, user, ctx.now()).await?;
    let duty = match who {
        Some(who) if who.is_one_of(&[Role::Technician]) => Duty::Keeps,
        Some(who) if who.is_one_of(&[Role::Doctor, Role::Nurse]) => Duty::Reads,
        _ => {
            return Err(HospitalError::Invalid(vec![Invalid::new(
                "reader",
                "Choose a doctor, a nurse or a technician of this hospital.",
            )]));
        }
    };
    sqlx::query!(
        "INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ($1, $2, $3, $4, $5)",
        user.0,
        device.0,
        hospital.0,
        duty.name(),
        PgRange::from(to_db(ctx.now())..),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("device_duty_once") => HospitalError::Conflict("This device is theirs already."),
        Some("device_duty_keeps_one") => HospitalError::Conflict(
            "A technician keeps one device at a time. End that one first, or let it be handed over for a while.",
        ),
        Some("device_duty_device_of_hospital") => {
            HospitalError::Invalid(vec![Invalid::new("device", "Choose a device of this hospital.")])
        }
        _ => error.into(),
    })?;
    tell(&mut tx, ctx, Kind::DeviceGiven, (user, hospital), &subject).await?;
    let about = [subject, Subject::Colleague { user, hospital }];
    let entries = about.map(|subject| Entry::change("device_duty.begin", Action::AssignCare, &subject));
    audit::record_in(&mut tx, ctx, entries).await?;
    tx.commit().await?;
    Ok(duty)
}

/// A device is theirs no longer. What they handed over of it ends with it.
///
/// Errors: a conflict when it is not theirs now.
pub async fn take_device(ctx: &Ctx, user: UserId, device: DeviceId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: false,
    };
    let mut tx = ctx.begin(Action::AssignCare, &subject).await?;
    let now = to_db(ctx.now());
    let ended = sqlx::query!(
        "UPDATE device_duty
            SET during = tstzrange(lower(during), greatest($4, lower(during) + interval '1 microsecond'))
          WHERE user_id = $1 AND device_id = $2 AND hospital_id = $3 AND during @> $4::timestamptz",
        user.0,
        device.0,
        hospital.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::Conflict("This device is not theirs now."));
    }
    let lent = end_of(&mut tx, ctx, Action::AssignCare, user, Some(device)).await?;
    tell(&mut tx, ctx, Kind::DeviceTaken, (user, hospital), &subject).await?;
    let about = [subject, Subject::Colleague { user, hospital }];
    let entries = about.map(|subject| Entry::change("device_duty.end", Action::AssignCare, &subject));
    audit::record_in(&mut tx, ctx, entries.into_iter().chain(lent)).await?;
    Ok(tx.commit().await?)
}

async fn tell(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: Kind,
    (user, hospital): (UserId, HospitalId),
    device: &Subject,
) -> Result<()> {
    let (by, device) = (name_of_actor(tx, ctx).await?, name_of_device(tx, device).await?);
    notices::tell(tx, ctx, user, Notice::of(kind).at(hospital).by(by).with(device)).await
}

//! What somebody had by roles that they have no longer ends with those: duties on wards and devices, care, what was lent by them and to them.

use domain::access::{Action, Relations, Subject};
use domain::actor::Role;
use domain::ids::{DeviceId, HospitalId, PatientId, UserId, WardId};

use super::Duty;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::devices::hand_over::end_of;
use crate::error::Result;
use crate::time::to_db;

/// Ends all that `user` has in `hospital` and may not have with `roles` alone. Rows stay: whose it was is known.
pub(crate) async fn end_with_roles(
    tx: &mut Tx,
    ctx: &Ctx,
    user: UserId,
    hospital: HospitalId,
    roles: &[Role],
) -> Result<()> {
    let now = to_db(ctx.now());
    let right = Action::ManageStaff;
    let counting = Duty::names_for(roles);
    let mut over: Vec<(&'static str, Subject)> = Vec::new();
    let devices = sqlx::query_scalar!(
        "UPDATE device_duty SET during = tstzrange(lower(during), greatest($3, lower(during) + interval '1 microsecond'))
          WHERE user_id = $1 AND hospital_id = $2 AND during @> $3::timestamptz AND NOT kind = ANY($4)
         RETURNING device_id",
        user.0,
        hospital.0,
        now,
        &counting,
    )
    .fetch_all(&mut **tx)
    .await?;
    over.extend(devices.into_iter().map(|device| {
        let device = DeviceId(device);
        let assigned = false;
        (
            "device_duty.end",
            Subject::Device {
                device,
                hospital,
                assigned,
            },
        )
    }));
    if !roles.iter().any(|role| matches!(role, Role::Doctor | Role::Nurse)) {
        let wards = sqlx::query_scalar!(
            "UPDATE ward_duty SET during = tstzrange(lower(during), greatest($3, lower(during) + interval '1 microsecond'))
              WHERE user_id = $1 AND hospital_id = $2 AND during @> $3::timestamptz
             RETURNING ward_id",
            user.0,
            hospital.0,
            now,
        )
        .fetch_all(&mut **tx)
        .await?;
        let wards = wards.into_iter().map(WardId);
        over.extend(wards.map(|ward| ("duty.end", Subject::Ward { ward, hospital })));
        let patients = sqlx::query_scalar!(
            "UPDATE care_relation SET during = tstzrange(lower(during), greatest($3, lower(during) + interval '1 microsecond'))
              WHERE user_id = $1 AND hospital_id = $2 AND during @> $3::timestamptz
             RETURNING patient_id",
            user.0,
            hospital.0,
            now,
        )
        .fetch_all(&mut **tx)
        .await?;
        let relations = Relations::NONE;
        let patients = patients.into_iter().map(PatientId);
        over.extend(patients.map(|patient| ("care.end", Subject::Patient { patient, relations })));
    }
    let lent = match roles.contains(&Role::Technician) {
        true => Vec::new(),
        false => end_of(tx, ctx, right, user, None).await?,
    };
    // Each is found in the trace of what it was about, and in the colleague's.
    let colleague = Subject::Colleague { user, hospital };
    let entries = over
        .iter()
        .flat_map(|(what, subject)| [subject, &colleague].map(|subject| Entry::change(what, right, subject)));
    audit::record_in(tx, ctx, entries.chain(lent)).await
}

//! What the machine of a session shows of now, for a line of the sheet that somebody writes ([`Observation::take_shown`]).

use domain::dialysis::during::Observation;
use domain::dialysis::session::Stage;
use domain::dialysis::shown::Shown;
use domain::ids::{DeviceId, HospitalId, PatientId};
use domain::invalid::Invalid;
use domain::live::PatientNow;
use domain::telemetry::{Freshness, Parameter};
use domain::time::Moment;
use uuid::Uuid;

use super::chair::Chair;
use super::hold;
use super::times::When;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::telemetry::Seen;
use crate::time::from_db;

/// Takes it where nothing was typed, while blood runs.
///
/// # Errors
/// Invalid where it shows nothing of now, and for what was earlier: nothing is written then, so that nobody believes it was taken.
pub(super) async fn take(tx: &mut Tx, ctx: &Ctx, session: Uuid, when: &When, line: &mut Observation) -> Result<()> {
    let refused = |sentence: &str| HospitalError::Invalid(vec![Invalid::new("machine", sentence)]);
    if when.written.is_some() {
        return Err(refused(
            "The machine shows what is now. Take the tick away, and type what was read then.",
        ));
    }
    // Neither the machine nor the end comes between what is read here and what is written.
    hold(tx, session).await?;
    let begun = sqlx::query!(
        r#"SELECT s.patient_id, s.hospital_id, s.device_id AS "device!", greatest(b.at, (SELECT max(m.at) FROM session_machine m WHERE m.session_id = s.id)) AS "since!"
             FROM dialysis_session s
             JOIN session_started b ON b.session_id = s.id
            WHERE s.id = $1 AND s.state = 'running' AND s.device_id IS NOT NULL"#,
        session
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(begun) = begun {
        let (patient, device) = (PatientId(begun.patient_id), DeviceId(begun.device));
        let seen = Seen::Held(HospitalId(begun.hospital_id));
        let now = ctx.house().now.treated(Some(device), patient, seen);
        let of = (device, from_db(begun.since), ctx.now());
        line.take_shown(|parameter| of_now(now.as_ref()?, of, parameter));
    }
    match line.shown.is_empty() {
        true => Err(refused(
            "The machine shows nothing of now. Type what you read, or take the tick away.",
        )),
        false => Ok(()),
    }
}

impl Chair {
    /// Whether the machine shows something of now that may be taken into a line of the sheet; it is asked once more when the line is written.
    pub fn shows(&self) -> bool {
        let machine = self.sheet.device.as_ref().map(|(device, _)| *device);
        let since = self.sheet.on_machine_since();
        let (Stage::Running, Some(now), Some(device), Some(since)) = (self.sheet.stage, &self.now, machine, since)
        else {
            return false;
        };
        let of = (device, since, self.read_at);
        Shown::ALL.iter().any(|one| of_now(now, of, one.parameter()).is_some())
    }
}

/// What this device sent of a parameter, where it is heard and the value is fresh `at` that moment. What it measured of whoever sat there before `since` is not theirs.
fn of_now(now: &PatientNow, (device, since, at): (DeviceId, Moment, Moment), parameter: Parameter) -> Option<f64> {
    let is_fresh = now.latest.freshness(parameter, &now.promise, at) == Freshness::Fresh;
    let is_heard = now.device == device && !now.silent;
    let (value, taken_at) = now.latest.get(parameter).filter(|_| is_heard && is_fresh)?;
    (taken_at >= since).then_some(f64::from(value))
}

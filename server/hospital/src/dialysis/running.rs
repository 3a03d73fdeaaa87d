//! What is known at a chair while blood runs: what the machine measures, which limits judge it, the alarms that stand, and the newest blood pressure, whoever took it.

use domain::alerts::baseline::Began;
use domain::alerts::{Alarm, Limits, Rules};
use domain::dialysis::dangers::Held;
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, HospitalId, PatientId};
use domain::live::PatientNow;
use domain::telemetry::Parameter;

use super::chair::Sheet;
use super::need::{self, Newest, TakenBy};
use super::signs::{self, Signs};
use crate::alerts::rules;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::patients::limits;
use crate::telemetry::{Judging, Seen};

/// What the page draws with its limits: the gauges of the circuit, and what is delivered.
const DRAWN: [Parameter; 14] = [
    Parameter::ArterialPressure,
    Parameter::VenousPressure,
    Parameter::TransmembranePressure,
    Parameter::BloodFlow,
    Parameter::DialysateFlow,
    Parameter::UfRate,
    Parameter::Conductivity,
    Parameter::DialysateTemperature,
    Parameter::SubstitutionRate,
    Parameter::SubstitutionVolume,
    Parameter::HeparinTotal,
    Parameter::BloodVolumeChange,
    Parameter::Recirculation,
    Parameter::TotalVolume,
];

/// What is known now; without what is of now where blood does not run.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    /// What the machine measures.
    pub now: Option<PatientNow>,
    /// What judges that.
    pub judging: Judging,
    /// Alarms that are not closed.
    pub alarms: Vec<Alarm>,
    /// The newest blood pressure.
    pub pressure: Option<Newest>,
    /// What else is known of the patient.
    pub signs: Signs,
}

/// Of one session, for a verb that has decided who reads it.
pub(super) async fn of(tx: &mut Tx, ctx: &Ctx, sheet: &Sheet, seen: Seen) -> Result<Running> {
    let before = sheet.look.as_ref().map(|look| look.what.what.lying.systolic);
    let held = Held {
        before,
        ..Held::default()
    };
    let mut lines = sheet.observations.iter().rev();
    let written = lines.find_map(|line| Some((line.what.pressure?, line.by.at, TakenBy::Hand)));
    if sheet.stage != Stage::Running {
        return Ok(Running {
            pressure: need::newest(written, &held),
            ..Running::default()
        });
    }
    let (known, patient) = (&ctx.house().now, sheet.patient);
    let machine = sheet.device.as_ref().map(|(device, _)| *device);
    let now = known.treated(machine, patient, seen);
    let judged = now
        .as_ref()
        .and_then(|now| known.judging((now.device, patient, seen), &DRAWN, ctx.now()));
    let judging = match judged {
        Some(judging) => judging,
        None => without_machine(tx, ctx, sheet).await?,
    };
    let since = (sheet.started.as_ref().map(|(by, _)| by.at), sheet.on_machine_since());
    let each = known.each(patient, seen);
    let measured = need::of_devices(&each, machine, since);
    Ok(Running {
        now,
        judging,
        alarms: known.open_alarms(&[patient], seen),
        pressure: need::newest(measured.into_iter().chain(written), &held),
        signs: signs::of(ctx, sheet, (&each, machine, since), seen),
    })
}

/// Where no machine is known to measure them, what somebody reads off is held against the same numbers: what is published, what the hospital set for everybody, what is prescribed, and the
/// patient's own. Who reads a session of another hospital does not read its rules: none is drawn.
async fn without_machine(tx: &mut Tx, ctx: &Ctx, sheet: &Sheet) -> Result<Judging> {
    let patient = sheet.patient;
    let held = sqlx::query_scalar!("SELECT hospital_id FROM dialysis_session WHERE id = $1", sheet.id)
        .fetch_one(&mut **tx)
        .await?;
    let hospital = HospitalId(held);
    if ctx.actor().hospital() != Some(hospital) {
        return Ok(Judging::default());
    }
    let prescribed = rules::prescribed(tx, hospital, &[patient.0]).await?.remove(&patient);
    let kept = kept(tx, ctx, (hospital, patient), None).await?;
    let rules = prescribed.into_iter().fold(kept, Rules::with);
    let bounds = DRAWN
        .into_iter()
        .flat_map(|parameter| rules.bounds(parameter, ctx.now(), &Began::default(), None));
    Ok(Judging {
        bounds: bounds.collect(),
        began: Vec::new(),
    })
}

/// The patient's own limits, and what the hospital set for everybody and for this machine.
pub(super) async fn kept(
    tx: &mut Tx,
    ctx: &Ctx,
    (hospital, patient): (HospitalId, PatientId),
    machine: Option<DeviceId>,
) -> Result<Rules> {
    let own = limits::of_patients(tx, &[patient.0], ctx.now()).await?.remove(&patient);
    let own = own.unwrap_or_default().into_iter();
    let set = rules::in_force(tx, hospital, ctx.now()).await?.into_iter();
    let here = set.filter(|(only, _)| only.is_none() || *only == machine);
    Ok(Rules::new(
        own.fold(Limits::default(), Limits::with),
        here.map(|(_, rule)| rule).collect(),
    ))
}

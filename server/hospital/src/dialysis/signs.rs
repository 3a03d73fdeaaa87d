//! What is known of the patient at a chair while blood runs, beside the pressure: pulse and oxygen, whoever took them, and the early warning score as their chart shows it.

use domain::dialysis::during::Observation;
use domain::ids::DeviceId;
use domain::live::{LastScore, PatientNow};
use domain::news2::Evaluation;
use domain::telemetry::Parameter;
use domain::time::Moment;

use super::chair::Sheet;
use super::need::{Since, TakenBy, theirs};
use crate::ctx::Ctx;
use crate::telemetry::Seen;

/// A number of the patient that was taken last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// In the unit of its parameter.
    pub value: f64,
    /// When it was measured or written.
    pub at: Moment,
    /// Who or what took it.
    pub taken_by: TakenBy,
}

/// NEWS2 of somebody: by the device by which they are known now, which is a monitor before a machine that treats them.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What can be said now, and what is missing.
    pub now: Evaluation,
    /// The last complete one.
    pub last: Option<LastScore>,
}

/// All of it; each only where it was taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signs {
    /// Pulse, /min.
    pub pulse: Option<Sign>,
    /// Oxygen saturation, %.
    pub spo2: Option<Sign>,
    /// None where nothing measures them.
    pub score: Option<Score>,
}

/// What measures them: what each device knows, which of them is the machine, and since when what they measure is theirs.
pub(super) type Devices<'a> = (&'a [PatientNow], Option<DeviceId>, Since);

/// Of a session that runs, by all devices that measure them.
pub(super) fn of(ctx: &Ctx, sheet: &Sheet, devices: Devices<'_>, seen: Seen) -> Signs {
    let known = &ctx.house().now;
    let score = known.patient(sheet.patient, seen).and_then(|now| {
        let scale = known.placement(now.device)?.scale;
        Some(Score {
            now: now.news2(scale, ctx.now()),
            last: now.last_score,
        })
    });
    Signs {
        pulse: newest(sheet, devices, Parameter::HeartRate, |line| line.pulse),
        spo2: newest(sheet, devices, Parameter::Spo2, |line| line.spo2),
        score,
    }
}

/// The newest of what somebody wrote and of what a machine or a monitor measured of theirs.
fn newest(
    sheet: &Sheet,
    (each, machine, since): Devices<'_>,
    parameter: Parameter,
    of: fn(&Observation) -> Option<i32>,
) -> Option<Sign> {
    let measured = each.iter().filter_map(|one| {
        let (value, at) = one.latest.get(parameter)?;
        Some(Sign {
            value: f64::from(value),
            at,
            taken_by: theirs(one, machine, since, at)?,
        })
    });
    let mut lines = sheet.observations.iter().rev();
    let written = lines.find_map(|line| {
        Some(Sign {
            value: f64::from(of(&line.what)?),
            at: line.by.at,
            taken_by: TakenBy::Hand,
        })
    });
    measured.chain(written).max_by_key(|sign| sign.at)
}

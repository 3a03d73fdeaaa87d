//! What is known of the patient at a chair while blood runs, beside the pressure: pulse and oxygen, whoever took them, and the early warning score as their chart shows it.

use domain::dialysis::during::Observation;
use domain::live::{LastScore, PatientNow};
use domain::news2::Evaluation;
use domain::telemetry::Parameter;
use domain::time::Moment;

use super::chair::Sheet;
use super::need::{TakenBy, theirs};
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

/// Of a session that runs, by all devices that measure them.
pub(super) fn of(ctx: &Ctx, sheet: &Sheet, each: &[PatientNow], seen: Seen) -> Signs {
    let known = &ctx.house().now;
    let score = known.patient(sheet.patient, seen).and_then(|now| {
        let scale = known.placement(now.device)?.scale;
        Some(Score {
            now: now.news2(scale, ctx.now()),
            last: now.last_score,
        })
    });
    Signs {
        pulse: newest(sheet, each, Parameter::HeartRate, |line| line.pulse),
        spo2: newest(sheet, each, Parameter::Spo2, |line| line.spo2),
        score,
    }
}

/// The newest of what somebody wrote and of what a machine or a monitor measured of theirs.
fn newest(
    sheet: &Sheet,
    each: &[PatientNow],
    parameter: Parameter,
    of: fn(&Observation) -> Option<i32>,
) -> Option<Sign> {
    let machine = sheet.device.as_ref().map(|(device, _)| *device);
    let since = (sheet.started.as_ref().map(|(by, _)| by.at), sheet.on_machine_since());
    let measured = each.iter().filter_map(|one| {
        let (since, taken_by) = theirs(one, machine, since);
        let (value, at) = one.latest.get(parameter)?;
        let value = f64::from(value);
        since
            .is_none_or(|since| at >= since)
            .then_some(Sign { value, at, taken_by })
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

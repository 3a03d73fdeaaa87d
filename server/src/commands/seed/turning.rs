//! The dialysis machines of the demo turn while the server runs: what a machine without a fault shows of the session that runs on it, worked out from what is prescribed. No recording of
//! a dialysis machine is open data, so these numbers are computed and the start says so; what people write at the chair is theirs. Everything else of the demo is recorded.

use std::time::Duration;

use domain::actor::{Actor, Task};
use domain::ids::{DeviceId, HospitalId};
use domain::telemetry::{Parameter, Reading, SystemStatus, Values};
use domain::time::Moment;
use hospital::Ctx;
use hospital::dialysis::seed::{Turning, machines};
use hospital::telemetry::Heard;

use super::hospitals::devices;
use crate::state::AppState;

/// A reading of each machine every so often.
const EVERY: Duration = Duration::from_secs(5);

/// Turns them until the server stops; nothing where the demo has none.
pub async fn turn(state: AppState) {
    let first = devices()
        .ok()
        .and_then(|devices| devices.first().map(|device| device.device_id));
    let Some(placement) = first.and_then(|device| state.house.now.placement(device)) else {
        return;
    };
    let hospital = placement.hospital;
    let task = Actor::Worker {
        task: Task::Seed,
        hospital: Some(hospital),
    };
    let ctx = Ctx::of_worker(&state.house, task);
    loop {
        tokio::select! {
            () = state.stopping.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        if let Err(error) = once(&state, &ctx, hospital).await {
            tracing::debug!(%error, "the machines of the demo missed a turn");
        }
    }
}

async fn once(state: &AppState, ctx: &Ctx, hospital: HospitalId) -> hospital::Result<()> {
    let now = state.house.clock.now();
    for (device, turning) in machines(&state.house, hospital).await? {
        let heard = Heard {
            at: now,
            promise: None,
            replay_since: None,
        };
        state.recorder.hear(device, heard)?;
        if let Some(turning) = turning {
            state
                .recorder
                .record(ctx, device, vec![shows(device, &turning, now)])
                .await?;
        }
    }
    Ok(())
}

/// International units of heparin in a mL of the syringes of the demo.
const UNITS_IN_ML: f64 = 1_000.0;

/// mL that the pump of a machine without a fault has given after so many minutes.
fn given(it: &Turning, elapsed: f64) -> Option<f64> {
    let (loading, hourly, stop_before) = it.heparin?;
    let pumped = elapsed.min((it.minutes - stop_before).max(0.0));
    Some((loading + hourly * pumped / 60.0) / UNITS_IN_ML)
}

/// What the machine shows now. The pressures of the circuit drift with the session; each machine has its own level.
fn shows(device: DeviceId, it: &Turning, now: Moment) -> Reading {
    let elapsed = (now.seconds_since(it.began) / 60.0).clamp(0.0, it.minutes);
    let part = elapsed / it.minutes.max(1.0);
    let own = f64::from(device.0.as_bytes()[15]) / 255.0;
    let wave = (now.seconds_since(it.began) / 47.0 + own * 6.0).sin();
    let is_over = part >= 1.0;
    let uf_rate = if is_over { 0.0 } else { it.goal / (it.minutes / 60.0) };
    // Three quarters of the blood that flows is cleaned of urea, out of the water of the body (58 % of the weight): a machine in order.
    let cleaned = 0.75 * it.blood_flow * 0.85 * elapsed / 1_000.0 / (0.58 * it.weight);
    let mut values = Values::default();
    for (parameter, value) in [
        (Parameter::BloodFlow, it.blood_flow),
        (Parameter::DialysateFlow, it.dialysate_flow),
        (Parameter::ArterialPressure, -150.0 - own * 40.0 + wave * 3.0),
        (Parameter::VenousPressure, 130.0 + own * 35.0 + part * 12.0 + wave * 3.0),
        (Parameter::TransmembranePressure, 48.0 + own * 14.0 + part * 18.0 + wave),
        (Parameter::UfRate, uf_rate),
        (Parameter::UfRemoved, it.goal * part / 1_000.0),
        (Parameter::Conductivity, 14.0 + wave * 0.04),
        (Parameter::DialysateTemperature, it.temperature + wave * 0.05),
        (Parameter::TotalVolume, it.blood_flow * elapsed / 1_000.0),
        (Parameter::BloodVolumeChange, -8.0 * part + wave * 0.2),
        (Parameter::MachineKtv, cleaned),
        (Parameter::RemainingTime, it.minutes - elapsed),
    ] {
        values.set(parameter, Some(value as f32));
    }
    values.set(Parameter::HeparinTotal, given(it, elapsed).map(|given| given as f32));
    Reading {
        seq: now.millis(),
        taken_at: now,
        values,
        oxygen: None,
        consciousness: None,
        system_status: Some(SystemStatus::Normal),
        alarm_codes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_in_order_takes_what_is_to_be_taken_and_no_more() {
        let turning = Turning {
            began: Moment(0),
            minutes: 240.0,
            goal: 2_400.0,
            weight: 74.9,
            blood_flow: 320.0,
            dialysate_flow: 500.0,
            temperature: 36.0,
            heparin: Some((2_000.0, 500.0, 60.0)),
        };
        let at = |minutes: f64| {
            shows(
                DeviceId(uuid::Uuid::nil()),
                &turning,
                Moment(0).plus_seconds(minutes * 60.0),
            )
            .values
        };
        let removed = |minutes: f64| at(minutes).get(Parameter::UfRemoved).unwrap();
        assert!((removed(120.0) - 1.2).abs() < 1e-3 && (removed(300.0) - 2.4).abs() < 1e-3);
        assert_eq!(at(300.0).get(Parameter::UfRate), Some(0.0), "it stops at the goal");
        let heparin = |minutes: f64| at(minutes).get(Parameter::HeparinTotal).unwrap();
        assert!((heparin(0.0) - 2.0).abs() < 1e-3 && (heparin(60.0) - 2.5).abs() < 1e-3);
        assert_eq!(heparin(180.0), heparin(240.0), "the pump stops an hour before the end");
        let ktv = at(240.0).get(Parameter::MachineKtv).unwrap();
        assert!((1.0..1.6).contains(&ktv), "{ktv}");
        for minutes in [1.0, 100.0, 239.0] {
            let conductivity = at(minutes).get(Parameter::Conductivity).unwrap();
            assert!((13.9..14.1).contains(&conductivity), "{conductivity}");
        }
    }
}

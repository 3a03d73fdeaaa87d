//! The dialysis machines of the demo turn while the server runs: what a machine shows of the session that runs on it, worked out from what is prescribed. No recording of a dialysis machine is
//! open data, so these numbers are computed and the start says so; what people write at the chair is theirs, and the blood pressures are recorded ([`super::cuff`]). One machine has a fault: at
//! [`PRESSED`] a needle turns, and the venous pressure rises. Everything else of the demo is recorded.

use std::sync::Arc;
use std::time::Duration;

use domain::actor::{Actor, Task};
use domain::ids::{DeviceId, HospitalId};
use domain::telemetry::{Parameter, Reading, SystemStatus, Values};
use domain::time::Moment;
use hospital::dialysis::seed::{Turning, machines};
use hospital::telemetry::{Heard, Recorder};
use hospital::{Ctx, HospitalError, House};

use super::cuff::Cuffs;
use super::hospitals::devices;
use crate::state::AppState;

/// A reading of each machine every so often.
const EVERY: Duration = Duration::from_secs(5);
/// The same of what was shown before the demo was filled, in seconds.
const BEFORE: f64 = 60.0;

/// The chair at which the venous pressure rises. When the demo is filled blood runs there for 179 minutes.
const PRESSED: i16 = 7;
/// Since which minute of the treatment, by how many mmHg a minute, and how far: beyond the distance from the start that the demo's hospital has set, 100 mmHg (`seed/limits.rs`), and below
/// what is published, so that it is that rule which speaks. It has passed some minutes before the demo opens.
const RISE: (f64, f64, f64) = (168.0, 12.0, 115.0);

/// Turns them until the server stops; nothing where the demo has none.
pub async fn turn(state: AppState) {
    let Some(hospital) = hospital_of(&state.house) else {
        return;
    };
    let (ctx, cuffs) = (ctx(&state.house, hospital), Cuffs::read().unwrap_or_default());
    let mut last = state.house.clock.now();
    loop {
        tokio::select! {
            () = state.stopping.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let now = state.house.clock.now();
        match once(&state, &ctx, &cuffs, (last, now), hospital).await {
            Ok(()) => last = now,
            Err(error) => tracing::debug!(%error, "the machines of the demo missed a turn"),
        }
    }
}

/// The hospital whose machines these are; none in a database that is no demo.
fn hospital_of(house: &House) -> Option<HospitalId> {
    let devices = devices().ok()?;
    let placement = house.now.placement(devices.first()?.device_id)?;
    Some(placement.hospital)
}

fn ctx(house: &Arc<House>, hospital: HospitalId) -> Ctx {
    let task = Actor::Worker {
        task: Task::Seed,
        hospital: Some(hospital),
    };
    Ctx::of_worker(house, task)
}

async fn once(
    state: &AppState,
    ctx: &Ctx,
    cuffs: &Cuffs,
    (last, now): (Moment, Moment),
    hospital: HospitalId,
) -> hospital::Result<()> {
    for (device, turning) in machines(&state.house, hospital).await? {
        state.recorder.hear(device, heard(now))?;
        let Some(turning) = turning else { continue };
        let mut readings = cuffs.taken(turning.chair, turning.began, (last, now));
        readings.push(shows(device, &turning, now));
        state.recorder.record(ctx, device, readings).await?;
    }
    Ok(())
}

fn heard(at: Moment) -> Heard {
    Heard {
        at,
        promise: None,
        replay_since: None,
    }
}

/// What the machines have shown since blood runs on them, as it would have been recorded: a session that the demo finds under way has its beginning, its course, and what went wrong in it.
pub(super) async fn catch_up(house: &Arc<House>) -> Result<(), String> {
    let fault =
        |error: HospitalError| format!("What the demo's dialysis machines showed could not be written: {error}.");
    let Some(hospital) = hospital_of(house) else {
        return Ok(());
    };
    let (ctx, cuffs, now) = (ctx(house, hospital), Cuffs::read()?, house.clock.now());
    let recorder = Recorder::start(house);
    for (device, turning) in machines(house, hospital).await.map_err(fault)? {
        let Some(turning) = turning else { continue };
        let times = (0..).map(|step| turning.began.plus_seconds(f64::from(step) * BEFORE));
        let shown = times.take_while(|at| *at < now).map(|at| shows(device, &turning, at));
        let cuff = cuffs.taken(turning.chair, turning.began, (turning.began.plus_seconds(-1.0), now));
        let mut readings: Vec<Reading> = shown.chain(cuff).collect();
        readings.sort_by_key(|reading| (reading.taken_at, reading.seq));
        recorder.hear(device, heard(now)).map_err(fault)?;
        recorder.record(&ctx, device, readings).await.map_err(fault)?;
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

/// The venous pressure: it drifts with the session, each machine from a level of its own; at one chair it rises.
fn venous(it: &Turning, (own, part, wave): (f64, f64, f64), elapsed: f64) -> f64 {
    let drift = part * 12.0 + wave * 3.0;
    if it.chair != Some(PRESSED) {
        return 130.0 + own * 35.0 + drift;
    }
    let (since, a_minute, most) = RISE;
    124.0 + drift + ((elapsed - since).max(0.0) * a_minute).min(most)
}

/// What the machine shows at a moment. The pressures of the circuit drift with the session; each machine has its own level.
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
        (Parameter::VenousPressure, venous(it, (own, part, wave), elapsed)),
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
    // What is given into the blood, spread over the time.
    let a_minute = it.substitution.map(|litres| litres * 1_000.0 / it.minutes.max(1.0));
    let a_minute = a_minute.map(|rate| if is_over { 0.0 } else { rate as f32 });
    values.set(Parameter::SubstitutionRate, a_minute);
    values.set(
        Parameter::SubstitutionVolume,
        it.substitution.map(|litres| (litres * part) as f32),
    );
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
    use domain::alerts::{Hold, Kind, Measure, Rule, Rules, Side, Turn, Watch, Whose};

    use super::*;

    const TURNING: Turning = Turning {
        began: Moment(0),
        minutes: 240.0,
        goal: 2_400.0,
        weight: 74.9,
        blood_flow: 320.0,
        dialysate_flow: 500.0,
        temperature: 36.0,
        heparin: Some((2_000.0, 500.0, 60.0)),
        substitution: None,
        chair: Some(1),
    };

    fn at(turning: &Turning, minutes: f64) -> Values {
        let now = Moment(0).plus_seconds(minutes * 60.0);
        shows(DeviceId(uuid::Uuid::nil()), turning, now).values
    }

    #[test]
    fn a_machine_in_order_takes_what_is_to_be_taken_and_no_more() {
        let at = |minutes: f64| at(&TURNING, minutes);
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
            let venous = at(minutes).get(Parameter::VenousPressure).unwrap();
            assert!((120.0..180.0).contains(&venous), "{venous}");
        }
        assert_eq!(
            at(120.0).get(Parameter::SubstitutionVolume),
            None,
            "nothing is given into the blood"
        );
    }

    #[test]
    fn at_one_chair_the_venous_pressure_rises_past_the_distance_that_is_set() {
        let pressed = Turning {
            chair: Some(PRESSED),
            ..TURNING
        };
        let venous = |minutes: f64| at(&pressed, minutes).get(Parameter::VenousPressure).unwrap();
        let began = venous(3.0);
        for minutes in [5.0, 90.0, 167.0] {
            assert!((venous(minutes) - began).abs() < 30.0, "{minutes}");
        }
        for minutes in [178.0, 179.0, 200.0, 239.0, 300.0] {
            let risen = venous(minutes);
            assert!(risen - began > 100.0 && risen < 260.0, "{minutes}: {began} to {risen}");
        }
    }

    #[test]
    fn the_rule_of_the_hospital_speaks_some_minutes_before_the_demo_opens() {
        let pressed = Turning {
            chair: Some(PRESSED),
            ..TURNING
        };
        // As `seed/limits.rs` writes it.
        let rules = Rules::default().with(Rule {
            parameter: Parameter::VenousPressure,
            side: Side::High,
            measure: Measure::Baseline,
            raise: 100.0,
            clear: 80.0,
            hold: Hold {
                seconds: 30,
                ..Hold::default()
            },
            whose: Whose::Hospital,
        });
        let mut watch = Watch::default();
        let mut raised = Vec::new();
        for minute in 0..180 {
            let now = Moment(0).plus_seconds(f64::from(minute) * BEFORE);
            for turn in watch.step(&shows(DeviceId(uuid::Uuid::nil()), &pressed, now), &rules) {
                if let Turn::Raised(raise) = turn {
                    raised.push((raise.kind, minute));
                }
            }
        }
        let [(kind, minute)] = raised.as_slice() else {
            panic!("one alarm: {raised:?}");
        };
        assert_eq!(*kind, Kind::Limit(Parameter::VenousPressure, Side::High));
        assert!((174..179).contains(minute), "{minute}");
        assert!(watch.standing().any(|(of, _)| of == *kind), "it stands");
    }

    #[test]
    fn what_is_given_into_the_blood_is_spread_over_the_time() {
        let hdf = Turning {
            substitution: Some(21.5),
            ..TURNING
        };
        let of = |minutes: f64, parameter| at(&hdf, minutes).get(parameter).unwrap();
        assert!((of(120.0, Parameter::SubstitutionVolume) - 10.75).abs() < 1e-3);
        assert!((of(120.0, Parameter::SubstitutionRate) - 89.6).abs() < 0.1);
        assert_eq!(of(300.0, Parameter::SubstitutionRate), 0.0);
        assert!((of(300.0, Parameter::SubstitutionVolume) - 21.5).abs() < 1e-3);
    }
}

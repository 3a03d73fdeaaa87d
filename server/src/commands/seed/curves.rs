//! A recorded alarm with its curves: record a103l of the PhysioNet/CinC Challenge 2015, a monitor that called asystole while the heart went on. It plays once, when the demo is
//! filled, on one bed; the demo's nurse answers it with what its makers say of it.

use std::sync::Arc;

use domain::actor::{Actor, Role, Task};
use domain::alerts::Kind;
use domain::ids::DeviceId;
use domain::telemetry::{Reading, SystemStatus, Values};
use domain::time::Moment;
use domain::waves::{Channel, LONGEST_SECONDS, Sent};
use hospital::telemetry::Recorder;
use hospital::{Ctx, HospitalError, House, alerts, waves};

use super::hospitals::devices;
use super::limits::of;

/// Thousandths of a millivolt, and of the pleth's own unit; a line is a sample of each.
const RECORD: &str = include_str!("../../../demo/curves/a103l.csv");
/// Samples a second.
const HZ: usize = 125;
/// The record begins so many seconds before its alarm.
const BEFORE: f64 = 100.0;
/// How much one step is.
const STEP: f64 = 0.001;
/// The channels in the order of the columns.
const CHANNELS: [Channel; 3] = [Channel::EcgIi, Channel::EcgV, Channel::Pleth];
/// Of whom: the bed of the demo on which it plays.
const BED: i16 = 7;
/// What the demo's nurse writes.
const TRUTH: &str = "No asystole. Recorded alarm a103l of the PhysioNet/CinC Challenge 2015, which its makers mark as false; the curves are of somebody else.";

/// Plays it, and writes what lies around its alarm.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's curves could not be written: {error}.");
    let nurse = of(house, Role::Nurse).await?;
    let Some(device) = devices()?
        .into_iter()
        .find(|device| device.bed == BED && !device.recording.is_empty())
    else {
        return Ok(());
    };
    let device = device.device_id;
    let task = Actor::Worker {
        task: Task::Seed,
        hospital: None,
    };
    let ctx = Ctx::of_worker(house, task);
    let at = house.clock.now();
    let columns = columns()?;
    for (channel, samples) in CHANNELS.into_iter().zip(columns) {
        for (place, part) in samples.chunks(HZ * LONGEST_SECONDS).enumerate() {
            let sent = Sent {
                channel: channel.name().to_owned(),
                started_at: at.plus_seconds((place * LONGEST_SECONDS) as f64 - BEFORE),
                hz: i64::try_from(HZ).unwrap_or_default(),
                step: STEP,
                samples: part.to_vec(),
            };
            waves::take_curve(&ctx, device, || Ok(sent)).await.map_err(fault)?;
        }
    }
    let recorder = Recorder::start(house);
    let turns = vec![
        said(at, SystemStatus::Danger, vec!["ASYSTOLE".to_owned()]),
        said(at.plus_seconds(1.0), SystemStatus::Normal, Vec::new()),
    ];
    for turn in turns {
        recorder.record(&ctx, device, vec![turn]).await.map_err(fault)?;
    }
    waves::write_strips(house).await.map_err(fault)?;
    answer(house, &nurse, device).await.map_err(fault)
}

async fn answer(house: &House, nurse: &Ctx, device: DeviceId) -> hospital::Result<()> {
    for alarm in house.now.alarms_of(device) {
        if alarm.kind == Kind::Machine {
            alerts::acknowledge(nurse, alarm.id, Some(TRUTH.to_owned())).await?;
        }
    }
    Ok(())
}

/// What the monitor says of itself.
fn said(at: Moment, status: SystemStatus, alarm_codes: Vec<String>) -> Reading {
    Reading {
        seq: at.millis(),
        taken_at: at,
        values: Values::default(),
        oxygen: None,
        consciousness: None,
        system_status: Some(status),
        alarm_codes,
    }
}

/// The samples of each column.
fn columns() -> Result<[Vec<i64>; 3], String> {
    let mut columns = [Vec::new(), Vec::new(), Vec::new()];
    for line in RECORD.lines().skip(1) {
        let mut cells = line.split(',').map(str::parse::<i64>);
        for column in &mut columns {
            match cells.next() {
                Some(Ok(sample)) => column.push(sample),
                _ => {
                    return Err(format!(
                        "A line of the demo's curves is no sample of each channel: {line}."
                    ));
                }
            }
        }
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_is_whole() {
        let columns = columns().unwrap();
        assert_eq!(columns.each_ref().map(Vec::len), [130 * HZ; 3]);
        let most = i64::from(i16::MAX);
        assert!(columns.iter().flatten().all(|sample| (-most..=most).contains(sample)));
    }
}

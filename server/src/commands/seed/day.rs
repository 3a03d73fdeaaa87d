//! The day before now, through the recorder, so that rules, alarms and scores are what they would have been: each recording at its own speed, and in the last 26
//! minutes as fast as it plays on. So the ward has its trends and scores from the first page, and nothing changes its pace when the page opens. What is still
//! unseen at the end of that day is acknowledged by the demo's nurse: a ward is handed over with its alarms answered.

use std::sync::Arc;

use domain::actor::{Actor, Role, Task};
use domain::alerts::AlarmState;
use domain::ids::PatientId;
use domain::telemetry::Reading;
use domain::time::Moment;
use hospital::identity::{at_the_door, sign_in};
use hospital::telemetry::{Heard, Recorder, Seen, load_placements, newest_reading, rebuild};
use hospital::{Ctx, House};
use uuid::Uuid;

use super::accounts::accounts;
use super::hospitals::{devices, machines};
use super::play::{FROM, SPEED};
use crate::commands::simulate::recording::Recording;

/// Readings of one request to the recorder.
const CHUNK: usize = 500;
/// How many minutes are written before the next device has its turn.
const MINUTES: u32 = 1_440;
/// Seconds of a day, of a recording as fast as it plays, and of what the simulator does not play again.
const DAY: f64 = MINUTES as f64 * 60.0;
const PLAYED: f64 = DAY / SPEED;
const AGAIN: f64 = FROM as f64 * 60.0 / SPEED;

/// Writes the 24 hours before `now`; of a device that an earlier start began with, what is missing after its newest reading.
pub(super) async fn write_day_before(house: &Arc<House>, now: Moment) -> Result<(), String> {
    let fault = |error: hospital::HospitalError| format!("The day before could not be written: {error}.");
    load_placements(house, None).await.map_err(fault)?;
    rebuild(house, &house.now.devices()).await.map_err(fault)?;
    let recorder = Recorder::start(house);
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Seed,
            hospital: None,
        },
    );
    let (started_at, played_since) = (now.plus_seconds(-DAY), now.plus_seconds(-PLAYED - AGAIN));
    let playing = devices()?.into_iter().chain(machines()?);
    for device in playing.filter(|device| !device.recording.is_empty()) {
        let recording = Recording::named(&device.recording)
            .ok_or_else(|| format!("There is no recording {}.", device.recording))?;
        let written = newest_reading(house, device.device_id).await.map_err(fault)?;
        let lasting = i64::try_from(recording.rows.len()).unwrap_or(i64::MAX);
        let charted = recording
            .readings_at(started_at, 1.0)
            .filter(|reading| reading.taken_at < played_since);
        let rounds = [played_since, played_since.plus_seconds(PLAYED)];
        let rounds = rounds.into_iter().flat_map(|since| recording.readings_at(since, SPEED));
        let played = rounds
            .take_while(|reading| reading.taken_at < now)
            .zip(lasting..)
            .map(|(reading, seq)| Reading { seq, ..reading });
        let parts: [(Heard, Vec<Reading>); 2] = [
            (heard(&recording, started_at, 1.0), charted.collect()),
            (heard(&recording, played_since, SPEED), played.collect()),
        ];
        for (heard, mut readings) in parts {
            readings.retain(|reading| written.is_none_or(|written| reading.taken_at > written));
            recorder.hear(device.device_id, heard).map_err(fault)?;
            for chunk in readings.chunks(CHUNK) {
                recorder
                    .record(&ctx, device.device_id, chunk.to_vec())
                    .await
                    .map_err(fault)?;
            }
        }
    }
    hand_over(house).await
}

/// What the device told when it began: its promises, and whether it plays.
fn heard(recording: &Recording, at: Moment, speed: f64) -> Heard {
    Heard {
        at,
        promise: Some(recording.promise(speed)),
        replay_since: (speed > 1.0).then_some(at),
    }
}

/// The nurse has seen what nobody answered during the day.
async fn hand_over(house: &Arc<House>) -> Result<(), String> {
    let Some(nurse) = accounts().into_iter().find(|account| account.role == Role::Nurse) else {
        return Ok(());
    };
    let signed_in = sign_in(&at_the_door(house, Uuid::now_v7()), nurse.email, nurse.password).await;
    let signed_in = signed_in.map_err(|error| format!("The demo's nurse could not sign in: {error}."))?;
    let ctx = Ctx::of_worker(house, Actor::staff(signed_in.user, signed_in.hospital, signed_in.roles));
    let patients: Vec<PatientId> = house
        .now
        .devices()
        .into_iter()
        .filter_map(|device| house.now.device(device))
        .map(|now| now.patient)
        .collect();
    for alarm in house.now.open_alarms(&patients, Seen::Everywhere) {
        if matches!(alarm.state, AlarmState::Gone { .. }) {
            let note = Some("Seen at the bedside; handed over.".to_owned());
            hospital::alerts::acknowledge(&ctx, alarm.id, note)
                .await
                .map_err(|error| format!("An alarm of the day before could not be answered: {error}."))?;
        }
    }
    Ok(())
}

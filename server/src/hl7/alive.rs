//! Ten seconds of silence are an alarm, and a machine behind a gateway may report each minute. Its gateway says how often (`gateway.every_seconds`): until that has passed since its last
//! message, the machine counts as heard, and ten seconds later it is silent. What it measures goes stale by the same promise.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::ids::DeviceId;
use domain::telemetry::{Parameter, Promise, Reading};
use domain::time::Moment;
use hospital::telemetry::Heard;

use crate::state::AppState;

/// How often machines are looked through: well within the ten seconds.
const BEAT: Duration = Duration::from_secs(3);

/// The machines that send HL7.
#[derive(Debug, Default)]
pub(super) struct Alive(Mutex<HashMap<DeviceId, Machine>>);

#[derive(Clone, Debug)]
struct Machine {
    last: Moment,
    every_seconds: f32,
    promise: Promise,
}

impl Alive {
    /// A machine sent these readings at `now`; answers what it promises, when that is new.
    pub(super) fn hear(
        &self,
        device: DeviceId,
        readings: &[Reading],
        every_seconds: f32,
        now: Moment,
    ) -> Option<Promise> {
        let mut machines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = machines.get(&device).map(|machine| machine.promise.clone());
        let mut promise = known.clone().unwrap_or_default();
        for parameter in Parameter::ALL {
            if readings.iter().any(|reading| reading.values.get(parameter).is_some()) {
                promise.set(parameter, Some(every_seconds));
            }
        }
        let machine = Machine {
            last: now,
            every_seconds,
            promise: promise.clone(),
        };
        machines.insert(device, machine);
        (known.as_ref() != Some(&promise)).then_some(promise)
    }

    /// Machines that count as heard at `now`; those whose time has passed are forgotten.
    fn heard(&self, now: Moment) -> Vec<DeviceId> {
        let mut machines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        machines.retain(|_, machine| now.seconds_since(machine.last) <= f64::from(machine.every_seconds));
        machines.keys().copied().collect()
    }
}

/// Gives signs of life, for ever.
pub(super) async fn beat(state: AppState, alive: std::sync::Arc<Alive>) {
    let mut turn = tokio::time::interval(BEAT);
    loop {
        turn.tick().await;
        let at = state.house.clock.now();
        for device in alive.heard(at) {
            let heard = Heard {
                at,
                promise: None,
                replay_since: None,
            };
            if let Err(error) = state.recorder.hear(device, heard) {
                tracing::error!(%error, %device, "a sign of life could not be given");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_counts_as_heard_for_the_time_that_its_gateway_states() {
        let alive = Alive::default();
        let device = DeviceId(uuid::Uuid::from_u128(1));
        let at = |seconds: f64| Moment(1_795_341_600_000_000).plus_seconds(seconds);
        let mut reading = Reading::default();
        reading.values.set(Parameter::BloodFlow, Some(300.0));
        let promise = alive.hear(device, &[reading.clone()], 60.0, at(0.0)).unwrap();
        assert_eq!(
            (promise.get(Parameter::BloodFlow), promise.get(Parameter::Spo2)),
            (Some(60.0), None)
        );
        assert_eq!(alive.hear(device, &[reading], 60.0, at(1.0)), None, "told once");
        assert_eq!(alive.heard(at(61.0)), [device]);
        assert_eq!(alive.heard(at(61.1)), []);
        assert_eq!(alive.heard(at(10.0)), [], "forgotten");
    }
}

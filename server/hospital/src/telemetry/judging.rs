//! What judges whoever a device measures, for pages that draw limits: the very rules of its alarms, and where the session began as they remember it.

use domain::alerts::baseline::{Began, OF};
use domain::alerts::{Bound, bounds};
use domain::ids::{DeviceId, PatientId};
use domain::telemetry::Parameter;
use domain::time::Moment;

use super::now::Now;
use super::seen::Seen;

/// What judges values of one device at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judging {
    /// What each parameter is held against; nothing of one that nobody set a limit of and none is published.
    pub bounds: Vec<Bound>,
    /// Where a pressure of the circuit began in this session, where a rule compares it with that.
    pub began: Vec<(Parameter, f32)>,
}

impl Now {
    /// What judges these parameters of somebody on one device at `at`; none where the device measures somebody else, or is not seen. What a patient's own limit, the machine or the hospital set is in it
    /// at once, and a limit that has ended is not.
    pub(crate) fn judging(
        &self,
        (device, patient, seen): (DeviceId, PatientId, Seen),
        parameters: &[Parameter],
        at: Moment,
    ) -> Option<Judging> {
        let devices = self.read();
        let known = devices.get(&device).filter(|known| known.measures(patient, seen))?;
        let (rules, began) = (&known.placement.rules, &known.began);
        let flow = known
            .latest
            .get(Parameter::BloodFlow)
            .map(|(flow, _)| flow.round() as i32);
        let bounds = parameters
            .iter()
            .flat_map(|parameter| rules.bounds(*parameter, at, began, flow));
        let compared = OF.into_iter().filter(|parameter| rules.asks_baseline(*parameter));
        let began = compared.filter_map(|parameter| Some((parameter, bounds::began_at(began, parameter, at)?)));
        Some(Judging {
            bounds: bounds.collect(),
            began: began.collect(),
        })
    }

    /// Where the pressures of a device's session began, as pages are told.
    pub(super) fn began(&self, device: DeviceId) -> Began {
        self.read().get(&device).map(|known| known.began).unwrap_or_default()
    }

    /// What the rules of a device remember of this patient has changed. Whoever took their place meanwhile did not begin there.
    pub(super) fn begins(&self, device: DeviceId, patient: PatientId, began: Began) {
        let mut devices = self.write();
        let known = devices.get_mut(&device);
        if let Some(known) = known.filter(|it| it.placement.session.is_some_and(|(whose, _)| whose == patient)) {
            known.began = began;
        }
    }
}

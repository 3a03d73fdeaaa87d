//! What is open where the reader is on duty: every page of the staff counts it.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::alerts::Alarm;
use domain::ids::PatientId;

use crate::ctx::Ctx;
use crate::telemetry::Seen;

/// Open alarms of the wards on which the actor is on duty now; `None` for who watches no ward. From memory alone, because each open page asks every few seconds; they are counted and never
/// shown, so nobody's chart is read.
pub fn standing(ctx: &Ctx) -> Option<Vec<Alarm>> {
    let Actor::Staff { hospital, wards, .. } = ctx.actor() else {
        return None;
    };
    let hospital = *hospital;
    let watched = wards
        .iter()
        .filter(|ward| ctx.may(Action::WatchWard, &Subject::Ward { ward: **ward, hospital }));
    let now = &ctx.house().now;
    let mut is_watching = false;
    let mut patients: Vec<PatientId> = Vec::new();
    for ward in watched {
        is_watching = true;
        patients.extend(now.patients_of_ward(*ward).iter().map(|known| known.patient));
    }
    is_watching.then(|| now.open_alarms(&patients, Seen::Held(hospital)))
}

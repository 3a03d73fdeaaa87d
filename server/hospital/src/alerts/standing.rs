//! What is open where the reader is on duty: every page of the staff counts it.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::alerts::Alarm;
use domain::ids::WardId;

use crate::ctx::Ctx;
use crate::telemetry::Seen;

/// Open alarms of the wards on which the actor is on duty now; `None` for who watches no ward. From memory alone, because each open page asks every few seconds; they are counted and never
/// shown, so nobody's chart is read.
pub fn standing(ctx: &Ctx) -> Option<Vec<Alarm>> {
    let Actor::Staff { hospital, wards, .. } = ctx.actor() else {
        return None;
    };
    let hospital = *hospital;
    let may_watch = |ward: &WardId| ctx.may(Action::WatchWard, &Subject::Ward { ward: *ward, hospital });
    let watched: Vec<WardId> = wards.iter().copied().filter(may_watch).collect();
    let alarms = || ctx.house().now.open_alarms_on(&watched, Seen::Held(hospital));
    (!watched.is_empty()).then(alarms)
}

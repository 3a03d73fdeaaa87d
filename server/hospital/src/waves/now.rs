//! What is drawn of somebody now: the last seconds of each channel, from memory.

use domain::access::Action;
use domain::ids::PatientId;
use domain::time::{Moment, Zone};
use domain::waves::Channel;

use super::strip::Curve;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::telemetry::Seen;

/// A row of the page, in microseconds: what is shown begins with one, so that a row fills and nothing in it moves.
const ROW: i64 = 6_000_000;
/// How many rows are shown.
const ROWS: i64 = 3;

/// What is drawn now.
#[derive(Clone, Debug, PartialEq)]
pub struct Monitor {
    /// When it was read.
    pub read_at: Moment,
    /// From when on is shown: 18 s.
    pub from: Moment,
    /// When the newest sample ends; nothing when nothing is held.
    pub newest: Option<Moment>,
    /// Each channel that is held.
    pub curves: Vec<Curve>,
    /// The hospital's zone.
    pub zone: Zone,
}

/// The curves of who is measured now. `asks_again`: an open page asks by itself; who may read is decided anew each time, and recorded once in a while.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn monitor(ctx: &Ctx, patient: PatientId, asks_again: bool) -> Result<Monitor> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Vitals]).on(&grounds);
    audit::record_look(ctx, entry, asks_again).await?;
    tx.commit().await?;
    let (house, seen, read_at) = (ctx.house(), Seen::by(ctx, &grounds)?, ctx.now());
    let mut held = Vec::new();
    for (hospital, device, since) in house.now.measuring(patient) {
        if !seen.shows(hospital) {
            continue;
        }
        let channels = Channel::ALL.into_iter();
        held.extend(
            channels.filter_map(|channel| Some((device, since, channel, house.curves.newest(device, channel)?))),
        );
    }
    let newest = held.iter().map(|(.., newest)| *newest).max();
    let to = newest.map_or(read_at, |newest| Moment((newest.0.div_euclid(ROW) + 1) * ROW));
    let from = Moment(to.0.saturating_sub(ROWS * ROW));
    let curves = held.into_iter().map(|(device, since, channel, _)| Curve {
        channel,
        stretches: house.curves.between(device, channel, from.max(since), to),
    });
    Ok(Monitor {
        read_at,
        from,
        newest,
        curves: curves.collect(),
        zone,
    })
}

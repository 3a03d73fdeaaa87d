//! Who watches a monitor: [`watch`] says who may, [`Watch::news`] what was drawn since they were told last. It is read from memory, so a reader who is slow holds nothing up and
//! has nothing waiting: they are told less often, and of no more than [`FIRST_SECONDS`] at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::access::Action;
use domain::ids::{DeviceId, PatientId, UserId};
use domain::time::Moment;
use domain::waves::{Channel, KEPT_SECONDS, Stretch};

use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::telemetry::Seen;

/// How much is told at once, at first and to who was slow: what a wide screen shows at 25 mm a second.
pub const FIRST_SECONDS: f64 = 12.0;
/// How old what a reader is told first may be, by the server's clock: a device that drew nothing for longer is silent (`domain::alerts::silence`), and what it drew before is not
/// shown as of now.
const OLD_SECONDS: f64 = 10.0;
/// Monitors that one person watches at a time; our own bound, as of conversations.
const MOST_OPEN: usize = 16;

/// How many monitors each person watches.
#[derive(Debug, Default)]
pub struct Watchers(Mutex<HashMap<UserId, usize>>);

/// What one channel drew, without a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Which of the devices that measure the person, in the order in which this reader came to know them.
    pub place: u8,
    /// What is drawn.
    pub channel: Channel,
    /// The samples.
    pub stretch: Stretch,
}

/// Somebody who watches. It ends when it is dropped.
#[derive(Debug)]
pub struct Watch {
    house: Arc<House>,
    user: UserId,
    told: Told,
}

/// What one reader was told of.
#[derive(Debug)]
struct Told {
    patient: PatientId,
    seen: Seen,
    devices: Vec<DeviceId>,
    /// How far each channel was told: half a sample after its newest.
    until: HashMap<(DeviceId, Channel), Moment>,
}

/// Whether the actor may watch, and what of it: asked when a page opens, and again whenever that may have changed. Recorded once in a while, as of a page that asks by itself.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn may_watch(ctx: &Ctx, patient: PatientId) -> Result<Seen> {
    let (tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Vitals]).on(&grounds);
    audit::record_look(ctx, entry, true).await?;
    tx.commit().await?;
    Seen::by(ctx, &grounds)
}

/// Whether a machine of the reader's own hospital sends curves of somebody, for a link beside what they read already: it is asked of memory and decides nothing. Who may watch is
/// decided when the link is followed.
pub fn comes(ctx: &Ctx, patient: PatientId) -> bool {
    let (house, now) = (ctx.house(), ctx.now());
    let measuring = house.now.measuring(patient).into_iter();
    let mut here = measuring.filter(|(hospital, ..)| ctx.actor().hospital() == Some(*hospital));
    here.any(|(_, device, _)| {
        let newest = Channel::ALL.map(|channel| house.curves.newest(device, channel));
        newest
            .into_iter()
            .flatten()
            .any(|end| now.seconds_since(end) <= KEPT_SECONDS)
    })
}

/// Begins to watch.
///
/// # Errors
/// Not found or denied for who does not read the record; busy for who watches as many as one person may.
pub async fn watch(ctx: &Ctx, patient: PatientId) -> Result<Watch> {
    let seen = may_watch(ctx, patient).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let house = ctx.house().clone();
    if !house.watchers.enter(user) {
        return Err(HospitalError::Busy);
    }
    let told = Told {
        patient,
        seen,
        devices: Vec::new(),
        until: HashMap::new(),
    };
    Ok(Watch { house, user, told })
}

impl Watch {
    /// What was drawn since the last time.
    pub fn news(&mut self) -> Vec<Piece> {
        let Self { house, told, .. } = self;
        told.news(house)
    }

    /// What is shown to them from now on, as it was decided anew.
    pub fn shows(&mut self, seen: Seen) {
        self.told.seen = seen;
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.house.watchers.leave(self.user);
    }
}

impl Told {
    fn news(&mut self, house: &House) -> Vec<Piece> {
        let (mut news, now) = (Vec::new(), house.clock.now());
        for (hospital, device, since) in house.now.measuring(self.patient) {
            if !self.seen.shows(hospital) {
                continue;
            }
            for channel in Channel::ALL {
                let Some(end) = house.curves.newest(device, channel) else {
                    continue;
                };
                let known = self.until.get(&(device, channel)).copied();
                if known.is_none() && now.seconds_since(end) > OLD_SECONDS {
                    self.until.insert((device, channel), end);
                    continue;
                }
                let until = known.unwrap_or(since);
                let from = until.max(since).max(end.plus_seconds(-FIRST_SECONDS));
                if from >= end {
                    continue;
                }
                let stretches = house.curves.between(device, channel, from, end);
                let Some(last) = stretches.last() else { continue };
                let length = (last.samples.len() as f64 - 0.5) / f64::from(last.hz);
                self.until
                    .insert((device, channel), last.started_at.plus_seconds(length));
                let place = self.place(device);
                news.extend(stretches.into_iter().map(|stretch| Piece {
                    place,
                    channel,
                    stretch,
                }));
            }
        }
        news
    }

    fn place(&mut self, device: DeviceId) -> u8 {
        let known = self.devices.iter().position(|one| *one == device);
        let place = known.unwrap_or_else(|| {
            self.devices.push(device);
            self.devices.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    }
}

impl Watchers {
    /// Whether there is room for one more.
    fn enter(&self, user: UserId) -> bool {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = open.entry(user).or_default();
        let has_room = *mine < MOST_OPEN;
        if has_room {
            *mine += 1;
        }
        has_room
    }

    fn leave(&self, user: UserId) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mine) = open.get_mut(&user) else { return };
        *mine -= 1;
        if *mine == 0 {
            open.remove(&user);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn one_person_watches_so_many_and_another_is_not_kept_from_it() {
        let watchers = Watchers::default();
        let [one, other] = [1, 2].map(|number| UserId(Uuid::from_u128(number)));
        assert!((0..MOST_OPEN).all(|_| watchers.enter(one)));
        assert!(!watchers.enter(one));
        assert!(watchers.enter(other));
        watchers.leave(one);
        assert!(watchers.enter(one), "who leaves makes room");
    }
}

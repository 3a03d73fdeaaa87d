//! Places that are free for somebody, over some days.

use domain::dialysis::places::{Chair, Day, Hours, Needs, Place, Shift, Taken};
use domain::ids::{HospitalId, WardId};
use uuid::Uuid;

use super::base::{self, Wall};
use crate::ctx::Tx;
use crate::error::Result;

/// A place that is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Free {
    /// Which.
    pub place: Place,
    /// When.
    pub hours: Hours,
    /// What the shift is called.
    pub shift: String,
    /// When it begins by the clock on the wall, in minutes since midnight.
    pub begins: u16,
    /// What the chair is called.
    pub chair: String,
}

/// What is known of some days of a ward.
pub(super) struct Days {
    wall: Wall,
    shifts: Vec<Shift>,
    chairs: Vec<Chair>,
    taken: Taken,
    first: Day,
    days: i64,
}

impl Days {
    /// Reads it.
    pub async fn read(
        tx: &mut Tx,
        wall: &Wall,
        hospital: HospitalId,
        ward: WardId,
        (first, days): (Day, i64),
    ) -> Result<Self> {
        let at = wall.days(first, 1).map_or(wall.now, |hours| hours.begins.max(wall.now));
        Ok(Self {
            shifts: base::shifts(tx, ward).await?,
            chairs: base::chairs(tx, ward, wall.now, at).await?,
            taken: base::taken(tx, wall, hospital, first, days).await?,
            wall: wall.clone(),
            first,
            days,
        })
    }

    /// Where somebody with these needs could sit, by day and shift: of each shift the chair that has least that they do not need.
    pub fn free(&self, needs: Needs) -> impl Iterator<Item = Free> + '_ {
        let days = (0..self.days).map(|days| self.first.plus(days));
        let places = days.flat_map(|day| self.shifts.iter().map(move |shift| (day, shift)));
        places.filter_map(move |(day, shift)| self.in_shift(day, shift, needs))
    }

    fn in_shift(&self, day: Day, shift: &Shift, needs: Needs) -> Option<Free> {
        let hours = self.wall.hours(shift, day)?;
        if hours.begins <= self.wall.now || hours.minutes() < i64::from(needs.minutes) {
            return None;
        }
        let at = |chair: &Chair| Place {
            day,
            shift: shift.id,
            station: chair.id,
        };
        let fits = |chair: &&Chair| chair.suits(needs).is_ok() && self.taken.is_free(at(chair), hours);
        let more = |chair: &&Chair| chair.hdf && !needs.hdf;
        let chair = self.chairs.iter().filter(fits).min_by_key(more)?;
        Some(Free {
            place: at(chair),
            hours,
            shift: shift.name.clone(),
            begins: shift.begins,
            chair: chair.name.clone(),
        })
    }

    /// Whether this place is free and for somebody with these needs.
    pub fn is_free(&self, place: Place, needs: Needs) -> bool {
        let shift = self.shifts.iter().find(|shift| shift.id == place.shift);
        let hours = shift.and_then(|shift| self.wall.hours(shift, place.day));
        let chair = self.chairs.iter().find(|chair| chair.id == place.station);
        let fits = chair.is_some_and(|chair| chair.suits(needs).is_ok());
        fits && hours.is_some_and(|hours| hours.begins > self.wall.now && self.taken.is_free(place, hours))
    }

    /// When this place begins and ends, where it is to come, free, long enough and for somebody with these needs.
    pub fn fits(&self, place: Place, needs: Needs) -> Option<Hours> {
        let shift = self.shifts.iter().find(|shift| shift.id == place.shift)?;
        let hours = self.wall.hours(shift, place.day)?;
        (hours.minutes() >= i64::from(needs.minutes) && self.is_free(place, needs)).then_some(hours)
    }

    /// What a shift and a chair are called; empty for what is not there any more.
    pub fn names(&self, shift: Uuid, station: Uuid) -> (String, String) {
        let shift = self.shifts.iter().find(|known| known.id == shift);
        let chair = self.chairs.iter().find(|known| known.id == station);
        (
            shift.map(|shift| shift.name.clone()).unwrap_or_default(),
            chair.map(|chair| chair.name.clone()).unwrap_or_default(),
        )
    }
}

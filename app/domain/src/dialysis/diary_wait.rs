//! Who waits for a place in the chair diary: which of the places that are free can be offered to them, and until when an offer waits for its answer.
//!
//! To add a condition: a variant of [`Unwanted`], its line in [`Wish::suits`], and its sentence.

use uuid::Uuid;

use super::places::{Day, Hours, Place};
use crate::time::Moment;

/// The longest that an offer waits for its answer, in seconds. A setting of the house, not a clinical number: whoever looks at the portal once a day sees it.
pub const LONGEST: f64 = 86_400.0;

/// Until when an offer waits for its answer: a day, and no longer than half the time until the place begins, so that the next who waits has the other half.
pub fn answer_by(offered: Moment, begins: Moment) -> Moment {
    let left = begins.seconds_since(offered).max(0.0);
    offered.plus_seconds((left / 2.0).min(LONGEST))
}

/// A session that somebody has, or one that the weekly plan still promises them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    /// Which, where it can still be moved: booked, and to come.
    pub movable: Option<Uuid>,
    /// The day on which it begins.
    pub day: Day,
    /// When; none for what is only promised.
    pub hours: Option<Hours>,
}

/// How many of these lie in the week of `day`, Monday to Sunday, without the one that is given up.
pub fn in_week(own: &[Kept], day: Day, given_up: Option<Uuid>) -> usize {
    let stays = |kept: &&Kept| given_up.is_none() || kept.movable != given_up;
    let here = |kept: &&Kept| kept.day.monday() == day.monday();
    own.iter().filter(stays).filter(here).count()
}

/// What somebody waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The first day that would do.
    pub from: Day,
    /// The last.
    pub until: Day,
    /// The shift that would do; none: any.
    pub shift: Option<Uuid>,
    /// The session that they give up for it; none: they want one more.
    pub instead_of: Option<Uuid>,
    /// What was offered to them before, and they did not want or did not answer.
    pub refused: Vec<Place>,
}

/// Why a free place is not offered to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwanted {
    /// On another day than they would come.
    Day,
    /// In another shift.
    Shift,
    /// They did not want it, or did not answer.
    Refused,
    /// They have a session at that time.
    Overlaps,
    /// It begins and ends when the one does that they would give up: no better place.
    Same,
    /// It would be one more than is prescribed for that week.
    FullWeek,
}

impl Unwanted {
    /// In a sentence, for who offers it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Day => "They do not wait for this day. Choose another place.",
            Self::Shift => "They do not wait for this shift. Choose another place.",
            Self::Refused => "They were offered this place before, and did not take it. Choose another.",
            Self::Overlaps => "They have a session at that time already. Choose another place.",
            Self::Same => "The session that they would give up is at this time. Choose another place.",
            Self::FullWeek => {
                "Their week has as many sessions as are prescribed, and they give up none of them for it. Choose another place."
            }
        }
    }
}

impl Wish {
    /// Any place of these days, at any shift: what somebody who chooses by themselves would take.
    pub const fn any(from: Day, until: Day, instead_of: Option<Uuid>) -> Self {
        Self {
            from,
            until,
            shift: None,
            instead_of,
            refused: Vec::new(),
        }
    }

    /// Whether this place, at these hours, can be offered: `own` is what they have in its week and around it, `weekly` how many sessions of a week are prescribed. That the chair suits them
    /// and is free is asked elsewhere ([`super::places`]).
    pub fn suits(&self, place: Place, hours: Hours, own: &[Kept], weekly: usize) -> Result<(), Unwanted> {
        let given_up = |kept: &&Kept| self.instead_of.is_some() && kept.movable == self.instead_of;
        let mut stays = own.iter().filter(|kept| !given_up(kept));
        let overlaps = |kept: &Kept| kept.hours.is_some_and(|kept| kept.overlaps(hours));
        match () {
            () if !(self.from..=self.until).contains(&place.day) => Err(Unwanted::Day),
            () if self.shift.is_some_and(|shift| shift != place.shift) => Err(Unwanted::Shift),
            () if self.refused.contains(&place) => Err(Unwanted::Refused),
            () if stays.any(overlaps) => Err(Unwanted::Overlaps),
            () if own.iter().filter(given_up).any(|kept| kept.hours == Some(hours)) => Err(Unwanted::Same),
            () if in_week(own, place.day, self.instead_of) >= weekly => Err(Unwanted::FullWeek),
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIFT: Uuid = Uuid::from_u128(1);
    const CHAIR: Uuid = Uuid::from_u128(2);

    fn day(number: i64) -> Day {
        // 2026-11-30 is a Monday.
        Day::parse("2026-11-30").unwrap().plus(number)
    }

    fn hours(day: Day, begins: i64) -> Hours {
        let at = |hour: i64| Moment((day.0 * 24 + hour) * 3_600_000_000);
        Hours {
            begins: at(begins),
            ends: at(begins + 5),
        }
    }

    fn kept(session: u128, day: Day, begins: i64) -> Kept {
        Kept {
            movable: Some(Uuid::from_u128(session)),
            day,
            hours: Some(hours(day, begins)),
        }
    }

    fn place(day: Day) -> Place {
        Place {
            day,
            shift: SHIFT,
            station: CHAIR,
        }
    }

    fn wish(instead_of: Option<u128>) -> Wish {
        Wish::any(day(0), day(13), instead_of.map(Uuid::from_u128))
    }

    /// Monday, Wednesday and Friday at six: as many as are prescribed.
    fn full() -> [Kept; 3] {
        [kept(10, day(0), 6), kept(11, day(2), 6), kept(12, day(4), 6)]
    }

    #[test]
    fn in_a_full_week_only_who_gives_one_of_it_up_is_offered_a_place() {
        let thursday = |wish: Wish| wish.suits(place(day(3)), hours(day(3), 6), &full(), 3);
        assert_eq!(thursday(wish(None)), Err(Unwanted::FullWeek));
        assert_eq!(thursday(wish(Some(11))), Ok(()));
        // A session of theirs that is no longer to come is given up for nothing.
        assert_eq!(thursday(wish(Some(99))), Err(Unwanted::FullWeek));
        // The week after has room, also for who gives up none.
        let later = wish(None).suits(place(day(8)), hours(day(8), 6), &full(), 3);
        assert_eq!(later, Ok(()));
    }

    #[test]
    fn a_session_of_another_week_makes_no_room_in_a_full_one() {
        let mut own = full().to_vec();
        own.push(kept(13, day(7), 6));
        let moved = wish(Some(13)).suits(place(day(3)), hours(day(3), 6), &own, 3);
        assert_eq!(moved, Err(Unwanted::FullWeek));
    }

    #[test]
    fn what_the_plan_still_promises_counts_in_the_week() {
        let promised = Kept {
            movable: None,
            day: day(4),
            hours: None,
        };
        let own = [kept(10, day(0), 6), kept(11, day(2), 6), promised];
        let one_more = wish(None).suits(place(day(3)), hours(day(3), 6), &own, 3);
        assert_eq!(one_more, Err(Unwanted::FullWeek));
    }

    #[test]
    fn a_place_has_to_be_of_the_days_and_the_shift_and_at_no_time_of_their_own() {
        let own = full();
        let suits = |wish: &Wish, on: Day, at: i64| wish.suits(place(on), hours(on, at), &own, 9);
        let mut one = wish(Some(11));
        assert_eq!(suits(&one, day(14), 6), Err(Unwanted::Day));
        assert_eq!(
            suits(&one, day(4), 8),
            Err(Unwanted::Overlaps),
            "Friday from six to eleven"
        );
        assert_eq!(suits(&one, day(4), 11), Ok(()), "as soon as it has ended");
        assert_eq!(
            suits(&one, day(2), 6),
            Err(Unwanted::Same),
            "another chair is no better time"
        );
        assert_eq!(suits(&one, day(2), 8), Ok(()), "over the one that is given up");
        one.refused.push(place(day(3)));
        assert_eq!(suits(&one, day(3), 6), Err(Unwanted::Refused));
        one.shift = Some(CHAIR);
        assert_eq!(suits(&one, day(5), 6), Err(Unwanted::Shift));
    }

    #[test]
    fn an_offer_waits_a_day_and_at_most_half_of_the_time_that_is_left() {
        let now = hours(day(0), 0).begins;
        let after = |hours: f64| now.plus_seconds(hours * 3_600.0);
        assert_eq!(answer_by(now, after(100.0)), after(24.0));
        assert_eq!(answer_by(now, after(10.0)), after(5.0));
        assert_eq!(answer_by(now, after(-1.0)), now);
    }
}

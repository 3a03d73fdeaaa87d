//! Blood that is taken for urea before and after a session, and the answer of the laboratory, which comes hours later: often after the signature.
//!
//! Before: before blood runs. After: when it runs no longer, by slow flow or with the dialysate stopped, without waiting (KDOQI 2006, guideline 3): blood that is drawn later has rebounded
//! and is another number. So the form knows both times from the session, and only another one is typed.

use serde::{Deserialize, Serialize};

use super::before::UREA;
use super::named::named;
use super::quantities::Urea;
use super::read::Reader;
use crate::invalid::Invalid;
use crate::time::{Moment, Zone, read_clock};

named! {
    /// When blood was taken.
    Taken {
        /// Before the session.
        Pre = "pre",
        /// After it.
        Post = "post",
    }
}

/// One line: what came of it, or that it is to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Before or after.
    pub taken: Taken,
    /// The value; none while the laboratory has not answered.
    pub value: Option<Urea>,
    /// When it was drawn.
    pub drawn_at: Moment,
    /// Why another value stands here than before.
    pub reason: Option<String>,
}

/// What is known of a session when a sample of it is written.
#[derive(Clone, Debug)]
pub struct Of {
    /// When blood began to run, and when it ended.
    pub ran: (Moment, Option<Moment>),
    /// Now.
    pub now: Moment,
    /// The clock of the hospital in those days.
    pub zone: Zone,
    /// Whether a value stands there already.
    pub has_value: bool,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`Taken`] by its name.
    pub taken: String,
    /// mmol/L; empty while the answer is to come.
    pub value: String,
    /// By the clock; empty: at the start, or at the end.
    pub drawn: String,
    /// Why it is another than before.
    pub reason: String,
}

impl Typed {
    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or cannot be.
    pub fn read(&self, of: &Of) -> Result<Sample, Vec<Invalid>> {
        let mut it = Reader::default();
        let taken = it.one("taken", &self.taken, Taken::parse, Taken::Pre);
        let (began, ended) = of.ran;
        let by = match taken {
            Taken::Pre => began,
            Taken::Post => ended.unwrap_or(of.now),
        };
        if taken == Taken::Post && ended.is_none() {
            it.fault("taken", "Blood after the session is taken once it has ended.");
        }
        let drawn_at = match self.drawn.trim() {
            "" => by,
            typed => near(typed, by, &of.zone).unwrap_or_else(|| {
                it.fault("drawn", "Enter a time of the clock, such as 14:20.");
                by
            }),
        };
        let is_late = taken == Taken::Pre && minute(drawn_at) > minute(began);
        let is_early = taken == Taken::Post && minute(drawn_at) < minute(began);
        if is_late {
            it.fault("drawn", "Blood before the session is drawn before blood runs.");
        } else if is_early || drawn_at > of.now {
            it.fault("drawn", "Enter a time after the start of the session and not ahead.");
        }
        let value = it.maybe("value", &self.value, UREA).map(Urea);
        let reason = it.maybe_text("reason", &self.reason, 500);
        if of.has_value && reason.as_ref().is_none_or(|words| words.chars().count() < 3) {
            it.fault("reason", "Say why another value stands here now.");
        }
        it.done(Sample {
            taken,
            value,
            drawn_at,
            reason: reason.filter(|words| words.chars().count() >= 3),
        })
    }
}

fn minute(at: Moment) -> i64 {
    at.0.div_euclid(60_000_000)
}

/// The moment nearest to `by` at which the clock showed that time: within half a day of it.
fn near(typed: &str, by: Moment, zone: &Zone) -> Option<Moment> {
    let (hour, minute) = read_clock(typed)?;
    let wall = zone.civil(by);
    let of_day = |hour: u8, minute: u8| i64::from(hour) * 60 + i64::from(minute);
    let ahead = (of_day(hour, minute) - of_day(wall.hour, wall.minute)).rem_euclid(1_440);
    let ahead = if ahead > 720 { ahead - 1_440 } else { ahead };
    let straight = by.minute().plus_seconds(ahead as f64 * 60.0);
    let changed = zone.offset_at(by) - zone.offset_at(straight);
    Some(straight.plus_seconds(f64::from(changed)))
}

/// Which value counts: the newest that was written, in a line of its own or in a look.
pub fn counts(line: Option<(Moment, Option<Urea>)>, look: Option<(Moment, Option<Urea>)>) -> Option<Urea> {
    let looked = look.and_then(|(at, value)| Some((at, value?)));
    match (line, looked) {
        (Some((at, _)), Some((looked_at, looked))) if looked_at > at => Some(looked),
        (Some((_, value)), _) => value,
        (None, looked) => looked.map(|(_, value)| value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64, minute: i64) -> Moment {
        // 2026-11-27 by the clock of Nairobi.
        Moment((1_795_737_600 - 10_800 + hour * 3_600 + minute * 60) * 1_000_000)
    }

    fn of(has_value: bool) -> Of {
        Of {
            ran: (at(8, 10).plus_seconds(20.0), Some(at(12, 10).plus_seconds(40.0))),
            now: at(19, 0),
            zone: Zone {
                name: "Africa/Nairobi".into(),
                offsets: vec![(Moment(0), 10_800, "EAT".into())],
            },
            has_value,
        }
    }

    fn typed(taken: &str, value: &str, drawn: &str, reason: &str) -> Typed {
        Typed {
            taken: taken.into(),
            value: value.into(),
            drawn: drawn.into(),
            reason: reason.into(),
        }
    }

    fn fault(read: Result<Sample, Vec<Invalid>>) -> String {
        read.unwrap_err().remove(0).field
    }

    #[test]
    fn a_value_comes_hours_after_the_needles_and_knows_when_it_was_drawn() {
        let post = typed("post", "7,2", "", "").read(&of(false)).unwrap();
        assert_eq!((post.value, post.drawn_at), (Some(Urea(7.2)), of(false).ran.1.unwrap()));
        let pre = typed("pre", "24.0", "8:02", "").read(&of(false)).unwrap();
        assert_eq!(pre.drawn_at, at(8, 2));
        let sent = typed("pre", "", "", "").read(&of(false)).unwrap();
        assert_eq!(sent.value, None, "drawn, and the answer is to come");
    }

    #[test]
    fn blood_of_another_time_says_nothing_of_the_session() {
        assert_eq!(fault(typed("pre", "24", "8:11", "").read(&of(false))), "drawn");
        assert!(
            typed("pre", "24", "8:10", "").read(&of(false)).is_ok(),
            "the minute of the start"
        );
        assert_eq!(fault(typed("post", "7.2", "8:00", "").read(&of(false))), "drawn");
        assert_eq!(fault(typed("post", "7.2", "19:01", "").read(&of(false))), "drawn");
        assert_eq!(fault(typed("post", "7.2", "soon", "").read(&of(false))), "drawn");
        let running = Of {
            ran: (at(8, 10), None),
            ..of(false)
        };
        assert_eq!(fault(typed("post", "7.2", "", "").read(&running)), "taken");
        assert_eq!(fault(typed("", "7.2", "", "").read(&of(false))), "taken");
        assert_eq!(fault(typed("post", "720", "", "").read(&of(false))), "value");
    }

    #[test]
    fn another_value_says_why_and_the_newest_counts() {
        assert_eq!(fault(typed("post", "6.9", "", "").read(&of(true))), "reason");
        assert_eq!(fault(typed("post", "6.9", "", "ab").read(&of(true))), "reason");
        assert!(typed("post", "6.9", "", "Read wrong.").read(&of(true)).is_ok());

        let (early, late) = (at(9, 0), at(13, 0));
        let (old, new) = (Some(Urea(24.0)), Some(Urea(23.0)));
        assert_eq!(counts(None, Some((early, old))), old);
        assert_eq!(counts(Some((late, new)), Some((early, old))), new);
        assert_eq!(counts(Some((early, old)), Some((late, new))), new);
        assert_eq!(counts(Some((early, old)), Some((late, None))), old);
        assert_eq!(
            counts(Some((late, None)), Some((early, old))),
            None,
            "it was taken back"
        );
        assert_eq!(counts(None, None), None);
    }
}

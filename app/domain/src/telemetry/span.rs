//! How far back the drawn chart of a patient reaches.
//!
//! To add one: a line in [`Span::ALL`], its name and its length here, and its words in `app::charts::span_words`.

/// A stretch of time that ends now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// One hour.
    Hour,
    /// Six hours.
    SixHours,
    /// A day: what the chart opens with.
    #[default]
    Day,
    /// Three days.
    ThreeDays,
    /// A week.
    Week,
}

/// Into how many slots each is divided. Of a slot the lowest and the highest value are drawn, so a chart weighs the same however far it reaches. A day has slots of two minutes.
const SLOTS: i64 = 720;

impl Span {
    /// All, the shortest first.
    pub const ALL: [Self; 5] = [Self::Hour, Self::SixHours, Self::Day, Self::ThreeDays, Self::Week];

    /// The word in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hour => "1h",
            Self::SixHours => "6h",
            Self::Day => "24h",
            Self::ThreeDays => "3d",
            Self::Week => "7d",
        }
    }

    /// The one that an address asks for with `?range=`; a day for whatever is none.
    pub fn of_query(asked: Option<&str>) -> Self {
        let found = Self::ALL.into_iter().find(|span| asked == Some(span.name()));
        found.unwrap_or_default()
    }

    /// Its length.
    pub const fn seconds(self) -> i64 {
        match self {
            Self::Hour => 3_600,
            Self::SixHours => 6 * 3_600,
            Self::Day => 86_400,
            Self::ThreeDays => 3 * 86_400,
            Self::Week => 7 * 86_400,
        }
    }

    /// The length of one slot.
    pub const fn slot_seconds(self) -> i64 {
        self.seconds() / SLOTS
    }

    /// Whether it reaches further back than a day. Then what lies before the last day is drawn from minutes, it has no scores (a minute does not say which values stood together) and it does
    /// not go on by itself.
    pub const fn is_long(self) -> bool {
        self.seconds() > Self::Day.seconds()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_span_is_found_by_its_name_and_whatever_is_none_is_a_day() {
        for span in Span::ALL {
            assert_eq!(Span::of_query(Some(span.name())), span);
        }
        for other in [None, Some(""), Some("2h"), Some("24H"), Some("'; drop")] {
            assert_eq!(Span::of_query(other), Span::Day, "{other:?}");
        }
    }

    #[test]
    fn slots_fill_a_span_exactly_and_those_of_long_ones_hold_whole_minutes() {
        for span in Span::ALL {
            assert_eq!(span.slot_seconds() * SLOTS, span.seconds(), "{span:?}");
        }
        let long: Vec<Span> = Span::ALL.into_iter().filter(|span| span.is_long()).collect();
        assert_eq!(long, [Span::ThreeDays, Span::Week]);
        for span in long {
            assert_eq!(
                span.slot_seconds() % 60,
                0,
                "a minute would lie in two slots of {span:?}"
            );
        }
    }
}

//! Clock times and dates of the hospital's zone, printed by the same code on the server and in the browser.
//! The zone comes from context: `provide_context(StoredValue::new(zone))`, a [`HospitalZone`].

use domain::time::{Civil, Moment, Zone};
use leptos::prelude::*;

use crate::lang::{key, say, tell, word};

/// The zone in context.
pub type HospitalZone = StoredValue<Zone>;

/// The zone of this page as it is drawn; UTC where none was given.
pub fn zone_here() -> Zone {
    use_context::<HospitalZone>()
        .map(|zone| zone.get_value())
        .unwrap_or_default()
}

/// How much of a time is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeStyle {
    /// `10:42`.
    #[default]
    Clock,
    /// `10:42:07`.
    Seconds,
    /// `20 Nov 2025`.
    Date,
    /// `20 Nov 10:42`.
    DateClock,
    /// `Saturday 22 Nov, 08:30`: for patients.
    Spoken,
}

/// The short name of month 1 to 12; empty for any other number.
pub fn month(number: u8) -> &'static str {
    usize::from(number)
        .checked_sub(1)
        .and_then(|place| word(key::MONTHS).split(' ').nth(place))
        .unwrap_or("")
}

/// A day of the calendar, such as a date of birth: `20 Nov 2025`.
pub fn date(year: i32, number: u8, day: u8) -> String {
    tell(say::date_long(day, month(number), year))
}

/// `10:42`.
pub fn clock(civil: Civil) -> String {
    format!("{:02}:{:02}", civil.hour, civil.minute)
}

/// A moment in the zone, as `style` says.
pub fn write(zone: &Zone, at: Moment, style: TimeStyle) -> String {
    let civil = zone.civil(at);
    let (day, month) = (civil.day, month(civil.month));
    match style {
        TimeStyle::Clock => clock(civil),
        TimeStyle::Seconds => format!("{}:{:02}", clock(civil), civil.second),
        TimeStyle::Date => tell(say::date_long(day, month, civil.year)),
        TimeStyle::DateClock => tell(say::date_clock(day, month, clock(civil))),
        TimeStyle::Spoken => tell(say::date_spoken(weekday(zone, at), day, month, clock(civil))),
    }
}

/// The day of the week at `at`; 1 January 1970 was a Thursday.
fn weekday(zone: &Zone, at: Moment) -> &'static str {
    let days = (at.millis().div_euclid(1_000) + i64::from(zone.offset_at(at))).div_euclid(86_400);
    word(key::WEEKDAYS)
        .split(' ')
        .nth(days.rem_euclid(7) as usize)
        .unwrap_or("")
}

/// The zone at a moment, in words: "Nairobi time (EAT)"; "Time of the hospital" where it has no name.
#[cfg(feature = "ssr")]
pub fn zone_words(zone: &Zone, at: Moment) -> String {
    let holds = zone.offsets.iter().rev().find(|(from, _, _)| *from <= at);
    let short = holds
        .or(zone.offsets.first())
        .map_or("", |(_, _, short)| short.as_str());
    let city = zone.name.rsplit('/').next().unwrap_or_default().replace('_', " ");
    match (city.as_str(), short) {
        ("", _) => word(key::ZONE_OF_HOSPITAL).to_owned(),
        (city, short) if city == short => city.to_owned(),
        (city, "") => tell(say::zone_city(city)),
        (city, short) => tell(say::zone_city_short(city, short)),
    }
}

/// The moment as machines read it, for `datetime`.
pub fn machine(at: Moment) -> String {
    let utc = Zone::default().civil(at);
    let (year, month, day) = (utc.year, utc.month, utc.day);
    format!("{year:04}-{month:02}-{day:02}T{}:{:02}Z", clock(utc), utc.second)
}

/// A time of the hospital's clock; nothing without a moment.
#[component]
pub fn Time(
    /// When.
    #[prop(into)]
    at: Signal<Option<Moment>>,
    /// How much of it.
    #[prop(optional)]
    style: TimeStyle,
) -> impl IntoView {
    let zone = use_context::<HospitalZone>().unwrap_or_else(|| StoredValue::new(Zone::default()));
    let words = move || {
        at.get()
            .map(|at| zone.with_value(|zone| write(zone, at, style)))
            .unwrap_or_default()
    };
    view! {
        <time class="num" datetime=move || at.get().map(machine)>
            {move || words()}
        </time>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "ssr")]
    fn a_zone_is_called_after_its_city_and_without_a_name_it_is_the_hospitals() {
        let zone = |name: &str, short: &str| Zone {
            name: name.into(),
            offsets: vec![(Moment(0), 0, short.into())],
        };
        let words = |zone: Zone| zone_words(&zone, Moment(0));
        assert_eq!(words(zone("Africa/Nairobi", "EAT")), "Nairobi time (EAT)");
        assert_eq!(words(zone("America/New_York", "")), "New York time");
        assert_eq!(words(zone("UTC", "UTC")), "UTC");
        assert_eq!(words(Zone::default()), "Time of the hospital");
    }

    #[test]
    fn a_time_is_written_in_the_hospitals_zone() {
        let zone = Zone {
            name: "Africa/Nairobi".into(),
            offsets: vec![(Moment(0), 10_800, "EAT".into())],
        };
        let at = Moment::from_millis(1_763_786_107_000); // 2025-11-22T04:35:07Z
        let written = |style| write(&zone, at, style);
        assert_eq!(written(TimeStyle::Clock), "07:35");
        assert_eq!(written(TimeStyle::Seconds), "07:35:07");
        assert_eq!(written(TimeStyle::Date), "22 Nov 2025");
        assert_eq!(written(TimeStyle::DateClock), "22 Nov 07:35");
        assert_eq!(written(TimeStyle::Spoken), "Saturday 22 Nov, 07:35");
        assert_eq!(machine(at), "2025-11-22T04:35:07Z");
    }
}

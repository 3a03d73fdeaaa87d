//! How old a value is: `1 s`, `6 min`, `2 h 14`, `3 days`. A number without an age is a rumour.

use crate::boxed::memo;
use domain::time::Moment;
use leptos::prelude::*;

use crate::lang::{say, tell};
use crate::now::Now;

/// Seconds in words, as short as they stay true. Less than a second and a clock that is ahead read `1 s`.
pub fn words(seconds: f64) -> String {
    let seconds = seconds.max(1.0) as i64;
    let (minutes, hours) = (seconds / 60, seconds / 3_600);
    match seconds {
        ..60 => tell(say::age_seconds(seconds)),
        60..3_600 => tell(say::age_minutes(minutes)),
        3_600..172_800 if minutes % 60 == 0 => tell(say::age_hours(hours)),
        3_600..172_800 => tell(say::age_hours_minutes(hours, format!("{:02}", minutes % 60))),
        _ => tell(say::age_days(hours / 24)),
    }
}

/// The age of what happened `at`, ticking. `ago` adds the word, for sentences. One text node changes, and only when it must.
#[component]
pub fn Age(
    /// When it happened; nothing is shown without.
    #[prop(into)]
    at: Signal<Option<Moment>>,
    /// Whether it stands in a sentence.
    #[prop(optional)]
    ago: bool,
) -> impl IntoView {
    let now = use_context::<Now>();
    let age = memo(move || {
        let (at, now) = (at.get()?, now?.get());
        let words = words(now.seconds_since(at));
        Some(if ago { tell(say::ago(words)) } else { words })
    });
    view! { <span class="age">{move || age.get().unwrap_or_default()}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_read_as_people_say_them() {
        let cases = [
            (-3.0, "1 s"),
            (0.2, "1 s"),
            (59.9, "59 s"),
            (60.0, "1 min"),
            (3_599.0, "59 min"),
            (3_600.0, "1 h"),
            (8_040.0, "2 h 14"),
            (3_900.0, "1 h 05"),
            (172_799.0, "47 h 59"),
            (259_200.0, "3 days"),
        ];
        for (seconds, said) in cases {
            assert_eq!(words(seconds), said, "{seconds}");
        }
    }
}

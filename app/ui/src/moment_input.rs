//! Days and times in forms. What is asked and what is shown is the hospital's own clock, whatever the clock of the reader's machine says, and the
//! question names the zone. For days the browser's own field is used: it knows the reader's calendar. Times are typed, because the browser's own field writes
//! "01:42 PM" on machines of some countries, and the house has 24 hours; `domain::time::read_clock` reads what was typed.

use leptos::prelude::*;

use crate::now::Now;
use crate::question::Question;
use crate::time::{zone_here, zone_words};

/// A day: year, month, day.
pub type Day = (i32, u8, u8);

/// As the field wants it: `2026-11-20`.
pub fn day_value((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day.
#[component]
pub fn DateInput(
    /// The question.
    question: Question,
    /// The day that stands in it at first.
    #[prop(optional)]
    on: Option<Day>,
    /// The first day that can be chosen.
    #[prop(optional)]
    from: Option<Day>,
    /// The last one.
    #[prop(optional)]
    until: Option<Day>,
    /// What browsers may fill in, such as `bday`.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let [on, from, until] = [on, from, until].map(|day| day.map(day_value));
    let name = question.name.clone();
    let answer = view! {
        <div class="field__box field__box--narrow">
            <input
                class="field__input"
                id=question.answer_id()
                name=name
                type="date"
                value=on
                min=from
                max=until
                autocomplete=autocomplete
                required=question.required()
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            />
        </div>
    };
    question.around(answer.into_any())
}

/// A time of the hospital's clock, to the minute. Its zone is said after it.
#[component]
pub fn TimeInput(
    /// The question.
    question: Question,
    /// What stands in it at first: `13:42`, or what was typed before.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    let zone = zone_here();
    let now = use_context::<Now>().map(|now| now.get_untracked()).unwrap_or_default();
    let words = zone_words(&zone, now);
    let (name, zone_id) = (question.name.clone(), format!("{}-zone", question.answer_id()));
    let described = match question.described() {
        Some(others) => format!("{zone_id} {others}"),
        None => zone_id.clone(),
    };
    let answer = view! {
        <div class="field__line">
            <div class="field__box field__box--time">
                <input
                    class="field__input"
                    id=question.answer_id()
                    name=name
                    type="text"
                    inputmode="numeric"
                    maxlength="5"
                    pattern="([01]?[0-9]|2[0-3])[:.]?[0-5][0-9]"
                    placeholder="--:--"
                    value=value
                    autocomplete="off"
                    required=question.required()
                    disabled=question.disabled
                    aria-invalid=question.invalid()
                    aria-describedby=described
                />
            </div>
            <span class="field__unit" id=zone_id>{words}</span>
        </div>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use domain::time::{Moment, Zone};

    use super::*;
    use crate::drawn::html;

    fn nairobi() -> Zone {
        Zone {
            name: "Africa/Nairobi".into(),
            offsets: vec![(Moment(0), 10_800, "EAT".into())],
        }
    }

    #[test]
    fn the_clock_of_the_hospital_is_asked_and_named() {
        let html = html(|| {
            provide_context(StoredValue::new(nairobi()));
            view! { <TimeInput question=Question::new("since", "Since when").id("row-since") value="23:00"/> }
                .into_any()
        });
        assert!(
            html.contains("value=\"23:00\"") && html.contains("aria-describedby=\"row-since-zone\""),
            "{html}"
        );
        assert!(html.contains("Nairobi time (EAT)"));
        assert!(!html.contains("type=\"time\""), "no browser writes AM or PM");
        assert!(html.contains("name=\"since\""), "{html}");
    }

    #[test]
    fn days_are_written_as_the_field_wants_them() {
        assert_eq!(day_value((2026, 1, 5)), "2026-01-05");
    }
}

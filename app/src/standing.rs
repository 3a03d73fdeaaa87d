//! How many alarms are open where the reader is on duty, at the top of every page of the staff: drawn by the server with the page, and asked for again every few seconds by the script of
//! the bell, so that nobody misses a high alarm because they write a note. Pages of the live socket say it by themselves and need none of this. Server only.

use domain::alerts::Alarm;
use hospital::identity::Caller;
use leptos::prelude::*;
use ui::Counts;
use ui::lang::{self, Locale, say, tell};

use crate::routes;
use crate::shell::apart;
use crate::widgets::alarm_words::counts;

/// How often an open page asks, in milliseconds.
const EVERY: &str = "5000";
/// How long it waits at most for the next time while no answer comes, in milliseconds: who reads the page is to see soon that it is current again.
const MOST: &str = "30000";

/// What stands before the bell; none for who watches no ward.
pub(crate) fn standing(caller: &Caller) -> Option<AnyView> {
    let shown = counts(caller.alarms.as_ref()?);
    // The script puts the time in: that of the last answer.
    let stale = tell(say::alarms_not_current("{at}"));
    let view = view! {
        <span class="alarm-counts" id="standing" data-door=routes::ALARMS_COUNT data-every=EVERY data-most=MOST data-stale=stale>{face(shown)}</span>
        <span class="visually-hidden" id="standing-says" role="status"></span>
    };
    Some(view.into_any())
}

/// One number for the script: larger when something more urgent comes. From 99 of a kind on it is not counted any more.
pub fn number(alarms: &[Alarm]) -> u32 {
    number_of(counts(alarms))
}

fn number_of(counts: [u32; 4]) -> u32 {
    counts.into_iter().fold(0, |number, count| number * 100 + count.min(99))
}

fn face(counts: [u32; 4]) -> AnyView {
    let [high, medium, low, silent] = counts;
    let live = if high > 0 { "assertive" } else { "polite" };
    let words = tell(say::alarms_on_duty(high, medium, low, silent));
    view! {
        <span hidden data-count=number_of(counts).to_string() data-live=live>{words}</span>
        <Counts counts=Signal::stored(counts) href=routes::WARD/>
    }
    .into_any()
}

/// The same for the script, which puts it in place.
pub fn part(locale: Locale, alarms: &[Alarm]) -> String {
    apart(|| {
        lang::provide(locale);
        face(counts(alarms)).to_html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The script looks for this place in the sentence of each language (`public/bell.js`).
    #[test]
    fn what_is_said_of_counts_that_are_not_current_has_a_place_for_the_time() {
        for locale in Locale::all() {
            let words = apart(|| {
                lang::provide(locale);
                tell(say::alarms_not_current("{at}"))
            });
            assert!(words.contains("{at}"), "{words}");
        }
        assert!(include_str!("../../public/bell.js").contains("replace('{at}'"));
    }

    #[test]
    fn what_is_more_urgent_is_a_larger_number_and_is_told_at_once() {
        assert!(number_of([1, 0, 0, 0]) > number_of([0, 98, 99, 99]));
        assert!(number_of([0, 0, 2, 0]) > number_of([0, 0, 1, 700]));
        let drawn = |counts| {
            apart(|| {
                lang::provide(Locale::ENGLISH);
                face(counts).to_html()
            })
        };
        let high = drawn([2, 0, 1, 0]);
        assert!(
            high.contains("data-live=\"assertive\"") && high.contains("2 high, 0 medium, 1 low"),
            "{high}"
        );
        let none = drawn([0; 4]);
        assert!(
            none.contains("data-count=\"0\" data-live=\"polite\"") && none.contains("No alarms"),
            "{none}"
        );
    }
}

//! One item of the alarm strip through its life: raised (filled, a timer runs), answered (outline), gone (named as past).
//! The strip itself is `<section class="strip"><ul class="strip__items">`; it shows three items at most.

use crate::age;
use crate::boxed::memo;
use domain::time::Moment;
use leptos::prelude::*;

use crate::icon::Icon;
use crate::now::Now;
use crate::severity::Severity;

/// Where an alarm stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmLife {
    /// Nobody has answered.
    Raised,
    /// Somebody has it.
    Answered,
    /// The condition has gone, and somebody should see that it was.
    Gone,
}

/// One alarm.
#[component]
pub fn AlarmItem(
    /// How urgent; `NoData` is dashed and without colour.
    #[prop(into)]
    severity: Signal<Severity>,
    /// Where it stands.
    #[prop(into)]
    life: Signal<AlarmLife>,
    /// Bed and name, such as `Bed 7 · YUSUF, Hassan`.
    #[prop(into)]
    title: Signal<String>,
    /// The patient.
    #[prop(into)]
    href: Signal<String>,
    /// Since when nobody answers: the timer. `None` shows none.
    #[prop(optional, into)]
    since: Signal<Option<Moment>>,
    /// The line: parameter, value, limit, who has it.
    children: Children,
    /// The one act: a form with a button.
    #[prop(optional)]
    act: Option<AnyView>,
) -> impl IntoView {
    let class = move || {
        let life = match life.get() {
            AlarmLife::Raised => "raised",
            AlarmLife::Answered => "answered",
            AlarmLife::Gone => "gone",
        };
        format!("alarm alarm--{} alarm--{life}", severity.get().name())
    };
    let icon = Signal::derive(move || severity.get().icon());
    let now = use_context::<Now>();
    let timer = memo(move || Some(minutes(now?.running().seconds_since(since.get()?))));
    view! {
        <li class=move || class()>
            <span class="alarm__sign">
                <Icon name=icon/>
                <span class="visually-hidden">{move || severity.get().word().to_string()}</span>
            </span>
            <div class="alarm__text">
                <a class="alarm__title" href=move || href.get()>{move || title.get()}</a>
                <span class="alarm__line">{children()}</span>
            </div>
            {move || timer.get().is_some().then(|| view! { <span class="alarm__timer" role="timer">{move || timer.get()}</span> }.into_any())}
            {act.map(|act| view! { <div class="alarm__act">{act}</div> }.into_any())}
        </li>
    }
}

/// Seconds as a timer: `2:10`; from one hour on `1 h 02`, when no second counts any more.
pub fn minutes(seconds: f64) -> String {
    match seconds.max(0.0) as i64 {
        seconds @ 0..3_600 => format!("{}:{:02}", seconds / 60, seconds % 60),
        seconds => age::words(seconds as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timer_counts_seconds_for_an_hour() {
        assert_eq!(
            [-1.0, 9.9, 130.0, 3_730.0].map(minutes),
            ["0:00", "0:09", "2:10", "1 h 02"]
        );
    }
}

//! How live a page is, and the button that holds it. A held page keeps its values and their ages as they are, greys them, and says since when;
//! alarms come all the same (WCAG 2.2.2: what moves by itself can be paused).

use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::time::{HospitalZone, TimeStyle, write};
use ui::{Icon, LiveMark, Now, age, memo};

use super::hydrated::hydrated;
use crate::live::{Connection, LiveStore};

/// The live mark and its button, which appears when it can do something.
#[component]
pub fn Liveness(
    /// What it holds.
    store: LiveStore,
    /// When the newest value of the page was measured.
    #[prop(into)]
    newest: Signal<Option<Moment>>,
) -> impl IntoView {
    let (clock, zone) = (use_context::<Now>(), use_context::<HospitalZone>());
    let (connection, live, held) = (store.client().connection(), store.is_live(), store.held_since());
    let word = memo(move || match (held.get(), connection.get()) {
        (Some(since), _) => {
            let now = clock.map(Now::running).unwrap_or_default();
            zone.map_or_else(
                || paused(&Zone::default(), since, now),
                |zone| zone.with_value(|zone| paused(zone, since, now)),
            )
        }
        (None, Connection::Connecting) => "As loaded".into(),
        (None, Connection::Live { .. }) if live.get() => "Live".into(),
        (None, _) => "Not connected".into(),
    });
    let is_held = memo(move || held.get().is_some());
    let turn = move |_| {
        if is_held.get_untracked() {
            store.go_on();
        } else {
            store.hold();
        }
    };
    if let Some(clock) = clock {
        on_cleanup(move || clock.go_on());
    }
    let ready = hydrated();
    view! {
        <span class="liveness" class:liveness--held=move || is_held.get()>
            <LiveMark
                at=Signal::derive(move || newest.get().filter(|_| !is_held.get()))
                on=Signal::derive(move || live.get() && !is_held.get())
                word=word
            />
            <button type="button" class="btn btn--quiet btn--small" class:unready=move || !ready.get() on:click=turn>
                <Icon name=Signal::derive(move || if is_held.get() { "play" } else { "pause" })/>
                <span>{move || String::from(if is_held.get() { "Resume" } else { "Pause updates" })}</span>
            </button>
        </span>
    }
}

/// `Paused 10:42, 3 min ago. Alarms still come.`
fn paused(zone: &Zone, since: Moment, now: Moment) -> String {
    let (clock, age) = (
        write(zone, since, TimeStyle::Clock),
        age::words(now.seconds_since(since)),
    );
    format!("Paused {clock}, {age} ago. Alarms still come.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_page_says_since_when_and_that_alarms_come() {
        let since = Moment::from_millis(38_520_000);
        let said = paused(&Zone::default(), since, since.plus_seconds(180.0));
        assert_eq!(said, "Paused 10:42, 3 min ago. Alarms still come.");
    }
}

//! How live a page is, and the button that holds it. A held page keeps its values and their ages as they are, greys them, and says since when;
//! alarms come all the same (WCAG 2.2.2: what moves by itself can be paused).

use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::{HospitalZone, TimeStyle, write};
use ui::{LiveMark, Now, age, memo};

use crate::live::{Connection, LiveStore};

/// The live mark and its button, which [`super::ears`] hear.
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
    let state = memo(move || match (held.get(), connection.get()) {
        (Some(since), _) => {
            let now = clock.map(Now::running).unwrap_or_default();
            zone.map_or_else(
                || paused(&Zone::default(), since, now),
                |zone| zone.with_value(|zone| paused(zone, since, now)),
            )
        }
        (None, Connection::Connecting) => word(key::AS_LOADED).into(),
        (None, Connection::Live { .. }) if live.get() => word(key::LIVE).into(),
        (None, _) => word(key::NOT_CONNECTED).into(),
    });
    let is_held = memo(move || held.get().is_some());
    view! {
        <span class="liveness" class:liveness--held=move || is_held.get()>
            <LiveMark
                at=Signal::derive(move || newest.get().filter(|_| !is_held.get()))
                on=Signal::derive(move || live.get() && !is_held.get())
                word=state
            />
            <button type="button" class="btn btn--quiet btn--small" data-does="hold">
                <svg class="icon" aria-hidden="true">
                    <use class="liveness__pause" href=ui::icon::sign("pause")></use>
                    <use class="liveness__resume" href=ui::icon::sign("play")></use>
                </svg>
                <span class="liveness__pause">{word(key::PAUSE_UPDATES)}</span>
                <span class="liveness__resume">{word(key::RESUME)}</span>
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
    tell(say::paused(clock, age))
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

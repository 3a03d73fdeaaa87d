//! The one clock of a page. It stands at the moment when the server drew the page until hydration is done (so that both
//! draw the same), then ticks once a second, corrected by the server's clock as the live socket tells it. A reader may hold the page: then what
//! it shows stands still, ages too, while alarms go by the clock that runs on.

use crate::boxed::effect;
use domain::time::Moment;
use leptos::prelude::*;

/// The clock of a page, in context. [`crate::Age`] and alarm timers read it; nothing else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    moment: RwSignal<Moment>,
    /// The moment at which the reader holds the page.
    held: RwSignal<Option<Moment>>,
    /// What to add to the reader's clock, in milliseconds; `None` until it is known.
    correction: RwSignal<Option<i64>>,
}

impl Now {
    /// Puts a clock that stands at `rendered_at` in context. Call it once, in the root of the page.
    pub fn provide(rendered_at: Moment) -> Self {
        let now = Self {
            moment: RwSignal::new(rendered_at),
            held: RwSignal::new(None),
            correction: RwSignal::new(None),
        };
        provide_context(now);
        now
    }

    /// The moment that the page shows; reactive.
    pub fn get(self) -> Moment {
        self.held.get().unwrap_or_else(|| self.moment.get())
    }

    /// The same without following it.
    pub fn get_untracked(self) -> Moment {
        self.held.get_untracked().unwrap_or_else(|| self.running_untracked())
    }

    /// The moment it is, also while the page is held; reactive.
    pub fn running(self) -> Moment {
        self.moment.get()
    }

    /// The same without following it.
    pub fn running_untracked(self) -> Moment {
        self.moment.get_untracked()
    }

    /// Since when the reader holds the page.
    pub fn held_since(self) -> Signal<Option<Moment>> {
        self.held.into()
    }

    /// Whether the reader holds the page, without following it.
    pub fn is_held(self) -> bool {
        self.held.get_untracked().is_some()
    }

    /// What the page shows stands still from now on.
    pub fn hold(self) {
        self.held.set(Some(self.running_untracked()));
    }

    /// It runs again. A page that is left has let go of its signals.
    pub fn go_on(self) {
        self.held.try_set(None);
    }

    /// Lets the clock stand at the moment when the record was gathered that the page shows: what was drawn of it may be a little older than the
    /// page. Once it ticks, it does not go back.
    pub fn stand(self, at: Moment) {
        if self.correction.get_untracked().is_none() {
            self.moment.set(at);
        }
    }

    /// Corrects the clock by what the server said just now (the socket's hello and its pings).
    pub fn correct(self, server: Moment) {
        self.correction.set(Some(server.millis() - reader_millis()));
        self.moment.set(server);
    }

    /// Lets the clock tick. Does nothing on the server; in the browser it begins after hydration.
    pub fn start(self) {
        effect(move || {
            if self.correction.get_untracked().is_none() {
                // Until the socket says better: the page is as old as it took to load.
                self.correction
                    .set(Some(self.moment.get_untracked().millis() - reader_millis()));
            }
            let tick = move || {
                let correction = self.correction.get_untracked().unwrap_or(0);
                self.moment.set(Moment::from_millis(reader_millis() + correction));
            };
            if let Ok(handle) = set_interval_with_handle(tick, std::time::Duration::from_secs(1)) {
                on_cleanup(move || handle.clear());
            }
        });
    }
}

/// The reader's own clock; on the server nobody asks for it.
#[cfg(feature = "hydrate")]
#[allow(clippy::disallowed_methods, reason = "this is the one clock of the page")]
fn reader_millis() -> i64 {
    js_sys::Date::now() as i64
}

#[cfg(not(feature = "hydrate"))]
fn reader_millis() -> i64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_page_stands_still_while_its_clock_runs() {
        Owner::new().with(|| {
            let now = Now::provide(Moment(1));
            now.hold();
            now.correct(Moment(9));
            assert_eq!((now.get(), now.running()), (Moment(1), Moment(9)));
            assert!(now.is_held());
            now.go_on();
            assert_eq!((now.get(), now.held_since().get()), (Moment(9), None));
        });
    }
}

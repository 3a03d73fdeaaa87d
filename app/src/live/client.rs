//! How the connection of this tab stands: for the live mark and the offline bar.

use domain::live::Ends;
use domain::time::Moment;
use leptos::prelude::*;
use ui::memo;

/// How the connection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Not yet: the page shows what the server rendered.
    Connecting,
    /// It holds.
    Live {
        /// When the last frame came.
        at: Moment,
    },
    /// It is lost; the page shows the last known state.
    Away {
        /// Since when.
        since: Moment,
    },
}

/// The connection of this tab, as a page sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LiveClient {
    connection: Signal<Connection>,
    ends: Signal<Option<Ends>>,
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// A tab has one connection, which outlives its pages.
    static CONNECTION: ArcRwSignal<Connection> = ArcRwSignal::new(Connection::Connecting);
    /// When the session ends by itself, from a minute before.
    static ENDS: ArcRwSignal<Option<Ends>> = ArcRwSignal::new(None);
}

impl LiveClient {
    /// The connection of this tab. On the server, where a page is only drawn, there is none yet.
    pub fn of_page() -> Self {
        #[cfg(target_arch = "wasm32")]
        let (connection, ends) = (
            Signal::from(CONNECTION.with(Clone::clone)),
            Signal::from(ENDS.with(Clone::clone)),
        );
        #[cfg(not(target_arch = "wasm32"))]
        let (connection, ends) = (Signal::stored(Connection::Connecting), Signal::stored(None));
        Self { connection, ends }
    }

    /// How the connection stands; changes with every frame.
    pub fn connection(self) -> Signal<Connection> {
        self.connection
    }

    /// Whether it holds: for the live mark.
    pub fn is_live(self) -> Memo<bool> {
        memo(move || matches!(self.connection.get(), Connection::Live { .. }))
    }

    /// Since when it is lost: for the offline bar.
    pub fn away_since(self) -> Memo<Option<Moment>> {
        memo(move || match self.connection.get() {
            Connection::Away { since } => Some(since),
            Connection::Connecting | Connection::Live { .. } => None,
        })
    }

    /// When the session ends by itself, from a minute before.
    pub fn ends(self) -> Signal<Option<Ends>> {
        self.ends
    }

    /// Somebody is here: the button of the warning.
    pub fn stay(self) {
        #[cfg(target_arch = "wasm32")]
        super::socket::here();
    }

    /// Tries at once: the button of the offline bar.
    pub fn try_now(self) {
        #[cfg(target_arch = "wasm32")]
        super::socket::try_now();
    }
}

/// What the server said last about the end of the session.
#[cfg(target_arch = "wasm32")]
pub(super) fn ends(soon: Option<Ends>) {
    ENDS.with(|ends| {
        if ends.get_untracked() != soon {
            ends.set(soon);
        }
    });
}

/// The same, to read.
#[cfg(target_arch = "wasm32")]
pub(super) fn ends_now() -> Option<Ends> {
    ENDS.with(GetUntracked::get_untracked)
}

/// Notes how the connection stands. Once away, the time of the loss stays until it holds again.
#[cfg(target_arch = "wasm32")]
pub(super) fn stands(after: Connection) {
    CONNECTION.with(|connection| match (connection.get_untracked(), after) {
        (Connection::Away { .. }, Connection::Away { .. }) => {}
        (before, after) if before != after => connection.set(after),
        _ => {}
    });
}

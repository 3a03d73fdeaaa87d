//! How many of a ward's patients call, on the page of that ward: the way to them, which stands there always. It is quiet where nobody calls, and drawn anew like the calls themselves.

use domain::ids::WardId;
use hospital::calls::OpenOn;
use leptos::prelude::*;
use ui::Chip;
use ui::lang::{key, say, tell, word};

use crate::forms::again::{Again, Drawn};
use crate::routes;

/// Seconds after which it is drawn anew. A ward stays open on many screens all day, and whoever is on duty is told of a call by a notice at once.
const EVERY: u32 = 10;

/// It, on the page of the ward at `here`.
pub fn part(ward: WardId, open: OpenOn, here: String, script: String) -> AnyView {
    let again = Again {
        id: "ward-calls",
        door: routes::ward_calls_now(ward),
        every: EVERY,
        here,
        script,
    };
    again.in_line(moves(open))
}

/// How many wait, to how many somebody comes, or that nobody calls.
pub fn moves(open: OpenOn) -> Drawn {
    let waiting = (open.waiting > 0).then(|| tell(say::calls_waiting_count(open.waiting)));
    let coming = (open.coming > 0).then(|| tell(say::calls_coming_count(open.coming)));
    let news = waiting.clone().unwrap_or_default();
    let chip = |look: &'static str, words: String| view! { <Chip look=look icon="bell">{words}</Chip> }.into_any();
    let waiting = waiting.map(|words| chip("high-soft", words));
    let coming = coming.map(|words| chip("medium-soft", words));
    let words = match (waiting, coming) {
        (None, None) => word(key::CALLS_NONE_ON_WARD).into_any(),
        (waiting, coming) => view! { {waiting}" "{coming} }.into_any(),
    };
    Drawn {
        at: open.read_at,
        news,
        body: way(words),
    }
}

/// What stands in its place where it did not load.
pub fn away() -> AnyView {
    way(word(key::CALLS_AWAY).into_any())
}

fn way(words: AnyView) -> AnyView {
    view! { <p><a class="link link--alone" href=routes::CALLS rel="external">{words}</a></p> }.into_any()
}

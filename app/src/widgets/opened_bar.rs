//! Over a record that is open for an unusual reason: an emergency, with the time that is left and the act that closes it, or the person's consent.

use domain::ids::PatientId;
use domain::patients::Opened;
use domain::time::Moment;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Button, Form, Icon, Now, memo};

use crate::routes;

/// The bar; nothing when care opened the record.
#[component]
pub fn OpenedBar(
    opened: Option<Opened>,
    patient: PatientId,
    /// The [`TimeLeft`] of an emergency.
    left: AnyView,
) -> impl IntoView {
    match opened {
        None => ().into_any(),
        Some(Opened::Consent) => view! {
            <p class="opened"><Icon name="info"/><span>{word(key::OPENED_BY_CONSENT)}</span></p>
        }
        .into_any(),
        Some(Opened::Emergency(_)) => view! { <Emergency left=left patient=patient/> }.into_any(),
    }
}

/// Minutes and seconds until an emergency closes; one part of the page ([`crate::program`]).
#[component]
pub fn TimeLeft(until: Moment) -> impl IntoView {
    let clock = use_context::<Now>();
    // By the clock that runs on: the hour does not wait for a page that is held.
    let left = memo(move || left(clock.map_or(until, Now::running), until));
    view! { <span class="num" role="timer">{move || left.get()}</span> }
}

#[component]
fn Emergency(left: AnyView, patient: PatientId) -> impl IntoView {
    view! {
        <div class="opened opened--emergency">
            <Icon name="medium"/>
            <p class="opened__text">
                <b>{word(key::OPENED_IN_EMERGENCY)}" "</b>
                {weave(say::closes_in(Arg::hole(0)), [left])}
            </p>
            <Form class="" action=routes::EMERGENCY_END hidden=vec![("patient", patient.to_string())]>
                <Button class="btn--small">{word(key::CLOSE_NOW)}</Button>
            </Form>
        </div>
    }
}

/// Minutes and seconds until then.
fn left(now: Moment, until: Moment) -> String {
    let seconds = until.seconds_since(now).max(0.0) as i64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_that_is_left_counts_down_to_nothing() {
        let at = |seconds: i64| Moment(seconds * 1_000_000);
        for (now, words) in [
            (0, "60:00"),
            (1, "59:59"),
            (3_595, "0:05"),
            (3_600, "0:00"),
            (4_000, "0:00"),
        ] {
            assert_eq!(left(at(now), at(3_600)), words);
        }
    }
}

//! The next step of a value of which the reader was told by name, and whose patient they do not read: whom they ask, and what they type. Neither whose it is nor what it says stands here.

use domain::critical::State;
use hospital::critical::{self, Asks};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, CardOf, Form, Look};

use super::board::place_of;
use super::somebody;
use crate::forms::parts::{Line, Of};
use crate::routes;

/// The card.
pub(super) fn answer(line: &critical::Line, asks: &Asks) -> AnyView {
    let place = place_of(line).unwrap_or_else(|| word(key::CRITICAL_NO_PLACE).to_owned());
    let title = tell(say::critical_told_you(place));
    let ask = tell(say::critical_ask(somebody(asks.reporter.as_deref())));
    let form = match line.state {
        State::Open => read_back(line),
        _ => close(line),
    };
    view! {
        <CardOf title=title id=format!("loop-{}", line.id)>
            <div class="card__body stack">
                <p>{ask}</p>
                {form}
            </div>
        </CardOf>
    }
    .into_any()
}

/// Which form of which value this is.
fn form_of(act: &str, line: &critical::Line) -> (Of, Vec<(&'static str, String)>) {
    let hidden = vec![("act", act.to_owned()), ("id", line.id.to_string())];
    (Of("form", format!("{act}-{}", line.id)), hidden)
}

/// As on the page of the patient, without the unit: that is heard as well.
fn read_back(line: &critical::Line) -> AnyView {
    let (of, hidden) = form_of("read-back", line);
    let (label, hint) = (word(key::CRITICAL_TYPE_IT), word(key::CRITICAL_TYPE_HEARD));
    view! {
        <Form class="form" action=routes::CRITICAL hidden=hidden>
            <Line name="value" label=label hint=hint inputmode="decimal" most=16 of=of/>
            <div class="form__end"><Button look=Look::Primary>{word(key::CRITICAL_READ_IT)}</Button></div>
        </Form>
    }
    .into_any()
}

fn close(line: &critical::Line) -> AnyView {
    let (of, hidden) = form_of("close", line);
    view! {
        <Form class="form" action=routes::CRITICAL hidden=hidden>
            <Line name="action" label=word(key::CRITICAL_CLOSE_WHAT) most=500 of=of/>
            <div class="form__end"><Button look=Look::Primary>{word(key::CRITICAL_CLOSE)}</Button></div>
        </Form>
    }
    .into_any()
}

//! How the reader wants to hear of each topic: here, also by mail, or not. What must not be silent says so.

use domain::actor::Role;
use domain::notices::{Choice, Topic};
use leptos::prelude::*;
use ui::lang::{Key, key, word};
use ui::{Button, Card, Form, Segment, Segmented};

use super::words;
use crate::routes::NoticePaths;

fn name(choice: Choice) -> Key {
    match choice {
        Choice::Here => key::NOTICES_HERE,
        Choice::Mail => key::NOTICES_MAIL,
        Choice::Off => key::NOTICES_OFF,
    }
}

/// The card with its form.
pub(super) fn card(paths: NoticePaths, roles: &[Role], choices: Vec<(Topic, Choice)>) -> AnyView {
    let told = |topic: Topic| roles.iter().any(|role| topic.is_told_to(*role));
    let rows = choices
        .into_iter()
        .filter(|(topic, _)| told(*topic))
        .map(|(topic, chosen)| row(topic, chosen))
        .collect_view();
    view! {
        <Card title=word(key::NOTICES_TELL_ME) id="choices">
            <Form class="card__body form" action=paths.choices>
                <div class="notices__choices">{rows}</div>
                <p class="quiet">{word(key::NOTICES_MAILS_SAY_NOTHING)}</p>
                <div class="form__end"><Button>{word(key::SAVE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn row(topic: Topic, chosen: Choice) -> AnyView {
    let title = word(words::topic(topic));
    if topic.choices().len() == 1 {
        return view! {
            <div class="notices__choice">
                <p class="notices__topic">{title}</p>
                <p class="quiet">{word(key::NOTICES_ALWAYS)}</p>
            </div>
        }
        .into_any();
    }
    let options = topic
        .choices()
        .iter()
        .map(|choice| Segment {
            value: choice.name().to_owned(),
            word: word(name(*choice)).to_owned(),
            count: None,
        })
        .collect();
    view! {
        <Segmented name=topic.name() legend=title legend_class="notices__topic" class="notices__choice" options=options chosen=chosen.name()/>
    }
    .into_any()
}

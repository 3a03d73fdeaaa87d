//! Alarms that were raised while blood ran, and who answered them: read by the doctor who signs.

use domain::alerts::{Alarm, Answer};
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Chip, Head, Table, Time, TimeStyle};

use super::{card, written};
use crate::widgets::alarm_words;

/// The list; that there was none is said too.
pub(super) fn list(it: &Chair) -> AnyView {
    let title = word(key::HD_ALARMS_OF_SESSION);
    if it.raised.is_empty() {
        let none = view! { <div class="card__body"><p class="quiet">{word(key::HD_ALARMS_NONE)}</p></div> };
        return card(title, "raised", String::new(), None, none.into_any());
    }
    let rows = it.raised.iter().map(row).collect_view();
    let heads = [
        word(key::WHEN),
        word(key::WHAT),
        word(key::HD_ALARM_ANSWERED),
        word(key::HD_NOTE),
    ]
    .map(Head::words)
    .to_vec();
    let table = view! { <Table caption=title heads=heads>{rows}</Table> };
    card(title, "raised", String::new(), None, table.into_any())
}

fn row(alarm: &Alarm) -> AnyView {
    let answer = alarm.answer();
    let note = answer.as_ref().and_then(|answer| answer.note.clone());
    let answered = match answer {
        Some(Answer { by, at, .. }) => written(at, Some(by).filter(|who| !who.is_empty())),
        None => view! { <Chip look="medium-soft">{word(key::HD_ALARM_UNANSWERED)}</Chip> }.into_any(),
    };
    let severity = alarm_words::severity(alarm);
    let (look, title, words) = (
        alarm_words::quiet_look(severity),
        severity.word(),
        alarm_words::sentence(alarm),
    );
    view! {
        <tr>
            <th scope="row"><Time at=Signal::stored(Some(alarm.raised_at)) style=TimeStyle::DateClock/></th>
            <td data-head=word(key::WHAT)><Chip look=look>{title}</Chip>" "{words}</td>
            <td data-head=word(key::HD_ALARM_ANSWERED)>{answered}</td>
            <td data-head=word(key::HD_NOTE)><bdi>{note}</bdi></td>
        </tr>
    }
    .into_any()
}

//! Technical alarms of one machine: what it and its circuit raised, the open ones first. Those of the patient stand on the chart and are answered by who treats them.

use domain::alerts::{Alarm, Answer};
use domain::ids::DeviceId;
use hospital::alerts::is_for_technicians;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Look, Table, Time, TimeStyle};

use super::when;
use crate::forms::parts::{Choice, Line};
use crate::routes::{self, MachinePage};
use crate::widgets::alarm_words;

/// Where alarms are answered on the console.
const ANSWER: &str = "answer";

/// The list, which moves: without a form. `may_answer` shows the way to it.
pub(super) fn list(device: DeviceId, alarms: &[Alarm], may_answer: bool) -> AnyView {
    let title = word(key::MACHINE_ALARMS);
    let note = word(key::MACHINE_ALARMS_NOTE).to_owned();
    if alarms.is_empty() {
        return view! {
            <Card title=title note=note id="alarms">
                <Empty icon="bell" title=word(key::MACHINE_ALARMS_NONE) text=word(key::MACHINE_ALARMS_NONE_TEXT)/>
            </Card>
        }
        .into_any();
    }
    // The moment in the address makes the browser load the page again when an alarm rose since it was drawn.
    let unanswered = alarms.iter().filter(|alarm| alarm.is_unanswered());
    let newest = unanswered.map(|alarm| alarm.last_raised_at).max();
    let way = newest.filter(|_| may_answer).map(|at| {
        let here = routes::machine(device, MachinePage::Console);
        let href = format!("{here}?since={}#{ANSWER}", at.0);
        view! { <a class="link link--alone" href=href>{word(key::HD_ANSWER_HERE)}</a> }.into_any()
    });
    let heads = [
        word(key::WHAT),
        word(key::WHEN),
        word(key::HD_ALARM_ANSWERED),
        word(key::HD_NOTE),
    ]
    .map(Head::words)
    .to_vec();
    let rows = alarms.iter().map(row).collect_view();
    view! { <Card title=title note=note id="alarms" tools=way.into_any()><Table caption=title heads=heads>{rows}</Table></Card> }.into_any()
}

fn row(alarm: &Alarm) -> AnyView {
    let answer = alarm.answer();
    let note = answer.as_ref().and_then(|answer| answer.note.clone());
    let answered = match answer {
        Some(Answer { by, at, .. }) => {
            view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "<bdi>{by}</bdi> }.into_any()
        }
        None if alarm.is_open() => {
            view! { <Chip look="medium-soft">{word(key::HD_ALARM_UNANSWERED)}</Chip> }.into_any()
        }
        None => word(key::HD_ALARM_UNANSWERED).into_any(),
    };
    let severity = alarm_words::severity(alarm);
    let (look, title, words) = (
        alarm_words::quiet_look(severity),
        severity.word(),
        alarm_words::sentence(alarm),
    );
    view! {
        <tr>
            <th scope="row"><Chip look=look>{title}</Chip>" "{words}</th>
            <td data-head=word(key::WHEN)>{when(alarm.last_raised_at)}</td>
            <td data-head=word(key::HD_ALARM_ANSWERED)>{answered}</td>
            <td data-head=word(key::HD_NOTE)><bdi>{note}</bdi></td>
        </tr>
    }
    .into_any()
}

/// Answering one. It stands still, so nothing that is typed is lost; none where nothing waits for an answer of theirs: a danger waits for who treats the patient.
pub(super) fn answer(here: &str, alarms: &[Alarm]) -> Option<AnyView> {
    let open: Vec<(String, String)> = alarm_words::in_order(alarms)
        .into_iter()
        .filter(|alarm| alarm.is_unanswered() && is_for_technicians(alarm))
        .map(|alarm| (alarm.id.to_string(), alarm_words::sentence(alarm)))
        .collect();
    if open.is_empty() {
        return None;
    }
    let (action, hidden) = (here.to_owned(), vec![("act", "answer".to_owned())]);
    let body = view! {
        <Card title=word(key::MACHINE_ALARM_ANSWER) id=ANSWER>
            <Form class="card__body form" action=action hidden=hidden>
                <Choice name="alarm" label=word(key::HD_CHECK_ALARM) answers=open/>
                <Line name="found" label=word(key::NOTE_OPTIONAL) most=500 optional=true/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ACKNOWLEDGE)}</Button></div>
            </Form>
        </Card>
    };
    Some(body.into_any())
}

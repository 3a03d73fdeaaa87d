//! The alarms of one patient over a day: open ones with their answer and a note, closed ones as a list.

use domain::alerts::{Alarm, AlarmState};
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{AlarmItem, Card, Empty, Time, TimeStyle, When, each, memo};
use uuid::Uuid;

use super::acknowledge::Acknowledge;
use super::alarm_strip::{AlarmLine, following};
use super::alarm_words;
use crate::live::LiveStore;

/// The card.
#[component]
pub fn AlarmList(
    /// What moves.
    store: LiveStore,
    /// Bed and name, for readers who do not see the banner.
    #[prop(into)]
    of: Signal<String>,
    /// The page to come back to without JavaScript.
    #[prop(into)]
    back: Signal<String>,
) -> impl IntoView {
    let alarms = store.alarms();
    let ids = move |open: bool| {
        memo(move || {
            alarms.with(|alarms| {
                alarms
                    .iter()
                    .filter(|alarm| alarm.is_open() == open)
                    .map(|alarm| alarm.id.0)
                    .collect::<Vec<Uuid>>()
            })
        })
    };
    let (open, closed) = (ids(true), ids(false));
    let some_open = memo(move || !open.with(Vec::is_empty));
    let some_closed = memo(move || !closed.with(Vec::is_empty));
    let found = move |id| alarms.with_untracked(|alarms| alarms.iter().find(|alarm| alarm.id.0 == id).cloned());
    let item =
        move |id| found(id).map(|alarm| view! { <OpenAlarm alarm=alarm store=store of=of back=back/> }.into_any());
    let entry = move |id| found(id).map(|alarm| view! { <ClosedAlarm alarm=alarm/> }.into_any());
    view! {
        <Card title=word(key::ALARMS) id="alarms" note=word(key::OF_LAST_DAY)>
            <div class="card__body stack">
                <When when=some_open>
                    <div class="strip"><ul class="strip__items">{each(open, item)}</ul></div>
                </When>
                <When when=some_closed>
                    <ol class="timeline">{each(closed, entry)}</ol>
                </When>
                <When when=memo(move || !some_open.get() && !some_closed.get())>
                    <Empty title=word(key::NO_ALARMS) text=word(key::ALARMS_COME)/>
                </When>
            </div>
        </Card>
    }
}

#[component]
fn OpenAlarm(alarm: Alarm, store: LiveStore, of: Signal<String>, back: Signal<String>) -> impl IntoView {
    let href = Signal::derive(move || "#alarms".to_string());
    let alarm = following(store, alarm);
    let severity = Signal::derive(move || alarm.with(alarm_words::severity));
    let life = Signal::derive(move || alarm.with(alarm_words::life));
    let title = Signal::derive(move || severity.get().word().to_string());
    let since = Signal::derive(move || {
        alarm.with(|alarm| matches!(alarm.state, AlarmState::Raised).then_some(alarm.last_raised_at))
    });
    let act = view! { <Acknowledge alarm=alarm store=store back=back of=of with_note=true/> }.into_any();
    view! {
        <AlarmItem severity=severity life=life title=title href=href since=since act=act>
            <AlarmLine alarm=alarm store=store/>
        </AlarmItem>
    }
}

#[component]
fn ClosedAlarm(alarm: Alarm) -> impl IntoView {
    let answer = alarm.answer();
    let who = answer.map(|answer| {
        let note = answer.note.map(|note| format!(": “{note}”")).unwrap_or_default();
        view! { <span class="timeline__who">{answer.by}" "<Time at=Signal::stored(Some(answer.at))/>{note}</span> }
            .into_any()
    });
    let (severity, sentence) = (alarm_words::severity(&alarm).word(), alarm_words::sentence(&alarm));
    view! {
        <li class="timeline__item">
            <span class="timeline__time"><Time at=Signal::stored(Some(alarm.last_raised_at)) style=TimeStyle::Clock/></span>
            <span>{severity}": "{sentence}". "{who}</span>
        </li>
    }
}

//! The strip on top of the ward: at most three alarms, the most urgent first, the rest one tap away.

use std::collections::HashMap;

use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::PatientId;
use domain::organisation::WardBoard;
use leptos::prelude::*;
use ui::{AlarmItem, AlarmLife, Time, When, each, memo};

use super::acknowledge::Acknowledge;
use super::alarm_words;
use crate::live::LiveStore;
use crate::routes;

/// Alarms shown at once.
const SHOWN: usize = 3;

/// Bed and name of each patient of a ward.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<PatientId, (u16, String)>);

impl Names {
    /// Of this ward.
    pub fn of_board(board: &WardBoard) -> Self {
        let taken = board
            .beds
            .iter()
            .filter_map(|bed| bed.occupant.as_ref().map(|occupant| (bed.number, &occupant.person)));
        Self(
            taken
                .map(|(bed, person)| (person.id, (bed, person.staff_name())))
                .collect(),
        )
    }

    /// `Bed 7 · YUSUF, Hassan`.
    pub fn title(&self, alarm: &Alarm) -> String {
        match alarm.patient.and_then(|patient| self.0.get(&patient)) {
            Some((bed, name)) => format!("Bed {bed} · {name}"),
            None => "A device without a patient".into(),
        }
    }

    /// `bed 7`, for what is read aloud.
    pub fn bed(&self, alarm: &Alarm) -> String {
        alarm
            .patient
            .and_then(|patient| self.0.get(&patient))
            .map_or_else(String::new, |(bed, _)| format!("bed {bed}"))
    }
}

/// The strip; nothing when no alarm is open.
#[component]
pub fn AlarmStrip(
    /// What moves.
    store: LiveStore,
    /// Who lies where.
    names: StoredValue<Names>,
    /// The page to come back to without JavaScript.
    #[prop(into)]
    back: Signal<String>,
) -> impl IntoView {
    let open = store.open_alarms();
    let order = memo(move || {
        open.with(|open| {
            alarm_words::in_order(open)
                .iter()
                .map(|alarm| alarm.id)
                .collect::<Vec<_>>()
        })
    });
    let first = memo(move || order.get().into_iter().take(SHOWN).collect::<Vec<_>>());
    let rest = memo(move || order.get().into_iter().skip(SHOWN).collect::<Vec<_>>());
    let item = move |id| {
        let found = open.with_untracked(|open| open.iter().find(|alarm| alarm.id == id).cloned());
        found.map(|alarm| view! { <StripItem alarm=alarm store=store names=names back=back/> }.into_any())
    };
    let some = memo(move || !first.with(Vec::is_empty));
    let more = memo(move || rest.with(Vec::len));
    view! {
        <When when=some>
            <section class="strip" aria-label="Alarms">
                <ul class="strip__items">
                    {each(first, item)}
                </ul>
                <When when=memo(move || more.get() != 0)>
                    <details class="strip__more">
                        <summary>{move || more.get().to_string()}" more"</summary>
                        <ul class="strip__items">
                            {each(rest, item)}
                        </ul>
                    </details>
                </When>
            </section>
        </When>
    }
}

#[component]
fn StripItem(alarm: Alarm, store: LiveStore, names: StoredValue<Names>, back: Signal<String>) -> impl IntoView {
    let alarm = following(store, alarm);
    let severity = Signal::derive(move || alarm.with(alarm_words::severity));
    let life = Signal::derive(move || alarm.with(alarm_words::life));
    let title = Signal::derive(move || alarm.with(|alarm| names.with_value(|names| names.title(alarm))));
    let href = Signal::derive(move || alarm.with(|alarm| alarm.patient.map(routes::patient).unwrap_or_default()));
    let since = Signal::derive(move || {
        alarm.with(|alarm| matches!(alarm.state, AlarmState::Raised).then_some(alarm.last_raised_at))
    });
    let act = view! { <Acknowledge alarm=alarm store=store back=back of=title/> }.into_any();
    view! {
        <AlarmItem severity=severity life=life title=title href=href since=since act=act>
            <AlarmLine alarm=alarm/>
        </AlarmItem>
    }
}

/// The alarm as the store knows it, with the newest value of its parameter; the last known one after it left the store.
pub fn following(store: LiveStore, alarm: Alarm) -> Memo<Alarm> {
    let (alarms, id) = (store.alarms(), alarm.id);
    let patient = alarm.patient.and_then(|patient| store.patient(patient));
    let number = patient
        .zip(alarm.kind.parameter())
        .map(|(patient, parameter)| patient.number(parameter));
    Memo::new(move |before: Option<&Alarm>| {
        let found = alarms.with(|alarms| alarms.iter().find(|known| known.id == id).cloned());
        let alarm = found.or_else(|| before.cloned()).unwrap_or_else(|| alarm.clone());
        match number.and_then(|number| number.get()) {
            Some((value, at)) if alarm.is_standing() && at >= alarm.last_raised_at => alarm.seen(value),
            _ => alarm,
        }
    })
}

/// What, how often, and who has it.
#[component]
pub fn AlarmLine(alarm: Memo<Alarm>) -> impl IntoView {
    let sentence = memo(move || alarm.with(Alarm::sentence));
    let repeats = memo(move || alarm.with(|alarm| alarm.repeats().map(|repeats| format!(", {repeats}"))));
    let since =
        Signal::derive(move || alarm.with(|alarm| (alarm.kind == Kind::Silent).then_some(alarm.last_raised_at)));
    let answer = memo(move || alarm.with(Alarm::answer));
    let life = memo(move || alarm.with(alarm_words::life));
    view! {
        <b>{move || sentence.get()}</b>
        {move || since.get().map(|_| view! { " since "<Time at=since/> }.into_any())}
        <span class="alarm__extra">{move || repeats.get()}". "</span>
        {move || match (life.get(), answer.get()) {
            (_, Some(answer)) => {
                let note = answer.note.map(|note| format!(": “{note}”")).unwrap_or_default();
                view! { {answer.by}" "<Time at=Signal::stored(Some(answer.at))/>{note} }.into_any()
            }
            (AlarmLife::Raised, None) => view! { <span class="visually-hidden">"Not answered for"</span> }.into_any(),
            (_, None) => view! { <span class="visually-hidden">"Not seen yet"</span> }.into_any(),
        }}
    }
}

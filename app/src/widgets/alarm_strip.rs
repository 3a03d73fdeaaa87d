//! The strip on top of the ward: at most three alarms, the most urgent first, the rest one tap away.

use domain::alerts::silence::SILENT_AFTER_SECONDS;
use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::PatientId;
use domain::organisation::WardBoard;
use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::time::{HospitalZone, TimeStyle, write};
use ui::{Age, AlarmItem, AlarmLife, Now, Severity, Time, When, each, memo};
use uuid::Uuid;

use super::acknowledge::Acknowledge;
use super::capitals::capitals;
use super::{alarm_words, machine};
use crate::live::{Knowledge, LivePatient, LiveStore, is_stale};
use crate::program::Record;
use crate::routes;

/// Alarms shown at once.
const SHOWN: usize = 3;

/// Bed and name of each patient of a page, by bed.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<(PatientId, u16, String)>);

impl Names {
    /// Of this ward.
    pub fn of_board(board: &WardBoard) -> Self {
        let taken = board
            .beds
            .iter()
            .filter_map(|bed| bed.occupant.as_ref().map(|occupant| (bed.number, &occupant.person)));
        Self(
            taken
                .map(|(bed, person)| {
                    (
                        person.id,
                        bed,
                        format!("{}, {}", capitals(&person.family_name), person.given_name),
                    )
                })
                .collect(),
        )
    }

    /// Of the one patient of a chart.
    pub fn of_record(record: &Record) -> Self {
        let bed = record.place.iter().map(|(_, bed)| *bed);
        Self(bed.map(|bed| (record.patient, bed, record.name.clone())).collect())
    }

    fn find(&self, patient: Option<PatientId>) -> Option<&(PatientId, u16, String)> {
        self.0.iter().find(|(known, ..)| Some(*known) == patient)
    }

    /// `Bed 7 · YUSUF, Hassan`.
    pub fn title(&self, patient: Option<PatientId>) -> String {
        match self.find(patient) {
            Some((_, bed, name)) => tell(say::bed_and_name(*bed, name.as_str())),
            None => word(key::DEVICE_WITHOUT_PATIENT).into(),
        }
    }

    /// `bed 7`, for what is read aloud.
    pub fn bed(&self, patient: Option<PatientId>) -> String {
        match self.find(patient) {
            Some((_, bed, _)) => tell(say::spoken_bed(*bed)),
            None => word(key::SPOKEN_DEVICE).into(),
        }
    }
}

/// The strip: alarms, then beds whose values are old although the device lives. Nothing when there is neither.
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
    let stale = stale_beds(store, names);
    // An alarm and a patient never have the same number: one list for both.
    let order = memo(move || {
        open.with(|open| {
            let alarms = alarm_words::in_order(open).into_iter().map(|alarm| alarm.id.0);
            alarms.chain(stale.get()).collect::<Vec<Uuid>>()
        })
    });
    let first = memo(move || order.get().into_iter().take(SHOWN).collect::<Vec<_>>());
    let rest = memo(move || order.get().into_iter().skip(SHOWN).collect::<Vec<_>>());
    let item = move |id| {
        let found = open.with_untracked(|open| open.iter().find(|alarm| alarm.id.0 == id).cloned());
        match found {
            Some(alarm) => Some(view! { <StripItem alarm=alarm store=store names=names back=back/> }.into_any()),
            None => store
                .patient(PatientId(id))
                .map(|patient| view! { <StaleItem patient=patient names=names/> }.into_any()),
        }
    };
    let some = memo(move || !first.read().is_empty());
    let more = memo(move || !rest.read().is_empty());
    view! {
        <When when=some>
            <section class="strip" aria-label=word(key::ALARMS)>
                <ul class="strip__items">
                    {each(first, item)}
                </ul>
                <When when=more>
                    <details class="strip__more">
                        <summary>{move || tell(say::more_alarms(rest.read().len()))}</summary>
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
    let title = Signal::derive(move || alarm.with(|alarm| names.with_value(|names| names.title(alarm.patient))));
    let href = Signal::derive(move || alarm.with(|alarm| alarm.patient.map(routes::patient).unwrap_or_default()));
    let since = Signal::derive(move || {
        alarm.with(|alarm| matches!(alarm.state, AlarmState::Raised).then_some(alarm.last_raised_at))
    });
    let act = view! { <Acknowledge alarm=alarm store=store back=back of=title/> }.into_any();
    view! {
        <AlarmItem severity=severity life=life title=title href=href since=since act=act>
            <AlarmLine alarm=alarm store=store/>
        </AlarmItem>
    }
}

/// Beds whose device lives and sends nothing new, by number. Not before ten seconds, after which a device is silent: who is late is not listed.
fn stale_beds(store: LiveStore, names: StoredValue<Names>) -> Memo<Vec<Uuid>> {
    let now = use_context::<Now>();
    let beds: Vec<LivePatient> = names.with_value(|names| {
        let patients = names.0.iter();
        patients.filter_map(|(patient, ..)| store.patient(*patient)).collect()
    });
    memo(move || {
        let stale = |patient: &&LivePatient| match (patient.known().get(), now) {
            (Knowledge::Stale { since }, Some(now)) => now.get().seconds_since(since) >= SILENT_AFTER_SECONDS,
            _ => false,
        };
        beds.iter().filter(stale).map(|patient| patient.id().0).collect()
    })
}

#[component]
fn StaleItem(patient: LivePatient, names: StoredValue<Names>) -> impl IntoView {
    let (id, known) = (patient.id(), patient.known());
    let since = memo(move || match known.get() {
        Knowledge::Stale { since } => Some(since),
        Knowledge::Fresh | Knowledge::Silent => None,
    });
    view! {
        <AlarmItem
            severity=Severity::NoData
            life=AlarmLife::Raised
            title=names.with_value(|names| names.title(Some(id)))
            href=routes::patient(id)
        >
            <b>{weave(say::no_data_for(Arg::hole(0)), [view! { <Age at=since/> }.into_any()])}</b>
        </AlarmItem>
    }
}

/// The alarm as the store knows it, with the newest value of its parameter; the last known one after it left the store.
pub fn following(store: LiveStore, alarm: Alarm) -> Memo<Alarm> {
    let (alarms, id) = (store.alarms(), alarm.id);
    let patient = alarm.patient.and_then(|patient| store.patient(patient));
    let measured = patient.zip(alarm.kind.parameter());
    Memo::new(move |before: Option<&Alarm>| {
        let found = alarms.with(|alarms| alarms.iter().find(|known| known.id == id).cloned());
        let alarm = found.or_else(|| before.cloned()).unwrap_or_else(|| alarm.clone());
        match measured.and_then(|(patient, parameter)| patient.number(parameter)) {
            Some((value, at)) if alarm.is_standing() && at >= alarm.last_raised_at => alarm.seen(value),
            _ => alarm,
        }
    })
}

/// What, how old that is when it is old, how often, and who has it.
#[component]
pub fn AlarmLine(alarm: Memo<Alarm>, store: LiveStore) -> impl IntoView {
    let sentence = memo(move || alarm_words::sentence(&alarm.read()));
    let repeats = memo(move || alarm_words::repeats(&alarm.read()).map(|repeats| format!(", {repeats}")));
    let since = memo(move || {
        let alarm = alarm.read();
        (alarm.kind == Kind::Silent).then_some(alarm.last_raised_at)
    });
    let (measured, codes) = (old_value(alarm, store), codes(alarm, store));
    let zone = use_context::<HospitalZone>();
    let answer = memo(move || {
        let alarm = alarm.read();
        zone.map_or_else(
            || answered(&alarm, &Zone::default()),
            |zone| zone.with_value(|zone| answered(&alarm, zone)),
        )
    });
    let unanswered = memo(move || alarm.read().is_unanswered());
    view! {
        <b>{move || sentence.get()}{move || codes.get().map(|codes| format!(": {codes}"))}</b>
        {move || since.get().map(|_| view! { " "{weave(say::since_clock(Arg::hole(0)), [view! { <Time at=since/> }.into_any()])} }.into_any())}
        <When when=memo(move || measured.read().is_some())>", "{weave(say::measured_ago(Arg::hole(0)), [view! { <Age at=measured ago=true/> }.into_any()])}</When>
        <span class="alarm__extra">{move || repeats.get()}". "</span>
        <span class:visually-hidden=move || unanswered.get()>{move || answer.get()}</span>
    }
}

/// Who has it and since when: `Dr Rao 10:43: “note”`. What stands for it while nobody has is read aloud only: the timer shows it.
fn answered(alarm: &Alarm, zone: &Zone) -> String {
    match (alarm.answer(), &alarm.state) {
        (Some(answer), _) => {
            let note = answer.note.map(|note| format!(": “{note}”")).unwrap_or_default();
            format!("{} {}{note}", answer.by, write(zone, answer.at, TimeStyle::Clock))
        }
        (None, AlarmState::Raised) => word(key::NOT_ANSWERED_FOR).into(),
        (None, _) => word(key::NOT_SEEN_YET).into(),
    }
}

/// What the machine shows, for an alarm that the machine itself raised and that stands.
fn codes(alarm: Memo<Alarm>, store: LiveStore) -> Memo<Option<String>> {
    let patient = alarm.with_untracked(|alarm| alarm.patient.filter(|_| alarm.kind == Kind::Machine));
    let patient = patient.and_then(|patient| store.patient(patient));
    memo(move || machine::codes(patient?).filter(|_| alarm.read().is_standing()))
}

/// When the value of an alarm that stands was measured, once that is longer ago than promised.
fn old_value(alarm: Memo<Alarm>, store: LiveStore) -> Memo<Option<Moment>> {
    let (patient, parameter) = alarm.with_untracked(|alarm| (alarm.patient, alarm.kind.parameter()));
    let measured = patient.and_then(|patient| store.patient(patient)).zip(parameter);
    memo(move || {
        let (patient, parameter) = measured?;
        let at =
            patient.look_at_clock(|now, at| now.latest.taken_at(parameter).filter(|_| is_stale(now, parameter, at)));
        at.filter(|_| alarm.read().is_standing())
    })
}

//! What moves on the patient's own page: the newest values, and what is noticed now.

use domain::telemetry::Parameter;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Age, Card, When, memo};

use super::words;
use crate::live::{LivePatient, LiveStore};
use crate::widgets::bed_vitals::{pressure, shown, shown_oxygen};
use crate::widgets::liveness::Liveness;

/// The newest values, each with its age.
#[component]
pub fn MyValues(patient: LivePatient, store: LiveStore, place: Option<(String, u16)>) -> impl IntoView {
    let title = place.map_or_else(
        || word(key::MEASURED).to_string(),
        |(ward, bed)| tell(say::measured_in(tell(say::ward_and_bed(ward, bed)))),
    );
    let (given, given_at) = (
        shown_oxygen(patient, words::oxygen),
        patient.taken_at(Parameter::Oxygen),
    );
    let is_given = memo(move || given.get().is_some_and(|given| given != "–"));
    let wells = [
        Parameter::HeartRate,
        Parameter::Spo2,
        Parameter::Respiration,
        Parameter::Temperature,
    ]
    .into_iter()
    .filter_map(|parameter| words::name_and_unit(parameter).map(|(name, unit)| (parameter, name, unit)))
    .map(|(parameter, name, unit)| {
        view! { <Well name=name unit=unit value=shown(patient, parameter) patient=patient parameter=parameter/> }
            .into_any()
    })
    .collect_view();
    view! {
        <Card title=title id="my-values" tools=view! { <Liveness store=store newest=patient.newest()/> }.into_any()>
            <div class="card__body stack">
                <dl class="wells">
                    <Well
                        name=word(key::BLOOD_PRESSURE)
                        unit="mmHg"
                        value=pressure(patient)
                        patient=patient
                        parameter=Parameter::Systolic
                    />
                    {wells}
                </dl>
                <When when=is_given>
                    <p>{move || given.get()}" "<span class="quiet">{weave(say::noted(Arg::hole(0)), [view! { <Age at=given_at ago=true/> }.into_any()])}</span></p>
                </When>
            </div>
        </Card>
    }
}

#[component]
fn Well(
    name: &'static str,
    unit: &'static str,
    value: Memo<Option<String>>,
    patient: LivePatient,
    parameter: Parameter,
) -> impl IntoView {
    let known = memo(move || value.with(Option::is_some));
    let (at, stale) = (patient.taken_at(parameter), patient.is_stale(parameter));
    view! {
        <div class="well" class:well--stale=move || stale.get()>
            <dt>{name}</dt>
            <dd class="well__value"><bdi>{move || value.get().unwrap_or_else(|| word(key::NOT_MEASURED).into())}</bdi></dd>
            <dd class="well__age">{move || known.get().then(|| format!("{} ", tell(say::unit_then_age(unit))))}<Age at=at ago=true/></dd>
        </div>
    }
}

/// What is noticed now, without the language of alarms.
#[component]
pub fn MyNews(store: LiveStore) -> impl IntoView {
    let open = store.open_alarms();
    let sentences = memo(move || open.with(|open| words::news(open)));
    view! {
        <When when=memo(move || sentences.with(Vec::is_empty))>
            <p class="note">{word(key::NOTHING_UNUSUAL_NOW)}</p>
        </When>
        <When when=memo(move || !sentences.with(Vec::is_empty))>
            <Card title=word(key::WHAT_WAS_NOTICED) id="my-news">
                <ul class="card__body stack">
                    {move || sentences.get().into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect_view()}
                </ul>
            </Card>
        </When>
    }
}

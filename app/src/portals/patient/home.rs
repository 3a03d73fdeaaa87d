//! The patient's own home: how am I? Their values in plain words with their ages, what the staff noticed, where they are signed in.

use domain::identity::SessionRow;
use domain::patients::{Chart, Section};
use domain::telemetry::Parameter;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Age, Card, PageHead, When, memo};

use super::parts::{NotShown, OnBehalf};
use super::words;
use crate::api::my::{list_my_sessions, open_my_chart};
use crate::api::{Answer, ask};
use crate::live::{LivePatient, LiveStore};
use crate::program::{Live, Mine, Record};
use crate::widgets::bed_vitals::{pressure, shown, shown_oxygen};
use crate::widgets::frame::{Frame, Side};
use crate::widgets::gather::{gather, part};
use crate::widgets::liveness::Liveness;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::sessions::Sessions;

/// Their own sessions.
type Rows = Answer<Vec<SessionRow>>;

/// The page.
#[component]
pub fn MyHomePage() -> impl IntoView {
    let chart = ask(|| (), |()| open_my_chart());
    let sessions: Rows = ask(|| (), |()| list_my_sessions());
    gather(chart, move |gathered| {
        view! { <MyHome chart=gathered sessions=sessions/> }.into_any()
    })
}

#[component]
fn MyHome(chart: Chart, sessions: Rows) -> impl IntoView {
    let large = chart.view.as_ref().is_some_and(|view| view.large_text);
    // Who cares for somebody is told nothing of who else looked.
    let own = chart.view.as_ref().is_none_or(|view| view.acting.is_none());
    let looked = own.then(|| {
        view! { <p class="note"><a href=crate::routes::MY_ACCESS rel="external">{word(key::WHO_LOOKED_LINK)}</a></p> }
            .into_any()
    });
    let rows = |rows| view! { <Sessions rows=rows/> }.into_any();
    view! {
        <Title text=tell(say::page_title(word(key::MY_HOME)))/>
        <Frame side=Side::Portal live=true>
            <div class="page" class:large-text=large>
                <MyNow chart=chart/>
                <p class="note">{word(key::NOT_FOR_EMERGENCIES)}</p>
                {looked}
                <ui::Panel title=word(key::WHERE_SIGNED_IN) id="my-sessions">{part(sessions, rows)}</ui::Panel>
            </div>
        </Frame>
    }
}

/// How they are now, as far as the portal shows it. A preview for staff draws the same.
#[component]
pub fn MyNow(chart: Chart) -> impl IntoView {
    let view = chart.view.clone().unwrap_or_default();
    let record = Record::of(&chart);
    let carried = carry(&record);
    let live = Mine::new(record);
    let values = match &chart.now {
        _ if !view.shows(Section::Values) => view! { <NotShown what=word(key::YOUR_VALUES)/> }.into_any(),
        Some(_) => live.part("values"),
        None => view! { <p class="note">{word(key::NO_MONITOR)}</p> }.into_any(),
    };
    let news = match view.shows(Section::Alarms) {
        true => live.part("news"),
        false => view! { <NotShown what=word(key::WHAT_WAS_NOTICED)/> }.into_any(),
    };
    view! {
        <OnBehalf view=view person=chart.person.clone()/>
        <PageHead title=tell(say::hello(chart.person.given_name.as_str()))/>
        <NeedsScript what=word(key::FOLLOWING_VALUES)/>
        {values}
        {news}
        {carried}
    }
}

#[cfg(feature = "ssr")]
fn carry(record: &Record) -> AnyView {
    crate::program::carry_record(record)
}

#[cfg(not(feature = "ssr"))]
fn carry(_: &Record) -> AnyView {
    ().into_any()
}

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

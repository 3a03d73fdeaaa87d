//! The page of one patient: who, how now, how over the day, which alarms, and every reading as a table.

use domain::ids::PatientId;
use domain::patients::{Chart, ReadingPage};
use domain::time::Moment;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::lang::{self, key, say, word};
use ui::{Card, Chip, Empty, Panel, When, memo};

use crate::api::patients::open_chart;
use crate::api::telemetry::list_readings;
use crate::api::{Answer, ask};
use crate::live::{LivePatient, LiveStore, use_live_patient};
use crate::routes;
use crate::widgets::alarm_list::AlarmList;
use crate::widgets::alarm_strip::Names;
use crate::widgets::alarm_voice::AlarmVoice;
use crate::widgets::alarm_words;
use crate::widgets::day_chart::DayChart;
use crate::widgets::favicon;
use crate::widgets::frame::Frame;
use crate::widgets::gather::{gather, part};
use crate::widgets::liveness::Liveness;
use crate::widgets::moving_trend::MovingTrend;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::opened_bar::OpenedBar;
use crate::widgets::patient_banner::PatientBanner;
use crate::widgets::readings_table::ReadingsTable;
use crate::widgets::vital_tiles::VitalTiles;

/// The readings that the page asks for, and from where.
type Readings = Answer<ReadingPage>;
type Before = Option<(Moment, i64)>;

/// The page.
#[component]
pub fn PatientPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    // An address that is no patient's is a patient whom nobody has: the verb answers "not found".
    let asked = memo(move || {
        let text = params.read().get("patient").unwrap_or_default();
        text.parse::<PatientId>().unwrap_or(PatientId(uuid::Uuid::nil()))
    });
    let before = memo(move || query.read().get("before").as_deref().and_then(routes::read_before));
    let chart = ask(move || asked.get(), open_chart);
    let readings: Readings = ask(
        move || (asked.get(), before.get()),
        |(patient, before)| list_readings(patient, before),
    );
    gather(chart, move |gathered| {
        let again = Callback::new(move |()| chart.refetch());
        view! { <Patient chart=gathered readings=readings before=before again=again/> }.into_any()
    })
}

#[component]
fn Patient(chart: Chart, readings: Readings, before: Memo<Before>, again: Callback<()>) -> impl IntoView {
    let store = use_live_patient(&chart);
    store.renew(again);
    let (id, scale) = (chart.person.id, chart.person.scale);
    let alarms = store.alarms();
    let counts = memo(move || alarms.with(|alarms| alarm_words::counts(alarms)));
    let place = chart
        .place
        .as_ref()
        .map(|place| place.ward_name.clone())
        .unwrap_or_default();
    favicon::follow(Signal::derive(move || counts.get() != [0; 4]));
    let names = StoredValue::new(Names::of_chart(&chart));
    let of = chart.person.staff_name();
    let limits = chart.limits.clone();
    let now = match store.patient(id) {
        Some(patient) => view! { <Now patient=patient store=store scale=scale limits=limits/> }.into_any(),
        None => view! {
            <Card title=word(key::VITAL_SIGNS) id="now">
                <Empty icon="no-data" title=word(key::NO_DEVICE_MEASURES) text=word(key::VALUES_COME_HERE)/>
            </Card>
        }
        .into_any(),
    };
    // As on the ward: the server writes the title last.
    let (drawn, words) = (counts.get_untracked(), lang::here());
    view! {
        <Title text=move || words.say(&say::title_patient(alarm_words::before_title(words, counts.try_get().unwrap_or(drawn))))/>
        <Frame place=place live=true>
            <OpenedBar opened=chart.opened patient=id/>
            <PatientBanner person=chart.person zone=chart.zone place=chart.place rendered_at=chart.rendered_at allergies=chart.allergies/>
            <div class="page chart-page">
                <AlarmVoice store=store names=names/>
                <NeedsScript what=word(key::FOLLOWING_THE_VALUES)/>
                <div class="chart-page__grid">
                    <div class="stack">
                        {now}
                        <Card title=word(key::LAST_24_HOURS) id="day" tools=view! { <a href="#readings" rel="external">{word(key::TABLE)}</a> }.into_any()>
                            <DayChart patient=id/>
                        </Card>
                    </div>
                    <AlarmList store=store of=of back=routes::patient(id)/>
                    <div class="chart-page__wide">
                        <ReadingsPanel readings=readings patient=id before=before/>
                        <p class="second"><a href=routes::portal_preview(id) rel="external">{word(key::WHAT_PATIENT_SEES_LINK)}</a></p>
                    </div>
                </div>
            </div>
        </Frame>
    }
}

/// What is known now, and the moving half hour.
#[component]
fn Now(
    patient: LivePatient,
    store: LiveStore,
    scale: domain::news2::Scale,
    limits: Vec<domain::alerts::PatientLimit>,
) -> impl IntoView {
    let replay = patient.replay_since();
    let is_replay = memo(move || replay.get().is_some());
    let tools = view! {
        <When when=is_replay><Chip look="line" icon="play">{word(key::REPLAY_OF_VALUES)}</Chip></When>
        <Liveness store=store newest=patient.newest()/>
    }
    .into_any();
    view! {
        <Card title=word(key::VITAL_SIGNS) id="now" tools=tools>
            <div class="live-chart">
                <VitalTiles patient=patient store=store scale=scale/>
                <h3>{word(key::LAST_30_MINUTES)}</h3>
                <MovingTrend patient=patient scale=scale limits=limits/>
            </div>
        </Card>
    }
}

#[component]
fn ReadingsPanel(readings: Readings, patient: PatientId, before: Memo<Before>) -> impl IntoView {
    let rows = move |page| {
        view! { <ReadingsTable page=page patient=patient newest=before.get_untracked().is_none()/> }.into_any()
    };
    view! { <Panel title=word(key::READINGS) id="readings">{part(readings, rows)}</Panel> }
}

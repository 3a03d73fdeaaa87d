//! The page of one patient: who, how now, how over the day, which alarms, and every reading as a table.

use domain::ids::PatientId;
use domain::patients::{Chart, ReadingPage};
use domain::telemetry::Span;
use domain::time::Moment;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::lang::{key, word};
use ui::{Card, Empty};

use super::due::due_of_chart;
use crate::api::patients::open_chart;
use crate::api::telemetry::list_readings;
use crate::api::{Answer, ask};
use crate::error::AppError;
use crate::program::{Bedside, Found, Live, Record, carry_record};
use crate::routes;
use crate::widgets::beside::Beside;
use crate::widgets::day_chart::{DayChart, Ranges};
use crate::widgets::frame::Frame;
use crate::widgets::gather::{gather, part};
use crate::widgets::joined_bar::JoinedBar;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::opened_bar::OpenedBar;
use crate::widgets::patient_banner::PatientBanner;
use crate::widgets::readings_table::ReadingsTable;
use crate::widgets::ways::OfChart;

/// The readings that the page asks for, and from where.
type Readings = Answer<Result<ReadingPage, AppError>>;
type Before = Option<(Moment, i64)>;

/// The page.
#[component]
pub fn PatientPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    // An address that is no patient's is a patient whom nobody has: the verb answers "not found".
    let patient = params.read_untracked().get("patient").unwrap_or_default();
    let patient = patient.parse().unwrap_or(PatientId(uuid::Uuid::nil()));
    let before = query.read_untracked().get("before");
    let before = before.as_deref().and_then(routes::read_before);
    let span = Span::of_query(query.read_untracked().get("range").as_deref());
    let (chart, readings) = (ask(open_chart(patient)), ask(list_readings(patient, before)));
    gather(chart, move |gathered| {
        view! { <Patient chart=gathered readings=readings before=before span=span/> }.into_any()
    })
}

#[component]
fn Patient(chart: Chart, readings: Readings, before: Before, span: Span) -> impl IntoView {
    let id = chart.person.id;
    let live = Bedside::new(Record::of(&chart));
    let place = chart
        .place
        .as_ref()
        .map(|place| place.ward_name.clone())
        .unwrap_or_default();
    let title = live.title();
    let due = due_of_chart(chart.now.as_ref(), &chart.zone, chart.rendered_at);
    let asked = Asked {
        ways: view! { <OfChart patient=id/> }.into_any(),
        day: view! { <DayChart patient=id span=span/> }.into_any(),
        span,
        beside: view! { {due}<Beside patient=id/> }.into_any(),
        readings: view! { <ReadingsPanel readings=readings patient=id before=before span=span/> }.into_any(),
    };
    let page = lay_out(chart, &live, asked);
    view! {
        <Title text=title/>
        <Frame place=place live=true>{page}</Frame>
    }
}

/// What the page asks for beside the chart.
pub(crate) struct Asked {
    /// The ways to other pages of this patient.
    pub ways: AnyView,
    /// The drawn chart.
    pub day: AnyView,
    /// How far back it reaches.
    pub span: Span,
    /// What stands beside the chart.
    pub beside: AnyView,
    /// The readings as a table.
    pub readings: AnyView,
}

/// All that stands in the frame. The gallery draws it too, of records that stand still.
pub(crate) fn lay_out(chart: Chart, live: &Bedside, asked: Asked) -> AnyView {
    let id = chart.person.id;
    let (values, trend) = (live.part("values"), live.part("trend"));
    let now = match live.patient() {
        Some(_) => view! {
            <Card title=word(key::VITAL_SIGNS) id="now" tools=live.part("mark")>
                <div class="live-chart">
                    {values}
                    <h3>{word(key::LAST_30_MINUTES)}</h3>
                    {trend}
                </div>
            </Card>
        }
        .into_any(),
        None => view! {
            <Card title=word(key::VITAL_SIGNS) id="now">
                <Empty icon="no-data" title=word(key::NO_DEVICE_MEASURES) text=word(key::VALUES_COME_HERE)/>
            </Card>
        }
        .into_any(),
    };
    let (left, alarms, carried) = (
        live.part("left"),
        live.part("alarms"),
        carry_record(&Found::Chart(Box::new(Record::clone(&live.record)))),
    );
    let ranges = view! { <Ranges patient=id chosen=asked.span/><a href="#readings">{word(key::TABLE)}</a> }.into_any();
    let drawn = crate::charts::span_words(asked.span);
    view! {
        <OpenedBar opened=chart.opened patient=id left=left/>
        <PatientBanner person=chart.person zone=chart.zone place=chart.place rendered_at=chart.rendered_at allergies=chart.allergies flags=chart.flags left=chart.left/>
        <JoinedBar joined=chart.joined patient=id may_merge=chart.may_merge/>
        {asked.ways}
        <div class="page chart-page">
            <NeedsScript what=word(key::FOLLOWING_THE_VALUES)/>
            <div class="chart-page__grid">
                <div class="stack">
                    {now}
                    <Card title=drawn id="day" tools=ranges>
                        {asked.day}
                    </Card>
                </div>
                <div class="stack">
                    {alarms}
                    {asked.beside}
                </div>
                <div class="chart-page__wide stack">
                    {asked.readings}
                    <p class="second"><a href=routes::portal_preview(id)>{word(key::WHAT_PATIENT_SEES_LINK)}</a></p>
                </div>
            </div>
            {carried}
        </div>
    }
    .into_any()
}

#[component]
fn ReadingsPanel(readings: Readings, patient: PatientId, before: Before, span: Span) -> impl IntoView {
    let rows =
        move |page| view! { <ReadingsTable page=page patient=patient newest=before.is_none() span=span/> }.into_any();
    view! { <Card title=word(key::READINGS) id="readings">{part(word(key::READINGS), readings, rows)}</Card> }
}

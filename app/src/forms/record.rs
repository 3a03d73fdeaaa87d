//! The record as the portal shows it: the drawn day, the score, what was noticed, every reading. The patient's page and the preview for staff are drawn by the
//! same function, so that the preview is what the patient sees.

use domain::alerts::{Alarm, AlarmState};
use domain::patients::{Chart, ReadingPage, Section};
use domain::telemetry::{Parameter, Reading};
use hospital::patients::portal::Record;
use leptos::prelude::*;
use ui::{Card, Empty, Head, PageHead, Table, Time, TimeStyle};

use crate::charts::day_svg;
use crate::live::use_live_patient;
use crate::portals::patient::home::MyNow;
use crate::portals::patient::parts::{NotShown, OnBehalf};
use crate::portals::patient::words;
use crate::routes;
use crate::widgets::day_chart::DrawnDay;

/// The reader's own page.
pub fn mine(record: Record) -> AnyView {
    let view = record.chart.view.clone().unwrap_or_default();
    let (large, person) = (view.large_text, record.chart.person.clone());
    view! {
        <div class="parts" class:large-text=large>
            <OnBehalf view=view person=person/>
            <PageHead title="My record"/>
            {parts(record)}
        </div>
    }
    .into_any()
}

/// The preview for staff: the home and the record, marked as what they are.
pub fn preview(record: Record) -> AnyView {
    let view = record.chart.view.clone().unwrap_or_default();
    let shows_nothing = view.shown.is_empty();
    let store = use_live_patient(&record.chart);
    let (chart, patient) = (record.chart.clone(), record.chart.person.id);
    view! {
        <PageHead title="Preview of the portal"/>
        <aside class="behalf" aria-label="Preview">
            <p><b>"Preview. "</b>"This is what the patient sees in the portal, as of now. They do not see that you look at it here; the audit does."</p>
            {shows_nothing.then(|| view! { <p>"The portal is switched off, or every part of it is hidden: the patient sees none of this record."</p> }.into_any())}
            <a href=routes::patient(patient)>"Back to the chart"</a>
        </aside>
        <section class="preview portal-patient" aria-label="What the patient sees">
            <div class="parts" class:large-text=view.large_text>
                <MyNow chart=chart store=store/>
                {parts(record)}
            </div>
        </section>
    }
    .into_any()
}

/// Every part, or that it is not shown.
fn parts(record: Record) -> AnyView {
    let shows = Section::ALL.map(|section| record.shows(section));
    let [_, _, score_shown, alarms_shown, _] = shows;
    let Record { chart, trend, readings } = record;
    let day = match trend {
        Some(trend) => {
            view! { <Card title="My last day" id="my-day"><DrawnDay markup=day_svg(&trend)/></Card> }.into_any()
        }
        None => view! { <NotShown what="My last day"/> }.into_any(),
    };
    let score = match score_shown {
        true => score(&chart),
        false => view! { <NotShown what="My early warning score"/> }.into_any(),
    };
    let alarms = match alarms_shown {
        true => noticed(chart.alarms),
        false => view! { <NotShown what="What was noticed in the last day"/> }.into_any(),
    };
    let readings = match readings {
        Some(page) => table(page),
        None => view! { <NotShown what="My readings"/> }.into_any(),
    };
    view! { {day} {score} {alarms} {readings} }.into_any()
}

/// NEWS2 of the Royal College of Physicians, 2017, in plain words.
fn score(chart: &Chart) -> AnyView {
    let sentence = match chart.now.as_ref().and_then(|now| now.last_score) {
        Some(last) => {
            let words = match (last.score, last.three_in_one) {
                (0..=4, false) => "Low: your nurses measure you as usual.",
                (0..=4, true) => "One of your values needs a closer look.",
                (5..=6, _) => "Raised: your nurses and a doctor look at you more often.",
                _ => "High: doctors look after you closely.",
            };
            view! {
                <p><b class="num">{last.score.to_string()}</b>" of 20, at "<Time at=Signal::stored(Some(last.at)) style=TimeStyle::DateClock/>". "{words}</p>
                <p class="quiet">"The score adds up how far your values are from the usual ones. It helps the staff to see early who needs them."</p>
            }
            .into_any()
        }
        None => {
            view! { <p class="quiet">"There is no score just now: not all of its values are measured."</p> }.into_any()
        }
    };
    view! {
        <Card title="My early warning score" id="my-score"><div class="card__body stack">{sentence}</div></Card>
    }
    .into_any()
}

fn noticed(alarms: Vec<Alarm>) -> AnyView {
    let content = match alarms.is_empty() {
        true => view! { <Empty title="Nothing unusual" text="What your monitor notices is listed here for a day."/> }
            .into_any(),
        false => {
            let heads = vec![Head::words("When"), Head::words("What"), Head::words("Since then")];
            let rows = alarms.iter().map(|alarm| alarm_row(alarm)).collect_view();
            view! { <Table caption="What was noticed in the last day" heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="What was noticed in the last day" id="my-noticed">{content}</Card> }.into_any()
}

fn alarm_row(alarm: &Alarm) -> AnyView {
    let after = match &alarm.state {
        AlarmState::Closed { .. } => "It is over.",
        AlarmState::Gone { .. } => "It is over. Somebody will look at it.",
        AlarmState::Raised | AlarmState::Acknowledged { .. } => words::done(alarm),
    };
    let answered = alarm.answer().map(|answer| format!(" {} has seen it.", answer.by));
    view! {
        <tr>
            <th scope="row"><Time at=Signal::stored(Some(alarm.last_raised_at)) style=TimeStyle::DateClock/></th>
            <td data-head="What">{words::remembered(alarm)}</td>
            <td data-head="Since then">{after}{answered}</td>
        </tr>
    }
    .into_any()
}

fn table(page: ReadingPage) -> AnyView {
    let next = page.next.map(|next| {
        view! { <p class="card__foot"><a href=routes::my_readings_before(next)>"Older readings"</a></p> }.into_any()
    });
    let content = match page.rows.is_empty() {
        true => view! { <Empty icon="table" title="No readings" text="What your monitor measures is listed here for a day."/> }.into_any(),
        false => {
            let heads = vec![
                Head::words("When"),
                Head::number("Heartbeat, a minute"),
                Head::number("Oxygen in the blood, %"),
                Head::number("Breathing, a minute"),
                Head::number("Blood pressure, mmHg"),
                Head::number("Temperature, °C"),
            ];
            let rows = page.rows.into_iter().map(reading_row).collect_view();
            view! { <Table caption="My readings of the last day, newest first" heads=heads dense=true>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="My readings" id="readings">{content}{next}</Card> }.into_any()
}

fn reading_row(reading: Reading) -> AnyView {
    let written = |parameter: Parameter| reading.values.get(parameter).map(|value| parameter.write(value));
    let pressure = written(Parameter::Systolic)
        .zip(written(Parameter::Diastolic))
        .map(|(high, low)| format!("{high}/{low}"));
    let cells = [
        written(Parameter::HeartRate),
        written(Parameter::Spo2),
        written(Parameter::Respiration),
        pressure,
        written(Parameter::Temperature),
    ]
    .into_iter()
    .map(|value| match value {
        Some(value) => view! { <td class="num">{value}</td> }.into_any(),
        None => view! { <td class="num"><span class="table__missing" aria-hidden="true">"–"</span><span class="visually-hidden">"not measured"</span></td> }.into_any(),
    })
    .collect_view();
    view! {
        <tr>
            <th scope="row"><Time at=Signal::stored(Some(reading.taken_at)) style=TimeStyle::Seconds/></th>
            {cells}
        </tr>
    }
    .into_any()
}

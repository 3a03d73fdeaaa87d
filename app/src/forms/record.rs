//! The record as the portal shows it: the drawn day, the score, what was noticed, every reading. The patient's page and the preview for staff are drawn by the
//! same function, so that the preview is what the patient sees.

use domain::alerts::{Alarm, AlarmState, Priority};
use domain::patients::{Chart, ReadingPage, Section, TextSize};
use domain::telemetry::{Parameter, Reading};
use hospital::patients::identity::Identity;
use hospital::patients::portal::Record;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Card, Empty, Head, PageHead, Table, Time, TimeStyle, measured};

use super::my_background;
use super::patients::banner;
use crate::charts::day_svg;
use crate::portals::patient::home::MyNow;
use crate::portals::patient::parts::{NotShown, OnBehalf};
use crate::portals::patient::words;
use crate::routes;
use crate::widgets::day_chart::DrawnDay;

/// The reader's own page.
pub fn mine(record: Record) -> AnyView {
    let view = record.chart.view.clone().unwrap_or_default();
    let person = record.chart.person.clone();
    view! {
        <div class="parts">
            <OnBehalf view=view person=person/>
            <PageHead title=word(key::MY_RECORD)/>
            {parts(record)}
        </div>
    }
    .into_any()
}

/// The preview for staff: the home and the record, marked as what they are, under the banner that staff see.
pub fn preview(record: Record, whose: Option<Identity>) -> AnyView {
    let view = record.chart.view.clone().unwrap_or_default();
    let shows_nothing = view.shown.is_empty();
    let (chart, patient) = (record.chart.clone(), record.chart.person.id);
    let class = match view.text_size {
        TextSize::Usual => "parts",
        TextSize::Large => "parts large-text",
        TextSize::Largest => "parts large-text largest-text",
    };
    view! {
        {whose.map(|whose| banner::within(&whose))}
        <PageHead title=word(key::PORTAL_PREVIEW)/>
        <aside class="behalf" aria-label=word(key::PREVIEW)>
            <p><b>{word(key::PREVIEW)}". "</b>{word(key::PREVIEW_IS)}</p>
            {shows_nothing.then(|| view! { <p>{word(key::PREVIEW_NOTHING)}</p> }.into_any())}
            <a href=routes::patient(patient)>{word(key::BACK_TO_CHART)}</a>
        </aside>
        <section class="preview portal-patient" aria-label=word(key::WHAT_PATIENT_SEES)>
            <div class=class>
                <MyNow chart=chart/>
                {parts(record)}
            </div>
        </section>
    }
    .into_any()
}

/// Every part, or that it is not shown.
fn parts(record: Record) -> AnyView {
    let shows = Section::ALL.map(|section| record.shows(section));
    let [_, _, score_shown, alarms_shown, ..] = shows;
    let Record {
        chart,
        trend,
        readings,
        background,
        reached,
    } = record;
    let is_own = chart.view.as_ref().is_none_or(|view| view.acting.is_none());
    let day = match trend {
        Some(trend) => {
            view! { <Card title=word(key::MY_LAST_DAY) id="my-day"><DrawnDay markup=day_svg(&trend)/></Card> }
                .into_any()
        }
        None => view! { <NotShown what=word(key::MY_LAST_DAY)/> }.into_any(),
    };
    let score = match score_shown {
        true => score(&chart),
        false => view! { <NotShown what=word(key::MY_SCORE)/> }.into_any(),
    };
    let alarms = match alarms_shown {
        true => noticed(chart.alarms),
        false => view! { <NotShown what=word(key::NOTICED_LAST_DAY)/> }.into_any(),
    };
    let readings = match readings {
        Some(page) => table(page),
        None => view! { <NotShown what=word(key::MY_READINGS)/> }.into_any(),
    };
    let background = my_background::background(background, is_own);
    let reached = my_background::reached(reached);
    view! { {day} {score} {alarms} {background} {reached} {readings} }.into_any()
}

/// NEWS2 of the Royal College of Physicians, 2017, in plain words.
fn score(chart: &Chart) -> AnyView {
    let sentence = match chart.now.as_ref().and_then(|now| now.last_score) {
        Some(last) => {
            let words = match (last.score, last.three_in_one) {
                (0..=4, false) => word(key::SCORE_LOW),
                (0..=4, true) => word(key::SCORE_THREE),
                (5..=6, _) => word(key::SCORE_RAISED),
                _ => word(key::SCORE_HIGH),
            };
            let parts = [
                view! { <b class="num">{last.score.to_string()}</b> }.into_any(),
                view! { <Time at=Signal::stored(Some(last.at)) style=TimeStyle::DateClock/> }.into_any(),
            ];
            view! {
                <p>{weave(say::score_at(Arg::hole(0), Arg::hole(1)), parts)}" "{words}</p>
                <p class="quiet">{word(key::SCORE_IS)}</p>
            }
            .into_any()
        }
        None => view! { <p class="quiet">{word(key::NO_SCORE)}</p> }.into_any(),
    };
    view! {
        <Card title=word(key::MY_SCORE) id="my-score"><div class="card__body stack">{sentence}</div></Card>
    }
    .into_any()
}

fn noticed(alarms: Vec<Alarm>) -> AnyView {
    let content = match alarms.is_empty() {
        true => view! { <Empty title=word(key::NOTHING_UNUSUAL) text=word(key::NOTICED_LISTED)/> }.into_any(),
        false => {
            let heads = vec![
                Head::words(word(key::WHEN)),
                Head::words(word(key::WHAT)),
                Head::words(word(key::SINCE_THEN)),
            ];
            let rows = alarms.iter().map(|alarm| alarm_row(alarm)).collect_view();
            view! { <Table caption=word(key::NOTICED_LAST_DAY) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::NOTICED_LAST_DAY) id="my-noticed">{content}</Card> }.into_any()
}

fn alarm_row(alarm: &Alarm) -> AnyView {
    let after = match &alarm.state {
        AlarmState::Closed { .. } => word(key::IT_IS_OVER),
        AlarmState::Gone { .. } if alarm.priority == Priority::High => word(key::OVER_WILL_LOOK),
        // Of another one that is listed still nobody knows that it is over: it is no longer compared.
        AlarmState::Gone { .. } | AlarmState::Raised | AlarmState::Acknowledged { .. } => words::done(alarm),
    };
    let answered = alarm
        .answer()
        .map(|answer| format!(" {}", tell(say::has_seen_it(answer.by.as_str()))));
    view! {
        <tr>
            <th scope="row"><Time at=Signal::stored(Some(alarm.last_raised_at)) style=TimeStyle::DateClock/></th>
            <td data-head=word(key::WHAT)>{words::remembered(alarm)}</td>
            <td data-head=word(key::SINCE_THEN)>{after}{answered}</td>
        </tr>
    }
    .into_any()
}

fn table(page: ReadingPage) -> AnyView {
    let next = page.next.map(|next| {
        view! { <p class="card__foot"><a href=routes::my_readings_before(next)>{word(key::OLDER_READINGS)}</a></p> }
            .into_any()
    });
    let content = match page.rows.is_empty() {
        true => view! { <Empty icon="table" title=word(key::NO_READINGS) text=word(key::READINGS_LISTED)/> }.into_any(),
        false => {
            let heads = vec![
                Head::words(word(key::WHEN)),
                Head::number(word(key::HEAD_HEARTBEAT)),
                Head::number(word(key::HEAD_OXYGEN)),
                Head::number(word(key::HEAD_BREATHING)),
                Head::number(word(key::HEAD_PRESSURE)),
                Head::number(tell(say::head_temperature(measured::unit(Parameter::Temperature)))),
            ];
            let rows = page.rows.into_iter().map(reading_row).collect_view();
            view! { <Table caption=word(key::READINGS_CAPTION) heads=heads dense=true>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::MY_READINGS) id="readings">{content}{next}</Card> }.into_any()
}

fn reading_row(reading: Reading) -> AnyView {
    let written = |parameter: Parameter| {
        reading
            .values
            .get(parameter)
            .map(|value| measured::written(parameter, value))
    };
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
        None => view! { <td class="num"><span class="table__missing" aria-hidden="true">"–"</span><span class="visually-hidden">{word(key::NOT_MEASURED)}</span></td> }.into_any(),
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

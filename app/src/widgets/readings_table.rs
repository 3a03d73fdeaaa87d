//! The readings of one patient as a table, newest first: the drawn chart in numbers. Pages are links.

use domain::ids::PatientId;
use domain::patients::ReadingPage;
use domain::telemetry::{Parameter, Reading, Span};
use leptos::prelude::*;
use ui::lang::{key, ltr, say, tell, word};
use ui::{Empty, Head, Pager, Table, Time, TimeStyle, measured};

use super::{alarm_words, oxygen};
use crate::routes;

/// Parameters with a column of their own, in the order of the chart.
const COLUMNS: [Parameter; 4] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Temperature,
];

/// The table and its pager.
#[component]
pub fn ReadingsTable(
    /// The rows.
    page: ReadingPage,
    /// Whose.
    patient: PatientId,
    /// Whether it is the newest page.
    newest: bool,
    /// How far the chart above reaches: a page of readings leaves it so.
    #[prop(optional)]
    span: Span,
) -> impl IntoView {
    let count = page.rows.len();
    let next = page
        .next
        .map(|next| routes::readings_before(patient, span, next))
        .unwrap_or_default();
    let back = match newest {
        true => String::new(),
        false => routes::readings_under(patient, span),
    };
    let table = if count == 0 {
        view! { <Empty icon="table" title=word(key::NO_READINGS_HERE) text=word(key::READINGS_OF_DAY)/> }.into_any()
    } else {
        view! { <Rows rows=page.rows/> }.into_any()
    };
    view! {
        {table}
        <Pager
            label=word(key::PAGES_OF_READINGS)
            shown=tell(say::readings_count(count))
            previous=back
            previous_word=word(key::READINGS_NEWEST)
            next=next
            next_word=word(key::READINGS_OLDER)
        />
    }
}

#[component]
fn Rows(rows: Vec<Reading>) -> impl IntoView {
    let mut heads = vec![Head::words(word(key::TIME))];
    let head = |label: &str, parameter| Head::number(format!("{label} {}", ltr(measured::unit(parameter))));
    heads.extend(COLUMNS.map(|parameter| head(&alarm_words::label(parameter), parameter)));
    heads.push(head(word(key::PRESSURE_SHORT), Parameter::Systolic));
    heads.push(Head::words(word(key::OXYGEN)));
    heads.push(Head::words(word(key::CONSCIOUSNESS)));
    let rows = rows
        .into_iter()
        .map(|reading| view! { <Row reading=reading/> }.into_any())
        .collect_view();
    view! { <Table caption=word(key::READINGS_NEWEST_FIRST) heads=heads dense=true>{rows}</Table> }
}

#[component]
fn Row(reading: Reading) -> impl IntoView {
    let values = COLUMNS
        .into_iter()
        .map(|parameter| {
            cell(
                reading
                    .values
                    .get(parameter)
                    .map(|value| measured::written(parameter, value)),
            )
        })
        .collect_view();
    let (systolic, diastolic) = (
        reading.values.get(Parameter::Systolic),
        reading.values.get(Parameter::Diastolic),
    );
    let pressure = systolic.zip(diastolic).map(|(high, low)| {
        format!(
            "{}/{}",
            Parameter::Systolic.write(high),
            Parameter::Diastolic.write(low)
        )
    });
    let given = reading.oxygen.map(oxygen::short);
    let level = reading
        .consciousness
        .map(|level| oxygen::assessed(level, reading.values.get(Parameter::Gcs)));
    view! {
        <tr>
            <th scope="row"><Time at=Signal::stored(Some(reading.taken_at)) style=TimeStyle::Seconds/></th>
            {values}
            {cell(pressure)}
            <td>{words(given)}</td>
            <td>{words(level)}</td>
        </tr>
    }
}

fn cell(value: Option<String>) -> AnyView {
    view! { <td class="num">{words(value)}</td> }.into_any()
}

/// A value that a reading does not hold is not 0 and not blank.
fn words(value: Option<String>) -> AnyView {
    match value {
        Some(value) => value.into_any(),
        None => view! { <span class="table__missing" aria-hidden="true">"–"</span><span class="visually-hidden">{word(key::NOT_MEASURED)}</span> }.into_any(),
    }
}

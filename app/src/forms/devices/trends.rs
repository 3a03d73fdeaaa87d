//! How machines did from day to day: how much of it they were in service, how long their readings were on their way, how far their clocks were ahead. Of one machine each figure is a small
//! chart that opens the table behind it; of several together it is a strip, with one table.

use domain::devices::figures::TrendDay;
use hospital::devices::machines::DayOfAll;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Card, DayBars, Empty, Head, OpeningRow, Table};

use super::quality::strip;
use super::{date, figure, hours};

/// What is followed of one machine.
struct Followed {
    /// Of its table.
    id: &'static str,
    name: &'static str,
    of: fn(&TrendDay) -> Option<f64>,
    written: fn(f64) -> String,
    /// Whether the least of it is the worst.
    is_least_worst: bool,
}

/// The card of one machine.
pub(super) fn card(trend: &[TrendDay]) -> AnyView {
    let followed = [
        Followed {
            id: "in-service-by-day",
            name: word(key::MACHINE_IN_SERVICE),
            of: |day| day.ready,
            written: percent,
            is_least_worst: true,
        },
        Followed {
            id: "delay-by-day",
            name: word(key::QUALITY_SLOWEST),
            of: |day| measured(day).map(|did| f64::from(did.delay_p95_ms) / 1_000.0),
            written: seconds,
            is_least_worst: false,
        },
        Followed {
            id: "clock-by-day",
            name: word(key::QUALITY_AHEAD),
            of: |day| measured(day).map(|did| f64::from(did.ahead_ms) / 1_000.0),
            written: seconds,
            is_least_worst: false,
        },
    ];
    let rows = followed.iter().map(|followed| row(followed, trend)).collect_view();
    let heads = [word(key::WHAT), word(key::HD_OVER_TIME), word(key::MACHINE_WORST_DAY)]
        .map(Head::words)
        .to_vec();
    let title = word(key::MACHINE_DAY_BY_DAY);
    view! {
        <Card title=title note=word(key::MACHINE_CLOCK_BEHIND).to_owned() id="trend">
            <Table caption=title heads=heads>{rows}</Table>
        </Card>
    }
    .into_any()
}

/// What was counted of a day on which readings came: without any nought would read as if all were well.
fn measured(day: &TrendDay) -> Option<domain::devices::figures::DayOf> {
    day.did.filter(|did| did.readings > 0)
}

fn percent(value: f64) -> String {
    tell(say::machine_percent(figure(value, 1)))
}

fn seconds(value: f64) -> String {
    tell(say::quality_seconds(figure(value, 1)))
}

fn row(followed: &Followed, trend: &[TrendDay]) -> AnyView {
    let (of, written, name) = (followed.of, followed.written, followed.name);
    let known: Vec<_> = trend.iter().filter_map(|day| Some((day.day, of(day)?))).collect();
    let by = |one: &f64, other: &f64| match followed.is_least_worst {
        true => other.total_cmp(one),
        false => one.total_cmp(other),
    };
    let worst = known.iter().copied().max_by(|(_, one), (_, other)| by(one, other));
    let is_same = known
        .iter()
        .all(|(_, value)| worst.is_some_and(|(_, worst)| written(worst) == written(*value)));
    let (chart, finding) = match worst {
        None => (None, word(key::MACHINE_NO_FIGURES).to_owned()),
        Some((day, value)) => {
            let (finding, says) = match is_same {
                true => (written(value), tell(say::machine_same_each_day(name, written(value)))),
                false => (
                    format!("{} · {}", written(value), date(day)),
                    tell(say::machine_worst_was(name, written(value), date(day))),
                ),
            };
            let values: Vec<f32> = trend.iter().map(|day| of(day).unwrap_or_default() as f32).collect();
            (Some(view! { <DayBars values=values says=says/> }.into_any()), finding)
        }
    };
    let cells = view! {
        <td data-head=word(key::HD_OVER_TIME)>{chart}</td>
        <td data-head=word(key::MACHINE_WORST_DAY)>{finding}</td>
    }
    .into_any();
    let days = trend
        .iter()
        .rev()
        .map(|day| {
            let value = of(day).map_or("–".to_owned(), written);
            view! {
                <tr>
                    <th scope="row">{date(day.day)}</th>
                    <td class="num" data-head=name>{value}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![Head::words(word(key::MACHINE_DAY)), Head::number(name)];
    view! {
        <OpeningRow id=followed.id head=name cells=cells columns=3>
            <Table caption=name heads=heads dense=true>{days}</Table>
        </OpeningRow>
    }
    .into_any()
}

/// Delay, clocks and time out of service of several machines, day by day, with the table behind.
pub(super) fn of_all(days: &[DayOfAll]) -> AnyView {
    let cells =
        |of: fn(&DayOfAll) -> f64| -> Vec<(String, f64)> { days.iter().map(|day| (date(day.day), of(day))).collect() };
    let (delay, ahead) = (
        |day: &DayOfAll| f64::from(day.delay_p95_ms) / 1_000.0,
        |day: &DayOfAll| f64::from(day.ahead_ms) / 1_000.0,
    );
    let is_nothing = |day: &DayOfAll| day.delay_p95_ms == 0 && day.ahead_ms == 0 && day.hours_out <= 0.0;
    if days.iter().all(is_nothing) {
        return view! { <Empty title=word(key::MACHINE_NO_FIGURES) text=word(key::QUALITY_NO_DAYS)/> }.into_any();
    }
    let worst =
        |written: fn(f64) -> String| move |when: String, value: f64| tell(say::quality_worst_of(when, written(value)));
    let none = word(key::QUALITY_NOTHING_OF_IT);
    let strips = view! {
        {strip(word(key::QUALITY_SLOWEST), cells(delay), worst(seconds), none)}
        {strip(word(key::QUALITY_AHEAD), cells(ahead), worst(seconds), none)}
        {strip(word(key::QUALITY_OUT), cells(|day| day.hours_out), worst(hours), none)}
    };
    let rows = days
        .iter()
        .rev()
        .map(|day| {
            view! {
                <tr>
                    <th scope="row">{date(day.day)}</th>
                    <td class="num" data-head=word(key::QUALITY_SLOWEST)>{seconds(delay(day))}</td>
                    <td class="num" data-head=word(key::QUALITY_AHEAD)>{seconds(ahead(day))}</td>
                    <td class="num" data-head=word(key::QUALITY_OUT)>{hours(day.hours_out)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::MACHINE_DAY)),
        Head::number(word(key::QUALITY_SLOWEST)),
        Head::number(word(key::QUALITY_AHEAD)),
        Head::number(word(key::QUALITY_OUT)),
    ];
    view! {
        <div class="card__body stack">{strips}</div>
        <Table caption=word(key::QUALITY_BY_DAY) heads=heads dense=true>{rows}</Table>
    }
    .into_any()
}

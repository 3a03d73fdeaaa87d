//! How whole the data of each machine are, the worst first; for a technician their own.

use domain::numbers::fixed;
use domain::telemetry::tally::Reason;
use hospital::devices::machines::{DayOfAll, PERIODS, Quality, QualityRow, Refusal};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, Empty, Head, HeatStrip, PageHead, Tab, Table, Tabs, Time, TimeStyle};

use super::{date, figure, no_devices, trends};
use crate::routes::{self, MachinePage};

/// The page.
pub fn page(found: Quality) -> AnyView {
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(found.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let names = [
        word(key::QUALITY_7_DAYS),
        word(key::QUALITY_30_DAYS),
        word(key::QUALITY_90_DAYS),
    ];
    let periods = PERIODS.into_iter().zip(names);
    let tabs: Vec<Tab> = periods
        .map(|(days, name)| Tab::new(routes::data_quality(days), name))
        .collect();
    let open = routes::data_quality(found.days);
    let title = if found.is_whole {
        word(key::MACHINES)
    } else {
        word(key::YOUR_DEVICES)
    };
    let trends = trends::of_all(&found.by_day);
    let when = when(&found.by_day, found.by_hour);
    let refused = refusals(found.refusals);
    let rows = rows(found.rows);
    view! {
        <PageHead title=word(key::DATA_QUALITY) context=word(key::QUALITY_WORST_FIRST)>
            <span class="second">{as_of}</span>
        </PageHead>
        <Tabs label=word(key::QUALITY_PERIOD) tabs=tabs open=open/>
        <div class="stack">
            <Card title=title id="quality">{rows}</Card>
            <Card title=word(key::QUALITY_WHEN) id="when">{when}</Card>
            <Card title=word(key::QUALITY_TRENDS) note=word(key::MACHINE_CLOCK_BEHIND).to_owned() id="trends">{trends}</Card>
            <Card title=word(key::QUALITY_REFUSALS) id="refusals">{refused}</Card>
        </div>
    }
    .into_any()
}

fn rows(rows: Vec<QualityRow>) -> AnyView {
    if rows.is_empty() {
        return no_devices();
    }
    let rows = rows.into_iter().map(line).collect_view();
    let heads = vec![
        Head::words(word(key::MACHINE)),
        Head::number(word(key::MACHINE_MISSING_DATA)),
        Head::number(word(key::QUALITY_LONGEST)),
        Head::number(word(key::READINGS)),
        Head::number(word(key::QUALITY_SLOWEST)),
        Head::number(word(key::QUALITY_AHEAD)),
        Head::number(word(key::QUALITY_CODES)),
        Head::number(word(key::QUALITY_DUPLICATES)),
        Head::number(word(key::QUALITY_REFUSED)),
        Head::number(word(key::QUALITY_NOBODY)),
    ];
    view! { <Table caption=word(key::DATA_QUALITY) heads=heads>{rows}</Table> }.into_any()
}

fn line(row: QualityRow) -> AnyView {
    let href = routes::machine(row.id, MachinePage::Console);
    let each = routes::machine(row.id, MachinePage::Gaps);
    let (gap, whole) = row.gap;
    let measured = row.readings > 0 || whole > 0;
    // A machine that sent nothing has no figures: nought would read as if all were well.
    let shown = |text: String| if measured { text } else { "–".to_owned() };
    let missing = match whole {
        0 => "–".to_owned(),
        _ => tell(say::machine_percent(figure(gap as f64 * 100.0 / whole as f64, 1))),
    };
    let longest = shown(tell(say::quality_minutes(figure(f64::from(row.longest_gap), 0))));
    let readings = lang::number(row.readings.to_string());
    let slowest = shown(tell(say::quality_seconds(figure(
        f64::from(row.delay_p95_ms) / 1_000.0,
        1,
    ))));
    let ahead = shown(tell(say::quality_seconds(figure(f64::from(row.ahead_ms) / 1_000.0, 1))));
    let [codes, duplicates, refused, nobody] =
        [row.codes, row.duplicates, row.refused, row.nobody].map(|n| lang::number(n.to_string()));
    view! {
        <tr>
            <th scope="row"><a href=href><bdi>{row.name}</bdi></a></th>
            <td class="num" data-head=word(key::MACHINE_MISSING_DATA)>{missing}</td>
            <td class="num" data-head=word(key::QUALITY_LONGEST)><a href=each>{longest}</a></td>
            <td class="num" data-head=word(key::READINGS)>{readings}</td>
            <td class="num" data-head=word(key::QUALITY_SLOWEST)>{slowest}</td>
            <td class="num" data-head=word(key::QUALITY_AHEAD)>{ahead}</td>
            <td class="num" data-head=word(key::QUALITY_CODES)>{codes}</td>
            <td class="num" data-head=word(key::QUALITY_DUPLICATES)>{duplicates}</td>
            <td class="num" data-head=word(key::QUALITY_REFUSED)>{refused}</td>
            <td class="num" data-head=word(key::QUALITY_NOBODY)>{nobody}</td>
        </tr>
    }
    .into_any()
}

/// When data are missing: by day, and by hour of the day on the clock of the hospital.
fn when(by_day: &[DayOfAll], by_hour: [i64; 24]) -> AnyView {
    let days = by_day.iter().map(|day| (date(day.day), day.gap as f64)).collect();
    let hours = by_hour.into_iter().enumerate();
    let hours = hours
        .map(|(hour, n)| (format!("{hour:02}:00–{:02}:00", (hour + 1) % 24), n as f64))
        .collect();
    let worst = |when: String, n: f64| tell(say::quality_strip_worst(when, lang::number(fixed(n, 0))));
    let none = word(key::QUALITY_STRIP_NONE);
    let (days, hours) = (
        strip(word(key::QUALITY_BY_DAY), days, worst, none),
        strip(word(key::QUALITY_BY_HOUR), hours, worst, none),
    );
    view! { <div class="card__body stack">{days}{hours}</div> }.into_any()
}

/// One strip with its name, its ends, and the worst of it in a sentence; `none` says that there is nothing of it.
pub(super) fn strip(
    name: &'static str,
    cells: Vec<(String, f64)>,
    worst: impl Fn(String, f64) -> String,
    none: &'static str,
) -> AnyView {
    let most = cells.iter().filter(|(_, value)| *value > 0.0);
    let finding = match most.max_by(|(_, one), (_, other)| one.total_cmp(other)) {
        Some((when, value)) => worst(when.clone(), *value),
        None => none.to_owned(),
    };
    let first = cells.first().map(|(when, _)| when.clone()).unwrap_or_default();
    let last = cells.last().map(|(when, _)| when.clone()).unwrap_or_default();
    let values: Vec<f32> = cells.into_iter().map(|(_, value)| value as f32).collect();
    let says = format!("{name}. {finding}");
    view! {
        <div>
            <h3>{name}</h3>
            <HeatStrip values=values says=says first=first last=last/>
            <p class="second">{finding}</p>
        </div>
    }
    .into_any()
}

fn refusals(refusals: Vec<Refusal>) -> AnyView {
    if refusals.is_empty() {
        return view! { <Empty title=word(key::QUALITY_REFUSALS_NONE) text=word(key::QUALITY_REFUSALS_NONE_TEXT)/> }
            .into_any();
    }
    let rows = refusals
        .into_iter()
        .map(|refusal| {
            // Names of fields are the machine's language and no words.
            let field = match refusal.field.is_empty() {
                true => word(key::QUALITY_WHOLE_READING).into_any(),
                false => view! { <bdi class="code">{refusal.field}</bdi> }.into_any(),
            };
            let reason = refusal.reason.map(reason_words).unwrap_or_default();
            let n = lang::number(refusal.n.to_string());
            view! {
                <tr>
                    <th scope="row"><bdi>{refusal.machine}</bdi></th>
                    <td data-head=word(key::QUALITY_FIELD)>{field}</td>
                    <td data-head=word(key::QUALITY_REASON)>{reason}</td>
                    <td class="num" data-head=word(key::QUALITY_COUNT)>{n}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::MACHINE)),
        Head::words(word(key::QUALITY_FIELD)),
        Head::words(word(key::QUALITY_REASON)),
        Head::number(word(key::QUALITY_COUNT)),
    ];
    view! { <Table caption=word(key::QUALITY_REFUSALS) heads=heads>{rows}</Table> }.into_any()
}

fn reason_words(reason: Reason) -> &'static str {
    word(match reason {
        Reason::Missing => key::QUALITY_REASON_MISSING,
        Reason::Form => key::QUALITY_REASON_FORM,
        Reason::Range => key::QUALITY_REASON_RANGE,
        Reason::Time => key::QUALITY_REASON_TIME,
    })
}

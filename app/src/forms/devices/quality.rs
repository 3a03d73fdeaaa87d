//! How whole the data of each machine are, the worst first; for a technician their own.

use hospital::devices::machines::{PERIODS, Quality, QualityRow};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, Head, PageHead, Tab, Table, Tabs, Time, TimeStyle};

use super::{figure, no_devices};
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
    let rows = rows(found.rows);
    view! {
        <PageHead title=word(key::DATA_QUALITY) context=word(key::QUALITY_WORST_FIRST)>
            <span class="second">{as_of}</span>
        </PageHead>
        <Tabs label=word(key::QUALITY_PERIOD) tabs=tabs open=open/>
        <div class="stack">
            <Card title=title id="quality">{rows}</Card>
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
    ];
    view! { <Table caption=word(key::DATA_QUALITY) heads=heads>{rows}</Table> }.into_any()
}

fn line(row: QualityRow) -> AnyView {
    let href = routes::machine(row.id, MachinePage::Console);
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
    let codes = lang::number(row.codes.to_string());
    view! {
        <tr>
            <th scope="row"><a href=href><bdi>{row.name}</bdi></a></th>
            <td class="num" data-head=word(key::MACHINE_MISSING_DATA)>{missing}</td>
            <td class="num" data-head=word(key::QUALITY_LONGEST)>{longest}</td>
            <td class="num" data-head=word(key::READINGS)>{readings}</td>
            <td class="num" data-head=word(key::QUALITY_SLOWEST)>{slowest}</td>
            <td class="num" data-head=word(key::QUALITY_AHEAD)>{ahead}</td>
            <td class="num" data-head=word(key::QUALITY_CODES)>{codes}</td>
        </tr>
    }
    .into_any()
}

//! What did not come from a machine in time, stretch by stretch of the last seven days: from when until when on the clock of the hospital, why as far as it is known, and whether it came later.

use domain::time::{Moment, Zone};
use hospital::devices::machines::{Connection, GAPS_SHOWN, Gap, Gaps};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, Chip, Empty, Head, Note, PageHead, Table, Time, TimeStyle};

use super::{console, figure, tabs, when};
use crate::routes::MachinePage;

/// The page.
pub fn page(found: Gaps) -> AnyView {
    let tabs = tabs(found.device, MachinePage::Gaps, found.ways);
    let list = list(&found);
    let more = found.more.then(|| {
        let words = tell(say::gap_more(figure(GAPS_SHOWN as f64, 0)));
        view! { <Note icon="info">{words}</Note> }.into_any()
    });
    view! {
        <PageHead title=word(key::MACHINE_GAPS) context=found.name/>
        {tabs}
        <div class="stack">
            <Card title=word(key::GAP_SEVEN_DAYS) note=word(key::MACHINE_CLOCK_BEHIND).to_owned() id="gaps">{list}</Card>
            {more}
        </div>
    }
    .into_any()
}

fn list(found: &Gaps) -> AnyView {
    if found.gaps.is_empty() {
        return view! { <Empty title=word(key::GAP_NONE) text=word(key::GAP_NONE_TEXT)/> }.into_any();
    }
    let rows = found.gaps.iter().map(|gap| row(gap, &found.zone)).collect_view();
    let heads = vec![
        Head::words(word(key::GAP_WHEN)),
        Head::number(word(key::GAP_MINUTES)),
        Head::words(word(key::WHY)),
        Head::words(word(key::GAP_CAME)),
    ];
    view! { <Table caption=word(key::GAP_SEVEN_DAYS) heads=heads>{rows}</Table> }.into_any()
}

fn row(gap: &Gap, zone: &Zone) -> AnyView {
    let from_to = match gap.until {
        Some(until) => weave(
            say::gap_from_to(Arg::hole(0), Arg::hole(1)),
            [when(gap.since), after(gap.since, until, zone)],
        ),
        None => weave(say::gap_lasts(Arg::hole(0)), [when(gap.since)]),
    };
    let minutes = lang::number(gap.minutes.to_string());
    let why = match gap.why {
        None => word(key::GAP_WHY_UNKNOWN).into_any(),
        Some(Connection::Silent) => view! { <Chip look="line">{word(key::MACHINE_SILENT)}</Chip> }.into_any(),
        Some(why) => console::connection_chip(why),
    };
    let came = match gap.came_at {
        None => word(key::GAP_CAME_NEVER).into_any(),
        Some(at) if gap.missing == 0 => weave(say::gap_came_whole(Arg::hole(0)), [when(at)]),
        Some(at) => weave(
            say::gap_came_part(Arg::hole(0), figure(gap.missing as f64, 0)),
            [when(at)],
        ),
    };
    view! {
        <tr>
            <th scope="row">{from_to}</th>
            <td class="num" data-head=word(key::GAP_MINUTES)>{minutes}</td>
            <td data-head=word(key::WHY)>{why}</td>
            <td data-head=word(key::GAP_CAME)>{came}</td>
        </tr>
    }
    .into_any()
}

/// The end of a stretch: with its day only where that is another.
fn after(since: Moment, until: Moment, zone: &Zone) -> AnyView {
    match zone.day(since) == zone.day(until) {
        true => view! { <Time at=Signal::stored(Some(until)) style=TimeStyle::Clock/> }.into_any(),
        false => when(until),
    }
}

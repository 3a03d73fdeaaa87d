//! Five weeks of upkeep, a row a week: what is due on which day, with the way to its machine. On a phone only days on which something is due are shown.

use domain::dialysis::places::Day;
use hospital::devices::machines::{Calendar, DueOn, WEEKS};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Card, Head, Note, Table};

use crate::forms::diary::{day_short, weekday};
use crate::routes::{self, MachinePage};

/// Days of a week.
const DAYS: i64 = 7;

/// The card.
pub(super) fn card(calendar: &Calendar) -> AnyView {
    let monday = calendar.first();
    let heads = [Head::words(word(key::MACHINES_CALENDAR_WEEK))]
        .into_iter()
        .chain((0..DAYS).map(|days| Head::words(weekday(monday.plus(days)))))
        .collect();
    let rows = (0..WEEKS)
        .map(|weeks| week(calendar, monday.plus(weeks * DAYS)))
        .collect_view();
    let cut = calendar
        .is_cut
        .then(|| view! { <Note>{word(key::MACHINES_CALENDAR_CUT)}</Note> }.into_any());
    view! {
        <Card title=word(key::MACHINES_CALENDAR) id="calendar">
            {cut}
            <Table caption=word(key::MACHINES_CALENDAR) heads=heads dense=true>{rows}</Table>
        </Card>
    }
    .into_any()
}

fn week(calendar: &Calendar, monday: Day) -> AnyView {
    let days = (0..DAYS).map(|days| cell(calendar, monday.plus(days))).collect_view();
    view! { <tr><th scope="row">{tell(say::week_from(day_short(monday)))}</th>{days}</tr> }.into_any()
}

fn cell(calendar: &Calendar, day: Day) -> AnyView {
    let works = calendar.on(day).map(due).collect::<Vec<AnyView>>();
    let (today, free) = ((day == calendar.today).then_some("date"), works.is_empty());
    let (_, _, number) = day.date();
    view! {
        <td data-head=tell(say::weekday_and_day(weekday(day), day_short(day))) aria-current=today class:table__free=free>
            <span class="num quiet table__day">{number}</span>{works}
        </td>
    }
    .into_any()
}

fn due(work: &DueOn) -> AnyView {
    let href = routes::machine(work.device, MachinePage::Maintenance);
    view! { <div><a href=href><bdi>{work.name.clone()}</bdi></a>" "<bdi>{work.work.clone()}</bdi></div> }.into_any()
}

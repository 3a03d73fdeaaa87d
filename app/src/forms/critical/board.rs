//! Every critical value that waits in the house, the longest first, and thirty days in figures. Whom it is about is drawn only for who may read that patient. Who was told of one by name answers it
//! here: the forms stand beside what moves.

use domain::time::Moment;
use hospital::critical::{Board, Line, Tally};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::zone_words;
use ui::{Card, Chip, PageHead, StatTile, StatTiles, Time, TimeStyle, age};
use words::number::Number;

use super::answer::answer;
use super::{EVERY, measured, named, side, since, state, told, waiting};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::Said;
use crate::routes;

/// The page.
pub fn page(found: Board, script: String) -> AnyView {
    let zone = zone_words(&found.zone, found.read_at);
    let again = Again {
        id: "critical-now",
        door: routes::CRITICAL_NOW.to_owned(),
        every: EVERY,
        here: routes::CRITICAL.to_owned(),
        script,
    };
    let now = again.around(moves(&found));
    let answers = found
        .open
        .iter()
        .filter_map(|line| Some(answer(line, line.asks.as_ref()?)))
        .collect_view();
    let tally = tally(&found.tally);
    view! {
        <PageHead title=word(key::CRITICAL_VALUES) context=word(key::CRITICAL_CONTEXT)>
            <a class="link link--alone" href=routes::ON_CALL>{word(key::ON_CALL)}</a>
            <span class="second">{zone}</span>
        </PageHead>
        <Said/>
        {now}
        <div class="stack">
            {answers}
            <Card title=word(key::CRITICAL_TALLY) id="tally"><div class="card__body">{tally}</div></Card>
        </div>
    }
    .into_any()
}

/// What waits now.
pub fn moves(found: &Board) -> Drawn {
    let now = found.read_at;
    let mut lines: Vec<&Line> = found.open.iter().collect();
    lines.sort_by_key(|line| line.reported_at);
    let rows = lines.into_iter().map(|line| row(line, now)).collect_view();
    let heads = [
        word(key::CRITICAL_WAITS),
        word(key::ROLE_PATIENT),
        word(key::CRITICAL_TEST),
        word(key::CRITICAL_PLACE),
        word(key::STATE),
        word(key::CRITICAL_TOLD),
    ];
    waiting(now, found.open.len(), heads, rows.into_any())
}

/// The ward, and the bed or chair; none of who is at none.
pub(super) fn place_of(line: &Line) -> Option<String> {
    let spot = line.bed.as_deref().map(|spot| match spot.parse::<i64>() {
        Ok(bed) => tell(say::bed_number(bed)),
        Err(_) => tell(say::hd_chair_of_name(spot)),
    });
    let places: Vec<String> = line.ward.clone().into_iter().chain(spot).collect();
    (!places.is_empty()).then(|| places.join(" · "))
}

fn row(line: &Line, now: Moment) -> AnyView {
    let (waits, reported_at, stands) = (since(line.reported_at, now), line.reported_at, state(line.state));
    let told = told(&line.steps);
    let place = match place_of(line) {
        None => view! { <span class="table__missing">{word(key::CRITICAL_NO_PLACE)}</span> }.into_any(),
        Some(place) => view! { <bdi>{place}</bdi> }.into_any(),
    };
    let place = match &line.asks {
        None => place,
        Some(_) => view! { <a class="link" href=routes::critical_at(line.id) rel="external">{place}</a> }.into_any(),
    };
    let hidden = || view! { <span class="table__missing">{word(key::CRITICAL_NOT_YOURS)}</span> }.into_any();
    let (who, what) = match &line.of {
        Some(of) => {
            let (href, name) = (routes::critical_of(of.patient), of.patient_name.clone());
            let (test, value) = (named(&of.name, of.listed), measured(&of.value, &of.unit));
            let mark = of.side.map(|of| view! { " "{side(of)} }.into_any());
            (
                view! { <a class="link" href=href><bdi>{name}</bdi></a> }.into_any(),
                view! { {test}" "<b><bdi>{value}</bdi></b>{mark} }.into_any(),
            )
        }
        None => (hidden(), hidden()),
    };
    view! {
        <tr>
            <td data-head=word(key::CRITICAL_WAITS)>
                <Chip look="high" icon="clock">{waits}</Chip>" "
                <span class="quiet"><Time at=Signal::stored(Some(reported_at)) style=TimeStyle::DateClock/></span>
            </td>
            <th scope="row">{who}</th>
            <td data-head=word(key::CRITICAL_TEST)>{what}</td>
            <td data-head=word(key::CRITICAL_PLACE)>{place}</td>
            <td data-head=word(key::STATE)>{stands}</td>
            <td data-head=word(key::CRITICAL_TOLD)>{told}</td>
        </tr>
    }
    .into_any()
}

fn tally(found: &Tally) -> AnyView {
    let reported = lang::number(found.reported.to_string());
    let read = tell(say::critical_tally_read(found.read));
    let median = |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), age::words);
    let (to_read, to_close) = (median(found.median_to_read), median(found.median_to_close));
    let late = match found.late {
        Some(part) => tell(say::machine_percent(Number::rounded(part * 100.0, 0))),
        None => "–".to_owned(),
    };
    view! {
        <StatTiles>
            <StatTile label=word(key::CRITICAL_VALUES) value=reported unit=word(key::CRITICAL_TALLY_REPORTED)>{read}</StatTile>
            <StatTile label=word(key::CRITICAL_TALLY_TO_READ) value=to_read unit=word(key::CRITICAL_TALLY_HALF)>{word(key::CRITICAL_TALLY_TO_READ_MEANS)}</StatTile>
            <StatTile label=word(key::CRITICAL_TALLY_TO_CLOSE) value=to_close unit=word(key::CRITICAL_TALLY_HALF)>{word(key::CRITICAL_TALLY_TO_CLOSE_MEANS)}</StatTile>
            <StatTile label=word(key::CRITICAL_TALLY_LATE) value=late unit=word(key::CRITICAL_TALLY_OF)>{word(key::CRITICAL_TALLY_LATE_MEANS)}</StatTile>
        </StatTiles>
    }
    .into_any()
}

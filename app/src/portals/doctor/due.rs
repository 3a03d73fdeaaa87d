//! By when the next full set of observations is due, as chart 4 of NEWS2 asks for after the last score: of a ward the overdue ones first, of a chart its own. The server draws it, and it says of
//! when it is: the values beside it move on.

use domain::ids::PatientId;
use domain::live::PatientNow;
use domain::news2::Due;
use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Card, Chip, TimeStyle};

use crate::program::WardNow;
use crate::routes;
use crate::widgets::alarm_strip::Names;

/// Whoever is overdue is named, and so many of those who are due soon: a phone shows the first bed below them.
const SHOWN: usize = 4;
/// Within so many seconds is soon.
const SOON: f64 = 3_600.0;

/// Of a ward, whoever is overdue or due within the hour; none where nobody is measured.
pub fn due_of_ward(live: &WardNow) -> AnyView {
    let (board, now) = (&live.board, live.board.rendered_at);
    let occupants = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
    let asked = occupants.filter_map(|occupant| {
        let patient = live.store.patient(occupant.person.id)?;
        let due = untrack(|| patient.look(|now| (!now.too_young).then(|| now.observations_due())))?;
        Some((patient.id(), due))
    });
    let asked: Vec<(PatientId, Option<Due>)> = asked.collect();
    if asked.is_empty() {
        return ().into_any();
    }
    let never = asked.iter().filter(|(_, due)| due.is_none()).count();
    let mut known: Vec<(PatientId, Due)> = asked.into_iter().filter_map(|(id, due)| Some((id, due?))).collect();
    known.sort_by_key(|(_, due)| due.by);
    let (over, soon) = (
        known.partition_point(|(_, due)| due.is_over(now)),
        known.partition_point(|(_, due)| due.by <= now.plus_seconds(SOON)),
    );
    let later = known.split_off(soon.min(SHOWN).max(over));
    let names = Names::of_board(board);
    let lines: Vec<AnyView> = known
        .into_iter()
        .map(|(id, due)| {
            let (href, name, when) = (routes::patient(id), names.title(Some(id)), told(due, now, &board.zone));
            // What people measure is not all that is asked for.
            let continuous = due.is_continuous.then(|| view! { <Chip look="line">{word(key::OBS_DUE_CONTINUOUS)}</Chip> });
            view! { <li class="since__bed"><a class="link" href=href><bdi>{name}</bdi></a>" "{when}" "{continuous}</li> }
                .into_any()
        })
        .collect();
    let list = match lines.is_empty() {
        true => view! { <span class="quiet">{word(key::OBS_DUE_NONE)}</span> }.into_any(),
        false => view! { <ul class="since__beds">{lines}</ul> }.into_any(),
    };
    let later = later.first().map(|(_, first)| {
        let words = tell(say::obs_due_later(later.len(), clock(&board.zone, first.by)));
        view! { <span class="quiet">{words}</span> }.into_any()
    });
    let never = (never > 0).then(|| view! { <span class="quiet">{tell(say::obs_due_never(never))}</span> }.into_any());
    let at = ui::time::write(&board.zone, now, TimeStyle::Seconds);
    view! {
        <section class="since" aria-labelledby="due">
            <h2 class="since__title" id="due">{tell(say::obs_due(at))}</h2>
            {list}
            {later}
            {never}
        </section>
    }
    .into_any()
}

/// Overdue stands out, by shape and word; by when is plain.
fn told(due: Due, now: Moment, zone: &Zone) -> AnyView {
    let at = clock(zone, due.by);
    match due.is_over(now) {
        true => view! { <Chip look="medium" icon="clock">{tell(say::obs_due_over(at))}</Chip> }.into_any(),
        false => view! { <span>{tell(say::obs_due_by(at))}</span> }.into_any(),
    }
}

/// Of a chart; none where nothing measures them, or where they are too young for NEWS2.
pub fn due_of_chart(known: Option<&PatientNow>, zone: &Zone, now: Moment) -> AnyView {
    let Some(known) = known.filter(|known| !known.too_young) else {
        return ().into_any();
    };
    let due = known.observations_due();
    let words = match due {
        Some(due) if due.is_over(now) => {
            let words = tell(say::obs_due_chart_over(clock(zone, due.by)));
            view! { <p><Chip look="medium" icon="clock">{words}</Chip></p> }.into_any()
        }
        Some(due) => view! { <p>{tell(say::obs_due_chart(clock(zone, due.by)))}</p> }.into_any(),
        None => view! { <p class="quiet">{word(key::OBS_DUE_CHART_NEVER)}</p> }.into_any(),
    };
    let continuous = due
        .filter(|due| due.is_continuous)
        .map(|_| view! { <p>{word(key::OBS_DUE_CHART_CONTINUOUS)}</p> }.into_any());
    let title = tell(say::obs_due(ui::time::write(zone, now, TimeStyle::Seconds)));
    view! {
        <Card title=title id="due">
            <div class="card__body">
                {words}
                {continuous}
                <p class="second">{word(key::OBS_DUE_SOURCE)}</p>
            </div>
        </Card>
    }
    .into_any()
}

fn clock(zone: &Zone, at: Moment) -> String {
    ui::time::write(zone, at, TimeStyle::DateClock)
}

//! By when the next full set of observations is due, as chart 4 of NEWS2 asks for after the last score: of a ward the overdue ones first, of a chart its own. The server draws it, and it says as of
//! when: the values beside it move on.

use std::sync::{Arc, OnceLock};

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

/// Whoever is overdue is named, and so many of those who are due soon.
const SHOWN: usize = 4;
/// Within so many seconds is soon.
const SOON: f64 = 3_600.0;

/// Whoever of a ward is measured.
struct Asked {
    /// By when each is due, the first first.
    known: Vec<(PatientId, Due)>,
    /// How many are without a full set so far.
    never: usize,
}

impl Asked {
    /// None where nobody is measured.
    fn of(live: &WardNow) -> Option<Self> {
        let occupants = live.board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
        let asked = occupants.filter_map(|occupant| {
            let patient = live.store.patient(occupant.person.id)?;
            let due = untrack(|| patient.look(|now| (!now.too_young).then(|| now.observations_due())))?;
            Some((patient.id(), due))
        });
        let asked: Vec<(PatientId, Option<Due>)> = asked.collect();
        let never = asked.iter().filter(|(_, due)| due.is_none()).count();
        let is_any = !asked.is_empty();
        let mut known: Vec<(PatientId, Due)> = asked.into_iter().filter_map(|(id, due)| Some((id, due?))).collect();
        known.sort_by_key(|(_, due)| due.by);
        is_any.then_some(Self { known, never })
    }

    fn overdue(&self, now: Moment) -> usize {
        self.known.partition_point(|(_, due)| due.is_over(now))
    }
}

/// Whoever is due on a ward, for both places of its page where that stands: looked up when the first of them is drawn, and not again for the other.
#[derive(Clone)]
pub struct DueOnWard {
    live: WardNow,
    asked: Arc<OnceLock<Option<Asked>>>,
}

impl DueOnWard {
    /// Of this ward; nobody is looked up yet.
    pub fn new(live: WardNow) -> Self {
        Self {
            live,
            asked: Arc::default(),
        }
    }

    fn asked(&self) -> Option<&Asked> {
        self.asked.get_or_init(|| Asked::of(&self.live)).as_ref()
    }

    /// How many are overdue, as of when it is drawn, and the way to who they are; none where nobody is.
    pub fn overdue(&self) -> AnyView {
        let (board, now) = (&self.live.board, self.live.board.rendered_at);
        let over = self.asked().map_or(0, |asked| asked.overdue(now));
        let link = (over > 0).then(|| {
            let words = tell(say::obs_due_over_count(
                over,
                ui::time::write(&board.zone, now, TimeStyle::Clock),
            ));
            view! { <p><a class="link link--alone" href="#due"><Chip look="medium" icon="clock">{words}</Chip></a></p> }
                .into_any()
        });
        link.into_any()
    }

    /// Whoever is overdue or due within the hour; none where nobody is measured.
    pub fn list(&self) -> AnyView {
        self.asked().map(|asked| listed(&self.live, asked)).into_any()
    }
}

fn listed(live: &WardNow, asked: &Asked) -> AnyView {
    let (board, now) = (&live.board, live.board.rendered_at);
    let over = asked.overdue(now);
    let Asked { known, never } = asked;
    let never = *never;
    let soon = known.partition_point(|(_, due)| due.by <= now.plus_seconds(SOON));
    let (known, later) = known.split_at(soon.min(SHOWN).max(over));
    let names = Names::of_board(board);
    let lines: Vec<AnyView> = known
        .iter()
        .map(|&(id, due)| {
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
    let as_of = as_of(&board.zone, now);
    view! {
        <section class="since" aria-labelledby="due">
            <h2 class="since__title" id="due" tabindex="-1">{word(key::OBS_DUE)}</h2>
            <span class="quiet">{as_of}</span>
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
    let as_of = as_of(zone, now);
    view! {
        <Card title=word(key::OBS_DUE) id="due">
            <div class="card__body">
                <p class="quiet">{as_of}</p>
                {words}
                {continuous}
                <p class="second">{word(key::OBS_DUE_SOURCE)}</p>
            </div>
        </Card>
    }
    .into_any()
}

/// Of when all of it is, apart from the title: a time behind that would be read as the time of the next set.
fn as_of(zone: &Zone, now: Moment) -> String {
    tell(say::as_of(ui::time::write(zone, now, TimeStyle::Seconds)))
}

fn clock(zone: &Zone, at: Moment) -> String {
    ui::time::write(zone, at, TimeStyle::DateClock)
}

//! Why the beds of a ward stand in their order: for each who stands before the others a line with the alarm, the score and what gave it, or since when nothing is heard. The server draws it, and
//! it says of when it is: the cards above move on.

use std::cmp::Reverse;

use domain::news2::{Evaluation, ScorePart};
use domain::telemetry::Parameter;
use domain::time::Zone;
use leptos::prelude::*;
use ui::TimeStyle;
use ui::lang::{key, listed, say, tell, word};

use crate::live::{Knowledge, LivePatient};
use crate::program::WardNow;
use crate::widgets::alarm_strip::Names;
use crate::widgets::alarm_words;
use crate::widgets::bed_board::{Order, places};

/// The list; none where beds stand by their numbers, or where nobody has a reason.
pub fn why(live: &WardNow) -> AnyView {
    let board = &live.board;
    if live.order == Order::Bed {
        return ().into_any();
    }
    let names = Names::of_board(board);
    let reasons: Vec<AnyView> = untrack(|| places(board, live.store, live.order))
        .into_iter()
        .filter_map(|place| {
            let occupant = board.beds.get(place)?.occupant.as_ref()?;
            let patient = live.store.patient(occupant.person.id)?;
            let reason = reason(live, patient)?;
            let name = names.title(Some(occupant.person.id));
            Some(view! { <li class="since__bed"><bdi>{name}</bdi>": "<span>{reason}</span></li> }.into_any())
        })
        .collect();
    if reasons.is_empty() {
        return ().into_any();
    }
    let at = ui::time::write(&board.zone, board.rendered_at, TimeStyle::Seconds);
    view! {
        <section class="since" aria-labelledby="why">
            <h2 class="since__title" id="why">{tell(say::ward_why(at))}</h2>
            <ul class="since__beds">{reasons}</ul>
        </section>
    }
    .into_any()
}

/// The first reason, in the order in which beds are put: an alarm that stands, a score above 0, or that nothing is known.
fn reason(live: &WardNow, patient: LivePatient) -> Option<String> {
    let alarm = live.store.alarms_of(patient.id()).with_untracked(|alarms| {
        let standing = alarms.iter().filter(|alarm| alarm.is_standing());
        alarm_words::in_order(standing)
            .first()
            .map(|alarm| alarm_words::sentence(alarm))
    });
    if alarm.is_some() {
        return alarm;
    }
    if patient.known().get_untracked() != Knowledge::Fresh {
        return Some(silent(&live.board.zone, patient));
    }
    patient.news2().with_untracked(|news2| match news2 {
        Evaluation::Scored(scored) if scored.score > 0 => {
            Some(tell(say::ward_why_score(scored.score, listed(&given(&scored.parts)))))
        }
        _ => None,
    })
}

/// `last data 27 Nov 10:36`.
fn silent(zone: &Zone, patient: LivePatient) -> String {
    match patient.newest().get_untracked() {
        Some(at) => tell(say::ward_why_last(ui::time::write(zone, at, TimeStyle::DateClock))),
        None => word(key::WARD_WHY_NEVER).into(),
    }
}

/// What gave points, most first: `SpO₂ 2`, `RR 1`.
fn given(parts: &[ScorePart]) -> Vec<String> {
    let mut given: Vec<&ScorePart> = parts.iter().filter(|part| part.points > 0).collect();
    given.sort_by_key(|part| Reverse(part.points));
    let label = |parameter| match parameter {
        Parameter::Consciousness => "ACVPU".to_owned(),
        other => alarm_words::label(other),
    };
    given
        .into_iter()
        .map(|part| format!("{} {}", label(part.parameter), part.points))
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::time::Moment;

    use super::*;

    #[test]
    fn what_gave_most_points_stands_first_and_what_gave_none_is_left_out() {
        let part = |parameter, points| ScorePart {
            parameter,
            points,
            taken_at: Moment(0),
        };
        let parts = [
            part(Parameter::Respiration, 1),
            part(Parameter::Spo2, 3),
            part(Parameter::HeartRate, 0),
            part(Parameter::Consciousness, 3),
        ];
        assert_eq!(given(&parts), ["SpO₂ 3", "ACVPU 3", "RR 1"]);
    }
}

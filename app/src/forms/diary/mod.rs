//! The pages of the chair diary: one file each, from plain records. What they share stands here.

pub mod board;
pub mod choose;
pub mod figures;
pub mod mine;
mod mine_wait;
pub mod missed;
pub mod plan;
mod seat;
pub mod waiting;

use domain::dialysis::places::{Chair, Day, Shift};
use domain::dialysis::session::Stage;
use domain::ids::WardId;
use hospital::dialysis::diary::{Bookable, Free, Unit};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::{Empty, Segment, SegmentedLinks};

use super::parts::{Choice, Line, Of};
use crate::routes;

/// The question for whom a place is: out of the list, or by number where they are too many for one.
pub(super) fn for_whom(patients: &Bookable, of: Option<Of>) -> AnyView {
    let answers = std::iter::once((String::new(), word(key::DIARY_CHOOSE_A_PATIENT).to_owned()))
        .chain(
            patients
                .listed()
                .iter()
                .map(|(id, name)| (id.to_string(), name.clone())),
        )
        .collect();
    let (label, hint) = match patients {
        Bookable::Listed(_) => (word(key::DIARY_PATIENT), word(key::ONLY_WHO_IS_PRESCRIBED)),
        Bookable::ByNumber => (word(key::HOSPITAL_NUMBER_LONG), word(key::DIARY_BY_NUMBER_HINT)),
    };
    match (patients, of) {
        (Bookable::Listed(_), Some(of)) => {
            view! { <Choice name="patient" label=label hint=hint answers=answers of=of/> }.into_any()
        }
        (Bookable::Listed(_), None) => {
            view! { <Choice name="patient" label=label hint=hint answers=answers/> }.into_any()
        }
        (Bookable::ByNumber, Some(of)) => {
            view! { <Line name="patient" label=label hint=hint most=40 of=of/> }.into_any()
        }
        (Bookable::ByNumber, None) => view! { <Line name="patient" label=label hint=hint most=40/> }.into_any(),
    }
}

/// `Friday 27 Nov`.
pub(super) fn day_words(day: Day) -> String {
    let (_, month, number) = day.date();
    tell(say::day_spoken(weekday(day), number, ui::time::month(month)))
}

/// `27 Nov`.
pub(in crate::forms) fn day_short(day: Day) -> String {
    let (_, month, number) = day.date();
    tell(say::day_and_month(number, ui::time::month(month)))
}

/// The day of the week; the words begin with Thursday, with which 1970 began.
pub(in crate::forms) fn weekday(day: Day) -> &'static str {
    let place = usize::try_from(day.0.rem_euclid(7)).unwrap_or(0);
    word(key::WEEKDAYS).split(' ').nth(place).unwrap_or_default()
}

/// `06:30–11:00`.
pub(super) fn shift_clock(shift: &Shift) -> String {
    format!("{}–{}", Shift::clock(shift.begins), Shift::clock(shift.ends))
}

/// `Morning, 06:30`.
pub(super) fn shift_words(shift: &Shift) -> String {
    tell(say::shift_at(shift.name.as_str(), Shift::clock(shift.begins)))
}

/// A chair to choose: its name, and what it is for.
pub(super) fn chair_answer(chair: &Chair) -> (String, String) {
    let marks = [
        (chair.isolation, key::ISOLATION_CHAIR),
        (chair.hdf, key::HDF_CHAIR),
        (chair.unfit.is_some(), key::DIARY_MACHINE_UNFIT),
        (chair.hdf && chair.no_substitution, key::DIARY_NOT_ULTRAPURE),
    ];
    let marks = marks
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, mark)| word(mark));
    let words = [chair.name.as_str()].into_iter().chain(marks).collect::<Vec<_>>();
    (chair.id.to_string(), words.join(" · "))
}

/// A free place in words: day, shift and chair.
pub(super) fn free_words(free: &Free) -> String {
    tell(say::place_words(
        day_words(free.place.day),
        tell(say::shift_at(free.shift.as_str(), Shift::clock(free.begins))),
        free.chair.as_str(),
    ))
}

/// How far a session is.
pub(super) const fn stage_word(stage: Stage) -> Key {
    match stage {
        Stage::Booked => key::DIARY_BOOKED,
        Stage::CheckedIn => key::DIARY_HERE,
        Stage::Running => key::DIARY_RUNNING,
        Stage::Closed => key::DIARY_HELD,
        Stage::Interrupted => key::DIARY_ENDED_EARLY,
        Stage::Signed => key::DIARY_SIGNED,
        Stage::DidNotAttend => key::DIARY_DID_NOT_COME,
        Stage::Cancelled => key::DIARY_CALLED_OFF,
    }
}

/// The staff's pages of the diary, and the wards to choose from where there are several.
pub(super) fn ways(here: &'static str, units: &[Unit], unit: Option<&Unit>, plans: bool) -> AnyView {
    let ward = unit.map(|unit| unit.ward);
    let of = |page: &str, ward: Option<WardId>| match ward {
        Some(ward) => routes::diary_of(page, ward),
        None => page.to_owned(),
    };
    let segment = |value: String, word: String| Segment {
        value,
        word,
        count: None,
    };
    let pages = [
        (routes::DIARY, key::CHAIR_DIARY),
        (routes::DIARY_PLAN, key::WEEKLY_PLAN),
        (routes::DIARY_WAITING, key::WAITING_FOR_A_CHAIR),
        (routes::DIARY_MISSED, key::MISSED_SESSIONS),
    ];
    let pages: Vec<Segment> = pages
        .iter()
        .filter(|(page, _)| plans || *page == routes::DIARY)
        .map(|(page, name)| segment(of(page, ward), word(*name).to_owned()))
        .collect();
    let pages = (pages.len() > 1).then(|| {
        let chosen = of(here, ward);
        view! { <SegmentedLinks label=word(key::PAGES_OF_THE_DIARY) options=Signal::stored(pages) chosen=Signal::stored(chosen)/> }
            .into_any()
    });
    let wards = (units.len() > 1).then(|| {
        let wards: Vec<Segment> = units
            .iter()
            .map(|unit| segment(routes::diary_of(here, unit.ward), unit.name.clone()))
            .collect();
        let chosen = of(here, ward);
        view! { <SegmentedLinks label=word(key::PLACE_WARD) options=Signal::stored(wards) chosen=Signal::stored(chosen)/> }
            .into_any()
    });
    view! { {pages} {wards} }.into_any()
}

/// No ward of the reader's has chairs.
pub(super) fn no_unit() -> AnyView {
    view! { <Empty icon="calendar" title=word(key::DIARY_NO_CHAIRS) text=word(key::DIARY_NO_CHAIRS_TEXT)/> }.into_any()
}

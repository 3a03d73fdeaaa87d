//! The addresses of the chair diary: ids and days only.

use domain::dialysis::places::{Day, Place};
use domain::ids::WardId;
use uuid::Uuid;

/// Who comes to which chair, and when.
pub const DIARY: &str = "/dialysis/diary";
/// Whose place is where every week.
pub const DIARY_PLAN: &str = "/dialysis/plan";
/// Who waits for a place.
pub const DIARY_WAITING: &str = "/dialysis/waiting";
/// Who did not come.
pub const DIARY_MISSED: &str = "/dialysis/missed";
/// The dialysis of the hospital in figures.
pub const DIARY_FIGURES: &str = "/hospital/dialysis";
/// The patient's own dialysis.
pub const MY_DIALYSIS: &str = "/my/dialysis";
/// Where the patient chooses a place.
pub const MY_DIALYSIS_BOOK: &str = "/my/dialysis/book";

/// One of the staff's pages for a ward.
pub fn diary_of(page: &str, ward: WardId) -> String {
    format!("{page}?ward={ward}")
}

/// A place of the weekly plan, to leave a day out or to end it.
pub fn diary_plan_line(ward: WardId, line: Uuid) -> String {
    format!("{}&line={line}#line", diary_of(DIARY_PLAN, ward))
}

/// One day of a ward.
pub fn diary_day(ward: WardId, day: Day) -> String {
    format!("{DIARY}?ward={ward}&day={}", day.text())
}

/// The week in which a day lies.
pub fn diary_week(ward: WardId, day: Day) -> String {
    format!("{}&view=week", diary_day(ward, day))
}

/// A place of a day, to book it.
pub fn diary_place(ward: WardId, place: Place) -> String {
    format!("{}&place={}#book", diary_day(ward, place.day), place.text())
}

/// A session of a day, to move it or to call it off.
pub fn diary_session(ward: WardId, day: Day, session: Uuid) -> String {
    format!("{}&session={session}#session", diary_day(ward, day))
}

/// Free places from a day on, of somebody who books or moves a session.
pub fn my_places(from: Option<Day>, moves: Option<Uuid>) -> String {
    let from = from.map(|day| format!("from={}", day.text()));
    let moves = moves.map(|session| format!("moves={session}"));
    let query: Vec<String> = [from, moves].into_iter().flatten().collect();
    match query.is_empty() {
        true => MY_DIALYSIS_BOOK.to_owned(),
        false => format!("{MY_DIALYSIS_BOOK}?{}", query.join("&")),
    }
}

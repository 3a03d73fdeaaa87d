//! The chair diary: the staff's pages (`/dialysis/…`) and the hospital's figures. The patient's own (`/my/dialysis`): [`own`].

pub mod own;

use app::forms::diary as pages;
use app::forms::{Around, Flash};
use app::routes::{self, diary_day, diary_of, diary_place, diary_plan_line, diary_session};
use axum::extract::{Form, Query};
use axum::response::Response;
use axum::routing::on;
use domain::dialysis::diary_typed::{PlanTyped, ShiftTyped, WaitTyped};
use domain::dialysis::places::{Day, Place};
use domain::ids::WardId;
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::dialysis::diary::book::{self, PlaceTyped};
use hospital::dialysis::diary::{board, confirm, figures, missed, on_list, plan, shifts, wait};
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, id, to_book, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 9] = [
    Endpoint::get(routes::DIARY, |it| on(it, diary)),
    Endpoint::post(routes::DIARY, |it| on(it, write)),
    Endpoint::get(routes::DIARY_PLAN, |it| on(it, weekly)),
    Endpoint::post(routes::DIARY_PLAN, |it| on(it, write_weekly)),
    Endpoint::get(routes::DIARY_WAITING, |it| on(it, waiting)),
    Endpoint::post(routes::DIARY_WAITING, |it| on(it, offer)),
    Endpoint::get(routes::DIARY_MISSED, |it| on(it, radar)),
    Endpoint::post(routes::DIARY_MISSED, |it| on(it, book_missed)),
    Endpoint::get(routes::DIARY_FIGURES, |it| on(it, in_figures)),
];

/// What stands in an address: the ward, the day, and what is chosen there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    ward: String,
    day: String,
    view: String,
    place: String,
    session: String,
    line: String,
}

impl Asked {
    /// None where no ward is named; one that there is not is found nowhere.
    fn ward(&self) -> Option<WardId> {
        (!self.ward.is_empty()).then(|| id(&self.ward))
    }
}

/// A fault of the place stands at this field of the form; without one it is of the form as a whole.
fn at_field<T>(outcome: hospital::Result<T>, field: &str) -> hospital::Result<T> {
    outcome.map_err(|error| match error {
        HospitalError::Invalid(faults) => {
            let moved = faults.into_iter().map(|fault| match fault.field.as_str() {
                "place" => Invalid::new(field, fault.reason),
                _ => fault,
            });
            HospitalError::Invalid(moved.collect())
        }
        error => error,
    })
}

async fn diary(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (ctx, ward) = (desk.ctx(), asked.ward());
    let place = Place::parse(&asked.place);
    let day = place.map(|place| place.day).or(Day::parse(&asked.day));
    match desk.run(async move { board::open(&ctx, ward, day).await }).await {
        Ok(board) => {
            let asked = pages::board::Asked {
                day,
                place,
                session: asked.session.parse().ok(),
                week: asked.view == "week",
            };
            desk.page("Chair diary", Around::Frame, || pages::board::page(board, asked))
        }
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `book`, `move`, `cancel`, `add-shift`, `end-shift`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Written {
    act: String,
    ward: String,
    back: String,
    patient: String,
    session: String,
    place: String,
    day: String,
    shift: String,
    station: String,
    minutes: String,
    reason: String,
    note: String,
    name: String,
    begins: String,
    ends: String,
}

impl Written {
    fn place(&self) -> PlaceTyped {
        PlaceTyped {
            place: self.place.clone(),
            day: self.day.clone(),
            shift: self.shift.clone(),
            station: self.station.clone(),
            minutes: self.minutes.clone(),
        }
    }

    /// The page to which it comes back: where it was typed when something is wrong with it, else the day.
    fn back(&self, is_wrong: bool) -> String {
        let ward: WardId = id(&self.ward);
        let place = Place::parse(&self.place);
        let day = Day::parse(&self.back).or(place.map(|place| place.day));
        match (self.act.as_str(), day) {
            ("book", _) if is_wrong && place.is_some() => {
                place.map(|place| diary_place(ward, place)).unwrap_or_default()
            }
            ("move" | "cancel" | "confirm", Some(day)) if is_wrong => diary_session(ward, day, id(&self.session)),
            ("move", _) => diary_day(ward, Day::parse(&self.day).or(day).unwrap_or_default()),
            (_, Some(day)) => diary_day(ward, day),
            (_, None) => diary_of(routes::DIARY, ward),
        }
    }

    fn kept(&self) -> [(&'static str, String); 11] {
        [
            ("patient", self.patient.clone()),
            ("minutes", self.minutes.clone()),
            ("day", self.day.clone()),
            ("shift", self.shift.clone()),
            ("station", self.station.clone()),
            ("reason", self.reason.clone()),
            ("note", self.note.clone()),
            ("name", self.name.clone()),
            ("begins", self.begins.clone()),
            ("ends", self.ends.clone()),
            ("session", self.session.clone()),
        ]
    }
}

async fn write(desk: Desk, Form(form): Form<Written>) -> Response {
    let ctx = desk.ctx();
    let (back, wrong, kept) = (form.back(false), form.back(true), form.kept());
    let done = desk
        .run(async move {
            let ward: WardId = id(&form.ward);
            let session: Uuid = id(&form.session);
            match form.act.as_str() {
                "book" => {
                    let patient = to_book(&ctx, &form.patient).await?;
                    at_field(book::book(&ctx, ward, patient, &form.place()).await, "").map(|()| "The place is booked.")
                }
                "move" => at_field(book::shift(&ctx, ward, session, &form.place()).await, "station")
                    .map(|()| "The session is moved."),
                "confirm" => {
                    at_field(confirm::for_unit(&ctx, ward, session).await, "").map(|()| "The session is confirmed.")
                }
                "cancel" => at_field(book::cancel(&ctx, ward, session, &form.reason, &form.note).await, "")
                    .map(|()| "The session is called off."),
                "add-shift" => {
                    let typed = ShiftTyped {
                        name: form.name.clone(),
                        begins: form.begins.clone(),
                        ends: form.ends.clone(),
                    };
                    shifts::add(&ctx, ward, &typed).await.map(|()| "The shift is there.")
                }
                "end-shift" => shifts::end(&ctx, ward, id(&form.shift))
                    .await
                    .map(|()| "The shift is no more."),
                _ => {
                    hospital::dialysis::diary::units(&ctx, domain::access::Action::PlanDiary).await?;
                    Err(unknown_act())
                }
            }
        })
        .await;
    match done {
        Ok(sentence) => desk.done(&back, sentence),
        Err(error) => desk.back_to(&wrong, Err(error), &kept),
    }
}

async fn weekly(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (ctx, ward) = (desk.ctx(), asked.ward());
    let line = (!asked.line.is_empty()).then(|| id(&asked.line));
    match desk.run(async move { plan::open(&ctx, ward).await }).await {
        Ok(plan) => desk.page("Weekly plan", Around::Frame, || pages::plan::page(plan, line)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `add`, `end`, `skip`, `week`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct WrittenWeekly {
    act: String,
    ward: String,
    line: String,
    day: String,
    reason: String,
    #[serde(flatten)]
    typed: PlanTyped,
}

async fn write_weekly(desk: Desk, Form(form): Form<WrittenWeekly>) -> Response {
    let ctx = desk.ctx();
    let ward: WardId = id(&form.ward);
    // Whoever leaves a day out sees the place again, with the day that is left out or with what is wrong.
    let back = match form.act.as_str() {
        "skip" => diary_plan_line(ward, id(&form.line)),
        _ => diary_of(routes::DIARY_PLAN, ward),
    };
    let PlanTyped {
        patient,
        weekday,
        shift,
        station,
        minutes,
        from,
        last,
    } = form.typed.clone();
    let kept = [
        ("patient", patient),
        ("weekday", weekday),
        ("shift", shift),
        ("station", station),
        ("minutes", minutes),
        ("from", from),
        ("last", last),
        ("line", form.line.clone()),
        ("day", form.day.clone()),
        ("reason", form.reason.clone()),
    ];
    if form.act == "week" {
        let day = Day::parse(&form.day).unwrap_or_default();
        let planned = desk.run(async move { plan::plan_week(&ctx, ward, day).await }).await;
        return match planned {
            Ok(planned) => {
                let (done, refused) = pages::plan::planned(&planned);
                let faults = refused
                    .into_iter()
                    .map(|(who, why)| Invalid::new("", format!("{who}: {why}")))
                    .collect();
                let flash = Flash {
                    done,
                    faults,
                    ..Flash::default()
                };
                desk.say(&back, flash)
            }
            Err(error) => desk.back_to(&back, Err(error), &kept),
        };
    }
    let done = desk
        .run(async move {
            let line: Uuid = id(&form.line);
            match form.act.as_str() {
                "add" => {
                    let mut typed = form.typed.clone();
                    if !typed.patient.trim().is_empty() {
                        typed.patient = to_book(&ctx, &typed.patient).await?.to_string();
                    }
                    plan::add(&ctx, ward, &typed)
                        .await
                        .map(|()| "It stands in the weekly plan.")
                }
                "end" => plan::end(&ctx, ward, line)
                    .await
                    .map(|()| "It stands in the weekly plan no longer."),
                "skip" => plan::skip(&ctx, ward, line, &form.day, &form.reason)
                    .await
                    .map(|()| "That day is left out."),
                _ => {
                    hospital::dialysis::diary::units(&ctx, domain::access::Action::PlanDiary).await?;
                    Err(unknown_act())
                }
            }
        })
        .await;
    desk.back_to(&back, done, &kept)
}

async fn waiting(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (ctx, ward) = (desk.ctx(), asked.ward());
    match desk.run(async move { wait::list(&ctx, ward).await }).await {
        Ok(list) => desk.page("Waiting for a chair", Around::Frame, || pages::waiting::page(list)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `offer` (which is meant without one), `put`, `take-off`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Offered {
    act: String,
    ward: String,
    patient: String,
    wait: String,
    place: String,
    #[serde(flatten)]
    typed: WaitTyped,
}

async fn offer(desk: Desk, Form(form): Form<Offered>) -> Response {
    let (ctx, ward) = (desk.ctx(), id::<WardId>(&form.ward));
    let kept = [
        ("act", form.act.clone()),
        ("wait", form.wait.clone()),
        ("place", form.place.clone()),
        ("patient", form.patient.clone()),
        ("from", form.typed.from.clone()),
        ("until", form.typed.until.clone()),
        ("shift", form.typed.shift.clone()),
        ("instead_of", form.typed.instead_of.clone()),
    ];
    let done = desk.run(async move {
        match form.act.as_str() {
            "put" => {
                let patient = to_book(&ctx, &form.patient).await?;
                at_field(on_list::put(&ctx, ward, patient, &form.typed).await, "")
                    .map(|()| "They are on the list. They are offered what comes free.")
            }
            "take-off" => on_list::take_off(&ctx, ward, id(&form.wait))
                .await
                .map(|()| "They wait no longer."),
            _ => wait::offer_one(&ctx, ward, id(&form.wait), &form.place)
                .await
                .map(|()| "The place is offered. They are told."),
        }
    });
    let done = done.await;
    desk.back_to(&diary_of(routes::DIARY_WAITING, ward), done, &kept)
}

async fn radar(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (ctx, ward) = (desk.ctx(), asked.ward());
    match desk.run(async move { missed::radar(&ctx, ward).await }).await {
        Ok(radar) => desk.page("Missed sessions", Around::Frame, || pages::missed::page(radar)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct BookedInstead {
    ward: String,
    patient: String,
    place: String,
}

async fn book_missed(desk: Desk, Form(form): Form<BookedInstead>) -> Response {
    let (ctx, ward) = (desk.ctx(), id::<WardId>(&form.ward));
    let kept = [("patient", form.patient.clone()), ("place", form.place.clone())];
    let done = desk
        .run(async move {
            let place = PlaceTyped {
                place: form.place,
                ..PlaceTyped::default()
            };
            book::book(&ctx, ward, id(&form.patient), &place)
                .await
                .map(|()| "The place is booked.")
        })
        .await;
    desk.back_to(&diary_of(routes::DIARY_MISSED, ward), done, &kept)
}

async fn in_figures(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { figures::figures(&ctx).await }).await {
        Ok(figures) => desk.page("Dialysis in figures", Around::Frame, || pages::figures::page(figures)),
        Err(error) => desk.refusal(error),
    }
}

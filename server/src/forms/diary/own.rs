//! `/my/dialysis`: the patient's own sessions, and the places that they can book.

use app::forms::Around;
use app::forms::diary as pages;
use app::routes;
use axum::extract::{Form, Query};
use axum::response::Response;
use axum::routing::on;
use domain::dialysis::diary_typed::WaitTyped;
use domain::dialysis::places::{Day, Place};
use hospital::dialysis::diary::{confirm, mine, mine_book, mine_wait};
use hospital::{HospitalError, calls};
use serde::Deserialize;
use uuid::Uuid;

use super::at_field;
use crate::endpoint::Endpoint;
use crate::forms::{Desk, id, unknown_act};
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 5] = [
    Endpoint::get(routes::MY_DIALYSIS, |it| on(it, my_dialysis)),
    Endpoint::post(routes::MY_DIALYSIS, |it| on(it, change_mine)),
    Endpoint::get(routes::MY_DIALYSIS_NOW, |it| on(it, my_dialysis_now)),
    Endpoint::get(routes::MY_DIALYSIS_BOOK, |it| on(it, my_places)),
    Endpoint::post(routes::MY_DIALYSIS_BOOK, |it| on(it, book_mine)),
];

async fn my_dialysis(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let (now, script) = (ctx.now(), crate::pages::assets(&desk.state).again);
    let read = desk.run(async move {
        let mine = mine::read(&ctx).await?;
        // Who is not let into what was noticed is not asked about: a refusal would be a line of the audit with each look.
        let call = match mine.view.tells_of_calls() {
            true => Some(calls::beside(&ctx).await?),
            false => None,
        };
        Ok((mine, call))
    });
    match read.await {
        Ok((mine, call)) => desk.page("My dialysis", Around::Frame, || {
            pages::mine::page(mine, call, now, script)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn my_dialysis_now(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let now = ctx.now();
    match desk.run(async move { mine::follow(&ctx).await }).await {
        Ok(running) => desk.part(|| pages::mine::moves(running, now)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `confirm`, `cancel`, `wait`, `give-up`, `withdraw`, `take`, `decline`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ChangedMine {
    act: String,
    session: String,
    place: String,
    #[serde(flatten)]
    wait: WaitTyped,
}

async fn change_mine(desk: Desk, Form(form): Form<ChangedMine>) -> Response {
    let ctx = desk.ctx();
    let kept = [
        ("from", form.wait.from.clone()),
        ("until", form.wait.until.clone()),
        ("shift", form.wait.shift.clone()),
        ("instead_of", form.wait.instead_of.clone()),
    ];
    let done = desk
        .run(async move {
            let done = match form.act.as_str() {
                "confirm" => confirm::own(&ctx, id(&form.session))
                    .await
                    .map(|()| "You have confirmed that you come."),
                "cancel" => mine_book::cancel(&ctx, id(&form.session), false)
                    .await
                    .map(|()| "You have given the session up."),
                "wait" => mine_wait::ask(&ctx, &form.wait)
                    .await
                    .map(|()| "You are told when a place comes free."),
                "give-up" => mine_wait::give_up_another(&ctx, form.wait.instead_of.trim().parse().ok())
                    .await
                    .map(|()| "You go on waiting for another place."),
                "withdraw" => mine_wait::withdraw(&ctx)
                    .await
                    .map(|()| "You wait for another place no longer."),
                "take" => mine_wait::take(&ctx, &form.place).await.map(|()| "The place is yours."),
                "decline" => mine_wait::decline(&ctx, &form.place)
                    .await
                    .map(|()| "You go on waiting for another place."),
                _ => {
                    mine_book::may(&ctx).await?;
                    Err(unknown_act())
                }
            };
            at_field(done, "")
        })
        .await;
    desk.back_to(routes::MY_DIALYSIS, done, &kept)
}

/// From which day on, and which session is moved.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Choosing {
    from: String,
    moves: String,
}

async fn my_places(desk: Desk, Query(asked): Query<Choosing>) -> Response {
    let ctx = desk.ctx();
    let (from, moves) = (Day::parse(&asked.from), asked.moves.parse().ok());
    match desk
        .run(async move { mine_book::choose(&ctx, from, moves).await })
        .await
    {
        Ok(choice) => desk.page("Book my dialysis", Around::Frame, || pages::choose::page(choice)),
        // Nothing is prescribed: their own page says so.
        Err(HospitalError::Invalid(faults)) => desk.again(routes::MY_DIALYSIS, HospitalError::Invalid(faults), &[]),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    place: String,
    moves: String,
}

async fn book_mine(desk: Desk, Form(form): Form<Chosen>) -> Response {
    let ctx = desk.ctx();
    let moves: Option<Uuid> = form.moves.parse().ok();
    let day = Place::parse(&form.place).map(|place| place.day);
    let booked = desk
        .run(async move { at_field(mine_book::book(&ctx, &form.place, moves).await, "") })
        .await;
    match booked {
        Ok(()) if moves.is_some() => desk.done(routes::MY_DIALYSIS, "Your session is moved."),
        Ok(()) => desk.done(routes::MY_DIALYSIS, "Your session is booked."),
        Err(error) => desk.again(&routes::my_places(day, moves), error, &[]),
    }
}

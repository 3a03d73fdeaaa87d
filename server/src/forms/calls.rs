//! `/my/call`: a patient calls their nurse, reads what becomes of it, and says where nobody has come. `/calls`: who calls on the wards where somebody is on duty. The acts of each page have one door, told apart by the hidden
//! `act` of its forms. What moves of them on the page of a ward has a door of its own.

use app::forms::Around;
use app::forms::calls as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use axum::routing::on;
use domain::calls::{About, Heard, How};
use domain::invalid::Invalid;
use hospital::{HospitalError, calls};
use serde::Deserialize;

use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 7] = [
    Endpoint::get(routes::CALLS, |it| on(it, board)),
    Endpoint::get(routes::CALLS_NOW, |it| on(it, board_now)),
    Endpoint::post(routes::CALLS, |it| on(it, answer)),
    Endpoint::get("/ward/{ward}/calls/now", |it| on(it, ward_now)),
    Endpoint::get(routes::MY_CALL, |it| on(it, mine)),
    Endpoint::get(routes::MY_CALL_NOW, |it| on(it, mine_now)),
    Endpoint::post(routes::MY_CALL, |it| on(it, act)),
];

async fn board(desk: Desk) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    match desk.run(async move { calls::list(&ctx, false).await }).await {
        Ok(found) => desk.page("Calls of patients", Around::Frame, || view::board::page(found, script)),
        Err(error) => desk.refusal(error),
    }
}

async fn board_now(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { calls::list(&ctx, true).await }).await {
        Ok(found) => desk.part(|| view::board::moves(&found)),
        Err(error) => desk.refusal(error),
    }
}

async fn ward_now(desk: Desk, Path(ward): Path<String>) -> Response {
    let (ctx, ward) = (desk.ctx(), id(&ward));
    match desk.run(async move { calls::open_on(&ctx, ward).await }).await {
        Ok(open) => desk.part(|| view::ward::moves(open)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `take`, `give-back`, `close`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Answered {
    act: String,
    id: String,
    how: String,
}

async fn answer(desk: Desk, Form(form): Form<Answered>) -> Response {
    let ctx = desk.ctx();
    let kept = [("id", form.id.clone()), ("how", form.how.clone())];
    let done = desk
        .run(async move {
            match form.act.as_str() {
                "take" => calls::take(&ctx, id(&form.id))
                    .await
                    .map(|()| "The patient reads that you are coming."),
                "give-back" => calls::give_back(&ctx, id(&form.id)).await.map(|heard| match heard {
                    Heard::Nobody => "The call waits again, and nobody else could be told. Tell somebody yourself.",
                    Heard::Nurses | Heard::OnCall => "The call waits again, and others are told.",
                }),
                "close" => {
                    let how = How::parse(&form.how)
                        .ok_or_else(|| HospitalError::Invalid(vec![Invalid::new("how", "Choose what came of it.")]))?;
                    calls::close(&ctx, id(&form.id), how)
                        .await
                        .map(|()| "The call is closed.")
                }
                // Whether they may at all is said before what was wrong.
                _ => calls::list(&ctx, false).await.and(Err(unknown_act())),
            }
        })
        .await;
    desk.back_to(routes::CALLS, done, &kept)
}

async fn mine(desk: Desk) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    match desk.run(async move { calls::mine(&ctx, false).await }).await {
        Ok(mine) => desk.page("Call my nurse", Around::Frame, || view::mine::page(mine, script)),
        Err(error) => desk.refusal(error),
    }
}

async fn mine_now(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { calls::mine(&ctx, true).await }).await {
        Ok(mine) => desk.part(|| view::mine::moves(&mine)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `call`, with what it is about where they say so, `again` and `cancel`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Pressed {
    act: String,
    about: String,
}

/// What the patient may rely on: that it is stored, and who was told.
const fn stored(heard: Heard) -> &'static str {
    match heard {
        Heard::Nurses => "Your call is stored, and the ward is told.",
        Heard::OnCall => "Your call is stored, and whoever is on call is told.",
        Heard::Nobody => {
            "Your call is stored, but nobody could be told. Use the bell at your bed, or speak to anybody near."
        }
    }
}

/// It answers with the page that says what is stored and who was told, or why nothing is.
async fn act(desk: Desk, Form(form): Form<Pressed>) -> Response {
    let ctx = desk.ctx();
    let done = desk
        .run(async move {
            match form.act.as_str() {
                "call" => calls::call(&ctx, About::parse(&form.about))
                    .await
                    .map(|pressed| match pressed {
                        calls::Pressed::Told(heard) => stored(heard),
                        calls::Pressed::Coming => "Somebody has said that they come. If nobody has come, say so below.",
                    }),
                "again" => calls::again(&ctx).await.map(stored),
                "cancel" => calls::cancel(&ctx).await.map(|()| "Your call is taken back."),
                _ => calls::may(&ctx).await.and(Err(unknown_act())),
            }
        })
        .await;
    desk.back_to(routes::MY_CALL, done, &[])
}

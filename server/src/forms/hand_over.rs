//! `/devices/hand-over`: a technician lends a device for a while.

use app::forms::{Around, hand_over};
use app::routes;
use axum::extract::Form;
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use hospital::devices::hand_over as verbs;
use serde::Deserialize;

use super::{Desk, id, person};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(routes::HAND_OVER, |it| on(it, page)),
    Endpoint::post(routes::HAND_OVER, |it| on(it, act)),
];

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    device: String,
    to: String,
    /// In how many hours it begins; empty or 0 for at once.
    after: String,
    hours: String,
    hand_over: String,
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { verbs::hand_overs(&ctx).await }).await {
        Ok(found) => desk.page("Hand over a device", Around::Frame, || hand_over::page(found)),
        Err(error) => desk.refusal(error),
    }
}

async fn act(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let kept = [
        ("device", typed.device.clone()),
        ("to", typed.to.clone()),
        ("after", typed.after.clone()),
        ("hours", typed.hours.clone()),
    ];
    let done = desk
        .run(async move {
            let which = id(&typed.hand_over);
            match typed.act.as_str() {
                "ask" => {
                    let device = id(&typed.device);
                    let to = person(&ctx, Action::HandOverDevice, &typed.to).await?;
                    let after = match typed.after.trim() {
                        "" => 0,
                        after => after.parse().unwrap_or(u16::MAX),
                    };
                    verbs::ask(&ctx, device, to, (after, typed.hours.parse().unwrap_or(0)))
                        .await
                        .map(|_| "They have been asked.")
                }
                "accept" => verbs::answer(&ctx, which, true)
                    .await
                    .map(|()| "The device is yours for this time."),
                "refuse" => verbs::answer(&ctx, which, false).await.map(|()| "You have refused."),
                "end" => verbs::end(&ctx, which).await.map(|()| "It has ended."),
                _ => Err(super::unknown_act()),
            }
        })
        .await;
    desk.back_to(routes::HAND_OVER, done, &kept)
}

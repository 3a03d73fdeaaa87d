//! `/hospital/duties`: who is on duty where, and whose each device is.

use app::forms::{Around, duties};
use app::routes;
use axum::extract::{Form, Query};
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use hospital::care;
use serde::Deserialize;

use super::{Desk, id, person};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(routes::DUTIES, |it| on(it, page)),
    Endpoint::post(routes::DUTIES, |it| on(it, act)),
];

/// In which order, and whose names have this in them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Order {
    by: String,
    name: String,
}

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    person: String,
    ward: String,
    hours: String,
    reader: String,
    device: String,
}

async fn page(desk: Desk, Query(order): Query<Order>) -> Response {
    let ctx = desk.ctx();
    let part = order.name.clone();
    match desk.run(async move { care::duties(&ctx, &part).await }).await {
        Ok(found) => desk.page("Duties", Around::Frame, || {
            duties::page(found, order.by == "person", order.name)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn act(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let kept = [
        ("person", typed.person.clone()),
        ("ward", typed.ward.clone()),
        ("hours", typed.hours.clone()),
        ("reader", typed.reader.clone()),
        ("device", typed.device.clone()),
    ];
    let done = desk
        .run(async move {
            let ward = id(&typed.ward);
            // Out of a list, or by its name where the list would be too long.
            let device = match typed.device.parse() {
                Ok(device) => device,
                Err(_) if typed.device.is_empty() => id(""),
                Err(_) => care::of_device_name(&ctx, &typed.device).await?,
            };
            let who = person(&ctx, Action::AssignCare, &typed.person).await?;
            let reader = person(&ctx, Action::AssignCare, &typed.reader).await?;
            match typed.act.as_str() {
                "begin-duty" => {
                    let hours: Option<u16> = typed.hours.parse().ok();
                    let until = hours.map(|hours| ctx.now().plus_seconds(f64::from(hours) * 3_600.0));
                    care::put_on_duty(&ctx, who, ward, until)
                        .await
                        .map(|()| "They are on duty from now on.")
                }
                "end-duty" => care::end_duty(&ctx, who, ward).await.map(|()| "Their duty has ended."),
                "give-device" => care::give_device(&ctx, reader, device)
                    .await
                    .map(|_| "The device is theirs from now on."),
                "take-device" => care::take_device(&ctx, reader, device)
                    .await
                    .map(|()| "The device is theirs no longer."),
                _ => Err(super::unknown_act()),
            }
        })
        .await;
    desk.back_to(routes::DUTIES, done, &kept)
}

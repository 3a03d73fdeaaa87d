//! What is of no single machine: the fleet, registering one, the water for dialysis.

use app::forms::Around;
use app::forms::devices as view;
use app::routes::{self, MachinePage};
use axum::extract::{Form, Query};
use axum::response::Response;
use domain::devices::papers;
use domain::devices::water::{Fluid, LimitTyped, TestTyped, Verdict};
use hospital::devices::machines;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

/// Which page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    after: Option<String>,
}

pub(super) async fn fleet(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    let after = wanted.after.clone();
    match desk.run(async move { machines::fleet(&ctx, wanted.after).await }).await {
        Ok(found) => desk.page("Machines", Around::Frame, || view::fleet::page(found, after, script)),
        Err(error) => desk.refusal(error),
    }
}

/// What moves of it, for the page that is open.
pub(super) async fn fleet_now(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    let ctx = desk.ctx();
    let first = wanted.after.is_none();
    match desk
        .run(async move { machines::fleet_now(&ctx, wanted.after).await })
        .await
    {
        Ok(found) => desk.part(|| view::fleet::moves(&found, first)),
        Err(error) => desk.refusal(error),
    }
}

/// Of how many days.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Period {
    days: Option<String>,
}

pub(super) async fn quality(desk: Desk, Query(period): Query<Period>) -> Response {
    let ctx = desk.ctx();
    let days = period.days.and_then(|days| days.parse().ok());
    match desk.run(async move { machines::quality(&ctx, days).await }).await {
        Ok(found) => desk.page("Data quality", Around::Frame, || view::quality::page(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn form(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::edit(&ctx, None).await }).await {
        Ok(found) => desk.page("Register a machine", Around::Frame, || view::papers::edit(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn register(desk: Desk, Form(typed): Form<papers::Typed>) -> Response {
    let (ctx, asked) = (desk.ctx(), typed.clone());
    match desk.run(async move { machines::register(&ctx, &asked).await }).await {
        Ok(device) => desk.done(
            &routes::machine(device, MachinePage::Console),
            "The machine is registered.",
        ),
        Err(error) => desk.again(routes::MACHINE_REGISTER, error, &typed.fields()),
    }
}

pub(super) async fn water(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::water(&ctx).await }).await {
        Ok(found) => desk.page("Water for dialysis", Around::Frame, || view::water::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// A test, or a limit. Both forms name a measure.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    ward: String,
    fluid: String,
    measure: String,
    value: String,
    point: String,
    on: String,
    at: String,
    note: String,
    max: String,
    action_from: String,
    valid_hours: String,
    reason: String,
}

pub(super) async fn act_on_water(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let ctx = desk.ctx();
    let (act, ward) = (posted.act.clone(), posted.ward.clone());
    let test = TestTyped {
        fluid: posted.fluid.clone(),
        measure: posted.measure.clone(),
        value: posted.value,
        point: posted.point,
        on: posted.on,
        at: posted.at,
        note: posted.note,
    };
    let limit = LimitTyped {
        fluid: posted.fluid,
        measure: posted.measure,
        max: posted.max,
        action_from: posted.action_from,
        valid_hours: posted.valid_hours,
        reason: posted.reason,
    };
    let is_for_some = Fluid::parse(&test.fluid).is_some_and(Fluid::is_for_some);
    // Which of the two forms came back says its act.
    let mut kept = vec![("act", act.clone()), ("ward", ward.clone())];
    let fields: Vec<(&str, String)> = match act.as_str() {
        "limit" => limit.fields().map(|(name, value)| (name, value.to_owned())).to_vec(),
        _ => test.fields().map(|(name, value)| (name, value.to_owned())).to_vec(),
    };
    kept.extend(fields);
    let done = desk
        .run(async move {
            match act.as_str() {
                "log" => machines::log_water(&ctx, id(&ward), &test).await.map(|verdict| match verdict {
                    Verdict::Passed => "The test is written down.",
                    Verdict::Action => "The test is written down. It is at the level at which something is to be done.",
                    Verdict::Failed if is_for_some => {
                        "The test is written down. It is over the limit: no treatment that needs this fluid is started in this ward until a test has passed."
                    }
                    Verdict::Failed => {
                        "The test is written down. It is over the limit: no treatment is started in this ward until a test has passed."
                    }
                }),
                "limit" => machines::set_limit(&ctx, &limit)
                    .await
                    .map(|()| "The limit holds from now on. What was tested before keeps the limits of its day."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(routes::WATER, done, &kept)
}

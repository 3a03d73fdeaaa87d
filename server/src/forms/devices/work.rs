//! One piece of work on a machine.

use app::forms::Around;
use app::forms::devices as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::devices::upkeep::{DoneTyped, WorkResult};
use domain::ids::DeviceId;
use hospital::devices::machines;
use uuid::Uuid;

use crate::forms::Desk;

pub(super) async fn page(desk: Desk, Path((device, work)): Path<(DeviceId, Uuid)>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::work(&ctx, device, work).await }).await {
        Ok(found) => desk.page("Piece of work", Around::Frame, || view::upkeep::work(found)),
        Err(error) => desk.refusal(error),
    }
}

/// As many `passed` come as there are lines that passed, so the form is a list of pairs.
pub(super) async fn act(
    desk: Desk,
    Path((device, work)): Path<(DeviceId, Uuid)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let ctx = desk.ctx();
    let mut typed = DoneTyped::default();
    for (name, value) in pairs {
        match name.as_str() {
            "passed" => typed.passed.extend(value.parse::<usize>().ok()),
            "result" => typed.result = value,
            "hours" => typed.hours = value,
            "findings" => typed.findings = value,
            "parts" => typed.parts = value,
            _ => {}
        }
    }
    let passed: Vec<String> = typed.passed.iter().map(ToString::to_string).collect();
    let kept = [
        ("passed", passed.join(" ")),
        ("result", typed.result.clone()),
        ("hours", typed.hours.clone()),
        ("findings", typed.findings.clone()),
        ("parts", typed.parts.clone()),
    ];
    let done = desk
        .run(async move {
            let result = machines::close_work(&ctx, device, work, &typed).await?;
            Ok(match result {
                WorkResult::Passed => "The work is closed, and its plan counts anew.",
                WorkResult::Failed => "The work is closed, and the machine is out of service.",
                WorkResult::GivenUp => "The work is closed without being done.",
            })
        })
        .await;
    desk.back_to(&routes::machine_work(device, work), done, &kept)
}

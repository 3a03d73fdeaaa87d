//! The pages of one machine.

use app::forms::Around;
use app::forms::devices as view;
use app::routes::{self, MachinePage};
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::devices::disinfection;
use domain::devices::papers;
use domain::devices::upkeep::PlanTyped;
use domain::ids::DeviceId;
use hospital::alerts;
use hospital::devices::machines;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

/// What is said when a machine was put somewhere.
pub(in crate::forms) const PLACED: &str = "The machine stands there from now on.";
/// And when it was taken away.
pub(in crate::forms) const TAKEN_AWAY: &str = "The machine stands nowhere now.";

pub(super) async fn console(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    let path = routes::machine(device, MachinePage::Console);
    let found = desk.run(async move { Ok((machines::console(&ctx, device).await?, machines::code(&ctx, &path)?)) });
    match found.await {
        Ok((found, code)) => desk.page("Machine", Around::Frame, || {
            view::console::page(found, Some(code), script)
        }),
        Err(error) => desk.refusal(error),
    }
}

/// What moves of it, for the page that is open.
pub(super) async fn now(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::console_now(&ctx, device).await }).await {
        Ok(found) => desk.part(|| view::console::moves(&found)),
        Err(error) => desk.refusal(error),
    }
}

/// Out of service, and back; where it stands; a technical alarm that somebody has seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Service {
    act: String,
    reason: String,
    for_good: String,
    back_in: String,
    note: String,
    place: String,
    alarm: String,
    found: String,
}

pub(super) async fn act(desk: Desk, Path(device): Path<DeviceId>, Form(typed): Form<Service>) -> Response {
    let ctx = desk.ctx();
    let kept = [
        ("reason", typed.reason.clone()),
        ("for_good", typed.for_good.clone()),
        ("back_in", typed.back_in.clone()),
        ("place", typed.place.clone()),
        ("alarm", typed.alarm.clone()),
        ("found", typed.found.clone()),
    ];
    let done = desk
        .run(async move {
            match typed.act.as_str() {
                "take-out" => {
                    let for_good = typed.for_good == "yes";
                    machines::take_out(&ctx, device, for_good, &typed.reason, &typed.back_in)
                        .await
                        .map(|()| "The machine is out of service.")
                }
                "bring-back" => machines::bring_back(&ctx, device, &typed.note)
                    .await
                    .map(|()| "The machine is back in service."),
                "place" => machines::place(&ctx, device, id(&typed.place)).await.map(|()| PLACED),
                "answer" => alerts::acknowledge_technical(&ctx, device, id(&typed.alarm), &typed.found)
                    .await
                    .map(|_| "The alarm is answered."),
                "take-away" => machines::take_away(&ctx, device).await.map(|()| TAKEN_AWAY),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::machine(device, MachinePage::Console), done, &kept)
}

pub(super) async fn maintenance(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::console(&ctx, device).await }).await {
        Ok(found) => desk.page("Maintenance", Around::Frame, || view::upkeep::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// What comes again, a repair, the counter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Upkeep {
    act: String,
    plan: String,
    repair: String,
    hours: String,
    #[serde(flatten)]
    typed: PlanTyped,
}

pub(super) async fn maintain(desk: Desk, Path(device): Path<DeviceId>, Form(upkeep): Form<Upkeep>) -> Response {
    let ctx = desk.ctx();
    let mut kept: Vec<(&str, String)> = upkeep
        .typed
        .fields()
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec();
    kept.extend([("repair", upkeep.repair.clone()), ("hours", upkeep.hours.clone())]);
    let here = routes::machine(device, MachinePage::Maintenance);
    // Work that begins leads to its own page.
    if ["begin", "repair"].contains(&upkeep.act.as_str()) {
        let opened = desk
            .run(async move {
                let plan = (upkeep.act == "begin").then(|| id(&upkeep.plan));
                machines::open_work(&ctx, device, plan, &upkeep.repair).await
            })
            .await;
        return match opened {
            Ok(work) => desk.done(&routes::machine_work(device, work), "The work has begun."),
            Err(error) => {
                let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
                desk.again(&here, error, &kept)
            }
        };
    }
    let done = desk
        .run(async move {
            match upkeep.act.as_str() {
                "plan" => machines::add_plan(&ctx, device, &upkeep.typed)
                    .await
                    .map(|()| "The work comes again from now on."),
                "end-plan" => machines::end_plan(&ctx, device, id(&upkeep.plan))
                    .await
                    .map(|()| "The work comes no more."),
                "meter" => machines::read_meter(&ctx, device, &upkeep.hours)
                    .await
                    .map(|()| "The hours are written down."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&here, done, &kept)
}

pub(super) async fn disinfections(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::console(&ctx, device).await }).await {
        Ok(found) => desk.page("Disinfection", Around::Frame, || view::disinfection::page(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn disinfect(
    desk: Desk,
    Path(device): Path<DeviceId>,
    Form(typed): Form<disinfection::Typed>,
) -> Response {
    let ctx = desk.ctx();
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    let done = desk
        .run(async move {
            let passed = machines::disinfect(&ctx, device, &typed).await?;
            Ok(match passed {
                true => "The disinfection is written down.",
                false => "It is written down. The machine may not be used until a disinfection has passed.",
            })
        })
        .await;
    desk.back_to(&routes::machine(device, MachinePage::Disinfection), done, &kept)
}

pub(super) async fn gaps(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::gaps(&ctx, device).await }).await {
        Ok(found) => desk.page("Gaps", Around::Frame, || view::gaps::page(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn log(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::log_book(&ctx, device).await }).await {
        Ok(found) => desk.page("Log book", Around::Frame, || view::book::page(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn label(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    let path = routes::machine(device, MachinePage::Console);
    match desk
        .run(async move { machines::label(&ctx, device, &path).await })
        .await
    {
        Ok(found) => desk.page("Label", Around::Frame, || view::papers::label(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn edit(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::edit(&ctx, Some(device)).await }).await {
        Ok(found) => desk.page("Papers of the machine", Around::Frame, || view::papers::edit(found)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn change(desk: Desk, Path(device): Path<DeviceId>, Form(typed): Form<papers::Typed>) -> Response {
    let ctx = desk.ctx();
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    let done = desk
        .run(async move {
            let changed = machines::change(&ctx, device, &typed).await?;
            Ok(match changed {
                0 => "Nothing was changed.",
                _ => "What changed is saved, and stands in the log book.",
            })
        })
        .await;
    desk.back_to(&routes::machine(device, MachinePage::Edit), done, &kept)
}

//! `/hospital/alarms`, `/devices/{device}/limits`, `/patients/{patient}/limits`: what alarms watch for. `/patients/{patient}/curves`: what a monitor drew around them.
//! `/alarms/count`: what an open page asks. `/patients/{patient}/minutes`: a day that is over by the minute, and the readings around its alarms.

use app::forms::Around;
use app::forms::alerts as view;
use app::routes::{self, MachinePage};
use app::standing;
use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::on;
use domain::access::Action;
use domain::alerts::setting::{PatientTyped, RuleTyped};
use domain::ids::{AlarmId, DeviceId, PatientId};
use hospital::HospitalError;
use hospital::patients::identity::open_identity;
use hospital::{alerts, telemetry, waves};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;

use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 13] = [
    Endpoint::get(routes::ALARMS_COUNT, |it| on(it, count)),
    Endpoint::get(routes::ALARM_RULES, |it| on(it, rules)),
    Endpoint::post(routes::ALARM_RULES, |it| on(it, act_on_rules)),
    Endpoint::get("/devices/{device}/limits", |it| on(it, machine)),
    Endpoint::post("/devices/{device}/limits", |it| on(it, act_on_machine)),
    Endpoint::get("/patients/{patient}/limits", |it| on(it, patient)),
    Endpoint::post("/patients/{patient}/limits", |it| on(it, act_on_patient)),
    Endpoint::get("/patients/{patient}/curves", |it| on(it, curves)),
    Endpoint::get("/patients/{patient}/curves/{alarm}", |it| on(it, curve)),
    Endpoint::get("/patients/{patient}/monitor", |it| on(it, monitor)),
    Endpoint::get("/charts/curves/{patient}", |it| on(it, curves_now)),
    Endpoint::get("/patients/{patient}/minutes", |it| on(it, past_day)),
    Endpoint::get("/patients/{patient}/minutes/{alarm}", |it| on(it, around_alarm)),
];

/// What is said when one has ended.
const ENDED: &str = "It holds no longer; that it did stays to be seen.";
/// What is said when one was set.
const SET: &str = "It watches from now on.";

/// Which act, on what.
#[derive(Debug, Default, Deserialize)]
#[serde(default, bound(deserialize = "Typed: Default + Deserialize<'de>"))]
struct Posted<Typed> {
    act: String,
    id: String,
    #[serde(flatten)]
    typed: Typed,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Known {
    /// The number that the page shows.
    known: Option<u32>,
}

/// Nothing while nothing changed; else what stands at the top of the page.
async fn count(desk: Desk, Query(shown): Query<Known>) -> Response {
    let Some(open) = alerts::standing(&desk.ctx()) else {
        return desk.refusal(HospitalError::Denied(Action::WatchWard.name()));
    };
    let mut answer = match shown.known == Some(standing::number(&open)) {
        true => StatusCode::NO_CONTENT.into_response(),
        false => standing::part(desk.locale(), &open).into_response(),
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

async fn rules(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { alerts::rules(&ctx).await }).await {
        Ok(found) => desk.page("What alarms watch for", Around::Frame, || view::rules::page(found)),
        Err(error) => desk.refusal(error),
    }
}

async fn act_on_rules(desk: Desk, Form(posted): Form<Posted<RuleTyped>>) -> Response {
    let ctx = desk.ctx();
    let typed = posted.typed.clone();
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "set" => alerts::set_rule(&ctx, &posted.typed).await.map(|()| SET),
                "end" => alerts::end_rule(&ctx, id(&posted.id)).await.map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(routes::ALARM_RULES, done, &kept)
}

async fn machine(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { alerts::machine_rules(&ctx, device).await }).await {
        Ok(found) => desk.page("Limits of this machine", Around::Frame, || view::rules::machine(found)),
        Err(error) => desk.refusal(error),
    }
}

async fn act_on_machine(desk: Desk, Path(device): Path<DeviceId>, Form(posted): Form<Posted<RuleTyped>>) -> Response {
    let ctx = desk.ctx();
    let typed = posted.typed.clone();
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "set" => alerts::set_machine_rule(&ctx, device, &posted.typed)
                    .await
                    .map(|()| SET),
                "end" => alerts::end_machine_rule(&ctx, device, id(&posted.id))
                    .await
                    .map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::machine(device, MachinePage::Limits), done, &kept)
}

async fn patient(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let limits = alerts::patient_limits(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, limits))
    });
    match opened.await {
        Ok((identity, limits)) => desk.page("Limits of this patient", Around::Frame, || {
            view::patient::page(identity, limits)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn act_on_patient(
    desk: Desk,
    Path(patient): Path<PatientId>,
    Form(posted): Form<Posted<PatientTyped>>,
) -> Response {
    let ctx = desk.ctx();
    let typed = posted.typed.clone();
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "set" => alerts::set_patient_limit(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| SET),
                "end" => alerts::end_patient_limit(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::limits_of(patient), done, &kept)
}

async fn curves(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let lines = waves::strips(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, lines))
    });
    match opened.await {
        Ok((identity, lines)) => desk.page("Curves around alarms", Around::Frame, || {
            view::curves::list(identity, lines)
        }),
        Err(error) => desk.refusal(error),
    }
}

/// Which part of the curves is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    after: String,
}

async fn curve(desk: Desk, Path((patient, alarm)): Path<(PatientId, AlarmId)>, Query(part): Query<Part>) -> Response {
    let ctx = desk.ctx();
    let (first, farthest) = (view::curves::FIRST_AFTER, waves::FARTHEST);
    let after = part.after.parse().unwrap_or(first).clamp(-farthest, farthest);
    let opened = desk.run(async move {
        let strip = waves::open_strip(&ctx, patient, alarm, (after, view::curves::SHOWN_SECONDS)).await?;
        Ok((open_identity(&ctx, patient).await?, strip))
    });
    match opened.await {
        Ok((identity, strip)) => desk.page("Curves around alarms", Around::Frame, || {
            view::curves::page(identity, strip, after)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn monitor(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let (ctx, assets) = (desk.ctx(), crate::pages::assets(&desk.state));
    let opened = desk.run(async move {
        let found = waves::monitor(&ctx, patient, false).await?;
        Ok((open_identity(&ctx, patient).await?, found))
    });
    match opened.await {
        Ok((identity, found)) => desk.page("Curves of now", Around::Frame, || {
            view::curves::monitor(identity, &found, (&assets.again, &assets.sweep))
        }),
        Err(error) => desk.refusal(error),
    }
}

/// What moves of it, for the page that is open.
async fn curves_now(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { waves::monitor(&ctx, patient, true).await }).await {
        Ok(found) => desk.part(|| view::curves::monitor_moves(&found)),
        Err(error) => desk.refusal(error),
    }
}

/// Which day is looked at, as `2026-11-24`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OfDay {
    day: String,
}

async fn past_day(desk: Desk, Path(patient): Path<PatientId>, Query(asked): Query<OfDay>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let found = telemetry::past_day(&ctx, patient, &asked.day).await?;
        Ok((open_identity(&ctx, patient).await?, found))
    });
    match opened.await {
        Ok((identity, found)) => desk.page("By the minute", Around::Frame, || view::past::day(identity, found)),
        Err(error) => desk.refusal(error),
    }
}

async fn around_alarm(
    desk: Desk,
    Path((patient, alarm)): Path<(PatientId, AlarmId)>,
    Query(part): Query<Part>,
) -> Response {
    let ctx = desk.ctx();
    let (first, farthest) = (view::past::FIRST_AFTER, telemetry::FARTHEST);
    let after = part.after.parse().unwrap_or(first).clamp(-farthest, farthest);
    let opened = desk.run(async move {
        let found = telemetry::around_alarm(&ctx, patient, alarm, (after, view::past::SHOWN_SECONDS)).await?;
        Ok((open_identity(&ctx, patient).await?, found))
    });
    match opened.await {
        Ok((identity, found)) => desk.page("Readings around this alarm", Around::Frame, || {
            view::past::around(identity, found, after)
        }),
        Err(error) => desk.refusal(error),
    }
}

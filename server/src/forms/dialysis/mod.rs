//! `/dialysis` and `/patients/{patient}/dialysis`: how people are dialysed, from the prescription to the signature. Each page has one door for its acts, told apart by the
//! hidden `act` of its forms.

mod access;
mod chair;
mod forecast;
mod posted;
mod prescription;
mod updates;

use app::forms::Around;
use app::forms::dialysis as view;
use app::routes;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::on;
use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use hospital::dialysis::{continuous, patient, recall, unit};
use hospital::patients::identity::open_identity;
use hospital::patients::ways;
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 17] = [
    Endpoint::get(routes::DIALYSIS, |it| on(it, day)),
    Endpoint::get(routes::DIALYSIS_NOW, |it| on(it, day_now)),
    Endpoint::get(routes::DIALYSIS_LOTS, |it| on(it, lots)),
    Endpoint::get(routes::DIALYSIS_FORECAST, |it| on(it, forecast::page)),
    Endpoint::post(routes::DIALYSIS_FORECAST, |it| on(it, forecast::act)),
    Endpoint::get("/patients/{patient}/dialysis", |it| on(it, overview)),
    Endpoint::get("/patients/{patient}/dialysis/now", |it| on(it, overview_now)),
    Endpoint::get("/patients/{patient}/dialysis/prescription", |it| {
        on(it, prescription::page)
    }),
    Endpoint::post("/patients/{patient}/dialysis/prescription", |it| {
        on(it, prescription::act)
    }),
    Endpoint::get("/patients/{patient}/dialysis/access", |it| on(it, access::page)),
    Endpoint::post("/patients/{patient}/dialysis/access", |it| on(it, access::act)),
    Endpoint::get("/patients/{patient}/updates", |it| on(it, updates::page)),
    Endpoint::post("/patients/{patient}/updates", |it| on(it, updates::act)),
    Endpoint::get("/patients/{patient}/dialysis/sessions/{session}", |it| {
        on(it, chair::page)
    }),
    Endpoint::post("/patients/{patient}/dialysis/sessions/{session}", |it| {
        on(it, chair::act)
    }),
    Endpoint::get("/patients/{patient}/dialysis/sessions/{session}/now", |it| {
        on(it, chair::now)
    }),
    Endpoint::get("/patients/{patient}/dialysis/sessions/{session}/hand-over", |it| {
        on(it, chair::hand_over)
    }),
];

/// Which ward.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Which {
    ward: String,
}

async fn day(desk: Desk, Query(which): Query<Which>) -> Response {
    let (ctx, ward) = (desk.ctx(), which.ward.parse::<WardId>().ok());
    let script = crate::pages::assets(&desk.state).again;
    match desk.run(async move { unit::open(&ctx, ward).await }).await {
        Ok(day) => desk.page("Dialysis", Around::Frame, || view::unit::page(day, script)),
        Err(error) => desk.refusal(error),
    }
}

async fn day_now(desk: Desk, Query(which): Query<Which>) -> Response {
    let (ctx, ward) = (desk.ctx(), which.ward.parse::<WardId>().ok());
    match desk.run(async move { unit::follow(&ctx, ward).await }).await {
        Ok(day) => desk.part(|| view::unit::moves(&day)),
        Err(error) => desk.refusal(error),
    }
}

/// Which lot.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    lot: String,
}

async fn lots(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (ctx, lot) = (desk.ctx(), asked.lot.clone());
    let found = desk.run(async move {
        match lot.trim().is_empty() {
            true => recall::may_find(&ctx).await.map(|()| None),
            false => recall::find(&ctx, &lot).await.map(Some),
        }
    });
    match found.await {
        Ok(found) => desk.page("Find a lot", Around::Frame, || view::lots::page(asked.lot, found)),
        Err(hospital::HospitalError::Invalid(faults)) => {
            let flash = app::forms::Flash {
                faults,
                typed: vec![("lot".to_owned(), asked.lot.clone())],
                ..app::forms::Flash::default()
            };
            desk.page_saying(flash, "Find a lot", Around::Frame, || view::lots::page(asked.lot, None))
        }
        Err(error) => desk.refusal(error),
    }
}

/// Where the list of sessions goes on.
#[derive(Default, Deserialize)]
#[serde(default)]
struct From {
    before: String,
}

async fn overview(desk: Desk, Path(id): Path<PatientId>, Query(from): Query<From>) -> Response {
    let (ctx, before) = (desk.ctx(), from.before.parse::<i64>().ok().map(Moment));
    let script = crate::pages::assets(&desk.state).again;
    let opened = desk.run(async move {
        let dialysed = patient::open(&ctx, id, before).await?;
        Ok((open_identity(&ctx, id).await?, ways(&ctx, id).await?, dialysed))
    });
    match opened.await {
        Ok((identity, ways, dialysed)) => desk.page("Dialysis", Around::Frame, || {
            view::overview::page(identity, ways, dialysed, script)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn overview_now(desk: Desk, Path(id): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { continuous::follow(&ctx, id).await }).await {
        Ok(now) => desk.part(|| view::continuous::moves(&now)),
        Err(error) => desk.refusal(error),
    }
}

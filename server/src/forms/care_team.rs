//! `/patients/{patient}/care`: who treats a patient.

use app::forms::{Around, care_team};
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use domain::ids::PatientId;
use hospital::care;
use hospital::patients::identity::whose;
use hospital::patients::ways;
use serde::Deserialize;

use super::{Desk, id, person};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get("/patients/{patient}/care", |it| on(it, page)),
    Endpoint::post("/patients/{patient}/care", |it| on(it, act)),
];

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    person: String,
    ward: String,
}

async fn page(desk: Desk, Path(patient): Path<String>) -> Response {
    let ctx = desk.ctx();
    let patient = id::<PatientId>(&patient);
    let opened = desk.run(async move {
        let team = care::open_team(&ctx, patient).await?;
        Ok((
            team,
            ways(&ctx, patient).await?,
            whose(&ctx, patient, Action::ReadCareTeam).await?,
        ))
    });
    match opened.await {
        Ok((team, ways, whose)) => desk.page("Care team", Around::Frame, || care_team::page(team, ways, whose)),
        Err(error) => desk.refusal(error),
    }
}

async fn act(desk: Desk, Path(patient): Path<String>, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let patient = id::<PatientId>(&patient);
    let kept = [("person", typed.person.clone()), ("ward", typed.ward.clone())];
    let done = desk
        .run(async move {
            let who = person(&ctx, Action::AssignCare, &typed.person).await?;
            match typed.act.as_str() {
                "assign" => care::assign(&ctx, patient, who)
                    .await
                    .map(|()| "They treat this patient from now on."),
                "take-over" => care::take_over(&ctx, patient)
                    .await
                    .map(|()| "You treat this patient from now on."),
                "end" => care::end_care(&ctx, patient, who)
                    .await
                    .map(|()| "The treatment has ended."),
                "admit" => care::admit(&ctx, patient, id(&typed.ward))
                    .await
                    .map(|()| "The patient lies on this ward from now on."),
                "discharge" => care::discharge(&ctx, patient)
                    .await
                    .map(|()| "The patient has left the ward."),
                _ => Err(super::unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::care_team(patient), done, &kept)
}

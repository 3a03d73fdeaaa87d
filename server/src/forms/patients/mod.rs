//! `/patients`: the patients that are the reader's own, and those of the hospital for who may find any. What is sought is posted, and answered under an address in which
//! it is sealed for the reader.

mod allergies;
mod conditions;
mod contacts;
mod flags;
mod identity;
mod join;
mod lines;
mod medicines;
pub mod moved;
mod papers;
mod record;
mod register;
mod surgeries;

use app::forms::{Around, patients as view};
use app::routes;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::ids::PatientId;
use domain::patients::Sought;
use domain::time::Moment;
use hospital::HospitalError;
use hospital::patients::{self, Asked, Question};
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 26] = [
    Endpoint::get(routes::PATIENTS, |it| on(it, page)),
    Endpoint::post(routes::PATIENTS, |it| on(it, ask)),
    Endpoint::get(routes::PATIENT_REGISTER, |it| on(it, register::form)),
    Endpoint::post(routes::PATIENT_REGISTER, |it| on(it, register::act)),
    Endpoint::post(routes::PATIENT_SUGGEST, |it| on(it, register::suggest)),
    Endpoint::get("/patients/{patient}/record", |it| on(it, record::page)),
    Endpoint::get("/patients/{patient}/record/allergies", |it| on(it, allergies::page)),
    Endpoint::post("/patients/{patient}/record/allergies", |it| on(it, allergies::act)),
    Endpoint::get("/patients/{patient}/record/flags", |it| on(it, flags::page)),
    Endpoint::post("/patients/{patient}/record/flags", |it| on(it, flags::act)),
    Endpoint::get("/patients/{patient}/record/conditions", |it| on(it, conditions::page)),
    Endpoint::post("/patients/{patient}/record/conditions", |it| on(it, conditions::act)),
    Endpoint::get("/patients/{patient}/record/medicines", |it| on(it, medicines::page)),
    Endpoint::post("/patients/{patient}/record/medicines", |it| on(it, medicines::act)),
    Endpoint::get("/patients/{patient}/record/surgeries", |it| on(it, surgeries::page)),
    Endpoint::post("/patients/{patient}/record/surgeries", |it| on(it, surgeries::act)),
    Endpoint::get("/patients/{patient}/record/identity", |it| on(it, identity::page)),
    Endpoint::post("/patients/{patient}/record/identity", |it| on(it, identity::act)),
    Endpoint::get("/patients/{patient}/record/join", |it| on(it, join::page)),
    Endpoint::post("/patients/{patient}/record/join", |it| on(it, join::act)),
    Endpoint::get("/patients/{patient}/record/documents", |it| on(it, papers::documents)),
    Endpoint::post("/patients/{patient}/record/documents", |it| {
        on(it, papers::act_on_documents)
    }),
    Endpoint::get("/patients/{patient}/record/insurance", |it| on(it, papers::insurance)),
    Endpoint::post("/patients/{patient}/record/insurance", |it| {
        on(it, papers::act_on_insurance)
    }),
    Endpoint::get("/patients/{patient}/record/contacts", |it| on(it, contacts::page)),
    Endpoint::post("/patients/{patient}/record/contacts", |it| on(it, contacts::act)),
];

/// Which page of what.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    /// A sealed question.
    search: String,
    /// Where the whole list goes on: a moment and a patient.
    before: String,
}

async fn page(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    let ctx = desk.ctx();
    let before = wanted
        .before
        .split_once('.')
        .and_then(|(at, patient)| Some((Moment(at.parse().ok()?), patient.parse::<PatientId>().ok()?)));
    let asked = Asked {
        question: Question::open(&ctx, &wanted.search),
        before,
    };
    match desk.run(async move { patients::open_list(&ctx, asked).await }).await {
        Ok(list) => {
            let title = if list.found.is_some() {
                "Patients"
            } else {
                "My patients"
            };
            desk.page(title, Around::Frame, || view::page(list))
        }
        Err(error) => desk.refusal(error),
    }
}

/// What is sought.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    words: String,
}

async fn ask(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let (ctx, words) = (desk.ctx(), typed.words.clone());
    let sealed = desk.run(async move {
        // Who may not look is told so, whatever they typed.
        patients::may_look(&ctx).await?;
        Sought::read("words", &words).map_err(|fault| HospitalError::Invalid(vec![fault]))?;
        Question::new(&words).seal(&ctx)
    });
    match sealed.await {
        Ok(sealed) => Redirect::to(&routes::patients_sought(&sealed)).into_response(),
        Err(error) => desk.again(routes::PATIENTS, error, &[("words", &typed.words)]),
    }
}

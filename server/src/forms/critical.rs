//! `/critical` and `/patients/{patient}/critical`: values at which somebody must act now, until somebody else has read them back and written what was done. The acts of a patient's page
//! have one door, told apart by the hidden `act` of its forms. Who was told of a value by name, and does not read the patient, reads it back and closes it at the page of the house.

use app::forms::critical as view;
use app::forms::{Around, Flash};
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use axum::routing::on;
use domain::critical::code_of;
use domain::critical::typed::ReportForm;
use domain::ids::PatientId;
use domain::invalid::Invalid;
use hospital::critical::{self, ReadBack};
use hospital::patients::identity::open_identity;
use hospital::{Ctx, HospitalError};
use serde::Deserialize;

use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::get(routes::CRITICAL, |it| on(it, board)),
    Endpoint::get(routes::CRITICAL_NOW, |it| on(it, board_now)),
    Endpoint::post(routes::CRITICAL, |it| on(it, answer)),
    Endpoint::get("/patients/{patient}/critical", |it| on(it, page)),
    Endpoint::get("/patients/{patient}/critical/now", |it| on(it, now)),
    Endpoint::post("/patients/{patient}/critical", |it| on(it, act)),
];

async fn board(desk: Desk) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    match desk.run(async move { critical::list(&ctx, false).await }).await {
        Ok(found) => desk.page("Critical values", Around::Frame, || view::board::page(found, script)),
        Err(error) => desk.refusal(error),
    }
}

async fn board_now(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { critical::list(&ctx, true).await }).await {
        Ok(found) => desk.part(|| view::board::moves(&found)),
        Err(error) => desk.refusal(error),
    }
}

async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let (ctx, script) = (desk.ctx(), crate::pages::assets(&desk.state).again);
    let opened = desk.run(async move {
        let found = critical::of_patient(&ctx, patient, false).await?;
        Ok((open_identity(&ctx, patient).await?, found))
    });
    match opened.await {
        Ok((identity, found)) => desk.page("Critical values", Around::Frame, || {
            view::patient::page(identity, found, script)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn now(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let found = desk.run(async move { critical::of_patient(&ctx, patient, true).await });
    match found.await {
        Ok(found) => desk.part(|| view::patient::moves(&found)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `report`, `read-back`, `close`, `withdraw`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    act: String,
    id: String,
    test: String,
    value: String,
    unit: String,
    measured_day: String,
    measured_time: String,
    reason: String,
    action: String,
}

impl Posted {
    /// What was typed, and in which form of the page.
    fn kept(&self) -> [(&'static str, String); 8] {
        let form = match self.id.as_str() {
            "" => self.act.clone(),
            id => format!("{}-{id}", self.act),
        };
        [
            ("form", form),
            ("test", self.test.clone()),
            ("value", self.value.clone()),
            ("unit", self.unit.clone()),
            ("measured_day", self.measured_day.clone()),
            ("measured_time", self.measured_time.clone()),
            ("reason", self.reason.clone()),
            ("action", self.action.clone()),
        ]
    }

    /// A test of the list by its code, else what somebody called it.
    fn into_report(self) -> ReportForm {
        let (test, name) = match code_of(&self.test) {
            Some(code) => (code.to_owned(), String::new()),
            None => (String::new(), self.test),
        };
        ReportForm {
            test,
            name,
            value: self.value,
            unit: self.unit,
            measured_day: self.measured_day,
            measured_time: self.measured_time,
            reason: self.reason,
        }
    }
}

/// What is said of a value that was read back otherwise: it is kept, and it is no success.
const DIFFERS: &str = "That is not the value that was reported. Hear or look again; your try stays known.";

/// What became of an act.
enum Became {
    Done(&'static str),
    Differs,
}

async fn read_back(ctx: &Ctx, posted: &Posted) -> hospital::Result<Became> {
    let read = critical::read_back(ctx, id(&posted.id), &posted.value).await?;
    Ok(match read {
        ReadBack::Agrees => Became::Done("The value agrees: it is read back. Now write what was done."),
        ReadBack::Differs => Became::Differs,
    })
}

async fn close(ctx: &Ctx, posted: &Posted) -> hospital::Result<Became> {
    critical::close(ctx, id(&posted.id), &posted.action).await?;
    Ok(Became::Done("It is closed. What was done stays to be read."))
}

async fn answer(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let (ctx, kept) = (desk.ctx(), posted.kept());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "read-back" => read_back(&ctx, &posted).await,
                "close" => close(&ctx, &posted).await,
                // Whether they may at all is said before what was wrong.
                _ => critical::list(&ctx, false).await.and(Err(unknown_act())),
            }
        })
        .await;
    said(&desk, routes::CRITICAL, done, &kept)
}

async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let (ctx, kept) = (desk.ctx(), posted.kept());
    let here = routes::critical_of(patient);
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "report" => {
                    let reported = critical::report(&ctx, patient, &posted.into_report()).await;
                    reported
                        .map(|_| Became::Done("It is reported. Who was told stands here; somebody else reads it back."))
                }
                "read-back" => read_back(&ctx, &posted).await,
                "close" => close(&ctx, &posted).await,
                "withdraw" => {
                    let withdrawn = critical::withdraw(&ctx, id(&posted.id), &posted.reason).await;
                    withdrawn.map(|()| Became::Done("It is withdrawn. That it was reported stays known."))
                }
                // Whether they may at all is said before what was wrong.
                _ => critical::of_patient(&ctx, patient, false).await.and(Err(unknown_act())),
            }
        })
        .await;
    said(&desk, &here, done, &kept)
}

/// The page from which it was posted, with what became of it.
fn said(desk: &Desk, here: &str, done: hospital::Result<Became>, kept: &[(&'static str, String)]) -> Response {
    match done {
        Ok(Became::Done(sentence)) => desk.done(here, sentence),
        // The field is empty again: what was misheard stands among the tries.
        Ok(Became::Differs) => {
            let wrong = DIFFERS.to_owned();
            desk.say(
                here,
                Flash {
                    wrong,
                    ..Flash::default()
                },
            )
        }
        Err(error) => {
            let typed: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.again(here, at_its_field(error), &typed)
        }
    }
}

/// The name of a test is typed where a test of the list is chosen.
fn at_its_field(error: HospitalError) -> HospitalError {
    match error {
        HospitalError::Invalid(faults) => {
            let faults = faults.into_iter().map(|fault| match fault.field.as_str() {
                "name" => Invalid::new("test", fault.reason),
                _ => fault,
            });
            HospitalError::Invalid(faults.collect())
        }
        other => other,
    }
}

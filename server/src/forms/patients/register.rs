//! `/patients/register`: the form; who may be the same, always; and then the new patient.

use app::forms::patients::register as view;
use app::forms::{Around, Flash};
use app::routes;
use axum::extract::Form;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::patients::contacts::AtDesk;
use domain::patients::demographics::Typed;
use hospital::HospitalError;
use hospital::patients::register::{self, Registered};
use serde::Deserialize;

use crate::forms::{Desk, unknown_act};
use crate::pages;

/// What was typed, and which of its buttons was pressed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    /// Those who were shown as perhaps the same.
    seen: String,
    #[serde(flatten)]
    typed: Typed,
    #[serde(flatten)]
    reached: AtDesk,
}

pub(super) async fn form(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let may = desk.run(async move {
        let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
        ctx.check(Action::RegisterPatient, &Subject::Hospital(hospital)).await
    });
    match may.await {
        Ok(_) => {
            let script = pages::assets(&desk.state).suggest;
            desk.page("Register a patient", Around::Frame, || view::form(script))
        }
        Err(error) => desk.refusal(error),
    }
}

/// Who may be the one who is being typed: asked by the script of the form, answered as a part of its page.
pub(super) async fn suggest(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let (now, locale) = (ctx.now(), desk.locale());
    match desk.run(async move { register::suggest(&ctx, &typed).await }).await {
        Ok((alike, zone)) => {
            let no_store = [(header::CACHE_CONTROL, "no-store")];
            (no_store, Html(view::suggested(locale, now, alike, &zone))).into_response()
        }
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn act(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let Posted {
        act,
        seen,
        typed,
        reached,
    } = posted;
    let (ctx, person, contacts) = (desk.ctx(), typed.clone(), reached.clone());
    let done = desk.run(async move {
        match act.as_str() {
            "check" => register::check_person(&ctx, &person, &contacts)
                .await
                .map(Registered::LookFirst),
            "save" => {
                let seen: Vec<PatientId> = seen.split(',').filter_map(|id| id.parse().ok()).collect();
                register::register_patient(&ctx, &person, &contacts, &seen).await
            }
            // Back to the form, with what was typed.
            "change" => Err(HospitalError::Invalid(Vec::new())),
            _ => {
                let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
                ctx.check(Action::RegisterPatient, &Subject::Hospital(hospital)).await?;
                Err(unknown_act())
            }
        }
    });
    match done.await {
        Ok(Registered::LookFirst(checked)) => {
            desk.page_saying(Flash::default(), "Register a patient", Around::Frame, || {
                view::check(&typed, &reached, checked)
            })
        }
        Ok(Registered::Done(patient, number)) => desk.done(
            &routes::record_of(patient),
            format!("Registered here under {number}. Look through what stands below, and add what is missing."),
        ),
        Ok(Registered::Differs(patient, number)) => desk.say(
            &routes::identity_of(patient),
            Flash {
                done: format!("Registered here under {number}. They are known already, and not all that you typed stands there. Compare, and save what is right."),
                typed: typed.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
                ..Flash::default()
            },
        ),
        Err(error) => {
            let fields: Vec<(&str, &str)> = typed.fields().into_iter().chain(reached.fields()).collect();
            desk.again(routes::PATIENT_REGISTER, error, &fields)
        }
    }
}

//! `/hospital/access`: who may do what, and why. A question is posted, so that no patient's number stands in an address; it changes nothing, and its answer is
//! the page.

use app::forms::access::{self as view, Answer, Asked};
use app::forms::{Around, Flash};
use app::routes;
use axum::extract::{Form, Query};
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use domain::actor::Role;
use domain::invalid::Invalid;
use hospital::access::{self, Target};
use hospital::{Ctx, HospitalError};
use serde::Deserialize;

use super::{Desk, id};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(routes::ACCESS, |it| on(it, page)),
    Endpoint::post(routes::ACCESS, |it| on(it, ask)),
];

/// Which column of the table.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Shown {
    role: String,
}

/// The question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    person: String,
    action: String,
    about: String,
    named: String,
}

async fn page(desk: Desk, Query(shown): Query<Shown>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { access::askable(&ctx).await }).await {
        Ok(askable) => {
            let role = Role::parse(&shown.role);
            desk.page("Who may do what", Around::Frame, || {
                view::page(askable, Asked::default(), None, role)
            })
        }
        Err(error) => desk.refusal(error),
    }
}

async fn ask(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let (ctx, question) = (desk.ctx(), typed.clone());
    let answered = desk
        .run(async move {
            let askable = access::askable(&ctx).await?;
            match explain(&ctx, &question).await {
                Ok(explained) => Ok((askable, Some(explained), Vec::new())),
                Err(HospitalError::Invalid(faults)) => Ok((askable, None, faults)),
                Err(error) => Err(error),
            }
        })
        .await;
    let asked = Asked {
        person: typed.person,
        action: typed.action,
        about: typed.about,
        named: typed.named,
    };
    match answered {
        Ok((askable, answer, faults)) => {
            let flash = Flash {
                faults,
                ..Flash::default()
            };
            desk.page_saying(flash, "Who may do what", Around::Frame, || {
                view::page(askable, asked, answer, None)
            })
        }
        Err(error) => desk.refusal(error),
    }
}

async fn explain(ctx: &Ctx, typed: &Typed) -> hospital::Result<Answer> {
    let target = match typed.about.as_str() {
        "patient" => Target::Patient(typed.named.clone()),
        "device" => Target::Device(typed.named.clone()),
        "hospital" | "" => Target::Hospital,
        ward => Target::Ward(id(ward)),
    };
    let action = Action::parse(&typed.action)
        .ok_or_else(|| HospitalError::Invalid(vec![Invalid::new("action", "Choose a right from the list.")]))?;
    match typed.person.as_str() {
        "" => access::explain_everybody(ctx, action, target)
            .await
            .map(Answer::Everybody),
        person => access::explain(ctx, id(person), action, target).await.map(Answer::One),
    }
}

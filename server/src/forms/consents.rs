//! `/my/consents`: what a patient lets others do; `/hospital/consents`: which hold, for an admin.

use app::forms::{Around, consents as pages};
use app::routes::{HOSPITAL_CONSENTS, MY_CONSENTS, MY_CONSENTS_WITHDRAW};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use domain::consents::{Given, Purpose};
use hospital::{HospitalError, consents};
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// These doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get(MY_CONSENTS, |it| on(it, mine)),
    Endpoint::post(MY_CONSENTS, |it| on(it, give)),
    Endpoint::post(MY_CONSENTS_WITHDRAW, |it| on(it, withdraw)),
    Endpoint::get(HOSPITAL_CONSENTS, |it| on(it, here)),
];

async fn mine(desk: Desk) -> Response {
    let (ctx, language) = (desk.ctx(), desk.locale().tag());
    match desk.run(async move { consents::list_own(&ctx, language).await }).await {
        Ok(own) => desk.page("Sharing my record", Around::Frame, || pages::mine(own)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Agreed {
    purpose: String,
    version: String,
    /// In which the words were read.
    language: String,
    to: String,
    scope: String,
}

async fn give(desk: Desk, Form(form): Form<Agreed>) -> Response {
    let ctx = desk.ctx();
    let given = desk
        .run(async move {
            let given = Given::parse(&form.purpose, &form.to, &form.scope);
            // Who may not agree is told so before what they typed is looked at.
            let (given, version) = match (given, form.version.parse()) {
                (Ok(given), Ok(version)) => (given, version),
                (given, _) => {
                    consents::list_own(&ctx, "en").await?;
                    let fault = given.err().into_iter().collect();
                    return Err(HospitalError::Invalid(fault));
                }
            };
            let language = Some(form.language.as_str()).filter(|tag| !tag.is_empty());
            consents::give(&ctx, given, version, language.unwrap_or("en"))
                .await
                .map(drop)
        })
        .await;
    match given {
        Ok(()) => desk.done(MY_CONSENTS, "You have agreed. It holds from now on."),
        Err(error) => desk.again(MY_CONSENTS, error, &[]),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TakenBack {
    consent: String,
}

async fn withdraw(desk: Desk, Form(form): Form<TakenBack>) -> Response {
    let ctx = desk.ctx();
    let id = form
        .consent
        .parse()
        .unwrap_or(domain::ids::ConsentId(uuid::Uuid::nil()));
    match desk.run(async move { consents::withdraw(&ctx, id).await }).await {
        Ok(()) => desk.done(MY_CONSENTS, "You have taken it back. It has ended."),
        Err(error) => desk.again(MY_CONSENTS, error, &[]),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    purpose: String,
    number: String,
    after: String,
}

async fn here(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let ctx = desk.ctx();
    let purpose = Purpose::parse(&asked.purpose);
    let number: String = asked
        .number
        .chars()
        .filter(|sign| !sign.is_control())
        .take(60)
        .collect();
    let (wanted, after) = (number.clone(), asked.after.parse().ok());
    match desk
        .run(async move { consents::list_here(&ctx, purpose, &wanted, after).await })
        .await
    {
        Ok(page) => desk.page("Consents", Around::Frame, || pages::here(page, purpose, &number)),
        Err(error) => desk.refusal(error),
    }
}

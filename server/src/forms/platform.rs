//! `/platform/hospitals`: hospitals that ask to be taken in. `/platform/accounts`: any account is closed, opened, signed out.

use app::forms::{Around, accounts, platform as pages};
use app::routes::{PLATFORM, PLATFORM_ACCOUNTS, PLATFORM_APPROVE, PLATFORM_REFUSE};
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use domain::access::{Action, Subject};
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::identity::close::{self, Wish};
use hospital::organisation::applications;
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 5] = [
    Endpoint::get(PLATFORM, |it| on(it, page)),
    Endpoint::post(PLATFORM_APPROVE, |it| on(it, approve)),
    Endpoint::post(PLATFORM_REFUSE, |it| on(it, refuse)),
    Endpoint::get(PLATFORM_ACCOUNTS, |it| on(it, accounts)),
    Endpoint::post(PLATFORM_ACCOUNTS, |it| on(it, change_account)),
];

/// Which one, and for a refusal why.
#[derive(Deserialize)]
struct Decided {
    application: Uuid,
    #[serde(default)]
    reason: String,
}

/// Which account, and what is done to it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Whose {
    login: String,
    act: String,
}

async fn accounts(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let may = desk.run(async move { ctx.check(Action::CloseAccount, &Subject::House).await.map(drop) });
    match may.await {
        Ok(()) => desk.page("Accounts", Around::Frame, accounts::page),
        Err(error) => desk.refusal(error),
    }
}

async fn change_account(desk: Desk, Form(whose): Form<Whose>) -> Response {
    let (ctx, login) = (desk.ctx(), whose.login.clone());
    let changed = desk.run(async move {
        ctx.check(Action::CloseAccount, &Subject::House).await?;
        let wish = Wish::parse(&whose.act)
            .ok_or_else(|| HospitalError::Invalid(vec![Invalid::new("act", "Choose what to do.")]))?;
        close::change_by_login(&ctx, &whose.login, wish).await?;
        Ok(super::portal::done(wish))
    });
    let changed = changed.await;
    desk.back_to(PLATFORM_ACCOUNTS, changed, &[("login", login)])
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { applications::list_waiting(&ctx).await }).await {
        Ok(waiting) => desk.page("Hospitals that wait", Around::Frame, || pages::page(waiting)),
        Err(error) => desk.refusal(error),
    }
}

async fn approve(desk: Desk, Form(form): Form<Decided>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { applications::approve(&ctx, form.application).await })
        .await
    {
        Ok(_) => desk.done(PLATFORM, "The hospital is set up; its first administrator is invited."),
        Err(error) => desk.again(PLATFORM, error, &[]),
    }
}

async fn refuse(desk: Desk, Form(form): Form<Decided>) -> Response {
    let ctx = desk.ctx();
    // Each application has a form of its own: what came back belongs to that of the same one.
    let typed = [
        ("application", form.application.to_string()),
        ("reason", form.reason.clone()),
    ];
    let verb = async move { applications::refuse(&ctx, form.application, &form.reason).await };
    match desk.run(verb).await {
        Ok(()) => desk.done(PLATFORM, "The application is refused. Its writer is told by mail."),
        Err(error) => {
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.again(PLATFORM, error, &typed)
        }
    }
}

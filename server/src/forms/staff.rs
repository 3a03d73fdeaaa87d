//! `/hospital/staff`: who works here, and what an admin changes.

use app::forms::{Around, staff as pages};
use app::routes::{
    STAFF, STAFF_ACTIVE, STAFF_FACTOR, STAFF_INACTIVE, STAFF_RENAME, STAFF_RESEND, STAFF_ROLES, STAFF_WITHDRAW,
};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use domain::actor::Role;
use domain::ids::UserId;
use domain::invalid::Invalid;
use hospital::organisation::staff::{self, Invite};
use hospital::{Ctx, HospitalError};
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 9] = [
    Endpoint::get(STAFF, |it| on(it, page)),
    Endpoint::post(STAFF, |it| on(it, invite)),
    Endpoint::post(STAFF_RESEND, |it| on(it, resend)),
    Endpoint::post(STAFF_WITHDRAW, |it| on(it, withdraw)),
    Endpoint::post(STAFF_ACTIVE, |it| on(it, active)),
    Endpoint::post(STAFF_INACTIVE, |it| on(it, inactive)),
    Endpoint::post(STAFF_ROLES, |it| on(it, roles)),
    Endpoint::post(STAFF_RENAME, |it| on(it, rename)),
    Endpoint::post(STAFF_FACTOR, |it| on(it, factor)),
];

/// Which page of the list.
#[derive(Deserialize)]
struct From {
    after: Option<String>,
}

/// An invitation, as typed.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    ward: String,
}

/// Which invitation.
#[derive(Deserialize)]
struct Which {
    invitation: Uuid,
}

/// Who.
#[derive(Deserialize)]
struct Whom {
    user: UserId,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let (ctx, demo) = (desk.ctx(), desk.state.config.demo);
    let may_change = desk.caller.actor.is(Role::HospitalAdmin) || desk.caller.actor.is(Role::SuperAdmin);
    match desk
        .run(async move { staff::list_staff(&ctx, from.after.as_deref()).await })
        .await
    {
        Ok(staff) => desk.page("Staff", Around::Frame, || pages::page(staff, may_change, demo)),
        Err(error) => desk.refusal(error),
    }
}

async fn invite(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let form = Invite {
        email: typed.email.clone(),
        name: typed.name.clone(),
        role: typed.role.clone(),
        ward: typed.ward.clone(),
        language: desk.locale().tag().to_owned(),
    };
    match desk.run(async move { staff::invite(&ctx, &form).await }).await {
        Ok(()) => desk.done(STAFF, "The invitation is on its way."),
        Err(error) => {
            let typed = [
                ("name", typed.name.as_str()),
                ("email", &typed.email),
                ("role", &typed.role),
                ("ward", &typed.ward),
            ];
            desk.again(STAFF, error, &typed)
        }
    }
}

async fn resend(desk: Desk, Form(which): Form<Which>) -> Response {
    act(desk, "The invitation is on its way once more.", move |ctx| async move {
        staff::resend(&ctx, which.invitation).await
    })
    .await
}

async fn withdraw(desk: Desk, Form(which): Form<Which>) -> Response {
    act(desk, "The invitation is withdrawn.", move |ctx| async move {
        staff::withdraw(&ctx, which.invitation).await
    })
    .await
}

async fn active(desk: Desk, Form(whom): Form<Whom>) -> Response {
    act(desk, "The account is active.", move |ctx| async move {
        staff::make_active(&ctx, whom.user).await
    })
    .await
}

async fn inactive(desk: Desk, Form(whom): Form<Whom>) -> Response {
    act(desk, "The account is inactive.", move |ctx| async move {
        staff::make_inactive(&ctx, whom.user).await
    })
    .await
}

async fn factor(desk: Desk, Form(whom): Form<Whom>) -> Response {
    let done = "The second factor is gone. The link to a new password is on its way to their e-mail address.";
    act(desk, done, move |ctx| async move {
        staff::lose_factor(&ctx, whom.user).await
    })
    .await
}

/// Who, and how they are called.
#[derive(Deserialize)]
struct Named {
    user: UserId,
    #[serde(default)]
    name: String,
}

async fn rename(desk: Desk, Form(named): Form<Named>) -> Response {
    act(desk, "The name is saved.", move |ctx| async move {
        staff::rename(&ctx, named.user, &named.name).await
    })
    .await
}

/// A form of boxes sends the same name several times.
async fn roles(desk: Desk, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let of = |name: &'static str| {
        pairs
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let Some(user) = of("user").next().and_then(|user| user.parse::<UserId>().ok()) else {
        return desk.refusal(HospitalError::NotFound);
    };
    let roles: Vec<Role> = of("role").filter_map(Role::parse).collect();
    act(desk, "The roles are saved.", move |ctx| async move {
        staff::set_roles(&ctx, user, &roles).await
    })
    .await
}

/// Does one thing to one row, and says so on the page.
async fn act<F>(desk: Desk, done: &'static str, verb: impl FnOnce(Ctx) -> F) -> Response
where
    F: Future<Output = hospital::Result<()>> + Send + 'static,
{
    let ctx = desk.ctx();
    match desk.run(verb(ctx)).await {
        Ok(()) => desk.done(STAFF, done),
        // A row has no field of its own to point to.
        Err(HospitalError::Invalid(faults)) => {
            let faults = faults.into_iter().map(|fault| Invalid::new("", fault.reason)).collect();
            desk.again(STAFF, HospitalError::Invalid(faults), &[])
        }
        Err(error) => desk.again(STAFF, error, &[]),
    }
}

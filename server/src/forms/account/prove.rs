//! Somebody proves anew who they are: `GET` asks, `POST` looks, and goes on to `next` under a new session id.

use std::fmt;

use app::forms::Around;
use app::forms::account::prove as form;
use app::routes::prove_then;
use axum::extract::{Extension, Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use hospital::HospitalError;
use hospital::identity::Realm;
use hospital::identity::factor;
use hospital::identity::prove::{self, Typed as Proof};
use serde::Deserialize;

use super::{Fresh, paths, realm, take};
use crate::forms::Desk;
use crate::forms::asking::origin;
use crate::sign_in::Doors;
use crate::sign_in::next::local;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    next: String,
}

/// The form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    password: String,
    code: String,
    next: String,
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// Where to go on: a page of ours in the realm of whoever asks, else their account.
fn on_to(desk: &Desk, next: &str) -> String {
    let page = next.split(['?', '#']).next().unwrap_or_default();
    local(next)
        .filter(|_| Realm::of_path(page) == realm(desk) && !crate::sign_in::is_door(page))
        .unwrap_or(paths(desk).account)
        .to_owned()
}

/// The page.
pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { factor::status(&ctx).await }).await {
        Ok(status) => {
            let (paths, next) = (paths(&desk), on_to(&desk, &asked.next));
            desk.page("Is it still you?", Around::Sheet, move || {
                form::page(paths, next, status.since.is_some())
            })
        }
        Err(error) => desk.refusal(error),
    }
}

/// The door.
pub(super) async fn prove(desk: Desk, Extension(doors): Extension<Doors>, Form(typed): Form<Typed>) -> Response {
    let (fresh, tried) = match (Fresh::of(&desk), take(&desk, &doors).await) {
        (Ok(fresh), Ok(tried)) => (fresh, tried),
        (Err(error), _) => return desk.refusal(error),
        (_, Err(wait)) => return *wait,
    };
    let next = on_to(&desk, &typed.next);
    let (ctx, keys, origin) = (desk.ctx(), fresh.keys(), origin(&desk));
    let proved = desk.run(async move {
        let proof = Proof {
            password: &typed.password,
            code: &typed.code,
        };
        prove::prove(&ctx, keys, proof, &origin).await
    });
    match proved.await {
        Ok(_) => {
            doors.throttle().forgive(tried);
            fresh.tell(Redirect::to(&next).into_response())
        }
        Err(error @ HospitalError::Invalid(_)) => desk.again(&prove_then(&next), error, &[]),
        Err(error) => {
            doors.throttle().forgive(tried);
            desk.again(&prove_then(&next), error, &[])
        }
    }
}

//! The second factor's page and its acts. Each act wants a proof of at most five minutes.

use std::fmt;

use app::forms::account::factor as form;
use app::forms::{Around, Flash};
use axum::extract::{Extension, Form};
use axum::response::{IntoResponse, Redirect, Response};
use hospital::HospitalError;
use hospital::identity::factor::{self, RecoveryCodes};
use serde::Deserialize;

use super::{Fresh, paths, take};
use crate::forms::Desk;
use crate::sign_in::Doors;

/// What the acts send.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    code: String,
    new_password: String,
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// The page. What is being set up is shown only to who has just proved who they are.
pub(super) async fn show(desk: Desk) -> Response {
    let (ctx, this) = (desk.ctx(), desk.caller.session);
    let gathered = desk.run(async move {
        let status = factor::status(&ctx).await?;
        let pending = match this.filter(|_| status.is_pending && ctx.is_fresh()) {
            Some(this) => factor::pending(&ctx, this).await?,
            None => None,
        };
        Ok((status, pending))
    });
    match gathered.await {
        Ok((status, pending)) => {
            let paths = paths(&desk);
            if desk.caller.must_enrol {
                desk.page("Set up a second factor", Around::Sheet, move || {
                    form::first(paths, status, pending)
                })
            } else {
                desk.page("Second factor", Around::Frame, move || {
                    form::page(paths, status, pending)
                })
            }
        }
        Err(error) => desk.refusal(error),
    }
}

/// Begins to set an app up.
pub(super) async fn begin(desk: Desk) -> Response {
    let (ctx, this) = (desk.ctx(), desk.caller.session);
    let begun = desk.run(async move { factor::begin(&ctx, this.ok_or(HospitalError::SignIn)?).await });
    match begun.await {
        Ok(()) => Redirect::to(paths(&desk).factor).into_response(),
        Err(error) => desk.again(paths(&desk).factor, error, &[]),
    }
}

/// The app's first code.
pub(super) async fn confirm(desk: Desk, Extension(doors): Extension<Doors>, Form(typed): Form<Typed>) -> Response {
    let (fresh, tried) = match (Fresh::of(&desk), take(&desk, &doors).await) {
        (Ok(fresh), Ok(tried)) => (fresh, tried),
        (Err(error), _) => return desk.refusal(error),
        (_, Err(wait)) => return *wait,
    };
    let (ctx, keys) = (desk.ctx(), fresh.keys());
    match desk
        .run(async move { factor::confirm(&ctx, keys, &typed.code).await })
        .await
    {
        Ok(codes) => {
            doors.throttle().forgive(tried);
            fresh.tell(shown(
                &desk,
                &codes,
                "Your second factor is set up. These are your recovery codes.",
            ))
        }
        Err(error) => desk.again(paths(&desk).factor, error, &[]),
    }
}

/// New recovery codes.
pub(super) async fn renew(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { factor::renew(&ctx).await }).await {
        Ok(codes) => shown(
            &desk,
            &codes,
            "These are your new recovery codes. The old ones no longer work.",
        ),
        Err(error) => desk.again(paths(&desk).factor, error, &[]),
    }
}

/// Takes the factor away.
pub(super) async fn remove(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let fresh = match Fresh::of(&desk) {
        Ok(fresh) => fresh,
        Err(error) => return desk.refusal(error),
    };
    let (ctx, keys) = (desk.ctx(), fresh.keys());
    match desk
        .run(async move { factor::remove(&ctx, keys, &typed.new_password).await })
        .await
    {
        Ok(()) => fresh.tell(desk.done(
            paths(&desk).factor,
            "The second factor is removed, your new password counts, and every other session of yours has ended.",
        )),
        Err(error) => desk.again(paths(&desk).factor, error, &[]),
    }
}

/// Back to the page, which shows the codes this once.
fn shown(desk: &Desk, codes: &RecoveryCodes, done: &str) -> Response {
    let codes = codes
        .shown()
        .enumerate()
        .map(|(place, code)| (format!("{}", place + 1), code.to_owned()));
    desk.say(
        paths(desk).factor,
        Flash {
            done: done.to_owned(),
            shown: codes.collect(),
            ..Flash::default()
        },
    )
}

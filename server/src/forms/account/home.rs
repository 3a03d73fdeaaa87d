//! The account page and its acts.

use std::fmt;

use app::forms::Around;
use app::forms::account::home::{self as form, Account};
use app::routes::PORTAL_ACCOUNT;
use axum::extract::{Extension, Form};
use axum::response::Response;
use domain::identity::contact::Contact;
use hospital::HospitalError;
use hospital::identity::{SessionKey, employee_id, factor, passwords, profile, sessions, sign_ins, workplaces};
use hospital::patients::corrections;
use hospital::tokens;
use serde::Deserialize;
use uuid::Uuid;

use super::{Fresh, paths, realm, take};
use crate::forms::Desk;
use crate::forms::asking::origin;
use crate::sign_in::{Doors, leave};

/// The page.
pub(super) async fn show(desk: Desk) -> Response {
    let (ctx, this, paths) = (desk.ctx(), desk.caller.session, paths(&desk));
    let (roles, hospital) = desk
        .caller
        .me
        .as_ref()
        .map_or_else(Default::default, |me| (me.roles.clone(), me.hospital.clone()));
    let gathered = desk.run(async move {
        let this = this.ok_or(HospitalError::SignIn)?;
        Ok(Account {
            paths,
            roles,
            hospital,
            employee_id: employee_id(&ctx).await?,
            workplaces: workplaces(&ctx).await?,
            own: corrections::read_own(&ctx).await?,
            profile: profile::read(&ctx).await?,
            factor: factor::status(&ctx).await?,
            sessions: sessions::list_own(&ctx, this).await?,
            programs: tokens::list_own(&ctx).await?,
            sign_ins: sign_ins::list_own(&ctx).await?,
        })
    });
    match gathered.await {
        Ok(account) => desk.page("Account", Around::Frame, move || form::page(account)),
        Err(error) => desk.refusal(error),
    }
}

/// How they are reached.
pub(super) async fn change_contact(desk: Desk, Form(contact): Form<Contact>) -> Response {
    let (ctx, typed) = (desk.ctx(), contact.clone());
    match desk
        .run(async move { profile::change_contact(&ctx, contact).await })
        .await
    {
        Ok(()) => desk.done(paths(&desk).account, "How we reach you is saved."),
        Err(error) => {
            let typed = [
                ("phone", typed.phone.as_str()),
                ("address", typed.address.as_str()),
                ("emergency_name", typed.emergency_name.as_str()),
                ("emergency_phone", typed.emergency_phone.as_str()),
            ];
            desk.again(paths(&desk).account, error, &typed)
        }
    }
}

/// Two passwords.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Passwords {
    old_password: String,
    new_password: String,
    code: String,
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passwords")
    }
}

/// A new password.
pub(super) async fn change_password(
    desk: Desk,
    Extension(doors): Extension<Doors>,
    Form(typed): Form<Passwords>,
) -> Response {
    let (fresh, tried) = match (Fresh::of(&desk), take(&desk, &doors).await) {
        (Ok(fresh), Ok(tried)) => (fresh, tried),
        (Err(error), _) => return desk.refusal(error),
        (_, Err(wait)) => return *wait,
    };
    let (ctx, keys, origin) = (desk.ctx(), fresh.keys(), origin(&desk));
    let changed = desk.run(async move {
        let typed = passwords::Typed {
            old: &typed.old_password,
            new: &typed.new_password,
            code: &typed.code,
        };
        passwords::change(&ctx, keys, typed, &origin).await
    });
    match changed.await {
        Ok(()) => {
            doors.throttle().forgive(tried);
            fresh.tell(desk.done(
                paths(&desk).account,
                "Your password is changed, and every other session of yours has ended.",
            ))
        }
        Err(error) => {
            // Only a wrong old password or a wrong code is a guess.
            let is_guess = matches!(&error, HospitalError::Invalid(faults) if faults.iter().any(|fault| fault.field != "new_password"));
            if !is_guess {
                doors.throttle().forgive(tried);
            }
            desk.again(paths(&desk).account, error, &[])
        }
    }
}

/// Which session: its id, or `all`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    pub(super) session: String,
}

/// Ends one session, or all.
pub(super) async fn end_session(desk: Desk, Form(which): Form<Which>) -> Response {
    let ctx = desk.ctx();
    let key = SessionKey::of_hex(&which.session);
    let ended = desk.run(async move {
        match key {
            Some(key) => sessions::end_own(&ctx, key).await,
            None if which.session == "all" => sessions::end_all_own(&ctx).await,
            None => Err(HospitalError::NotFound),
        }
    });
    match ended.await {
        Ok(()) if key.is_some() && key != desk.caller.session => {
            desk.done(paths(&desk).account, "That session has ended.")
        }
        Ok(()) => leave::left(realm(&desk)),
        Err(error) => desk.again(paths(&desk).account, error, &[]),
    }
}

/// Which program.
#[derive(Debug, Deserialize)]
pub(super) struct WhichProgram {
    pub(super) program: Uuid,
}

/// Ends what one program holds.
pub(super) async fn end_program(desk: Desk, Form(which): Form<WhichProgram>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { tokens::end_own(&ctx, which.program).await })
        .await
    {
        Ok(()) => desk.done(paths(&desk).account, "That program is signed out."),
        Err(error) => desk.again(paths(&desk).account, error, &[]),
    }
}

/// What is wrong in their chart.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wrong {
    words: String,
}

/// Says that their chart has them wrong.
pub(super) async fn correct(desk: Desk, Form(wrong): Form<Wrong>) -> Response {
    let (ctx, typed) = (desk.ctx(), wrong.words.clone());
    match desk
        .run(async move { corrections::ask(&ctx, &wrong.words).await })
        .await
    {
        Ok(()) => desk.done(PORTAL_ACCOUNT.account, "The hospital will look at what you wrote."),
        Err(error) => desk.again(PORTAL_ACCOUNT.account, error, &[("words", &typed)]),
    }
}

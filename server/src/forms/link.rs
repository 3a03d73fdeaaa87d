//! One-time links at the door. A link brings its secret in the address; the first thing that its page does is to move it into a cookie and to go on to the same
//! page without it, so that it stands in no history, no `Referer` and no picture of a screen. The form then posts the cookie. Opening a page uses nothing up.

use std::fmt;

use app::forms::{Around, recover};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use hospital::HospitalError;
use hospital::identity::links::DEAD;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{Desk, asking};
use crate::sessions::cookie;
use crate::throttle::{self, Route};

/// The cookie that carries the secret from the link to the form.
const COOKIE: &str = "__Host-wl_link";
/// How long, in seconds.
const WAITS: u32 = 900;
/// A secret is 256 bits in hexadecimal.
const LENGTH: usize = 64;

/// The query of a link.
#[derive(Default, Deserialize)]
pub struct Opened {
    /// The secret.
    link: Option<String>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened")
    }
}

/// When a link was opened: its secret goes into the cookie, and the reader to `page` without it.
pub fn take(page: &'static str, opened: Opened) -> Option<Response> {
    let secret = opened.link?;
    let mut answer = Redirect::to(page).into_response();
    if secret.len() == LENGTH && secret.bytes().all(|sign| sign.is_ascii_hexdigit()) {
        cookie::set(answer.headers_mut(), COOKIE, &secret, Some(WAITS));
    }
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Some(answer)
}

/// The secret of the link that was opened; an empty one, which opens nothing, when there is none.
pub fn secret(desk: &Desk) -> SecretString {
    cookie::read(desk.headers(), COOKIE).unwrap_or_default().into()
}

/// Runs what the link of `desk` opens. A link that opens nothing is a guess, and counts; whoever made too many gets the page that says to wait.
pub async fn counted<T, F>(desk: &Desk, verb: F) -> Result<hospital::Result<T>, Box<Response>>
where
    F: Future<Output = hospital::Result<T>> + Send + 'static,
    T: Send + 'static,
{
    let (secret, now) = (secret(desk), desk.state.house.clock.now());
    let tried = desk
        .state
        .throttle
        .take(Route::Link, secret.expose_secret(), asking::address(desk), now)
        .map_err(|wait| Box::new(throttle::refusal(false, wait)))?;
    let done = desk.run(verb).await;
    if !matches!(done, Err(HospitalError::Conflict(DEAD))) {
        desk.state.throttle.forgive(tried);
    }
    Ok(done)
}

/// The link was used: its cookie goes.
pub fn used(mut answer: Response) -> Response {
    cookie::remove(answer.headers_mut(), COOKIE);
    answer
}

/// The page of a link that opens nothing; `anew` is where the next one comes from. Other errors have their own page.
pub fn refused(desk: Desk, error: HospitalError, anew: Option<&'static str>) -> Response {
    match error {
        HospitalError::Conflict(sentence) => {
            let mut answer = desk.page("This link does not work", Around::Sheet, || {
                recover::dead(sentence, anew)
            });
            *answer.status_mut() = StatusCode::GONE;
            used(answer)
        }
        error => desk.refusal(error),
    }
}

//! [`Desk`]: what each door of a form page works with.

use std::convert::Infallible;
use std::future::Future;

use app::Locale;
use app::forms::again::{self, Drawn};
use app::forms::{Around, Flash, Paper, draw};
use app::language;
use app::routes::{HOME, LANGUAGE, prove_then, sign_in_then};
use app::text_size;
use app::welcome::Theme;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use hospital::audit::Gathering;
use hospital::identity::{Caller, RequestId, at_the_door};
use hospital::{Ctx, HospitalError};
use leptos::prelude::AnyView;
use uuid::Uuid;

use super::flash::COOKIE;
use crate::pages;
use crate::sessions::cookie;
use crate::sign_in::next::local;
use crate::state::AppState;

/// The request of a form page, with all that its door needs.
pub struct Desk {
    /// The server.
    pub state: AppState,
    /// Who asks.
    pub caller: Caller,
    number: RequestId,
    headers: HeaderMap,
    /// What is read for the page, where it is one that is drawn.
    gathering: Option<Gathering>,
    /// The page itself, to come back to: for an act the page from which it was posted.
    here: String,
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or(Caller::nobody());
        let number = parts
            .extensions
            .get::<RequestId>()
            .copied()
            .unwrap_or_else(|| RequestId(Uuid::now_v7()));
        let here = if parts.method == Method::GET {
            parts.uri.path_and_query().map(ToString::to_string)
        } else {
            came_from(&parts.headers)
        };
        Ok(Self {
            state: state.clone(),
            caller,
            number,
            headers: parts.headers.clone(),
            gathering: parts.extensions.get().cloned(),
            here: here.unwrap_or_else(|| parts.uri.path().to_owned()),
        })
    }
}

/// The path of the page from which a form was posted; browsers tell it to their own site (`Referrer-Policy: same-origin`).
fn came_from(headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let after = referer.split_once("://")?.1;
    let path = &after[after.find('/')?..];
    local(path).map(str::to_owned)
}

impl Desk {
    /// The context for a verb.
    pub fn ctx(&self) -> Ctx {
        let ctx = self.caller.ctx(&self.state.house, self.number);
        ctx.gathering(self.gathering.as_ref())
    }

    /// The context for a verb of whoever is not known yet: a link, a registration.
    pub fn at_the_door(&self) -> Ctx {
        at_the_door(&self.state.house, self.number.0).from_address(self.caller.address.as_deref())
    }

    /// The headers of the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The page from which an act was posted; everybody's home when the browser does not say.
    pub fn came_from(&self) -> &str {
        if self.here == LANGUAGE { HOME } else { &self.here }
    }

    /// The language in which they read.
    pub fn locale(&self) -> Locale {
        language::of(&self.caller, &self.headers)
    }

    /// Runs a verb to its end, also when the reader leaves meanwhile.
    pub async fn run<T, F>(&self, verb: F) -> hospital::Result<T>
    where
        F: Future<Output = hospital::Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        hospital::run(verb).await
    }

    /// The page, with what there is to say once.
    pub fn page(self, title: &'static str, around: Around, content: impl FnOnce() -> AnyView) -> Response {
        let flash = self.state.flashes.take(&self.headers, self.state.house.clock.now());
        let said = flash.is_some();
        let mut answer = self.page_saying(flash.unwrap_or_default(), title, around, content);
        if said {
            cookie::remove(answer.headers_mut(), COOKIE);
        }
        answer
    }

    /// The page, saying `flash`: for a question that changes nothing and is answered at once.
    pub fn page_saying(
        self,
        flash: Flash,
        title: &'static str,
        around: Around,
        content: impl FnOnce() -> AnyView,
    ) -> Response {
        let theme = Theme::of(&self.caller, &self.headers);
        let (locale, text_size) = (self.locale(), text_size::of(&self.caller, &self.headers));
        let paper = Paper {
            caller: self.caller,
            assets: pages::assets(&self.state),
            theme,
            locale,
            text_size,
            now: self.state.house.clock.now(),
            here: self.here,
            flash,
        };
        no_store(Html(draw(paper, title, around, content)).into_response())
    }

    /// A part of a page that is open already, drawn anew for its script. It is no page, and has no end of one.
    pub fn part(self, draw: impl FnOnce() -> Drawn) -> Response {
        let zone = self.caller.me.as_ref().map(|me| me.zone.clone()).unwrap_or_default();
        let (locale, units, now) = (self.locale(), self.caller.units, self.state.house.clock.now());
        no_store(again::part(locale, units, zone, now, draw).into_response())
    }

    /// After an act: to the page at `to`, which says what was done.
    pub fn done(&self, to: &str, sentence: impl Into<String>) -> Response {
        self.say(
            to,
            Flash {
                done: sentence.into(),
                ..Flash::default()
            },
        )
    }

    /// After an act: to the page at `to`, which says `flash` once.
    pub fn say(&self, to: &str, flash: Flash) -> Response {
        let mut answer = Redirect::to(to).into_response();
        self.state
            .flashes
            .put(flash, answer.headers_mut(), self.state.house.clock.now());
        no_store(answer)
    }

    /// After a refusal: back to the form at `to` with what was typed, when that helps; else the page that says why.
    pub fn again(&self, to: &str, error: HospitalError, typed: &[(&str, &str)]) -> Response {
        let (wrong, faults) = match error {
            HospitalError::Invalid(faults) => (String::new(), faults),
            HospitalError::Conflict(sentence) => (sentence.to_owned(), Vec::new()),
            HospitalError::Busy => (
                "Too much at once. Wait a few seconds and try again.".to_owned(),
                Vec::new(),
            ),
            error => return self.refusal(error),
        };
        let typed = typed
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.say(
            to,
            Flash {
                wrong,
                faults,
                typed: typed.collect(),
                ..Flash::default()
            },
        )
    }

    /// After an act of the page at `to`: what was done, or what was wrong with what was typed.
    pub fn back_to(&self, to: &str, outcome: hospital::Result<&'static str>, typed: &[(&str, String)]) -> Response {
        match outcome {
            Ok(sentence) => self.done(to, sentence),
            Err(error) => {
                let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.again(to, error, &typed)
            }
        }
    }

    /// The page of a refusal: to sign in, to prove who they are, or why not.
    pub fn refusal(&self, error: HospitalError) -> Response {
        match error {
            HospitalError::SignIn => no_store(Redirect::to(&sign_in_then(&self.here)).into_response()),
            HospitalError::StepUp => no_store(Redirect::to(&prove_then(&self.here)).into_response()),
            error => pages::refusal(&self.state, error, self.locale()),
        }
    }
}

fn no_store(mut answer: Response) -> Response {
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_comes_back_to_a_page_of_ours_only() {
        let from = |referer: &str| came_from(&HeaderMap::from_iter([(header::REFERER, referer.parse().unwrap())]));
        assert_eq!(
            from("http://127.0.0.1:3000/hospital/staff?after=B").as_deref(),
            Some("/hospital/staff?after=B")
        );
        assert_eq!(from("http://127.0.0.1:3000//evil.example"), None);
        assert_eq!(from("nonsense"), None);
    }
}

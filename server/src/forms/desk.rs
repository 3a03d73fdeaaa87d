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
use domain::actor::Role;
use hospital::audit::Gathering;
use hospital::identity::{Caller, Realm, RequestId, at_the_door};
use hospital::{Ctx, HospitalError};
use leptos::prelude::AnyView;
use tower_sessions::session::Id;
use uuid::Uuid;

use super::flash::{self, COOKIE, Whose};
use crate::pages;
use crate::sessions::cookie;
use crate::sessions::store::key_of;
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
    /// What was asked for, as its address says it.
    address: String,
    /// What this page has to say once, where its door has read it already.
    said: Option<Flash>,
}

/// Said of a form that waited while its writer came in again.
const NOT_YET_SAVED: &str = "Nothing is saved yet. Read what you typed once more, and send it again.";

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
            address: parts.uri.path_and_query().map_or("/", |all| all.as_str()).to_owned(),
            said: None,
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

    /// What the person who asks is here.
    pub fn roles(&self) -> Vec<Role> {
        self.caller.me.as_ref().map(|me| me.roles.clone()).unwrap_or_default()
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
    pub fn page(mut self, title: &'static str, around: Around, content: impl FnOnce() -> AnyView) -> Response {
        self.hear();
        let said = self.said.take();
        let is_last = said.is_some() && !self.state.flashes.waits(&self.headers);
        let mut answer = self.page_saying(said.unwrap_or_default(), title, around, content);
        if is_last {
            cookie::remove(answer.headers_mut(), COOKIE);
        }
        answer
    }

    /// What was typed in `field` of a form that comes back to this page, for a door that has to know before it draws.
    pub fn typed(&mut self, field: &str) -> Option<String> {
        self.hear();
        let mut typed = self.said.iter().flat_map(|said| &said.typed);
        typed.find(|(name, _)| name == field).map(|(_, value)| value.clone())
    }

    /// Takes what waits for this page.
    fn hear(&mut self) {
        if self.said.is_none() {
            let (whose, now) = (Whose::of(&self.caller.actor), self.state.house.clock.now());
            self.said = self.state.flashes.take((whose, &self.address), &self.headers, now);
        }
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

    /// The path that was asked for.
    pub fn path(&self) -> &str {
        flash::path(&self.address)
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
        let (whose, now) = (Whose::of(&self.caller.actor), self.state.house.clock.now());
        self.state
            .flashes
            .put(flash, (whose, to), &self.headers, answer.headers_mut(), now);
        no_store(answer)
    }

    /// After a refusal: back to the form at `to` with what was typed, when that helps; else the page that says why. Who has to prove who they are, or to sign in again, comes
    /// back to the form afterwards.
    pub fn again(&self, to: &str, error: HospitalError, typed: &[(&str, &str)]) -> Response {
        // Who is told that something has changed looks at what stands there now.
        let has_seen = matches!(error, HospitalError::Conflict(_));
        let (wrong, faults) = match error {
            HospitalError::Invalid(faults) => (String::new(), faults),
            HospitalError::Conflict(sentence) => (sentence.to_owned(), Vec::new()),
            HospitalError::Busy => (
                "Too much at once. Wait a few seconds and try again.".to_owned(),
                Vec::new(),
            ),
            HospitalError::SignIn if !typed.is_empty() => return self.keep(to, &sign_in_then(to), typed),
            HospitalError::StepUp if !typed.is_empty() => return self.keep(to, &prove_then(to), typed),
            error => return self.refusal(error),
        };
        self.say(
            to,
            Flash {
                wrong,
                faults,
                typed: owned(typed)
                    .into_iter()
                    .filter(|(name, _)| !(has_seen && name == "seen"))
                    .collect(),
                ..Flash::default()
            },
        )
    }

    /// On the way to come in again, and from there back to the form at `to`, where what was typed waits for its writer.
    fn keep(&self, to: &str, way: &str, typed: &[(&str, &str)]) -> Response {
        let mut answer = Redirect::to(way).into_response();
        if let Some(whose) = self.writer() {
            let form = Flash {
                wrong: NOT_YET_SAVED.to_owned(),
                typed: owned(typed),
                ..Flash::default()
            };
            let now = self.state.house.clock.now();
            self.state
                .flashes
                .keep(form, (whose, to), &self.headers, answer.headers_mut(), now);
        }
        no_store(answer)
    }

    /// Who wrote a form: whoever asks, or whose session it was that is over.
    fn writer(&self) -> Option<Whose> {
        let asks = Whose::of(&self.caller.actor);
        if !asks.is_nobody() {
            return Some(asks);
        }
        let realm = Realm::of_path(flash::path(&self.address));
        let session: Id = cookie::read(&self.headers, realm.cookie())?.parse().ok()?;
        self.state.flashes.whose(key_of(session), self.state.house.clock.now())
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

fn owned(typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let typed = typed.iter();
    typed
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
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

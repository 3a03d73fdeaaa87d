//! `GET/POST /emergency`, `POST /emergency/end`, `GET/POST /hospital/emergencies`, `POST /hospital/emergencies/officer`: records that are opened in an emergency, and their review.

use app::forms::{Around, emergency as pages};
use app::routes::{EMERGENCY, EMERGENCY_END, EMERGENCY_REVIEWS, HOME, PRIVACY_OFFICER, patient};
use axum::Form;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::access::{Action, Subject};
use domain::emergency::{Verdict, parse};
use domain::ids::{BreakGlassId, PatientId};
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::emergency::{self, Sought};
use serde::Deserialize;
use time::Date;
use time::macros::format_description;

use super::{Desk, asking, person};
use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::throttle::{self, Route};

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::get(EMERGENCY, |it| on(it, form)),
    Endpoint::post(EMERGENCY, |it| on(it, open)),
    Endpoint::post(EMERGENCY_END, |it| on(it, end)),
    Endpoint::get(EMERGENCY_REVIEWS, |it| on(it, queue)),
    Endpoint::post(EMERGENCY_REVIEWS, |it| on(it, close)),
    Endpoint::post(PRIVACY_OFFICER, |it| on(it, name)),
];

/// Whose page refused the reader.
#[derive(Debug, Deserialize)]
struct From {
    #[serde(default)]
    patient: String,
}

async fn form(desk: Desk, Query(from): Query<From>) -> Response {
    let known = from.patient.parse().ok();
    match may_open(&desk).await {
        Ok(()) => desk.page("Open a record in an emergency", Around::Frame, move || {
            pages::open(known)
        }),
        Err(error) => desk.refusal(error),
    }
}

/// The right is asked for before anything is typed, and so is the proof.
async fn may_open(desk: &Desk) -> hospital::Result<()> {
    let ctx = desk.ctx();
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let check = async move { ctx.check(Action::BreakGlass, &Subject::Hospital(hospital)).await };
    desk.run(check).await.map(drop)
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    patient: String,
    #[serde(default)]
    health_id: String,
    #[serde(default)]
    born_on: String,
    #[serde(default)]
    hospital_number: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("health_id", &self.health_id),
            ("born_on", &self.born_on),
            ("hospital_number", &self.hospital_number),
            ("reason", &self.reason),
            ("words", &self.words),
        ]
    }
}

async fn open(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let back = match typed.patient.parse::<PatientId>() {
        Ok(known) => format!("{EMERGENCY}?patient={known}"),
        Err(_) => EMERGENCY.to_owned(),
    };
    if let Err(error) = may_open(&desk).await {
        return desk.again(&back, error, &typed.fields());
    }
    // Who seeks in vain again and again guesses: each miss counts, what is not whole is no search.
    let user = desk
        .caller
        .actor
        .user()
        .map(|user| format!("account {user}"))
        .unwrap_or_default();
    let (from, now) = (asking::address(&desk), desk.state.house.clock.now());
    let tried = match desk.state.throttle.take(Route::Emergency, &user, from, now) {
        Ok(tried) => tried,
        Err(wait) => return throttle::refusal(false, wait),
    };
    let ctx = desk.ctx();
    let outcome = match (sought(&typed), parse(&typed.reason, &typed.words)) {
        (Ok(sought), Ok((reason, words))) => {
            desk.run(async move { emergency::open(&ctx, &sought, reason, &words).await })
                .await
        }
        (sought, told) => Err(HospitalError::Invalid(
            [sought.err(), told.err()].into_iter().flatten().flatten().collect(),
        )),
    };
    if !matches!(outcome, Ok(None)) {
        desk.state.throttle.forgive(tried);
    }
    let outcome = outcome.and_then(|opened| opened.ok_or_else(nobody));
    match outcome {
        Ok((of, _)) => Redirect::to(&patient(of)).into_response(),
        Err(error) => desk.again(&back, error, &typed.fields()),
    }
}

/// The same whichever part of what was typed is wrong.
fn nobody() -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(
        "",
        "Nobody is known under what you typed. Check each digit and the date of birth.",
    )])
}

/// Who is sought, by what was typed.
fn sought(typed: &Typed) -> Result<Sought, Vec<Invalid>> {
    if let Ok(patient) = typed.patient.parse() {
        return Ok(Sought::Known(patient));
    }
    let number = typed.hospital_number.trim();
    let health_id: String = typed
        .health_id
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '-'))
        .collect();
    if health_id.is_empty() && !number.is_empty() {
        return Ok(Sought::Here {
            hospital_number: number.to_owned(),
        });
    }
    let born_on = Date::parse(typed.born_on.trim(), format_description!("[year]-[month]-[day]")).ok();
    let whole = health_id.len() == 14 && health_id.bytes().all(|byte| byte.is_ascii_digit());
    match (whole, born_on) {
        (true, Some(born_on)) => Ok(Sought::Anywhere { health_id, born_on }),
        (whole, born_on) => Err([
            (!whole).then(|| {
                Invalid::new(
                    "health_id",
                    "Write the 14 digits of the health ID, or the hospital number below.",
                )
            }),
            born_on
                .is_none()
                .then(|| Invalid::new("born_on", "Write the date of birth, such as 1969-04-02.")),
        ]
        .into_iter()
        .flatten()
        .collect()),
    }
}

#[derive(Debug, Deserialize)]
struct Ended {
    patient: PatientId,
}

async fn end(desk: Desk, Form(ended): Form<Ended>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { emergency::end(&ctx, ended.patient).await }).await {
        Ok(()) => Redirect::to(HOME).into_response(),
        Err(error) => desk.refusal(error),
    }
}

async fn queue(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { emergency::list(&ctx).await }).await {
        Ok(queue) => desk.page("Emergency openings", Around::Frame, move || pages::queue(queue)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Deserialize)]
struct Reviewed {
    opening: BreakGlassId,
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    review: String,
}

async fn close(desk: Desk, Form(reviewed): Form<Reviewed>) -> Response {
    let ctx = desk.ctx();
    let Some(verdict) = Verdict::parse(&reviewed.verdict) else {
        return desk.refusal(HospitalError::NotFound);
    };
    // Each opening has a form of its own: what came back belongs to that of the same one.
    let typed = [
        ("opening", reviewed.opening.to_string()),
        ("review", reviewed.review.clone()),
    ];
    let closed = desk
        .run(async move { emergency::close(&ctx, reviewed.opening, verdict, &reviewed.review).await })
        .await;
    match closed {
        Ok(()) => desk.done(EMERGENCY_REVIEWS, "The review is closed."),
        Err(error) => {
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.again(EMERGENCY_REVIEWS, error, &typed)
        }
    }
}

#[derive(Debug, Deserialize)]
struct Named {
    #[serde(default)]
    officer: String,
}

async fn name(desk: Desk, Form(named): Form<Named>) -> Response {
    let ctx = desk.ctx();
    let typed = named.officer.clone();
    match desk
        .run(async move {
            let officer = match typed.trim() {
                "" => None,
                typed => Some(person(&ctx, Action::ManageRights, typed).await?),
            };
            emergency::name_officer(&ctx, officer).await
        })
        .await
    {
        Ok(Some(name)) => desk.done(EMERGENCY_REVIEWS, format!("{name} is the privacy officer from now on.")),
        Ok(None) => desk.done(EMERGENCY_REVIEWS, "Nobody is named: every administrator is told."),
        Err(error) => desk.again(EMERGENCY_REVIEWS, error, &[("officer", &named.officer)]),
    }
}

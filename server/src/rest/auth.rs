//! Programs sign in, refresh and sign out, and ask who they are. What tokens are: `hospital::tokens`.
//!
//! Programs of a hospital have a door of their own ([`token`]) and not a second meaning of [`log_in`]: who may be guessed at, by which throttle and with which
//! answer stays plain for each.

use std::fmt;

use axum::body::Body;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::invalid::Invalid;
use hospital::identity::sessions::SessionKey;
use hospital::identity::steps::{enter_code, wait_for_code};
use hospital::identity::{Origin, RequestId, SignedIn, at_the_door, sign_in_program, whom};
use hospital::tokens::{self, ACCESS_SECONDS, From, Pair, clients, keys};
use hospital::{Ctx, HospitalError};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::bearer::{self, Bearer};
use super::devices::{finish, json as read_json};
use super::problem::{Kind, Problem};
use crate::layers::peer;
use crate::sign_in::{Doors, device};
use crate::state::AppState;
use crate::throttle::{Route, Wait};

/// What somebody who signs in brings, besides the body.
struct Knock {
    ctx: Ctx,
    address: std::net::IpAddr,
    device: String,
    headers: HeaderMap,
    body: Body,
}

impl Knock {
    fn of(state: &AppState, request: Request) -> Self {
        let number = request
            .extensions()
            .get::<RequestId>()
            .map_or_else(Uuid::now_v7, |id| id.0);
        let (parts, body) = request.into_parts();
        Self {
            ctx: at_the_door(&state.house, number),
            address: peer::address(&parts.extensions, &parts.headers, state.config.trusted_proxies),
            device: device::words(&parts.headers),
            headers: parts.headers,
            body,
        }
    }
}

/// A person's sign-in as it is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogIn {
    login: String,
    password: String,
    /// The one-time code, for an account with a second factor.
    #[serde(default)]
    code: Option<String>,
}

impl fmt::Debug for LogIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogIn")
    }
}

/// A person's program signs in for them.
pub async fn log_in(
    State(state): State<AppState>,
    Extension(doors): Extension<Doors>,
    request: Request,
) -> Result<Response, Problem> {
    let knock = Knock::of(&state, request);
    let typed: LogIn = read_json(&knock.headers, knock.body).await?;
    let origin = Origin::new(knock.address.to_string(), knock.device);
    let whom = whom(&knock.ctx, &typed.login, &origin).await?;
    let tried = doors
        .throttle()
        .take(Route::SignIn, &whom, knock.address, knock.ctx.now());
    let tried = tried.map_err(too_many)?;
    let ctx = knock.ctx.from_address(origin.address.as_str());
    let entering = tokio::spawn(async move {
        let signed_in = sign_in_program(&ctx, &typed.login, &typed.password, &origin).await?;
        let signed_in = second_factor(&ctx, signed_in, typed.code.as_deref(), &origin).await?;
        let from = From {
            device: &origin.device,
            address: &origin.address,
        };
        tokens::log_in(&ctx, &signed_in, from).await
    });
    let half_way = |_| Err(HospitalError::Internal("signing in stopped half-way"));
    let (is_guess, answered) = match entering.await.unwrap_or_else(half_way) {
        Ok(pair) => (false, Ok(answer(&pair))),
        Err(error) => refusal(error),
    };
    if !is_guess {
        doors.throttle().forgive(tried);
    }
    answered
}

/// Why somebody is not let in, and whether it was a guess that counts.
fn refusal<T>(error: HospitalError) -> (bool, Result<T, Problem>) {
    let unmatched = "Check the login and the password, and send both again.";
    let code = "Send login, password and the code that the app shows now, which was not used before.";
    let of = |faults: &[Invalid], field: &str| faults.iter().any(|fault| fault.field == field);
    let (is_guess, problem) = match error {
        // Whoever has the password does not get to guess codes.
        HospitalError::Invalid(faults) if of(&faults, "code") => (true, Problem::new(Kind::Code, code)),
        HospitalError::Invalid(faults) if of(&faults, CODE_WANTED) => (false, Problem::new(Kind::Code, code)),
        HospitalError::Invalid(faults) if of(&faults, "") => (true, Problem::new(Kind::Credentials, unmatched)),
        HospitalError::SignIn => (false, Problem::new(Kind::Credentials, unmatched)),
        HospitalError::Busy => (false, busy()),
        other => (false, other.into()),
    };
    (is_guess, Err(problem))
}

/// Where the fault lies when no code was sent: that is no guess, and costs no try.
const CODE_WANTED: &str = "code_wanted";

/// Whoever has a second factor proves it in the same request. The first step's proof waits on the server for no longer than that.
async fn second_factor(
    ctx: &Ctx,
    who: SignedIn,
    code: Option<&str>,
    origin: &Origin,
) -> Result<SignedIn, HospitalError> {
    if !who.has_factor {
        return Ok(who);
    }
    let wanted = || {
        HospitalError::Invalid(vec![Invalid::new(
            CODE_WANTED,
            "Send the code that your app shows now.",
        )])
    };
    let code = code.filter(|code| !code.trim().is_empty()).ok_or_else(wanted)?;
    let key = SessionKey::of_id(Uuid::new_v4().as_bytes());
    wait_for_code(ctx, key, &who, false).await?;
    enter_code(ctx, key, code, origin).await.map(|(who, _)| who)
}

/// A program's sign-in as it is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    client_id: String,
    client_secret: String,
}

/// A program of a hospital signs in for itself.
pub async fn token(
    State(state): State<AppState>,
    Extension(doors): Extension<Doors>,
    request: Request,
) -> Result<Response, Problem> {
    let knock = Knock::of(&state, request);
    let typed: Credentials = read_json(&knock.headers, knock.body).await?;
    let tried = doors
        .throttle()
        .take(Route::ApiAuth, &typed.client_id, knock.address, knock.ctx.now());
    let tried = tried.map_err(too_many)?;
    let (ctx, address, device) = (knock.ctx, knock.address.to_string(), knock.device);
    let entering = tokio::spawn(async move {
        let from = From {
            device: &device,
            address: &address,
        };
        clients::log_in(&ctx, &typed.client_id, &typed.client_secret, from).await
    });
    let half_way = |_| Err(HospitalError::Internal("signing in stopped half-way"));
    match entering.await.unwrap_or_else(half_way) {
        Err(HospitalError::SignIn) => Err(Problem::new(
            Kind::Credentials,
            "Check client_id and client_secret. An administrator of the hospital makes a new secret.",
        )),
        done => {
            doors.throttle().forgive(tried);
            Ok(answer(&done?))
        }
    }
}

/// A refresh token as it is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    refresh_token: String,
}

/// The next pair for a refresh token.
pub async fn refresh(State(state): State<AppState>, request: Request) -> Result<Response, Problem> {
    let knock = Knock::of(&state, request);
    let held: Held = read_json(&knock.headers, knock.body).await?;
    let (ctx, address, now) = (knock.ctx, knock.address, state.house.clock.now());
    state.throttle.may(Route::ApiAuth, address, now).map_err(too_many)?;
    let done = finish(async move { tokens::refresh(&ctx, &held.refresh_token).await }).await;
    if matches!(&done, Err(problem) if problem.status == 401) {
        state
            .throttle
            .take(Route::ApiAuth, "", address, now)
            .map_err(too_many)?;
    }
    let refused = |problem: Problem| match problem.status {
        401 => Problem::new(Kind::RefreshToken, "Sign in again to begin anew."),
        _ => problem,
    };
    done.map(|pair| answer(&pair)).map_err(refused)
}

/// Ends everything that grew from a sign-in: shown is its access token, or sent is one of its refresh tokens.
pub async fn log_out(State(state): State<AppState>, request: Request) -> Result<Response, Problem> {
    let knock = Knock::of(&state, request);
    let ctx = knock.ctx;
    if let Some(token) = bearer::shown(&knock.headers) {
        let caller = tokens::who(&state.house, token).await.map_err(bearer::problem)?;
        finish(async move { tokens::end_family(&ctx, caller.family).await }).await?;
    } else {
        let held: Held = read_json(&knock.headers, knock.body).await?;
        finish(async move { tokens::log_out(&ctx, &held.refresh_token).await }).await?;
    }
    Ok((StatusCode::NO_CONTENT, no_store()).into_response())
}

/// Who shows this access token.
pub async fn me(bearer: Bearer) -> Response {
    let caller = bearer.caller;
    let actor = &caller.actor;
    let (kind, id) = match actor {
        Actor::Staff { user, .. } => ("staff", user.0),
        Actor::Patient { user, .. } => ("patient", user.0),
        Actor::Proxy { user, .. } => ("proxy", user.0),
        Actor::ApiClient { client, .. } => ("client", client.0),
        Actor::Device { device, .. } => ("device", device.0),
        Actor::Worker { .. } | Actor::Nobody => ("nobody", Uuid::nil()),
    };
    let (roles, scopes): (Vec<&str>, Vec<&str>) = match actor {
        Actor::Staff { roles, .. } => (roles.iter().map(|role| role.name()).collect(), Vec::new()),
        Actor::ApiClient { scopes, .. } => (Vec::new(), scopes.iter().map(|scope| scope.name()).collect()),
        _ => (Vec::new(), Vec::new()),
    };
    let body = json!({
        "kind": kind,
        "id": id,
        "name": caller.name,
        "hospital": { "id": actor.hospital(), "name": caller.hospital_name },
        "roles": roles,
        "scopes": scopes,
    });
    (no_store(), axum::Json(body)).into_response()
}

/// The public halves of the keys that sign access tokens.
pub async fn jwks(State(state): State<AppState>) -> Result<Response, Problem> {
    let published = keys::published(&state.house).await?;
    // Keys are published two days before they sign, so an hour is never too long.
    let cache = [(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"))];
    Ok((cache, axum::Json(published)).into_response())
}

/// Tokens as they are answered, in the words of RFC 6749 section 5.1.
fn answer(pair: &Pair) -> Response {
    let mut body = json!({
        "access_token": pair.access.expose_secret(),
        "token_type": "Bearer",
        "expires_in": ACCESS_SECONDS,
    });
    if let (Some(refresh), Value::Object(members)) = (&pair.refresh, &mut body) {
        members.insert("refresh_token".into(), refresh.token.expose_secret().into());
        members.insert("refresh_expires_in".into(), refresh.expires_in.into());
    }
    (no_store(), axum::Json(body)).into_response()
}

fn no_store() -> [(header::HeaderName, HeaderValue); 1] {
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]
}

fn too_many(Wait(seconds): Wait) -> Problem {
    Problem {
        retry_after: u32::try_from(seconds).ok(),
        ..Problem::new(Kind::TooManyTries, "Wait for the seconds in Retry-After.")
    }
}

fn busy() -> Problem {
    Problem {
        retry_after: Some(2),
        ..Problem::new(
            Kind::SignInBusy,
            "Send the same again after the seconds in Retry-After.",
        )
    }
}

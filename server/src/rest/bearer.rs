//! [`Bearer`]: who asks with an access token, for every area of the API that people's programs and hospitals' own programs use.
//!
//! ```ignore
//! pub async fn list(bearer: Bearer) -> Result<Response, Problem> {
//!     let rows = hospital::appointments::list(&bearer.ctx()).await.map_err(bearer::problem)?;
//! ```

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use hospital::identity::RequestId;
use hospital::tokens::{self, Caller};
use hospital::{Ctx, HospitalError, House};
use uuid::Uuid;

use super::problem::{Kind, Problem};
use crate::state::AppState;

/// Who asks. Roles and standing are as the database has them now, never as a token says.
#[derive(Debug)]
pub struct Bearer {
    /// Who it is.
    pub caller: Caller,
    house: Arc<House>,
    request: Uuid,
}

impl Bearer {
    /// For the verb that is called.
    pub fn ctx(&self) -> Ctx {
        Ctx::new(self.house.clone(), self.caller.actor.clone(), self.request)
    }
}

impl FromRequestParts<AppState> for Bearer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let token = shown(&parts.headers).ok_or_else(|| problem(HospitalError::SignIn))?;
        let caller = tokens::who(&state.house, token).await.map_err(problem)?;
        Ok(Self {
            caller,
            house: state.house.clone(),
            request: parts.extensions.get::<RequestId>().map_or_else(Uuid::now_v7, |id| id.0),
        })
    }
}

/// The token that a request shows. Two of them are none.
pub fn shown(headers: &HeaderMap) -> Option<&str> {
    let mut sent = headers.get_all(header::AUTHORIZATION).iter();
    let one = sent.next().filter(|_| sent.next().is_none())?;
    one.to_str().ok()?.strip_prefix("Bearer ")
}

/// What went wrong, in the words of those who come with an access token.
pub fn problem(error: HospitalError) -> Problem {
    match error {
        HospitalError::SignIn => Problem::new(
            Kind::AccessToken,
            "Send `Authorization: Bearer <access token>`. POST /api/v1/auth/refresh answers the next one.",
        ),
        HospitalError::Denied(_) => {
            Problem::new(Kind::Forbidden, "Ask an administrator of the hospital for the right.")
        }
        HospitalError::NotFound => Problem::new(Kind::NotFound, "Check the ids in the path."),
        other => other.into(),
    }
}

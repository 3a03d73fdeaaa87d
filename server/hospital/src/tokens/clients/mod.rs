//! Programs of a hospital: made by an administrator with a list of scopes, each the name of an action. A program signs in with its id and its secret and is answered
//! an access token of ten minutes, without a refresh token: the secret itself is the long-lived part, and one such part is enough to look after.
//!
//! | verb | does |
//! | --- | --- |
//! | [`make`] | a new program; its secret is answered once |
//! | [`list`] | the programs of a hospital |
//! | [`renew_secret`] | another secret; the old one lives until the new one is first used, a day at the most |
//! | [`revoke`] | ends the program, its secrets and its tokens, within a second |
//! | [`log_in`] | id and secret → an access token |

mod list;
mod log_in;
mod make;
mod renew_secret;
mod revoke;

pub use list::{ClientPage, list};
pub use log_in::log_in;
pub use make::{Made, make};
pub use renew_secret::renew_secret;
pub use revoke::revoke;

use domain::access::Subject;
use domain::ids::ClientId;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};

/// The prefix by which a leaked secret is recognised.
const PREFIX: &str = "wlc_";

/// The hospital whose programs the actor may look after.
fn own_hospital(ctx: &Ctx) -> Result<Subject> {
    Ok(Subject::Hospital(ctx.actor().hospital().ok_or(HospitalError::SignIn)?))
}

/// Locks a program of the actor's hospital that works.
async fn lock(tx: &mut Tx, client: ClientId) -> Result<()> {
    // Row security shows those of the actor's hospital only.
    sqlx::query_scalar!(
        "SELECT c.id FROM api_client c WHERE c.id = $1 AND c.revoked_at IS NULL FOR UPDATE",
        client.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(drop)
    .ok_or(HospitalError::NotFound)
}

//! A person's own tries.

use domain::access::{Action, Subject};
use domain::identity::SignInRow;
use domain::identity::suspicion::Signal;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// The most that are shown.
const SHOWN: i64 = 50;

/// The newest tries on the asker's account, those that failed too.
pub async fn list_own(ctx: &Ctx) -> Result<Vec<SignInRow>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let rows = sqlx::query!(
        "SELECT   e.at, e.network, e.device, e.outcome, e.signals, e.score
         FROM     sign_in_event e
         WHERE    e.user_id = $1 AND e.outcome <> 'password'
         ORDER BY e.at DESC, e.id DESC
         LIMIT    $2",
        user.0,
        SHOWN,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| SignInRow {
        at: from_db(row.at),
        network: row.network,
        device: row.device,
        entered: row.outcome == "entered",
        outcome: in_words(&row.outcome).to_owned(),
        signals: row.signals.iter().filter_map(|name| Signal::parse(name)).collect(),
    });
    Ok(rows.collect())
}

fn in_words(outcome: &str) -> &'static str {
    match outcome {
        "entered" => "Signed in",
        "code_refused" => "Right password, wrong code",
        "locked" => "Refused: the account is locked",
        "waiting" => "Right password; this account may not enter yet",
        "blocked" => "Right password, refused as unusual",
        _ => "Wrong password",
    }
}

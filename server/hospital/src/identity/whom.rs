//! By what tries at an account are counted, whichever of its names was typed. A name that nobody has counts as it is typed, after the same work.

use domain::access::{Action, Subject};
use domain::ids::UserId;

use super::contact;
use super::login::Login;
use super::sign_ins::{Origin, enters_with};
use crate::ctx::Ctx;
use crate::error::Result;

/// What to count a try at `login` by; empty when that is no login.
///
/// A browser with which the owner came in before has tries of its own: who guesses elsewhere shuts nobody out of their own computer.
pub async fn whom(ctx: &Ctx, login: &str, origin: &Origin) -> Result<String> {
    let Some(login) = Login::parse(login) else {
        return Ok(String::new());
    };
    let (email, phone) = contact::of_login(&ctx.house().keys, &login);
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let user = sqlx::query_scalar!(
        "SELECT u.id FROM app_user u WHERE u.email_blind = $1 OR u.phone_blind = $2",
        email,
        phone,
    )
    .fetch_optional(&mut *tx)
    .await?
    .map(UserId);
    let known = enters_with(&mut tx, ctx, user, origin).await?;
    tx.commit().await?;
    Ok(user.map_or_else(|| login.text().to_owned(), |user| text(user, known, origin)))
}

/// The same for an account that is known already.
pub async fn whom_of(ctx: &Ctx, user: UserId, origin: &Origin) -> Result<String> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let known = enters_with(&mut tx, ctx, Some(user), origin).await?;
    tx.commit().await?;
    Ok(text(user, known, origin))
}

fn text(user: UserId, known: bool, origin: &Origin) -> String {
    match origin.browser.filter(|_| known) {
        Some(browser) => format!("account {user} browser {}", browser.hex()),
        None => format!("account {user}"),
    }
}

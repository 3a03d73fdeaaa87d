//! What happened around an account's safety, for its owner to read on their account's page.
//!
//! To tell of something else: a [`Kind`] with its name and its sentence, and [`tell_in`] in the transaction in which it happens.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::tokens::SecurityNotice;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// How many of the newest the page shows.
const SHOWN: i64 = 50;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A refresh token came twice.
    TokenReused,
}

impl Kind {
    const ALL: [Self; 1] = [Self::TokenReused];

    /// The name in the database.
    const fn name(self) -> &'static str {
        match self {
            Self::TokenReused => "token_reused",
        }
    }

    /// What the page says.
    const fn sentence(self) -> &'static str {
        match self {
            Self::TokenReused => {
                "A program that acts for you showed a token that had been used already. It may have been copied, so the program was signed out. \
                 Sign in there again; if you do not know the program, change your password."
            }
        }
    }
}

/// Tells the owner, in the transaction in which it happens.
pub async fn tell_in(tx: &mut Tx, ctx: &Ctx, user: UserId, kind: Kind) -> Result<()> {
    let told = sqlx::query!(
        "INSERT INTO security_notice (id, user_id, at, kind) VALUES ($1, $2, $3, $4)",
        Uuid::now_v7(),
        user.0,
        to_db(ctx.now()),
        kind.name(),
    );
    told.execute(&mut **tx).await?;
    Ok(())
}

/// The newest notices of whoever asks, newest first.
pub async fn list_own(ctx: &Ctx) -> Result<Vec<SecurityNotice>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let rows = sqlx::query!(
        "SELECT n.at, n.kind FROM security_notice n WHERE n.user_id = $1 ORDER BY n.at DESC, n.id LIMIT $2",
        user.0,
        SHOWN,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().filter_map(|row| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == row.kind)?;
        Some(SecurityNotice {
            at: from_db(row.at),
            sentence: kind.sentence().into(),
        })
    });
    Ok(rows.collect())
}

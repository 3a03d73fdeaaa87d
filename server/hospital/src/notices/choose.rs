//! How the reader wants to hear of each topic.

use domain::access::{Action, Subject};
use domain::invalid::Invalid;
use domain::notices::{Choice, Topic};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// What holds for the reader, topic by topic.
pub async fn choices(ctx: &Ctx) -> Result<Vec<(Topic, Choice)>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let said = sqlx::query!(
        "SELECT c.topic, c.choice FROM notice_choice c WHERE c.user_id = $1",
        user.0
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let of = |topic: Topic| {
        let row = said.iter().find(|row| row.topic == topic.name());
        row.and_then(|row| Choice::parse(&row.choice))
            .filter(|choice| topic.choices().contains(choice))
            .unwrap_or(topic.default_choice())
    };
    Ok(Topic::ALL.into_iter().map(|topic| (topic, of(topic))).collect())
}

/// Writes what the reader chose; topics that they do not name stay as they are.
///
/// # Errors
/// Invalid, with the topic, for what cannot be chosen: what is about safety comes always.
pub async fn choose(ctx: &Ctx, chosen: &[(Topic, Choice)]) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Account(user);
    let mut tx = ctx.begin(Action::ChangeAccount, &subject).await?;
    let wrong = chosen.iter().find(|(topic, choice)| !topic.choices().contains(choice));
    if let Some((topic, _)) = wrong {
        let fault = Invalid::new(topic.name(), "This cannot be switched off: it is about your safety.");
        return Err(fault.into());
    }
    for (topic, choice) in chosen {
        sqlx::query!(
            "INSERT INTO notice_choice (user_id, topic, choice) VALUES ($1, $2, $3)
             ON CONFLICT (user_id, topic) DO UPDATE SET choice = EXCLUDED.choice",
            user.0,
            topic.name(),
            choice.name(),
        )
        .execute(&mut *tx)
        .await?;
    }
    let entry = Entry::change("account.change_notices", Action::ChangeAccount, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

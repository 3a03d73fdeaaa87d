//! The mails that lie here, for the admins of a demo.

use domain::access::Action;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::ports::Mail;

/// The mails that lie here because they leave the machine in no other way, newest first. The door shows them in a demo only: they hold links that open accounts.
///
/// # Errors
/// [`HospitalError::NotFound`] when mails leave by a mail server.
pub async fn list_kept(ctx: &Ctx) -> Result<Vec<Mail>> {
    ctx.look(Action::ReadOutbox).await?.commit().await?;
    let kept = ctx.house().post.mailer().kept().ok_or(HospitalError::NotFound)?;
    kept.await
        .map_err(|_| HospitalError::Internal("the outbox could not be read"))
}

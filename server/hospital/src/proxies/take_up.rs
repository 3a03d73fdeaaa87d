//! Invitations to the address of who is at the door become theirs.

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// Takes up what `user` is invited to; answers how many that were. `ctx` is that of the door (`identity::at_the_door`): neither patient nor carer may write it.
/// Somebody who was invited twice by one patient keeps what they have.
pub async fn take_up(ctx: &Ctx, user: UserId) -> Result<usize> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let taken = sqlx::query!(
        "INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         SELECT i.id, i.patient_id, i.hospital_id, u.id, i.known_as, i.sections, i.made_by, i.during * tstzrange($2, NULL)
           FROM app_user u
           JOIN proxy_invitation i ON i.email_blind = u.email_blind
          WHERE u.id = $1 AND u.is_active AND i.during @> $2::timestamptz AND i.made_by <> u.id
            AND NOT EXISTS (SELECT FROM proxy p WHERE p.id = i.id)
         ON CONFLICT DO NOTHING
         RETURNING patient_id, made_by, known_as",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    for row in &taken {
        let notice = Notice::of(Kind::CarerTookUp)
            .about(PatientId(row.patient_id))
            .by(&row.known_as);
        notices::tell(&mut tx, ctx, UserId(row.made_by), notice).await?;
    }
    let entries = taken
        .iter()
        .map(|row| Entry::change_of_patient("proxy.take_up", Action::OpenSession, PatientId(row.patient_id)));
    audit::record_in(&mut tx, ctx, entries).await?;
    tx.commit().await?;
    Ok(taken.len())
}

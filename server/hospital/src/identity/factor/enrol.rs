//! Sets an app up: begin, show, and confirm with its first code.

use domain::access::{Action, Subject};
use domain::identity::Level;
use domain::ids::UserId;
use domain::invalid::Invalid;
use secrecy::{ExposeSecret, SecretString};

use super::{RecoveryCodes, WRONG_CODE, place, totp};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::Reached;
use crate::identity::own;
use crate::identity::sessions::{SessionKey, end_others_in, forget_all, rotate_in};
use crate::notices::{self, Kind};
use crate::time::to_db;

/// What the page shows while an app is being set up.
#[derive(Debug)]
pub struct Enrolment {
    svg: SecretString,
    key: SecretString,
}

impl Enrolment {
    /// The QR code as SVG.
    pub fn svg(&self) -> &str {
        self.svg.expose_secret()
    }

    /// The key in groups of four, for who cannot scan.
    pub fn key(&self) -> &str {
        self.key.expose_secret()
    }
}

/// Begins anew with a new secret, for the session that asks; one that was begun before and not confirmed is void.
pub async fn begin(ctx: &Ctx, this: SessionKey) -> Result<()> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let secret = totp::new_secret()?;
    let sealed = ctx.house().keys.seal(&place("pending_sealed", user), &secret)?;
    sqlx::query!(
        "INSERT INTO second_factor (user_id, pending_sealed, pending_of) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET pending_sealed = EXCLUDED.pending_sealed, pending_of = EXCLUDED.pending_of",
        user.0,
        sealed,
        this.to_db(),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// What was begun in the session that asks and waits for its first code: nobody who is signed in beside it sees the secret.
pub async fn pending(ctx: &Ctx, this: SessionKey) -> Result<Option<Enrolment>> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let kept = sqlx::query!(
        r#"SELECT f.pending_sealed AS "pending!", u.email_sealed, u.phone_sealed
           FROM   second_factor f
           JOIN   app_user u ON u.id = f.user_id
           WHERE  f.user_id = $1 AND f.pending_of = $2"#,
        user.0,
        this.to_db(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let Some(kept) = kept else { return Ok(None) };
    let secret = ctx.house().keys.open(&place("pending_sealed", user), &kept.pending)?;
    let keys = &ctx.house().keys;
    let reached = Reached::open(keys, user, kept.email_sealed.as_deref(), kept.phone_sealed.as_deref())?;
    let account = reached.email.or(reached.phone).unwrap_or_default();
    let shown = totp::show(&secret, &account)?;
    Ok(Some(Enrolment {
        svg: shown.svg,
        key: shown.key,
    }))
}

/// The first code of the app: from now on it is asked for. Every other session of the account ends, and what programs hold for it: they proved the password
/// alone. The one of `keys.0` goes on as `keys.1`. Answers the recovery codes, which are seen this once.
///
/// # Errors
/// [`HospitalError::Invalid`] when the code is not right; [`HospitalError::Conflict`] when nothing was begun in this session.
pub async fn confirm(ctx: &Ctx, keys: (SessionKey, SessionKey), code: &str) -> Result<RecoveryCodes> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let step = first_step(&mut tx, ctx, (user, keys.0), code).await?;
    let Some((step, sealed)) = step else {
        tx.rollback().await?;
        return Err(HospitalError::Invalid(vec![Invalid::new("code", WRONG_CODE)]));
    };
    let confirmed = sqlx::query!(
        "UPDATE second_factor
         SET    secret_sealed = $2, pending_sealed = NULL, pending_of = NULL, confirmed_at = $3, last_step = $4
         WHERE  user_id = $1 AND pending_sealed IS NOT NULL",
        user.0,
        sealed,
        to_db(ctx.now()),
        step,
    )
    .execute(&mut *tx)
    .await?;
    if confirmed.rows_affected() != 1 {
        tx.rollback().await?;
        return Err(HospitalError::Conflict("This app was set up already, or not begun."));
    }
    sqlx::query!("UPDATE app_user SET proofs = proofs + 1 WHERE id = $1", user.0)
        .execute(&mut *tx)
        .await?;
    let others = end_others_in(&mut tx, ctx, user, keys.0).await?;
    rotate_in(&mut tx, ctx, keys, Some(Level::Factor)).await?;
    let codes = RecoveryCodes::new()?;
    codes.replace_in(&mut tx, ctx, user).await?;
    notices::tell(&mut tx, ctx, user, Kind::FactorAdded).await?;
    let entry = Entry::change("second_factor.add", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    forget_all(ctx, user, others);
    ctx.house().sessions.replaced(keys.0, user);
    Ok(codes)
}

/// The step of the first code, and the secret sealed for its lasting place.
async fn first_step(
    tx: &mut Tx,
    ctx: &Ctx,
    (user, this): (UserId, SessionKey),
    code: &str,
) -> Result<Option<(i64, Vec<u8>)>> {
    let pending = sqlx::query_scalar!(
        r#"SELECT f.pending_sealed AS "pending!" FROM second_factor f WHERE f.user_id = $1 AND f.pending_of = $2 FOR UPDATE"#,
        user.0,
        this.to_db(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let pending = pending.ok_or(HospitalError::Conflict("This app was set up already, or not begun."))?;
    let keys = &ctx.house().keys;
    let secret = keys.open(&place("pending_sealed", user), &pending)?;
    let digits: String = code.chars().filter(|sign| *sign != ' ').collect();
    match totp::step_of(&secret, &digits, ctx.now().millis() / 1_000)? {
        Some(step) => Ok(Some((step, keys.seal(&place("secret_sealed", user), &secret)?))),
        None => Ok(None),
    }
}

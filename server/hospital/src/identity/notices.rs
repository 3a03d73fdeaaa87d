//! What the owner of an account should know, about its safety and about the record behind it: on their page always, and by mail.
//!
//! To add one: a variant with its name, its sentence, and whether the owner may switch its mail off.

use domain::access::{Action, Subject};
use domain::identity::NoticeRow;
use domain::ids::UserId;
use uuid::Uuid;

use super::own;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::mail::{self, Letter, Recipient};
use crate::time::{from_db, to_db};

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody signed in with a new device from a new network, or while the account was under attack.
    UnusualSignIn,
    /// The right password was refused, because the try looked like a stolen one.
    SignInBlocked,
    /// A hundred failures in a row closed the account.
    AccountLocked,
    /// The password was changed.
    PasswordChanged,
    /// A second factor was set up, or moved to another app.
    FactorAdded,
    /// The second factor was removed.
    FactorRemoved,
    /// An admin took the second factor away, because its owner had lost it.
    FactorLost,
    /// A recovery code was used in place of the app.
    RecoveryUsed,
    /// New recovery codes were made; the old ones are void.
    RecoveryRenewed,
    /// Many names were tried from one network, some of them of the hospital's people: for its admins.
    NamesTried,
    /// The account was tried from many networks.
    AccountTried,
    /// A program showed a refresh token that had been used already.
    TokenReused,
    /// An admin wrote another name.
    Renamed,
    /// Another e-mail address was asked for.
    EmailAsked,
    /// The account has another e-mail address.
    EmailChanged,
    /// The number that signs in was changed or taken away.
    PhoneChanged,
    /// Another account gave this account's number as its own.
    PhoneGivenElsewhere,
    /// Somebody opened the owner's own record in an emergency.
    EmergencyOfMine,
    /// Somebody opened a record in an emergency that the owner must see reviewed.
    EmergencyToReview,
}

impl Notice {
    /// Every notice.
    pub const ALL: [Self; 19] = [
        Self::UnusualSignIn,
        Self::SignInBlocked,
        Self::AccountLocked,
        Self::PasswordChanged,
        Self::FactorAdded,
        Self::FactorRemoved,
        Self::FactorLost,
        Self::RecoveryUsed,
        Self::RecoveryRenewed,
        Self::NamesTried,
        Self::AccountTried,
        Self::TokenReused,
        Self::Renamed,
        Self::EmailAsked,
        Self::EmailChanged,
        Self::PhoneChanged,
        Self::PhoneGivenElsewhere,
        Self::EmergencyOfMine,
        Self::EmergencyToReview,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnusualSignIn => "sign_in.unusual",
            Self::SignInBlocked => "sign_in.blocked",
            Self::AccountLocked => "account.locked",
            Self::PasswordChanged => "password.changed",
            Self::FactorAdded => "factor.added",
            Self::FactorRemoved => "factor.removed",
            Self::FactorLost => "factor.lost",
            Self::RecoveryUsed => "recovery.used",
            Self::RecoveryRenewed => "recovery.renewed",
            Self::NamesTried => "sign_in.names_tried",
            Self::AccountTried => "sign_in.account_tried",
            Self::TokenReused => "token.reused",
            Self::Renamed => "account.renamed",
            Self::EmailAsked => "email.asked",
            Self::EmailChanged => "email.changed",
            Self::PhoneChanged => "phone.changed",
            Self::PhoneGivenElsewhere => "phone.given_elsewhere",
            Self::EmergencyOfMine => "emergency_of_mine",
            Self::EmergencyToReview => "emergency_to_review",
        }
    }

    /// As the owner's page and the mail say it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::UnusualSignIn => {
                "Somebody signed in to your account in an unusual way. If it was not you, change your password."
            }
            Self::SignInBlocked => {
                "Somebody knew your password, and we refused them because the try looked stolen. Change your password; if it was you, try from a device that you have used before."
            }
            Self::AccountLocked => {
                "Your account is locked, because somebody tried a hundred wrong passwords. Reset your password to open it."
            }
            Self::PasswordChanged => "Your password was changed. If it was not you, reset it now.",
            Self::FactorAdded => "A second factor was set up for your account.",
            Self::FactorRemoved => {
                "The second factor of your account was removed. If it was not you, reset your password now."
            }
            Self::FactorLost => {
                "An admin of your hospital took your second factor away, because somebody said that you had lost it. The password went with it: set a new one by the link that we mailed, then set the factor up anew. If it was not you, tell the help desk of your hospital."
            }
            Self::RecoveryUsed => {
                "One of your recovery codes was used to sign in. If it was not you, change your password and make new codes."
            }
            Self::RecoveryRenewed => "New recovery codes were made for your account. The old ones no longer work.",
            Self::NamesTried => {
                "Somebody tries a list of names from one network. It is slowed and refused; the page of sign-ins says from where, and which accounts of your hospital it met."
            }
            Self::AccountTried => {
                "Somebody tries to get into your account from several networks. Nobody got in by it; a second factor keeps it so."
            }
            Self::TokenReused => {
                "A program that acts for you showed a token that had been used already. It may have been copied, so the program was signed out. Sign in there again; if you do not know the program, change your password."
            }
            Self::Renamed => "An admin of your hospital wrote your name anew. It stands on what you do from now on.",
            Self::EmailAsked => {
                "Another e-mail address was asked for your account. It takes the place of this one when the link that was sent to it is opened. If it was not you, change your password: that stops it."
            }
            Self::EmailChanged => {
                "Your account has another e-mail address now. If it was not you, tell the help desk of your hospital."
            }
            Self::PhoneChanged => {
                "The phone number of your account was changed or taken away. If it was not you, change your password."
            }
            Self::PhoneGivenElsewhere => {
                "Somebody gave your phone number as that of another account. Nothing has changed: it signs in you alone."
            }
            Self::EmergencyOfMine => {
                "Somebody opened your record in an emergency. The page of who looked at your record says who, and somebody reviews it."
            }
            Self::EmergencyToReview => {
                "Somebody opened a record in an emergency. It waits among the emergency openings until somebody has reviewed it."
            }
        }
    }

    /// Whether the owner may switch the mail about it off. What somebody who took an account over would want silent always comes.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::UnusualSignIn)
    }
}

/// The sentence of a kind that another area may have written.
fn sentence_of(kind: &str) -> &'static str {
    Notice::ALL.into_iter().find(|notice| notice.name() == kind).map_or(
        "Something about the safety of your account has changed.",
        Notice::sentence,
    )
}

/// Tells the owner, in the transaction of what happened.
pub(crate) async fn tell_in(tx: &mut Tx, ctx: &Ctx, user: UserId, notice: Notice) -> Result<()> {
    sqlx::query!(
        "INSERT INTO security_notice (id, user_id, at, kind) VALUES ($1, $2, $3, $4)",
        Uuid::now_v7(),
        user.0,
        to_db(ctx.now()),
        notice.name(),
    )
    .execute(&mut **tx)
    .await?;
    if notice.is_optional() && !wants_mail(tx, user).await? {
        return Ok(());
    }
    let letter = match notice {
        Notice::PasswordChanged => Letter::PasswordChanged,
        Notice::PhoneGivenElsewhere | Notice::NamesTried | Notice::EmergencyOfMine | Notice::EmergencyToReview => {
            Letter::Message
        }
        _ => Letter::LookAtAccount,
    };
    mail::send_in(tx, ctx, letter, Recipient::Account(user)).await
}

/// Whether the owner wants to hear by mail of what may be switched off; they do until they say otherwise.
async fn wants_mail(tx: &mut Tx, user: UserId) -> Result<bool> {
    let said = sqlx::query_scalar!(
        "SELECT p.mail_unusual FROM account_profile p WHERE p.user_id = $1",
        user.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(said.unwrap_or(true))
}

/// The newest twenty of the asker's own.
pub async fn list_own(ctx: &Ctx) -> Result<Vec<NoticeRow>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let rows = sqlx::query!(
        "SELECT   n.at, n.kind, n.read_at
         FROM     security_notice n
         WHERE    n.user_id = $1
         ORDER BY n.at DESC, n.id DESC
         LIMIT    20",
        user.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| NoticeRow {
        at: from_db(row.at),
        sentence: sentence_of(&row.kind).to_owned(),
        is_new: row.read_at.is_none(),
    });
    Ok(rows.collect())
}

/// The asker has read theirs.
pub async fn mark_read(ctx: &Ctx) -> Result<()> {
    let (user, mut tx) = own::begin(ctx).await?;
    sqlx::query!(
        "UPDATE security_notice SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL",
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_has_a_name_and_a_sentence_of_its_own() {
        for notice in Notice::ALL {
            assert_eq!(sentence_of(notice.name()), notice.sentence());
        }
        assert!(!sentence_of("of a later version").is_empty());
    }
}

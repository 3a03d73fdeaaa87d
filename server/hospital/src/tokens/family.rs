//! Families of tokens: everything that grew from one sign-in.

use domain::access::{Action, Subject};
use domain::ids::{ClientId, HospitalId, UserId};
use domain::time::Moment;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::secret;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::Realm;
use crate::time::to_db;

/// The prefix by which a leaked refresh token is recognised.
pub(super) const PREFIX: &str = "wlr_";

/// Whose a family is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// A person's, as staff or in the portal.
    Person(UserId, Realm),
    /// A program's.
    Client(ClientId),
}

impl Holder {
    /// As the database has it.
    pub(super) fn parse(realm: &str, user: Option<Uuid>, client: Option<Uuid>) -> Option<Self> {
        match (Realm::parse(realm), user, client) {
            (Some(realm), Some(user), None) => Some(Self::Person(UserId(user), realm)),
            (None, None, Some(client)) => Some(Self::Client(ClientId(client))),
            _ => None,
        }
    }

    /// What its tokens name as their subject.
    pub(super) fn id(self) -> Uuid {
        match self {
            Self::Person(user, _) => user.0,
            Self::Client(client) => client.0,
        }
    }

    /// What the audit names.
    pub(super) fn subject(self, hospital: HospitalId) -> Subject {
        match self {
            Self::Person(user, _) => Subject::Account(user),
            Self::Client(_) => Subject::Hospital(hospital),
        }
    }
}

/// Where somebody signs in from.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    /// Program and system in words.
    pub device: &'a str,
    /// From which address.
    pub address: &'a str,
}

/// Opens a family.
pub(super) async fn open(
    tx: &mut Tx,
    ctx: &Ctx,
    holder: Holder,
    hospital: HospitalId,
    from: From<'_>,
    ends_at: Moment,
) -> Result<Uuid> {
    let (id, realm, user, client) = match holder {
        Holder::Person(user, realm) => (Uuid::new_v4(), realm.name(), Some(user.0), None),
        Holder::Client(client) => (Uuid::new_v4(), "client", None, Some(client.0)),
    };
    sqlx::query!(
        "INSERT INTO token_family (id, realm, user_id, client_id, hospital_id, device, address, began_at, ends_at)
         VALUES                   ($1, $2,    $3,      $4,        $5,          $6,     $7,      $8,       $9)",
        id,
        realm,
        user,
        client,
        hospital.0,
        from.device,
        from.address,
        to_db(ctx.now()),
        to_db(ends_at),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Adds a refresh token that lives; its id is the `jti` of the access token that goes with it. The one before must be spent or killed already.
pub(super) async fn issue(tx: &mut Tx, ctx: &Ctx, family: Uuid, parent: Option<Uuid>) -> Result<(Uuid, SecretString)> {
    let (id, token) = (Uuid::new_v4(), secret::make(PREFIX)?);
    sqlx::query!(
        "INSERT INTO refresh_token (id, hash, family_id, parent_id, issued_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        secret::hash(token.expose_secret()),
        family,
        parent,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok((id, token))
}

/// Why a family ends before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Signed out.
    SignedOut,
    /// A token came twice.
    Reused,
    /// Ended from elsewhere: by an administrator, because the account may do nothing any more, or because a newer one took its place.
    Revoked,
}

impl Why {
    const fn name(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::Reused => "reused",
            Self::Revoked => "revoked",
        }
    }
}

/// Ends these families with an entry for each; answers those that had not ended before. Forget them ([`super::Tokens`]) after the commit.
pub(super) async fn end(tx: &mut Tx, ctx: &Ctx, families: &[Uuid], why: Why) -> Result<Vec<Uuid>> {
    let ended = sqlx::query!(
        r#"UPDATE token_family SET ended_at = $2, ended_why = $3
           WHERE  id = ANY($1) AND ended_at IS NULL
           RETURNING id, realm, user_id, client_id, hospital_id"#,
        families,
        to_db(ctx.now()),
        why.name(),
    )
    .fetch_all(&mut **tx)
    .await?;
    let entries = ended.iter().filter_map(|row| {
        let holder = Holder::parse(&row.realm, row.user_id, row.client_id)?;
        let subject = holder.subject(HospitalId(row.hospital_id));
        Some(Entry::change("token.end", Action::OpenSession, &subject))
    });
    audit::record_in(tx, ctx, entries).await?;
    Ok(ended.into_iter().map(|row| row.id).collect())
}

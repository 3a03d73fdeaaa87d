//! Login and password, checked: who it is, and in which realm and hospital they begin. Whatever is wrong (no such account, another
//! password, an account that is closed or may do nothing), the words and the time are the same.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::invalid::Invalid;

use super::login::Login;
use super::passwords::{self, Verdict};
use super::realm::Realm;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::proxies;
use crate::time::to_db;

/// The one sentence for every refusal.
pub const REFUSED: &str = "The e-mail or phone number and the password do not match. Check both and try again.";
/// Longer ones are not hashed: nobody types them, and each byte costs.
const LONGEST_PASSWORD: usize = 1_024;

/// Somebody proved who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub user: UserId,
    /// Where they sign in to.
    pub realm: Realm,
    /// The hospital they act in.
    pub hospital: HospitalId,
    /// What they are there, in the order of [`Role::ALL`]; for a patient, [`Role::Patient`].
    pub roles: Vec<Role>,
    /// The ward they open first.
    pub ward: Option<WardId>,
    /// The person, for a patient's account.
    pub patient: Option<PatientId>,
}

/// Checks a login and a password; success and failure are written to the audit (a failure without what was typed).
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault, or with [`REFUSED`] and no field; [`HospitalError::Busy`] when too many sign in at once.
pub async fn sign_in(ctx: &Ctx, login: &str, password: &str) -> Result<SignedIn> {
    let (login, password) = typed(login, password)?;
    let account = find(ctx, &login).await?;
    let verdict = match password.len() {
        0..=LONGEST_PASSWORD => {
            passwords::verify(password, account.as_ref().map(|it| it.password_hash.as_str())).await?
        }
        _ => passwords::verify("", None).await?,
    };
    let subject = account.as_ref().map_or(Subject::House, |it| Subject::Account(it.user));
    let standing = match &account {
        Some(it) if it.is_active && verdict != Verdict::Wrong => standing(ctx, it.user).await?,
        Some(_) | None => None,
    };
    let Some(signed_in) = standing else {
        audit::record(ctx, Entry::new(Action::OpenSession, &subject, Outcome::Failed)).await?;
        return Err(HospitalError::Invalid(vec![Invalid::new("", REFUSED)]));
    };
    if verdict == Verdict::RightButOld {
        renew(ctx, signed_in.user, &passwords::hash(password).await?).await?;
    }
    audit::record(ctx, Entry::new(Action::OpenSession, &subject, Outcome::Allowed)).await?;
    Ok(signed_in)
}

fn typed<'a>(login: &str, password: &'a str) -> Result<(Login, &'a str)> {
    match (Login::parse(login), password) {
        (Some(login), password) if !password.is_empty() => Ok((login, password)),
        (login, password) => {
            let no_login = login
                .is_none()
                .then(|| Invalid::new("login", "Enter your e-mail address or phone number."));
            let no_password = password
                .is_empty()
                .then(|| Invalid::new("password", "Enter your password."));
            Err(HospitalError::Invalid(
                no_login.into_iter().chain(no_password).collect(),
            ))
        }
    }
}

/// What is kept of an account that may sign in.
struct Account {
    user: UserId,
    password_hash: String,
    is_active: bool,
}

/// The account of a login. The transaction ends before the password is hashed: nobody holds a connection while waiting in line.
async fn find(ctx: &Ctx, login: &Login) -> Result<Option<Account>> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let account = sqlx::query_as!(
        Account,
        "SELECT u.id AS user, u.password_hash, u.is_active
         FROM   app_user u
         WHERE  u.email = $1 OR u.phone = $2",
        login.email(),
        login.phone(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(account)
}

/// What the account may be now: staff first; else the patient whose portal it is, or who cares for one; none when it is nothing anywhere.
async fn standing(ctx: &Ctx, user: UserId) -> Result<Option<SignedIn>> {
    proxies::take_up(ctx, user).await?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = match as_staff(ctx, &mut tx, user).await? {
        Some(staff) => Some(staff),
        None => as_patient(ctx, &mut tx, user).await?,
    };
    tx.commit().await?;
    Ok(found)
}

async fn as_staff(ctx: &Ctx, tx: &mut Tx, user: UserId) -> Result<Option<SignedIn>> {
    // A person with roles in several hospitals begins in the one that granted first.
    let grants = sqlx::query!(
        "SELECT   g.hospital_id, g.role, g.ward_id
         FROM     role_grant g
         WHERE    g.user_id = $1 AND g.during @> $2::timestamptz
         ORDER BY lower(g.during), g.hospital_id, g.role",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let Some(hospital) = grants.first().map(|first| first.hospital_id) else {
        return Ok(None);
    };
    let here = || grants.iter().filter(|grant| grant.hospital_id == hospital);
    Ok(Some(SignedIn {
        user,
        realm: Realm::Staff,
        hospital: HospitalId(hospital),
        roles: Role::ALL
            .into_iter()
            .filter(|role| here().any(|grant| grant.role == role.name()))
            .collect(),
        ward: here().find_map(|grant| grant.ward_id).map(WardId),
        patient: None,
    }))
}

async fn as_patient(ctx: &Ctx, tx: &mut Tx, user: UserId) -> Result<Option<SignedIn>> {
    // Row security shows an account to its owner only; the password has just proved who that is.
    sqlx::query!("SELECT set_config('app.user_id', $1, true) AS proved", user.to_string())
        .fetch_one(&mut **tx)
        .await?;
    let portal = sqlx::query!(
        "SELECT p.patient_id, p.hospital_id FROM portal_account p WHERE p.user_id = $1",
        user.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let portal_of = |hospital, patient, role| SignedIn {
        user,
        realm: Realm::Portal,
        hospital: HospitalId(hospital),
        roles: vec![role],
        ward: None,
        patient: Some(PatientId(patient)),
    };
    if let Some(own) = portal {
        return Ok(Some(portal_of(own.hospital_id, own.patient_id, Role::Patient)));
    }
    // Who has no record of their own begins with the first of those they care for.
    let cared_for = sqlx::query!(
        "SELECT x.patient_id, x.hospital_id FROM proxy x WHERE x.user_id = $1 AND x.during @> $2::timestamptz ORDER BY lower(x.during) LIMIT 1",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(cared_for.map(|it| portal_of(it.hospital_id, it.patient_id, Role::Proxy)))
}

async fn renew(ctx: &Ctx, user: UserId, hash: &str) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!("UPDATE app_user SET password_hash = $2 WHERE id = $1", user.0, hash)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_fields_are_named() {
        let fields = |login, password| match typed(login, password) {
            Err(HospitalError::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>(),
            Ok(_) | Err(_) => Vec::new(),
        };
        assert_eq!(fields(" ", ""), ["login", "password"]);
        assert_eq!(fields("a@b", ""), ["password"]);
        assert_eq!(fields("", "x"), ["login"]);
        assert!(typed("a@b", " ").is_ok(), "a blank is a password");
    }
}

//! Login and password, checked: who it is, and in which realm and hospital they begin. Whatever is wrong (no such account, another
//! password, an account that is closed or may do nothing), the words and the time are the same.

use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::identity::password::LONGEST_BYTES;
use domain::identity::suspicion::{Consequence, Facts, weigh};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::invalid::Invalid;

use super::contact;
use super::login::Login;
use super::passwords::{self, Verdict};
use super::realm::Realm;
use super::sign_ins::{MOST_FAILURES, Origin, Outcome, Who, facts, note_in};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices;
use crate::patients::applications::is_waiting;
use crate::proxies;
use crate::time::to_db;
use crate::tokens;

/// The one sentence for every refusal.
pub const REFUSED: &str = "The e-mail or phone number and the password do not match. Check both and try again.";
/// The answer to the right password of an account that a hospital has yet to confirm.
pub const UNCONFIRMED: &str = "The hospital has yet to confirm this account. You will get a mail.";
/// How long an answer waits while an account or a network is under attack: one guess in two seconds instead of twenty.
pub(super) const SLOWED: Duration = Duration::from_secs(2);

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
    /// Whether the account has a second factor: then the password alone opens nothing.
    pub has_factor: bool,
    /// Whether the hospital asks its staff for one and this one has none.
    pub lacks_factor: bool,
    /// The number of what proves the account, from before the password was checked. When it is another by now, the check counts for nothing.
    pub proofs: i32,
}

/// Through which door somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Browser,
    /// There they cannot set a second factor up.
    Program,
}

/// [`sign_in_from`] of a caller that does not say where it is.
pub async fn sign_in(ctx: &Ctx, login: &str, password: &str) -> Result<SignedIn> {
    sign_in_from(ctx, login, password, &Origin::unknown()).await
}

/// Checks a login and a password; success and failure are written down, weighed, and written to the audit (a failure without what was typed).
/// Who has a second factor is not in yet: see [`SignedIn::has_factor`].
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault, or with [`REFUSED`] and no field; [`HospitalError::Conflict`] with [`UNCONFIRMED`];
/// [`HospitalError::Busy`] when too many sign in at once.
pub async fn sign_in_from(ctx: &Ctx, login: &str, password: &str, origin: &Origin) -> Result<SignedIn> {
    check(ctx, Way::Browser, (login, password), origin).await
}

/// As [`sign_in_from`], for a person's program.
///
/// # Errors
/// Those of [`sign_in_from`]; [`HospitalError::Conflict`] when the hospital asks for a second factor and there is none.
pub async fn sign_in_program(ctx: &Ctx, login: &str, password: &str, origin: &Origin) -> Result<SignedIn> {
    check(ctx, Way::Program, (login, password), origin).await
}

async fn check(ctx: &Ctx, way: Way, (login, password): (&str, &str), origin: &Origin) -> Result<SignedIn> {
    let (login, password) = typed(login, password)?;
    let tried = look(ctx, &login, origin).await?;
    let account = tried.account.as_ref();
    let verdict = match password.len() {
        0..=LONGEST_BYTES => passwords::verify(password, account.map(|it| it.password_hash.as_str())).await?,
        _ => passwords::verify("", None).await?,
    };
    let right = account.filter(|it| it.is_active && verdict != Verdict::Wrong);
    let outcome = match right {
        Some(it) if it.failures >= MOST_FAILURES => Err(Outcome::Locked),
        // Whoever has shown the password may know that the hospital has not decided yet.
        Some(it) => match standing(ctx, it.user, it.proofs).await? {
            Some(who) if way == Way::Program && who.lacks_factor => Err(Outcome::Waiting(tokens::NOT_YET)),
            Some(who) => Ok((who, it)),
            None if is_waiting(ctx, it.user).await? => Err(Outcome::Waiting(UNCONFIRMED)),
            None => Err(Outcome::Refused),
        },
        None => Err(Outcome::Refused),
    };
    match outcome {
        Ok((signed_in, account)) => {
            let renewed = match verdict {
                Verdict::RightButOld => Some((passwords::hash(password).await?, account.password_hash.as_str())),
                Verdict::Right | Verdict::Wrong => None,
            };
            admit(ctx, &tried, signed_in, origin, renewed).await
        }
        Err(outcome) => refuse(ctx, &tried, origin, outcome).await,
    }
}

/// A try, and what is known of it before the password is looked at.
struct Tried {
    account: Option<Account>,
    who: Who,
    facts: Facts,
}

impl Tried {
    fn subject(&self) -> Subject {
        self.account
            .as_ref()
            .map_or(Subject::House, |it| Subject::Account(it.user))
    }
}

/// The password was right: what speaks against it all the same?
async fn admit(
    ctx: &Ctx,
    tried: &Tried,
    signed_in: SignedIn,
    origin: &Origin,
    renewed: Option<(String, &str)>,
) -> Result<SignedIn> {
    let (suspicion, subject) = (weigh(&tried.facts), tried.subject());
    let consequence = suspicion.consequence(signed_in.has_factor);
    if consequence == Consequence::Blocked {
        return refuse(ctx, tried, origin, Outcome::Blocked).await;
    }
    if consequence == Consequence::Slowed {
        tokio::time::sleep(SLOWED).await;
    }
    let outcome = if signed_in.has_factor {
        Outcome::Password
    } else {
        Outcome::Entered
    };
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    if let Some((hash, old)) = renewed {
        // Not when the password was set anew meanwhile.
        sqlx::query!(
            "UPDATE app_user SET password_hash = $2 WHERE id = $1 AND password_hash = $3",
            signed_in.user.0,
            hash,
            old,
        )
        .execute(&mut *tx)
        .await?;
    }
    note_in(&mut tx, ctx, &tried.who, origin, outcome, &suspicion).await?;
    if consequence >= Consequence::Told && outcome == Outcome::Entered {
        tell_of(&mut tx, ctx, signed_in.user, outcome).await?;
    }
    tx.commit().await?;
    // Who has a factor is not in yet: `steps` writes that.
    if outcome == Outcome::Entered {
        let opened = Entry::new(Action::OpenSession, &subject, audit::Outcome::Allowed);
        audit::record(ctx, opened.kinds(&[Kind::Account])).await?;
    }
    Ok(signed_in)
}

/// The same words, the same work and the same wait for every refusal, whoever was named; but for who was right and has to wait.
async fn refuse(ctx: &Ctx, tried: &Tried, origin: &Origin, outcome: Outcome) -> Result<SignedIn> {
    // What an account alone can have (a known device) is left out, so that a wait tells nobody whether there is one.
    let attack = weigh(&Facts {
        entered_before: false,
        ..tried.facts
    });
    if attack.consequence(true) >= Consequence::Slowed {
        tokio::time::sleep(SLOWED).await;
    }
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    note_in(&mut tx, ctx, &tried.who, origin, outcome, &weigh(&tried.facts)).await?;
    if let (Outcome::Blocked, Some(user)) = (outcome, tried.who.user) {
        tell_of(&mut tx, ctx, user, outcome).await?;
    }
    tx.commit().await?;
    // The same word whatever was wrong, like the answer.
    let failed = Entry::new(Action::OpenSession, &tried.subject(), audit::Outcome::Failed).failed("refused");
    audit::record(ctx, failed.kinds(&[Kind::Account])).await?;
    Err(match outcome {
        Outcome::Waiting(sentence) => HospitalError::Conflict(sentence),
        _ => HospitalError::Invalid(vec![Invalid::new("", REFUSED)]),
    })
}

/// Tells the owner of an unusual try.
pub(super) async fn tell_of(tx: &mut Tx, ctx: &Ctx, user: UserId, outcome: Outcome) -> Result<()> {
    let notice = match outcome {
        Outcome::Blocked => notices::Kind::SignInBlocked,
        _ => notices::Kind::UnusualSignIn,
    };
    notices::tell(tx, ctx, user, notice).await
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
    proofs: i32,
    failures: i32,
}

/// The account of a login and what speaks against this try; for a name that nobody has, the same questions. The transaction ends before the
/// password is hashed: nobody holds a connection while waiting in line.
async fn look(ctx: &Ctx, login: &Login, origin: &Origin) -> Result<Tried> {
    let (email, phone) = contact::of_login(&ctx.house().keys, login);
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let account = sqlx::query_as!(
        Account,
        r#"SELECT u.id AS user, u.password_hash, u.is_active, u.proofs, COALESCE(f.in_a_row, 0) AS "failures!"
           FROM   app_user u
           LEFT JOIN sign_in_failures f ON f.user_id = u.id
           WHERE  u.email_blind = $1 OR u.phone_blind = $2"#,
        email,
        phone,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let who = Who::of(ctx, account.as_ref().map(|it| it.user), login.text());
    let facts = facts(&mut tx, ctx, &who, origin).await?;
    tx.commit().await?;
    Ok(Tried { account, who, facts })
}

/// What the account may be now: staff first; else the patient whose portal it is, or who cares for one; none when it is nothing anywhere. `proofs` is the
/// number under which it was proved.
pub(super) async fn standing(ctx: &Ctx, user: UserId, proofs: i32) -> Result<Option<SignedIn>> {
    proxies::take_up(ctx, user).await?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = match as_staff(ctx, &mut tx, user).await? {
        Some(staff) => Some(staff),
        None => as_patient(ctx, &mut tx, user).await?,
    };
    let factor = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL) AS "has!",
                  COALESCE((SELECT second_factor_required FROM hospital_setting WHERE hospital_id = $2), true) AS "required!""#,
        user.0,
        found.as_ref().map(|found| found.hospital.0),
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(|found| SignedIn {
        has_factor: factor.has,
        lacks_factor: found.realm == Realm::Staff && factor.required && !factor.has,
        proofs,
        ..found
    }))
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
        has_factor: false,
        lacks_factor: false,
        proofs: 0,
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
        has_factor: false,
        lacks_factor: false,
        proofs: 0,
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

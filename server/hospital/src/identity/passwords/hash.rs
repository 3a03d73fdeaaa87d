//! Passwords: argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet; ASVS 5.0 appendix C), kept as PHC strings.
//!
//! Two hashes run at a time, because each takes a core and 19 MiB; a few dozen may wait; beyond that the answer is
//! [`HospitalError::Busy`], so that a wave of sign-ins never starves the ward. To raise the cost, change [`parameters`]: older hashes
//! are renewed at the next sign-in of their owner.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::error::{HospitalError, Result};

/// How many hashes run at a time.
const AT_A_TIME: usize = 2;
/// How many more may wait.
const WAITING: usize = 32;

// The limit is the machine's, not one hospital's or one test's: hence statics.
static RUNNING: Semaphore = Semaphore::const_new(AT_A_TIME);
static LINE: Semaphore = Semaphore::const_new(AT_A_TIME + WAITING);

/// A hash that no password has: checking against it costs an unknown login the same time as a known one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ibw$bm9ib2R5bm9ib2R5bm9ib2R5bm9ib2R5bm9ib2R5bm8";

/// How a password compares to a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is another password.
    Wrong,
    /// It is the password.
    Right,
    /// It is the password, and the hash was made with older parameters: make a new one.
    RightButOld,
}

/// The PHC string of a new hash of `password`.
///
/// # Errors
/// [`HospitalError::Busy`] when the waiting line is full.
pub async fn hash(password: &str) -> Result<String> {
    in_line(password, |password| {
        let hash = hasher()?
            .hash_password(password.as_bytes())
            .map_err(|_| HospitalError::Internal("a password could not be hashed"))?;
        Ok(hash.to_string())
    })
    .await
}

/// Compares `password` with the PHC string of an account, or with nobody's when there is no account: the same work either way.
///
/// # Errors
/// [`HospitalError::Busy`] when the waiting line is full, [`HospitalError::Internal`] when the kept string cannot be read.
pub async fn verify(password: &str, kept: Option<&str>) -> Result<Verdict> {
    let kept = kept.unwrap_or(NOBODYS).to_owned();
    in_line(password, move |password| {
        let kept =
            PasswordHash::new(&kept).map_err(|_| HospitalError::Internal("a kept password hash cannot be read"))?;
        match hasher()?.verify_password(password.as_bytes(), &kept) {
            Ok(()) if is_current(&kept) => Ok(Verdict::Right),
            Ok(()) => Ok(Verdict::RightButOld),
            Err(Error::PasswordInvalid) => Ok(Verdict::Wrong),
            Err(_) => Err(HospitalError::Internal("a password could not be compared")),
        }
    })
    .await
}

fn parameters() -> Result<Params> {
    Params::new(19_456, 2, 1, None).map_err(|_| HospitalError::Internal("the password parameters are impossible"))
}

fn hasher() -> Result<Argon2<'static>> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters()?))
}

fn is_current(kept: &PasswordHash) -> bool {
    let same = |used: Params| {
        parameters().is_ok_and(|now| {
            (used.m_cost(), used.t_cost(), used.p_cost()) == (now.m_cost(), now.t_cost(), now.p_cost())
        })
    };
    kept.algorithm.as_str() == "argon2id" && Params::try_from(kept).is_ok_and(same)
}

/// Runs `work` on `password` when it is its turn, away from the threads that answer.
pub(super) async fn in_line<T: Send + 'static>(
    password: &str,
    work: impl FnOnce(&str) -> Result<T> + Send + 'static,
) -> Result<T> {
    let _place = LINE.try_acquire().map_err(|_| HospitalError::Busy)?;
    let running = RUNNING.acquire().await.map_err(|_| HospitalError::Busy)?;
    let password = SecretString::from(password);
    let done = tokio::task::spawn_blocking(move || {
        // Held by the work itself: a caller that leaves does not let a third hash begin.
        let _running = running;
        work(password.expose_secret())
    });
    done.await
        .map_err(|_| HospitalError::Internal("hashing was cut short"))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let kept = hash("correct horse battery").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_eq!(
            verify("correct horse battery", Some(&kept)).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(
            verify("correct horse batterz", Some(&kept)).await.unwrap(),
            Verdict::Wrong
        );
        assert_ne!(
            kept,
            hash("correct horse battery").await.unwrap(),
            "every hash has its own salt"
        );
    }

    #[tokio::test]
    async fn without_an_account_every_password_is_wrong_after_the_same_work() {
        assert_eq!(verify("nobody", None).await.unwrap(), Verdict::Wrong);
        let nobodys = PasswordHash::new(NOBODYS).unwrap();
        assert!(is_current(&nobodys), "nobody's hash must cost what a real one costs");
    }

    #[tokio::test]
    async fn an_old_hash_asks_to_be_renewed() {
        let old = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8_192, 1, 1, None).unwrap(),
        );
        let kept = old.hash_password(b"old").unwrap().to_string();
        assert_eq!(verify("old", Some(&kept)).await.unwrap(), Verdict::RightButOld);
    }

    #[tokio::test]
    async fn a_wave_is_answered_busy_beyond_the_line() {
        let wave = futures::future::join_all((0..AT_A_TIME + WAITING + 6).map(|_| verify("wave", None))).await;
        let busy = wave
            .iter()
            .filter(|answer| matches!(answer, Err(HospitalError::Busy)))
            .count();
        assert!(busy >= 6, "{busy} of the wave were refused");
        assert!(
            wave.iter().any(|answer| matches!(answer, Ok(Verdict::Wrong))),
            "those in line were served"
        );
    }
}

//! Recovery codes: ten of 128 random bits. Only their hashes are kept; they are seen once.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand;
use secrecy::{ExposeSecret, SecretString};
use totp_rs::Secret;
use zeroize::Zeroizing;

use super::totp::in_groups;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;
use domain::ids::UserId;

/// How many there are.
pub(super) const MANY: usize = 10;
const BYTES: usize = 16;
/// 128 bits in base 32.
const SIGNS: usize = 26;

/// New codes, to be shown once.
pub struct RecoveryCodes(Vec<SecretString>);

impl RecoveryCodes {
    /// Ten new ones.
    pub(super) fn new() -> Result<Self> {
        let one = |_| {
            let mut bits = Zeroizing::new([0; BYTES]);
            rand::fill(&mut *bits).map_err(|_| HospitalError::Internal("there is no randomness"))?;
            let text = Zeroizing::new(Secret::from(*bits).to_base32());
            Ok(in_groups(&text, '-').into())
        };
        (0..MANY).map(one).collect::<Result<_>>().map(Self)
    }

    /// As they are written down: groups of four with hyphens.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|code| code.expose_secret())
    }

    /// Puts them in the place of the old ones.
    pub(super) async fn replace_in(&self, tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<()> {
        sqlx::query!("DELETE FROM recovery_code WHERE user_id = $1", user.0)
            .execute(&mut **tx)
            .await?;
        let hashes: Vec<Vec<u8>> = self.shown().filter_map(hash).collect();
        let added = sqlx::query!(
            "INSERT INTO recovery_code (user_id, code_hash, made_at) SELECT $1, hash, $3 FROM unnest($2::bytea[]) AS hash",
            user.0,
            &hashes,
            to_db(ctx.now()),
        )
        .execute(&mut **tx)
        .await?;
        match usize::try_from(added.rows_affected()) {
            Ok(MANY) => Ok(()),
            _ => Err(HospitalError::Internal("recovery codes were not kept whole")),
        }
    }
}

impl fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecoveryCodes({})", self.0.len())
    }
}

/// The hash of what was typed, in capitals or not, with hyphens or blanks anywhere; none when it is no recovery code at all.
pub(super) fn hash(typed: &str) -> Option<Vec<u8>> {
    let bare: Zeroizing<String> = typed
        .chars()
        .filter(|sign| !matches!(sign, '-' | ' '))
        .map(|sign| sign.to_ascii_uppercase())
        .collect::<String>()
        .into();
    let is_code = bare.len() == SIGNS && bare.bytes().all(|sign| matches!(sign, b'A'..=b'Z' | b'2'..=b'7'));
    is_code.then(|| digest(&SHA256, bare.as_bytes()).as_ref().to_vec())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ten_codes_that_differ_and_are_known_however_they_are_typed() {
        let codes = RecoveryCodes::new().unwrap();
        let hashes: HashSet<_> = codes.shown().map(|code| hash(code).unwrap()).collect();
        assert_eq!(hashes.len(), 10);
        let first = codes.shown().next().unwrap();
        assert_eq!(first.len(), 26 + 6, "seven groups: {first}");
        for typed in [
            first.to_lowercase(),
            first.replace('-', " "),
            format!(" {} ", first.replace('-', "")),
        ] {
            assert_eq!(hash(&typed), hash(first), "{typed:?}");
        }
        assert!(!format!("{codes:?}").contains(first));
    }

    #[test]
    fn what_is_no_code_is_not_looked_up() {
        for typed in [
            "",
            "123456",
            "ABCD-EFGH",
            &"A".repeat(27),
            &"1".repeat(26),
            &"é".repeat(13),
        ] {
            assert_eq!(hash(typed), None, "{typed:?}");
        }
    }
}

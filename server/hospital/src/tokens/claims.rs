//! What an access token says, and whether it is ours: a JWT (RFC 7519) of the kind `at+jwt` (RFC 9068), signed with Ed25519 and nothing else.
//!
//! Everything is compared with what we would have written: a header with one member more, a claim more or less, another type of a value, and it is no token of
//! ours. So nothing that a header might ask for (`jku`, `x5u`, `jwk`, `crit`) is ever looked at.

use domain::time::Moment;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ACCESS_SECONDS;
use crate::error::{HospitalError, Result};

/// Who signs. The keys are each installation's own, so the name need not be.
const ISSUER: &str = "wardlight";
/// For whom the token is.
const AUDIENCE: &str = "wardlight-api";
/// The kind of token (RFC 9068 section 2.1).
const TYPE: &str = "at+jwt";
/// How far two clocks may differ, in seconds.
pub(super) const LEEWAY: i64 = 30;
/// Longer ones are not read: ours have about 500 bytes.
const LONGEST: usize = 2_048;

/// What a token says. Ids only: nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claims {
    iss: String,
    aud: String,
    /// The account, or the program.
    pub sub: Uuid,
    /// The family.
    pub sid: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
    /// The refresh token that was issued with it.
    pub jti: Uuid,
}

impl Claims {
    /// A token issued now.
    pub(super) fn new(sub: Uuid, sid: Uuid, jti: Uuid, now: Moment) -> Self {
        let iat = now.0.div_euclid(1_000_000);
        Self {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub,
            sid,
            iat,
            nbf: iat,
            exp: iat + ACCESS_SECONDS,
            jti,
        }
    }

    /// Whether it holds now. Asked of the house's clock, not of the library's.
    fn holds(&self, now: Moment) -> bool {
        let now = now.0.div_euclid(1_000_000);
        let begun = self.nbf <= now + LEEWAY && self.iat <= now + LEEWAY;
        begun && self.exp > now - LEEWAY && self.exp > self.iat && self.exp.saturating_sub(self.iat) <= ACCESS_SECONDS
    }
}

fn header(kid: Uuid) -> Header {
    Header {
        typ: Some(TYPE.into()),
        kid: Some(kid.to_string()),
        ..Header::new(Algorithm::EdDSA)
    }
}

/// The token, signed with the key of that id.
pub(super) fn sign(claims: &Claims, kid: Uuid, key: &EncodingKey) -> Result<String> {
    encode(&header(kid), claims, key).map_err(|_| HospitalError::Internal("a token could not be signed"))
}

/// The key that a token names, when its header is exactly one of ours.
pub(super) fn kid(token: &str) -> Option<Uuid> {
    if token.len() > LONGEST {
        return None;
    }
    let said = decode_header(token).ok()?;
    let kid: Uuid = said.kid.as_deref()?.parse().ok()?;
    (said == header(kid)).then_some(kid)
}

/// What a token says, when its signature is that of `key` and it holds now.
pub(super) fn verify(token: &str, key: &DecodingKey, now: Moment) -> Option<Claims> {
    let mut ours = Validation::new(Algorithm::EdDSA);
    ours.set_issuer(&[ISSUER]);
    ours.set_audience(&[AUDIENCE]);
    ours.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
    // `holds` asks the house's clock instead.
    (ours.validate_exp, ours.validate_nbf) = (false, false);
    let claims = decode::<Claims>(token, key, &ours).ok()?.claims;
    claims.holds(now).then_some(claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(seconds * 1_000_000)
    }

    #[test]
    fn a_token_holds_for_ten_minutes_and_the_leeway() {
        let claims = Claims::new(Uuid::nil(), Uuid::nil(), Uuid::nil(), at(1_000));
        for (now, holds) in [(969, false), (970, true), (1_000, true), (1_629, true), (1_630, false)] {
            assert_eq!(claims.holds(at(now)), holds, "{now}");
        }
        let longer = Claims {
            exp: 1_601,
            ..claims.clone()
        };
        assert!(!longer.holds(at(1_000)), "we never write one that lives longer");
        let backwards = Claims { exp: 999, ..claims };
        assert!(!backwards.holds(at(1_000)));
    }
}

//! What the forger works with: the parts of a good token, and signatures of every kind.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::Ed25519KeyPair;
use hospital::keys::Place;
use serde_json::Value;
use uuid::Uuid;

use crate::support::Wardlight;

pub const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64url without padding (RFC 4648 section 5).
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(LETTERS[((bits >> (18 - 6 * place)) & 63) as usize]));
        }
    }
    text
}

pub fn unbase64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        bits = (bits << 6) | LETTERS.iter().position(|it| *it == letter).unwrap() as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(((bits >> held) & 255) as u8);
        }
    }
    bytes
}

/// What the forger has: the house's own key too, for forms that only the claims or the header give away.
pub struct Forge {
    pub kid: String,
    pub ours: Ed25519KeyPair,
    pub theirs: Ed25519KeyPair,
    /// Dr Rao's account, family and refresh token, as her access token names them.
    pub sub: String,
    pub sid: String,
    pub jti: String,
    pub now: i64,
}

impl Forge {
    pub async fn open(at: &Wardlight, good: &str) -> Self {
        let (kid, sealed): (Uuid, Vec<u8>) = sqlx::query_as("SELECT id, sealed FROM signing_key")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        let pair = at
            .house
            .keys
            .open(&Place::new("signing_key", "sealed", kid), &sealed)
            .unwrap();
        let theirs = Ed25519KeyPair::generate_pkcs8(&aws_lc_rs::rand::SystemRandom::new()).unwrap();
        let claims: Value = serde_json::from_slice(&unbase64(good.split('.').nth(1).unwrap())).unwrap();
        let text = |name: &str| claims[name].as_str().unwrap().to_owned();
        Self {
            kid: kid.to_string(),
            ours: Ed25519KeyPair::from_pkcs8(&pair).unwrap(),
            theirs: Ed25519KeyPair::from_pkcs8(theirs.as_ref()).unwrap(),
            sub: text("sub"),
            sid: text("sid"),
            jti: text("jti"),
            now: at.house.clock.now().0 / 1_000_000,
        }
    }

    pub fn header(&self) -> String {
        format!(r#"{{"typ":"at+jwt","alg":"EdDSA","kid":"{}"}}"#, self.kid)
    }

    /// Our header with other words for `"alg":"EdDSA"`.
    pub fn alg(&self, said: &str) -> String {
        self.header().replace(r#""alg":"EdDSA""#, said)
    }

    /// Our header with one member more.
    pub fn beside(&self, member: &str) -> String {
        self.header().replace('{', &format!("{{{member},"))
    }

    pub fn claims(&self) -> String {
        let Self { sub, sid, jti, now, .. } = self;
        format!(
            r#"{{"iss":"wardlight","aud":"wardlight-api","sub":"{sub}","sid":"{sid}","iat":{now},"nbf":{now},"exp":{},"jti":"{jti}"}}"#,
            now + 600
        )
    }

    /// Our claims with `name` saying something else: JSON as text, or nothing to leave it out.
    pub fn claim(&self, name: &str, said: Option<&str>) -> String {
        let mut members: Vec<String> = self
            .claims()
            .trim_matches(['{', '}'])
            .split(',')
            .map(str::to_owned)
            .collect();
        let place = members
            .iter()
            .position(|it| it.starts_with(&format!("\"{name}\"")))
            .unwrap();
        match said {
            Some(said) => members[place] = format!(r#""{name}":{said}"#),
            None => drop(members.remove(place)),
        }
        format!("{{{}}}", members.join(","))
    }

    /// Signed with the house's own key.
    pub fn signed(&self, header: &str, claims: &str) -> String {
        signed_by(&self.ours, header, claims)
    }

    pub fn good(&self) -> String {
        self.signed(&self.header(), &self.claims())
    }

    pub fn hmac(&self, algorithm: hmac::Algorithm, name: &str, key: &[u8]) -> String {
        let message = message(&self.alg(&format!(r#""alg":"{name}""#)), &self.claims());
        let tag = hmac::sign(&hmac::Key::new(algorithm, key), message.as_bytes());
        format!("{message}.{}", base64(tag.as_ref()))
    }
}

pub fn message(header: &str, claims: &str) -> String {
    format!("{}.{}", base64(header.as_bytes()), base64(claims.as_bytes()))
}

pub fn signed_by(key: &Ed25519KeyPair, header: &str, claims: &str) -> String {
    let message = message(header, claims);
    format!("{message}.{}", base64(key.sign(message.as_bytes()).as_ref()))
}

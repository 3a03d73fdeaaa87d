//! The keys that sign access tokens: Ed25519 pairs in the table `signing_key`, the private half sealed under the house's keys.
//!
//! A key signs for [`SIGNS`] days. Its successor is made [`AHEAD`] days before the end and stands on the public list from then on, so that whoever keeps the
//! list for a while knows it before its first token comes. The old one stays until its last token has died, then its row goes, and with it the private half.

use std::sync::Arc;

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use domain::access::{Action, Subject};
use domain::time::Moment;
use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::ACCESS_SECONDS;
use super::claims::{self, Claims, LEEWAY};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::identity::at_the_door;
use crate::keys::Place;
use crate::time::{from_db, to_db};

/// For how many days a key signs.
const SIGNS: i64 = 30;
/// How many days before it signs a key is published: at least one, and one more in case nobody looks for a while.
const AHEAD: i64 = 2;
const DAY: f64 = 86_400.0;

/// The keys that matter now, oldest first.
#[derive(Default)]
pub struct Ring(Vec<Key>);

struct Key {
    id: Uuid,
    public: DecodingKey,
    pair: EncodingKey,
    from: Moment,
    until: Moment,
}

impl Key {
    /// When the last token that it signed has died.
    fn dies_at(&self) -> Moment {
        self.until.plus_seconds((ACCESS_SECONDS + 2 * LEEWAY) as f64)
    }
}

impl Ring {
    fn signing(&self, now: Moment) -> Option<&Key> {
        self.0.iter().find(|key| key.from <= now && now < key.until)
    }

    /// The token of these claims.
    fn sign(&self, claims: &Claims, now: Moment) -> Option<Result<String>> {
        let key = self.signing(now)?;
        Some(claims::sign(claims, key.id, &key.pair))
    }

    /// What a token says, when one of these keys signed it and it holds now.
    fn verify(&self, token: &str, now: Moment) -> Option<Claims> {
        let kid = claims::kid(token)?;
        let key = self.0.iter().find(|key| key.id == kid)?;
        let began = key.from <= now.plus_seconds(LEEWAY as f64);
        (began && now < key.dies_at()).then(|| claims::verify(token, &key.public, now))?
    }

    /// From when on the next key must sign; none while the newest signs for long enough.
    fn gap(&self, now: Moment) -> Option<Moment> {
        let end = self.0.iter().map(|key| key.until).max();
        match end {
            Some(end) if end > now => (end.seconds_since(now) <= AHEAD as f64 * DAY).then_some(end),
            // A little earlier than now: the clock of another server may be behind ours.
            past => Some(now.plus_seconds(-LEEWAY as f64).max(past.unwrap_or_default())),
        }
    }
}

/// Signs with the key of now; reads or makes the keys first when none is known.
pub(super) async fn sign(house: &Arc<House>, claims: &Claims, now: Moment) -> Result<String> {
    if let Some(signed) = house.tokens.ring().sign(claims, now) {
        return signed;
    }
    renew(house).await?;
    let signed = house.tokens.ring().sign(claims, now);
    signed.unwrap_or(Err(HospitalError::Internal("no key signs tokens now")))
}

/// What a token says. An unknown key is not asked for: anybody could make us ask.
pub(super) async fn verify(house: &Arc<House>, token: &str, now: Moment) -> Result<Option<Claims>> {
    if house.tokens.ring().0.is_empty() {
        renew(house).await?;
    }
    Ok(house.tokens.ring().verify(token, now))
}

/// The public halves as a JSON Web Key Set (RFC 7517), also of the key that will sign next.
pub async fn published(house: &Arc<House>) -> Result<JwkSet> {
    if house.tokens.ring().0.is_empty() {
        renew(house).await?;
    }
    let (ring, now) = (house.tokens.ring(), house.clock.now());
    let keys = ring.0.iter().filter(|key| now < key.dies_at()).map(|key| {
        let mut jwk = Jwk::from_decoding_key(&key.public, Some(Algorithm::EdDSA))
            .map_err(|_| HospitalError::Internal("a public key cannot be written"))?;
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        jwk.common.key_id = Some(key.id.to_string());
        Ok(jwk)
    });
    Ok(JwkSet {
        keys: keys.collect::<Result<_>>()?,
    })
}

/// Makes the key that is missing, drops those whose last token has died, reads the rest, and signs and verifies once. Run at start and every minute
/// ([`super::keep`]).
///
/// # Errors
/// [`HospitalError::Internal`] when a key does not open (another master key) or what was just signed does not verify.
pub async fn renew(house: &Arc<House>) -> Result<()> {
    let ctx = at_the_door(house, Uuid::now_v7());
    let mut ring = read(&ctx).await?;
    // Twice at most: one that signs now, and its successor.
    for _ in 0..2 {
        let Some(from) = ring.gap(ctx.now()) else { break };
        make(&ctx, from).await?;
        ring = read(&ctx).await?;
    }
    probe(&ring, ctx.now())?;
    house.tokens.set_ring(ring);
    Ok(())
}

/// The library panics without a cryptographic provider: better at start than at the first sign-in.
fn probe(ring: &Ring, now: Moment) -> Result<()> {
    let claims = Claims::new(Uuid::nil(), Uuid::nil(), Uuid::nil(), now);
    let token = ring.sign(&claims, now).transpose()?.unwrap_or_default();
    match ring.verify(&token, now) {
        Some(read) if read == claims => Ok(()),
        Some(_) | None => Err(HospitalError::Internal("a token that was just signed does not verify")),
    }
}

async fn read(ctx: &Ctx) -> Result<Ring> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    drop_dead(&mut tx, ctx).await?;
    let rows = sqlx::query!(
        r#"SELECT k.id, k.public, k.sealed, lower(k.signs) AS "from!", upper(k.signs) AS "until!"
           FROM   signing_key k
           ORDER BY lower(k.signs)"#
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let keys = rows.into_iter().map(|row| {
        let pair = ctx.house().keys.open(&place(row.id), &row.sealed)?;
        Ok(Key {
            id: row.id,
            public: DecodingKey::from_ed_der(&row.public),
            pair: EncodingKey::from_ed_der(&pair),
            from: from_db(row.from),
            until: from_db(row.until),
        })
    });
    Ok(Ring(keys.collect::<Result<_>>()?))
}

async fn drop_dead(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    let last = ctx.now().plus_seconds(-((ACCESS_SECONDS + 2 * LEEWAY) as f64));
    let dropped = sqlx::query!("DELETE FROM signing_key WHERE upper(signs) <= $1", to_db(last))
        .execute(&mut **tx)
        .await?
        .rows_affected();
    let entry = Entry::change("signing_key.drop", Action::OpenSession, &Subject::House);
    audit::record_in(tx, ctx, (dropped > 0).then_some(entry)).await
}

/// Makes the key that signs from `from` on. Another server may do the same at the same moment: the database lets one of them.
async fn make(ctx: &Ctx, from: Moment) -> Result<()> {
    let fault = |_| HospitalError::Internal("a key pair could not be made");
    let pkcs8 = Ed25519KeyPair::generate_pkcs8(&aws_lc_rs::rand::SystemRandom::new()).map_err(fault)?;
    let pair = Ed25519KeyPair::from_pkcs8(pkcs8.as_ref())
        .map_err(|_| HospitalError::Internal("a key pair that was just made cannot be read"))?;
    let id = Uuid::new_v4();
    let sealed = ctx.house().keys.seal(&place(id), pkcs8.as_ref())?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let made = sqlx::query!(
        "INSERT INTO signing_key (id, public, sealed, published_at, signs) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
        id,
        pair.public_key().as_ref(),
        sealed,
        to_db(ctx.now().min(from)),
        PgRange::from(to_db(from)..to_db(from.plus_seconds(SIGNS as f64 * DAY))),
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let entry = Entry::change("signing_key.make", Action::OpenSession, &Subject::House);
    audit::record_in(&mut tx, ctx, (made > 0).then_some(entry)).await?;
    Ok(tx.commit().await?)
}

fn place(id: Uuid) -> Place {
    Place::new("signing_key", "sealed", id)
}

//! Values of patients, sealed with a random key of their own: one for each patient in each hospital that holds something sealed of them, made at first use.
//!
//! A sealed value names its key by the version in its head. The key's row is read in the caller's transaction each time, so row security decides who may
//! open, and a destroyed key opens nothing from the moment on at which its erasure was committed.

use std::collections::HashMap;
use std::sync::Arc;

use domain::ids::{HospitalId, PatientId};
use zeroize::Zeroizing;

use super::cipher::{Cipher, random, version_of};
use super::service::Wrapped;
use super::{Keys, Place, place};
use crate::ctx::Tx;
use crate::error::{HospitalError, Result};

/// While a key is wrapped and written, a rotation waits before it says that nothing is left under the old master key (and asks with the same number).
pub(super) const LOCK: i64 = 0x7761_7264_6b65_7973;

impl Keys {
    /// Seals a value of the patient of `place`, with the key that `hospital` has for them; makes that key at first use.
    ///
    /// # Errors
    /// Internal for a place of no patient; a database error where the patient is not registered in that hospital.
    pub async fn seal_for(&self, tx: &mut Tx, hospital: HospitalId, place: &Place, plain: &[u8]) -> Result<Vec<u8>> {
        let patient = place.patient.ok_or(NO_PATIENT)?;
        let cipher = match self.in_use(tx, patient, hospital).await? {
            Some(cipher) => cipher,
            None => {
                self.make(tx, patient, hospital).await?;
                self.in_use(tx, patient, hospital)
                    .await?
                    .ok_or(HospitalError::Internal(
                        "a patient's key that was just made is not there",
                    ))?
            }
        };
        cipher.seal(place.parts().iter().map(Vec::as_slice), plain)
    }

    /// Opens a value of the patient of `place`; none when its key was destroyed, or is not in this database.
    ///
    /// # Errors
    /// Internal for a value that was changed or moved; away when the key service is.
    pub async fn open_for(&self, tx: &mut Tx, place: &Place, sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let opened = self.open_each_for(tx, &[(place, sealed)]).await?;
        Ok(opened.into_iter().next().flatten())
    }

    /// The same of several values: each key is looked up once.
    ///
    /// # Errors
    /// As [`Keys::open_for`], for the first that fails.
    pub async fn open_each_for(
        &self,
        tx: &mut Tx,
        values: &[(&Place, &[u8])],
    ) -> Result<Vec<Option<Zeroizing<Vec<u8>>>>> {
        let mut known: HashMap<(PatientId, i32), Option<Arc<Cipher>>> = HashMap::new();
        let mut opened = Vec::with_capacity(values.len());
        for (place, sealed) in values {
            let patient = place.patient.ok_or(NO_PATIENT)?;
            let version = version_of(sealed).map_or(0, u32::cast_signed);
            let cipher = match known.get(&(patient, version)) {
                Some(cipher) => cipher.clone(),
                None => {
                    let cipher = self.of_version(tx, patient, version).await?;
                    known.insert((patient, version), cipher.clone());
                    cipher
                }
            };
            opened.push(match cipher {
                Some(cipher) => {
                    let plain = cipher.open(place.parts().iter().map(Vec::as_slice), sealed)?;
                    Some(Zeroizing::new(plain))
                }
                None => None,
            });
        }
        Ok(opened)
    }

    /// The key of that version; none when it was destroyed, or is not in this database.
    async fn of_version(&self, tx: &mut Tx, patient: PatientId, version: i32) -> Result<Option<Arc<Cipher>>> {
        let row = sqlx::query!(
            r#"SELECT wrapped AS "bytes!", wrapped_under AS "under!"
               FROM   patient_key
               WHERE  version = $1 AND patient_id = $2 AND destroyed_at IS NULL"#,
            version,
            patient.0,
        )
        .fetch_optional(&mut **tx)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let wrapped = Wrapped {
            under: row.under,
            bytes: row.bytes,
        };
        Ok(Some(self.unwrapped(patient, version, wrapped).await?))
    }

    /// The key that this hospital uses for the patient now.
    async fn in_use(&self, tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<Option<Arc<Cipher>>> {
        let row = sqlx::query!(
            r#"SELECT version, wrapped AS "bytes!", wrapped_under AS "under!"
               FROM   patient_key
               WHERE  patient_id = $1 AND hospital_id = $2 AND destroyed_at IS NULL"#,
            patient.0,
            hospital.0,
        )
        .fetch_optional(&mut **tx)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let wrapped = Wrapped {
            under: row.under,
            bytes: row.bytes,
        };
        Ok(Some(self.unwrapped(patient, row.version, wrapped).await?))
    }

    async fn unwrapped(&self, patient: PatientId, version: i32, wrapped: Wrapped) -> Result<Arc<Cipher>> {
        if let Some(known) = self.cache().get(version, &wrapped.bytes) {
            return Ok(known);
        }
        let key = self.service().unwrap(&context(patient, version), &wrapped).await?;
        let cipher = Arc::new(Cipher::new(&key, version.cast_unsigned())?);
        self.cache().put(version, wrapped.bytes, cipher.clone());
        Ok(cipher)
    }

    /// Makes a key, in the transaction of the value that it will seal. Whoever makes one for the same patient in the same moment waits, and takes this one.
    async fn make(&self, tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<()> {
        sqlx::query!("SELECT pg_advisory_xact_lock_shared($1)", LOCK)
            .fetch_one(&mut **tx)
            .await?;
        let version = sqlx::query_scalar!(r#"SELECT nextval('patient_key_version')::integer AS "version!""#)
            .fetch_one(&mut **tx)
            .await?;
        let wrapped = self.service().wrap(&context(patient, version), &*random()?).await?;
        sqlx::query!(
            "INSERT INTO patient_key (patient_id, hospital_id, version, wrapped, wrapped_under) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (patient_id, hospital_id) WHERE destroyed_at IS NULL DO NOTHING",
            patient.0,
            hospital.0,
            version,
            wrapped.bytes,
            wrapped.under,
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

const NO_PATIENT: HospitalError =
    HospitalError::Internal("a value of a patient was to be sealed or opened in a place of no patient");

/// What is bound to a wrapped key of a patient.
pub(super) fn context(patient: PatientId, version: i32) -> Vec<u8> {
    place::joined([
        b"patient_key".as_slice(),
        patient.0.as_bytes().as_slice(),
        version.to_be_bytes().as_slice(),
    ])
}

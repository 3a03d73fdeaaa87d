//! What somebody needs of a chair: by what is prescribed for them, and by what they carry, in all of their records that were joined.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::dialysis::infection::Agent;
use domain::dialysis::places::Needs;
use domain::ids::{HospitalId, PatientId};
use domain::invalid::Invalid;
use uuid::Uuid;

use crate::ctx::Tx;
use crate::error::{HospitalError, Result};

/// What somebody needs of a chair, and on how many days a week they come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Prescribed {
    /// Of a chair.
    pub needs: Needs,
    /// The highest rate at which fluid is taken, in mL/kg/h.
    pub max_uf_rate: f64,
    /// Days a week.
    pub weekly: usize,
}

/// By the prescription that holds; none without one, and none for who is dialysed around the clock: they come to no chair.
pub(super) async fn needs(tx: &mut Tx, hospital: HospitalId, patient: PatientId) -> Result<Option<Prescribed>> {
    Ok(needs_of(tx, hospital, &[patient]).await?.remove(&patient))
}

/// The same of several at once; who has no prescription is not among them. Of two that hold, in records that were joined, the newer one says how long and how often, as at the chair
/// (`prescribe::versions`), and a chair has to give what either asks for, as a machine has to (`device_unfit_for`).
pub(super) async fn needs_of(
    tx: &mut Tx,
    hospital: HospitalId,
    patients: &[PatientId],
) -> Result<HashMap<PatientId, Prescribed>> {
    let patients: Vec<Uuid> = patients.iter().map(|patient| patient.0).collect();
    let rows = sqlx::query!(
        r#"SELECT whose.id AS "patient_id!", p.modality, p.dialysis_fluid, p.minutes, p.max_uf_rate, p.weekdays, isolation_needed(whose.id, $2) AS "isolation!",
                  ARRAY(SELECT i.agent FROM infection_now(whose.id, $2) AS i WHERE i.result = 'positive') AS "carries!"
             FROM unnest($1::uuid[]) AS whose (id)
            CROSS JOIN LATERAL joined(whose.id) AS j
             JOIN dialysis_prescription p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id)
            WHERE p.hospital_id = $2 AND p.ended_at IS NULL AND p.modality <> 'cvvhdf'
            ORDER BY p.prescribed_at DESC, p.id DESC"#,
        &patients,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut prescribed = HashMap::new();
    for row in rows {
        let needs = Needs {
            isolation: row.isolation,
            hdf: ["hdf_pre", "hdf_post", "hf"].contains(&row.modality.as_str()),
            ultrapure: (row.modality.as_str(), row.dialysis_fluid.as_str()) == ("hd", "ultrapure"),
            minutes: u16::try_from(row.minutes).unwrap_or(240),
            carries: row.carries.iter().filter_map(|agent| Agent::parse(agent)).collect(),
        };
        match prescribed.entry(PatientId(row.patient_id)) {
            Entry::Vacant(first) => {
                first.insert(Prescribed {
                    needs,
                    max_uf_rate: row.max_uf_rate,
                    weekly: row.weekdays.len(),
                });
            }
            Entry::Occupied(mut newer) => {
                let newer = &mut newer.get_mut().needs;
                newer.hdf |= needs.hdf;
                newer.ultrapure |= needs.ultrapure;
            }
        }
    }
    Ok(prescribed)
}

/// That no sessions are prescribed.
pub(super) fn not_prescribed() -> HospitalError {
    let reason = "No dialysis is prescribed for them. A doctor prescribes it first.";
    HospitalError::Invalid(vec![Invalid::new("patient", reason)])
}

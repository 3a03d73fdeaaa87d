//! The prescription of dialysis. It is never changed: revising ends one, with the reason, and the next begins.

use domain::access::Action;
use domain::dialysis::days::{Days, Weekday};
use domain::dialysis::prescription::{
    Anticoagulant, Anticoagulation, DialysisFluid, Modality, Prescription, Typed, UfProfile,
};
use domain::dialysis::uf_steps::UfSteps;
use domain::ids::PatientId;
use domain::time::Moment;
use uuid::Uuid;

use super::refusal::wrong;
use super::{Here, done};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// One version of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Which.
    pub id: Uuid,
    /// Counted from 1.
    pub version: i16,
    /// What is prescribed.
    pub what: Prescription,
    /// Why it is so, and so since then.
    pub reason: String,
    /// Since when.
    pub at: Moment,
    /// By whom; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
    /// Until when; none for the one that holds.
    pub ended_at: Option<Moment>,
}

/// Treatments a week for the figures of adequacy, by the days of the prescription under which a session began; the usual three where there is none.
pub fn per_week(days: Option<Days>) -> u32 {
    days.map_or(3, Days::count)
}

/// The most versions that are read.
const MOST: i64 = 50;

/// The versions of one patient, the newest first, for a verb that has decided who reads them.
pub(crate) async fn versions(tx: &mut Tx, patient: PatientId, only: Option<Uuid>) -> Result<Vec<Version>> {
    let rows = sqlx::query!(
        r#"SELECT   p.id, p.version, p.modality, p.minutes, p.weekdays, p.dialyser, p.blood_flow, p.dialysate_flow, p.potassium, p.calcium, p.sodium, p.sodium_end,
                    p.bicarbonate, p.temperature, p.dialysis_fluid, p.uf_goal, p.uf_profile, p.uf_steps, p.max_uf_rate, p.anticoagulant, p.loading_dose, p.hourly_dose,
                    p.stop_before, p.anticoagulant_words, p.needle_gauge, p.single_needle, p.substitution, p.reason, p.prescribed_at, p.ended_at, u.display_name AS "by?"
           FROM     joined($1) AS j
           JOIN     dialysis_prescription p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id)
           LEFT JOIN app_user u ON u.id = p.prescribed_by
           WHERE    $3::uuid IS NULL OR p.id = $3
           ORDER BY (p.ended_at IS NULL) DESC, p.prescribed_at DESC, p.id DESC
           LIMIT    $2"#,
        patient.0,
        MOST,
        only,
    )
    .fetch_all(&mut **tx)
    .await?;
    let versions = rows.into_iter().map(|row| Version {
        id: row.id,
        version: row.version,
        what: Prescription {
            modality: Modality::parse(&row.modality).unwrap_or(Modality::Hd),
            minutes: row.minutes.into(),
            days: Days::of_iso(row.weekdays),
            dialyser: row.dialyser,
            blood_flow: row.blood_flow.into(),
            dialysate_flow: row.dialysate_flow.map(i32::from),
            potassium: row.potassium,
            calcium: row.calcium,
            sodium: row.sodium.into(),
            sodium_end: row.sodium_end.map(i32::from),
            bicarbonate: row.bicarbonate.into(),
            temperature: row.temperature,
            dialysis_fluid: DialysisFluid::parse(&row.dialysis_fluid).unwrap_or(DialysisFluid::Standard),
            uf_goal: row.uf_goal,
            uf_profile: UfProfile::parse(&row.uf_profile).unwrap_or(UfProfile::Even),
            uf_steps: row.uf_steps.as_deref().and_then(UfSteps::of),
            max_uf_rate: row.max_uf_rate,
            anticoagulation: Anticoagulation {
                kind: Anticoagulant::parse(&row.anticoagulant).unwrap_or(Anticoagulant::Other),
                loading_dose: row.loading_dose,
                hourly_dose: row.hourly_dose,
                stop_before: row.stop_before.map(i32::from),
                words: row.anticoagulant_words,
            },
            needle_gauge: row.needle_gauge.map(i32::from),
            single_needle: row.single_needle,
            substitution: row.substitution,
        },
        reason: row.reason,
        at: from_db(row.prescribed_at),
        by: row.by,
        ended_at: row.ended_at.map(from_db),
    });
    Ok(versions.collect())
}

/// Prescribes: ends what holds and begins the next version. `seen` is the version that whoever prescribes had before them, none when there was none.
///
/// # Errors
/// Invalid for what cannot be read or has no reason; a conflict when somebody else revised it meanwhile.
pub async fn prescribe(ctx: &Ctx, patient: PatientId, seen: Option<Uuid>, typed: &Typed, reason: &str) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::PrescribeDialysis, patient).await?;
    let here = Here::of(ctx, Action::PrescribeDialysis)?;
    let read = typed.read();
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(3..=500).contains(&reason.chars().count()) {
        let mut faults = read.err().unwrap_or_default();
        faults.push(domain::invalid::Invalid::new("reason", "Say why it is prescribed so."));
        return Err(HospitalError::Invalid(faults));
    }
    let it = read.map_err(HospitalError::Invalid)?;
    let now = to_db(ctx.now());
    let held = sqlx::query!(
        "SELECT id FROM dialysis_prescription WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL FOR UPDATE",
        patient.0,
        here.hospital,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if held.as_ref().map(|row| row.id) != seen {
        return Err(HospitalError::Conflict(REVISED));
    }
    if let Some(held) = held {
        sqlx::query!(
            "UPDATE dialysis_prescription SET ended_at = $2, ended_by = $3 WHERE id = $1",
            held.id,
            now,
            here.user,
        )
        .execute(&mut *tx)
        .await?;
    }
    let weekdays: Vec<i16> = it.days.iter().map(Weekday::iso).collect();
    let steps = it.uf_steps.map(UfSteps::shares);
    let clot = &it.anticoagulation;
    sqlx::query!(
        "INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium,
                                            sodium, sodium_end, bicarbonate, temperature, uf_goal, uf_profile, max_uf_rate, anticoagulant, loading_dose, hourly_dose,
                                            stop_before, anticoagulant_words, needle_gauge, single_needle, substitution, reason, prescribed_at, prescribed_by,
                                            dialysis_fluid, uf_steps)
         SELECT $1, $2, $3, coalesce(max(p.version), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31
           FROM dialysis_prescription p WHERE p.patient_id = $2 AND p.hospital_id = $3",
        Uuid::now_v7(),
        patient.0,
        here.hospital,
        it.modality.name(),
        small(it.minutes),
        &weekdays,
        it.dialyser,
        small(it.blood_flow),
        it.dialysate_flow.map(small),
        it.potassium,
        it.calcium,
        small(it.sodium),
        it.sodium_end.map(small),
        small(it.bicarbonate),
        it.temperature,
        it.uf_goal,
        it.uf_profile.name(),
        it.max_uf_rate,
        clot.kind.name(),
        clot.loading_dose,
        clot.hourly_dose,
        clot.stop_before.map(small),
        clot.words.as_deref(),
        it.needle_gauge.map(small),
        it.single_needle,
        it.substitution,
        reason,
        now,
        here.user,
        it.dialysis_fluid.name(),
        steps.as_ref().map(|steps| &steps[..]),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if matches!(error.violated(), Some("dialysis_prescription_one_holds" | "dialysis_prescription_version_once")) => HospitalError::Conflict(REVISED),
        error if error.violated() == Some("dialysis_prescription_registered") => wrong("", "They are no patient of this hospital."),
        error => error,
    })?;
    done(
        tx,
        ctx,
        "dialysis_prescription.revise",
        Action::PrescribeDialysis,
        patient,
    )
    .await?;
    // The rate that is not to be passed is watched at the machine.
    crate::telemetry::load_measuring(ctx.house(), patient).await
}

const REVISED: &str = "Somebody else has just prescribed. Look at what holds now before you revise it.";

/// A number that was read within its range, as the column keeps it.
pub(super) fn small(value: i32) -> i16 {
    i16::try_from(value).unwrap_or(i16::MAX)
}

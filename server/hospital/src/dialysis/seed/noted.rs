//! What a technician of the demo has noted of whoever sits at the first chair, and what the doctor took back of it: lines alone, as if everybody had read of them already. A note that is
//! written through its verb rings at the doctor's.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::dialysis::updates::Field;
use domain::ids::UserId;
use uuid::Uuid;

use super::{SeedUnit, ctx, known};
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// One line: of which field, what is there since, why, so many minutes ago, and whether the doctor takes back what was there before.
struct Line(Field, &'static str, &'static str, f64, bool);

/// Within the session, which runs for longer than the oldest of them.
const LINES: [Line; 6] = [
    Line(
        Field::NeedleGauge,
        "15",
        "The needles that were used today.",
        40.0,
        false,
    ),
    Line(
        Field::Heparin,
        "2000",
        "Given at the start, as it is prescribed.",
        38.0,
        false,
    ),
    Line(
        Field::AccessProblem,
        "Bled for a minute at the upper needle.",
        "Seen after the needles were in.",
        33.0,
        false,
    ),
    Line(
        Field::NeedleGauge,
        "16",
        "A thinner one at the second place.",
        26.0,
        false,
    ),
    Line(
        Field::DryWeightObserved,
        "41.00",
        "No swelling at the ankles at this weight.",
        18.0,
        false,
    ),
    Line(Field::NeedleGauge, "15", "Both are 15: I looked at them.", 12.0, true),
];

/// Writes them where nobody has noted anything yet. Nobody is told.
///
/// # Errors
/// When the database is away, or refuses what the lines say.
pub async fn note(house: &Arc<House>, unit: &SeedUnit, technician: UserId) -> Result<()> {
    let ctx = ctx(house, unit.hospital);
    let mut tx = ctx
        .begin(Action::SeedHospital, &Subject::Hospital(unit.hospital))
        .await?;
    let first = unit.guests.iter().find(|guest| guest.chair == 1 && !guest.is_later);
    let Some(guest) = first else {
        return Ok(tx.commit().await?);
    };
    let Some(known) = known(&mut tx, unit, guest).await? else {
        return Ok(tx.commit().await?);
    };
    let device = sqlx::query_scalar!(
        r#"SELECT s.device_id AS "device_id!"
             FROM device_session s
            WHERE s.patient_id = $1 AND s.hospital_id = $2 AND upper_inf(s.during)
              AND NOT EXISTS (SELECT FROM medical_update m WHERE m.patient_id = $1 AND m.hospital_id = $2)
            LIMIT 1"#,
        known.patient,
        unit.hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(device) = device else {
        return Ok(tx.commit().await?);
    };
    let mut newest: Vec<(Field, Uuid, &str)> = Vec::new();
    for Line(field, value, reason, minutes, takes_back) in LINES {
        let before = newest.iter().rev().find(|(of, ..)| *of == field);
        let (follows, old) = before.map_or((None, ""), |(_, id, value)| (Some(*id), *value));
        let id = Uuid::now_v7();
        let (who, on) = match takes_back {
            true => (unit.doctor, None),
            false => (technician, Some(device)),
        };
        sqlx::query!(
            "INSERT INTO medical_update (id, patient_id, hospital_id, field, old_value, new_value, reason, at, by_user, device_id, follows, takes_back)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            id,
            known.patient,
            unit.hospital.0,
            field.name(),
            old,
            value,
            reason,
            to_db(ctx.now().plus_seconds(-minutes * 60.0)),
            who.0,
            on,
            follows,
            takes_back,
        )
        .execute(&mut *tx)
        .await?;
        newest.push((field, id, value));
    }
    Ok(tx.commit().await?)
}

//! Who was treated with a lot that its maker calls back.

use domain::access::{Action, Subject};
use domain::dialysis::lots::{LotKind, sought};
use domain::ids::PatientId;
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::refusal::wrong;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// Somebody who was treated with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Who.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The number of this hospital.
    pub number: String,
    /// In which session.
    pub session: Uuid,
    /// When.
    pub at: Moment,
    /// At which chair.
    pub station: String,
    /// What it is of.
    pub kind: LotKind,
    /// The product.
    pub product: String,
    /// Its number as it was typed.
    pub lot: String,
}

/// The most sessions that are shown: a lot that touched more is told as such.
pub const MOST: i64 = 500;

/// Whether the actor may look for one, for the page before anything is sought.
///
/// # Errors
/// Denied for who may not.
pub async fn may_find(ctx: &Ctx) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::RecallLot, &Subject::Hospital(hospital))
        .await
        .map(|_| ())
}

/// Everybody of the hospital who was treated with a lot whose number begins so, the newest first. Spaces, hyphens and small letters are all the same.
///
/// # Errors
/// Invalid for fewer than three letters or digits.
pub async fn find(ctx: &Ctx, lot: &str) -> Result<Vec<Touched>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::RecallLot, &subject).await?;
    let folded = sought(lot);
    if folded.chars().count() < 3 {
        return Err(wrong(
            "lot",
            "Enter at least three letters or digits of the number of the lot.",
        ));
    }
    let rows = sqlx::query!(
        r#"SELECT   led_to(s.patient_id, s.hospital_id) AS "patient_id!", p.family_name, p.given_name, r.hospital_number, s.id AS session, coalesce(b.at, lower(s.planned)) AS "at!",
                    c.name AS station, l.kind, l.product, l.lot
           FROM     session_lot l
           JOIN     dialysis_session s ON s.id = l.session_id AND s.hospital_id = $1
           JOIN     station c          ON c.id = s.station_id
           JOIN     patient p          ON p.id = s.patient_id
           JOIN     registration r     ON r.patient_id = s.patient_id AND r.hospital_id = s.hospital_id
           LEFT JOIN session_started b ON b.session_id = s.id
           WHERE    l.folded LIKE $2 || '%'
           ORDER BY lower(s.planned) DESC, s.id, l.kind
           LIMIT    $3"#,
        hospital.0,
        folded,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let found: Vec<Touched> = rows
        .into_iter()
        .map(|row| Touched {
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            number: row.hospital_number,
            session: row.session,
            at: from_db(row.at),
            station: row.station,
            kind: LotKind::parse(&row.kind).unwrap_or(LotKind::Other),
            product: row.product,
            lot: row.lot,
        })
        .collect();
    let entry = Entry::new(Action::RecallLot, &subject, Outcome::Allowed)
        .of(found.iter().map(|touched| touched.patient))
        .kinds(&[Kind::Demographics, Kind::Dialysis]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(found)
}

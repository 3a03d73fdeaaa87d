//! The care team of a patient: who treats them now, who did, and on which ward they lie.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::time::Moment;

use super::{Colleague, colleagues};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Past ones that are shown at most.
const PAST: i64 = 50;

/// Who treats or treated a patient, and from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carer {
    /// Their account.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub since: Moment,
    /// Until when; none while it goes on.
    pub until: Option<Moment>,
}

/// Where a patient lies, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lies {
    /// The ward.
    pub ward: WardId,
    /// Its name.
    pub name: String,
    /// Since when.
    pub since: Moment,
}

/// What whoever assigns chooses from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The wards.
    pub wards: Vec<(WardId, String)>,
    /// Who could treat a patient; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
}

/// The care team, and what the reader may do with it.
#[derive(Clone, Debug, PartialEq)]
pub struct CareTeam {
    /// The patient.
    pub patient: PatientId,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Their number in the hospital.
    pub number: String,
    /// Who treats them now.
    pub treating: Vec<Carer>,
    /// Who treated them before, the last first; at most 50.
    pub before: Vec<Carer>,
    /// On which ward they lie.
    pub lies: Option<Lies>,
    /// For whoever assigns: the wards, and who could treat them.
    pub choices: Option<Choices>,
    /// Whether the reader may take them over.
    pub may_take_over: bool,
    /// The reader.
    pub reader: Option<UserId>,
}

/// Opens the care team of a patient; recorded in the audit.
///
/// Errors: denied for whoever neither cares for them nor assigns; not found for a patient of another hospital.
pub async fn open_team(ctx: &Ctx, patient: PatientId) -> Result<CareTeam> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadCareTeam, patient).await?;
    let (now, relations) = (ctx.now(), grounds.held);
    let person = sqlx::query!(
        "SELECT p.family_name, p.given_name, r.hospital_number
           FROM patient p JOIN registration r ON r.patient_id = p.id AND r.hospital_id = $2
          WHERE p.id = $1",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let carers = carers(&mut tx, patient, hospital).await?;
    let (treating, before): (Vec<Carer>, Vec<Carer>) = carers
        .into_iter()
        .partition(|carer| carer.until.is_none_or(|until| until > now));
    let treating = once_each(treating);
    let lies = lies(&mut tx, ctx, patient, hospital).await?;
    let subject = Subject::Patient { patient, relations };
    let choices = if ctx.may(Action::AssignCare, &subject) {
        Some(Choices {
            wards: wards(&mut tx, hospital).await?,
            colleagues: colleagues(&mut tx, hospital, &[Role::Doctor, Role::Nurse], now).await?,
        })
    } else {
        None
    };
    let shown = [Kind::Demographics, Kind::Access];
    audit::record(ctx, Entry::patient(Action::ReadCareTeam, patient, &shown)).await?;
    tx.commit().await?;
    Ok(CareTeam {
        patient,
        family_name: person.family_name,
        given_name: person.given_name,
        number: person.hospital_number,
        treating,
        before,
        lies,
        choices,
        may_take_over: ctx.may(Action::TakeOverPatient, &subject),
        reader: ctx.actor().user(),
    })
}

/// Who treats both of two joined records treats one person.
fn once_each(treating: Vec<Carer>) -> Vec<Carer> {
    let mut seen = std::collections::BTreeSet::new();
    treating.into_iter().filter(|carer| seen.insert(carer.user)).collect()
}

async fn carers(tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<Vec<Carer>> {
    let rows = sqlx::query!(
        r#"SELECT c.user_id, u.display_name, lower(c.during) AS "since!", upper(c.during) AS until
             FROM care_relation c
             JOIN app_user u ON u.id = c.user_id
            WHERE c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND c.hospital_id = $2
            ORDER BY upper(c.during) DESC NULLS FIRST, lower(c.during) DESC
            LIMIT $3"#,
        patient.0,
        hospital.0,
        PAST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let carers = rows.into_iter().map(|row| Carer {
        user: UserId(row.user_id),
        name: row.display_name,
        since: from_db(row.since),
        until: row.until.map(from_db),
    });
    Ok(carers.collect())
}

async fn lies(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: HospitalId) -> Result<Option<Lies>> {
    let row = sqlx::query!(
        r#"SELECT w.id, w.name, lower(a.during) AS "since!"
             FROM admission a JOIN ward w ON w.id = a.ward_id
            WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.during @> $3::timestamptz"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Lies {
        ward: WardId(row.id),
        name: row.name,
        since: from_db(row.since),
    }))
}

/// The wards of a hospital by name, to choose from.
pub(super) async fn wards(tx: &mut Tx, hospital: HospitalId) -> Result<Vec<(WardId, String)>> {
    let rows = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = $1 AND retired_at IS NULL ORDER BY name LIMIT 200",
        hospital.0
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (WardId(row.id), row.name)).collect())
}

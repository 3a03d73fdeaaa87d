//! The patients that are the reader's own: whom they treat, who is on a device of theirs, whom they opened in an emergency, who lets their hospital read. Who lies on a
//! ward where they are on duty stands on its board.

use std::collections::BTreeMap;

use domain::access::{Action, Relations, Subject};
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::patients::Person;
use domain::time::Moment;

use super::open_chart::person;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::care::Duty;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// The longest list, in grounds: those of the reader's own doing first.
const MOST: i64 = 200;

/// What makes somebody the reader's patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// They treat them.
    Treats,
    /// A device of theirs, of this name, measures them.
    Device(String),
    /// They opened the record in an emergency, until then.
    Opened(Moment),
    /// The person lets the reader's hospital read.
    LetIn,
}

impl Ground {
    const fn relation(&self) -> Relations {
        match self {
            Self::Treats => Relations::TREATING,
            Self::Device(_) => Relations::DEVICE,
            Self::Opened(_) => Relations::BREAK_GLASS,
            Self::LetIn => Relations::CONSENT,
        }
    }
}

/// One patient of the reader's.
#[derive(Clone, Debug, PartialEq)]
pub struct MyPatient {
    /// Who.
    pub person: Person,
    /// Why; one at least.
    pub grounds: Vec<Ground>,
}

/// The reader's patients by name, recorded as one look at all of them.
///
/// Errors: denied for whoever reads no patients.
pub async fn my_patients(ctx: &Ctx) -> Result<Vec<MyPatient>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::ReadPatient).await?;
    let mut mine: BTreeMap<PatientId, Vec<Ground>> = BTreeMap::new();
    for (patient, ground) in grounds(&mut tx, ctx).await? {
        let relations = ground.relation();
        if ctx.may(Action::ReadPatient, &Subject::Patient { patient, relations }) {
            mine.entry(patient).or_default().push(ground);
        }
    }
    let mut patients = Vec::with_capacity(mine.len());
    for (patient, grounds) in mine {
        let person = named(&mut tx, patient).await?;
        patients.push(MyPatient { person, grounds });
    }
    patients.sort_by_cached_key(|patient| (patient.person.staff_name(), patient.person.id));
    let shown = patients.iter().map(|patient| patient.person.id);
    let entry = Entry::new(Action::ReadPatient, &Subject::Hospital(hospital), Outcome::Allowed);
    audit::record(ctx, entry.of(shown).kinds(&[Kind::Demographics])).await?;
    tx.commit().await?;
    Ok(patients)
}

async fn grounds(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<(PatientId, Ground)>> {
    let Actor::Staff {
        user, hospital, roles, ..
    } = ctx.actor()
    else {
        return Err(HospitalError::SignIn);
    };
    let rows = sqlx::query!(
        r#"SELECT c.patient_id AS "patient_id!", 1 AS "order!", NULL AS device, NULL::timestamptz AS until
             FROM care_relation c
            WHERE c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz
           UNION ALL
           SELECT s.patient_id, 2, d.name, NULL
             FROM device_session s
             JOIN device d ON d.id = s.device_id
            WHERE s.hospital_id = $2 AND s.during @> $3::timestamptz
              AND (EXISTS (SELECT FROM device_duty o
                            WHERE o.device_id = s.device_id AND o.user_id = $1 AND o.during @> $3::timestamptz AND o.kind = ANY($4))
                OR EXISTS (SELECT FROM device_hand_over h
                            WHERE h.device_id = s.device_id AND h.to_user = $1 AND h.accepted_at <= $3 AND h.until > $3 AND h.ended_at IS NULL
                              AND 'keeps' = ANY($4)))
           UNION ALL
           SELECT b.patient_id, 3, NULL, max(b.until)
             FROM break_glass b
            WHERE b.user_id = $1 AND b.hospital_id = $2 AND b.until > $3
            GROUP BY b.patient_id
           UNION ALL
           SELECT c.patient_id, 4, NULL, NULL
             FROM consent c
            WHERE c.purpose = 'treatment' AND c.to_hospital = $2 AND c.during @> $3::timestamptz
            ORDER BY 2, 1
            LIMIT $5"#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
        &Duty::names_for(roles),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let grounds = rows.into_iter().map(|row| {
        let ground = match (row.device, row.until) {
            (Some(name), _) => Ground::Device(name),
            (None, Some(until)) => Ground::Opened(from_db(until)),
            (None, None) if row.order == 1 => Ground::Treats,
            (None, None) => Ground::LetIn,
        };
        (PatientId(row.patient_id), ground)
    });
    Ok(grounds.collect())
}

/// Who it is. Consent and emergencies open one person at a time to a transaction: it is about each of them, one after the other.
async fn named(tx: &mut Tx, patient: PatientId) -> Result<Person> {
    sqlx::query!(
        "SELECT set_config('app.subject_id', $1, true) AS about",
        patient.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    person(tx, patient).await
}

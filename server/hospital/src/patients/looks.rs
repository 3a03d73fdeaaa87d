//! When the reader looked at a patient last: whom they saw lately ([`recent`]), and since when something is new to them.

use domain::access::{Action, Subject, explain};
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::time::{Moment, Zone};

use sqlx::{Acquire, Postgres, Transaction};

use super::find::persons;
use super::mine::readable;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::patients::Listed;
use crate::time::{from_db, to_db};

/// Patients in the list of those seen lately.
pub const MOST: usize = 8;
/// So many looks are asked for: who may be read no longer is left out.
const ASKED: i64 = 64;
/// Pages that are opened within so many seconds of each other are one look.
const ONE_LOOK: f64 = 600.0;

/// Whom the reader saw lately.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recent {
    /// Those whose chart they may read, or whose record, the last first.
    pub patients: Vec<Seen>,
    /// The hospital's zone.
    pub zone: Zone,
}

/// Somebody who was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Who.
    pub row: Listed,
    /// Whether the chart opens; else the record alone.
    pub may_read: bool,
}

/// Remembers that the reader looks now, and says when they did before, at this record or at one that was joined to it; none for the first look, and for whoever is not
/// registered in their hospital. That it could not be remembered keeps nobody from a record: then nothing is said to be new.
pub(crate) async fn remember(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Option<Moment> {
    let mut point = tx.begin().await.ok()?;
    let before = match noted(&mut point, ctx, patient).await {
        Ok(before) => before,
        Err(fault) => {
            tracing::warn!(%fault, "a look at a record could not be remembered");
            return None;
        }
    };
    point.commit().await.ok()?;
    before
}

async fn noted(point: &mut Transaction<'_, Postgres>, ctx: &Ctx, patient: PatientId) -> Result<Option<Moment>> {
    let Actor::Staff { user, hospital, .. } = ctx.actor() else {
        return Ok(None);
    };
    let now = ctx.now();
    let before = sqlx::query_scalar!(
        "INSERT INTO patient_look AS l (user_id, patient_id, hospital_id, looked_at, before_at)
         SELECT $1, r.patient_id, r.hospital_id, $4,
                (SELECT max(o.looked_at)
                   FROM patient_merge m
                   JOIN patient_look o ON o.patient_id = m.other_id AND o.hospital_id = m.hospital_id
                  WHERE m.survivor_id = r.patient_id AND m.hospital_id = r.hospital_id AND m.undone_at IS NULL
                    AND o.user_id = $1 AND o.looked_at < $4)
           FROM registration r
          WHERE r.patient_id = $2 AND r.hospital_id = $3
         ON CONFLICT ON CONSTRAINT patient_look_pkey DO UPDATE
            SET before_at = CASE WHEN l.looked_at < $5 THEN l.looked_at ELSE l.before_at END,
                looked_at = greatest(l.looked_at, excluded.looked_at)
         RETURNING before_at",
        user.0,
        patient.0,
        hospital.0,
        to_db(now),
        to_db(now.plus_seconds(-ONE_LOOK)),
    )
    .fetch_optional(&mut **point)
    .await?;
    Ok(before.flatten().map(from_db))
}

/// The last eight whose chart or record the reader opened and still may. Recorded as one look at them all.
///
/// # Errors
/// Away when the database is.
pub async fn recent(ctx: &Ctx) -> Result<Recent> {
    let Actor::Staff { user, hospital, .. } = ctx.actor() else {
        return Ok(Recent::default());
    };
    let subject = Subject::Hospital(*hospital);
    let finds = ctx.may(Action::FindPatient, &subject);
    let reads = !explain(ctx.actor(), Action::ReadPatient, &subject).suffices.is_none();
    if !finds && !reads {
        return Ok(Recent::default());
    }
    let action = if finds {
        Action::FindPatient
    } else {
        Action::ReadPatient
    };
    let mut tx = ctx.look(action).await?;
    let mine = match reads {
        true => readable(&mut tx, ctx).await?,
        false => Default::default(),
    };
    let seen = sqlx::query_scalar!(
        // Who was seen under a number that leads to another is that one.
        r#"SELECT   led_to(l.patient_id, $2) AS "id!"
             FROM   (SELECT   s.patient_id, s.looked_at
                     FROM     patient_look s
                     WHERE    s.user_id = $1 AND s.hospital_id = $2
                     ORDER BY s.looked_at DESC, s.patient_id
                     LIMIT    $3) AS l
         GROUP BY 1
         ORDER BY max(l.looked_at) DESC, 1"#,
        user.0,
        hospital.0,
        ASKED,
    )
    .fetch_all(&mut *tx)
    .await?;
    let open = seen.into_iter().map(PatientId);
    let open = open.filter(|patient| finds || mine.contains_key(patient));
    let ids: Vec<PatientId> = open.take(MOST).collect();
    let rows = persons(&mut tx, ctx, *hospital, &ids).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    if !rows.is_empty() {
        let entry = Entry::new(action, &subject, Outcome::Allowed);
        let shown = rows.iter().map(|row| row.person.id);
        audit::record(ctx, entry.of(shown).kinds(&[Kind::Demographics])).await?;
    }
    tx.commit().await?;
    let patients = rows.into_iter().map(|row| Seen {
        may_read: mine.contains_key(&row.person.id),
        row,
    });
    Ok(Recent {
        patients: patients.collect(),
        zone,
    })
}

//! What was asked of the reader and by them, and what they can hand over.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{DeviceId, HospitalId, PatientId, UserId};
use domain::time::Moment;

use super::{Course, HandOver};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::care::{Colleague, colleagues};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Those that are shown at most, the newest first.
const MOST: i64 = 50;

/// A device that is the reader's now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// The device.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// Whether they keep it, and may lend it; else it was lent to them.
    pub keeps: bool,
    /// Who is on it now.
    pub patient: Option<PatientId>,
}

/// The page of hand-overs.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOvers {
    /// The reader.
    pub reader: UserId,
    /// The devices that are theirs.
    pub mine: Vec<Mine>,
    /// Those they take part in (for an admin: of the hospital), the newest first; at most 50.
    pub rows: Vec<HandOver>,
    /// Other technicians, to ask; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
    /// Whether the reader runs the hospital and sees everybody's.
    pub sees_all: bool,
}

/// The reader's hand-overs.
///
/// Errors: denied for whoever keeps no devices.
pub async fn hand_overs(ctx: &Ctx) -> Result<HandOvers> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let reader = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.look(Action::HandOverDevice).await?;
    let sees_all = ctx.may(Action::HandOverDevice, &subject);
    let now = ctx.now();
    let mine = mine(&mut tx, reader, hospital, now).await?;
    let rows = rows(&mut tx, reader, hospital, sees_all, now).await?;
    let mut colleagues = colleagues(&mut tx, hospital, &[Role::Technician], now).await?;
    colleagues
        .iter_mut()
        .for_each(|all| all.retain(|colleague| colleague.user != reader));
    let entry = Entry::new(Action::HandOverDevice, &subject, Outcome::Allowed)
        .of(mine.iter().filter_map(|it| it.patient))
        .kinds(&[Kind::Devices, Kind::Sessions]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(HandOvers {
        reader,
        mine,
        rows,
        colleagues,
        sees_all,
    })
}

async fn mine(tx: &mut Tx, reader: UserId, hospital: HospitalId, now: Moment) -> Result<Vec<Mine>> {
    let rows = sqlx::query!(
        r#"SELECT d.id, d.name, bool_or(own.keeps) AS "keeps!", s.patient_id AS "patient_id?"
             FROM (SELECT k.device_id, true AS keeps FROM device_duty k
                    WHERE k.user_id = $1 AND k.hospital_id = $2 AND k.kind = 'keeps' AND k.during @> $3::timestamptz
                   UNION ALL
                   SELECT h.device_id, false FROM device_hand_over h
                    WHERE h.to_user = $1 AND h.hospital_id = $2 AND h.accepted_at <= $3 AND h.until > $3 AND h.ended_at IS NULL) AS own
             JOIN device d              ON d.id = own.device_id
             LEFT JOIN device_session s ON s.device_id = d.id AND s.during @> $3::timestamptz
            GROUP BY d.id, d.name, s.patient_id
            ORDER BY d.name"#,
        reader.0,
        hospital.0,
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mine = rows.into_iter().map(|row| Mine {
        device: DeviceId(row.id),
        name: row.name,
        keeps: row.keeps,
        patient: row.patient_id.map(PatientId),
    });
    Ok(mine.collect())
}

async fn rows(tx: &mut Tx, reader: UserId, hospital: HospitalId, all: bool, now: Moment) -> Result<Vec<HandOver>> {
    let rows = sqlx::query!(
        r#"SELECT h.id, h.device_id, d.name, h.from_user, f.display_name AS from_name, h.to_user, t.display_name AS to_name,
                  h.asked_at, h.begins_at, h.until, h.accepted_at, h.ended_at
             FROM device_hand_over h
             JOIN device d   ON d.id = h.device_id
             JOIN app_user f ON f.id = h.from_user
             JOIN app_user t ON t.id = h.to_user
            WHERE h.hospital_id = $2 AND ($3 OR h.from_user = $1 OR h.to_user = $1)
            ORDER BY h.asked_at DESC
            LIMIT $4"#,
        reader.0,
        hospital.0,
        all,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let hand_overs = rows.into_iter().map(|row| {
        let course = Course {
            until: from_db(row.until),
            accepted_at: row.accepted_at.map(from_db),
            ended_at: row.ended_at.map(from_db),
        };
        HandOver {
            id: row.id,
            device: DeviceId(row.device_id),
            device_name: row.name,
            from: (UserId(row.from_user), row.from_name),
            to: (UserId(row.to_user), row.to_name),
            asked_at: from_db(row.asked_at),
            begins_at: row.begins_at.map(from_db),
            until: course.until,
            state: course.state(now),
        }
    });
    Ok(hand_overs.collect())
}

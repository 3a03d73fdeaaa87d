//! What is still owed to sessions of a ward whose day is over: a signature, what was looked at afterwards, a value of urea. The board shows a day; without this list a session that nobody
//! signed is seen by nobody from the next morning on.

use domain::dialysis::quantities::Urea;
use domain::dialysis::samples::counts;
use domain::ids::{HospitalId, PatientId, WardId};
use domain::patients::staff_name;
use domain::time::Moment;
use time::OffsetDateTime;
use uuid::Uuid;

use super::urea::is_wanted;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::{from_db, to_db};

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Which.
    pub session: Uuid,
    /// Of whom.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The chair.
    pub station: String,
    /// When blood ran no longer.
    pub ended: Moment,
    /// A doctor's name is to stand under it.
    pub signature: bool,
    /// What was looked at afterwards is to be written first.
    pub look_after: bool,
    /// A value of urea is to come.
    pub urea: bool,
}

/// The lists of a ward.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debts {
    /// Sessions, the oldest first.
    pub sessions: Vec<Owed>,
    /// Sessions without a signature that ended so long ago that whoever is on duty opens them no longer: who treats these people signs them.
    pub older: i64,
}

/// Sessions that are listed at most.
const MOST: i64 = 200;

/// Of a ward, for a verb that has decided who reads it. What is listed is what the reader may open: sessions of a week, by duty on the ward (`ctx/relations.rs`), and those of whom they treat.
pub(super) async fn of_ward(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, ward: WardId) -> Result<Debts> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.patient_id, p.family_name, p.given_name, c.name AS station, s.state, e.at AS ended, l.urea AS "before?", l.recorded_at AS "before_at?",
                    a.id AS "after_id?", a.urea AS "after?", a.recorded_at AS "after_at?",
                    x.recorded_at AS "pre_at?", x.value AS "pre?", y.recorded_at AS "post_at?", y.value AS "post?"
           FROM     dialysis_session s
           JOIN     station c       ON c.id = s.station_id
           JOIN     patient p       ON p.id = s.patient_id
           JOIN     session_ended e ON e.session_id = s.id
           LEFT JOIN LATERAL (SELECT f.urea, f.recorded_at FROM session_before f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS l ON true
           LEFT JOIN LATERAL (SELECT f.id, f.urea, f.recorded_at FROM session_after f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS a ON true
           LEFT JOIN LATERAL (SELECT f.value, f.recorded_at FROM session_urea f WHERE f.session_id = s.id AND f.taken = 'pre' ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS x ON true
           LEFT JOIN LATERAL (SELECT f.value, f.recorded_at FROM session_urea f WHERE f.session_id = s.id AND f.taken = 'post' ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS y ON true
           WHERE    c.ward_id = $1 AND s.hospital_id = $2
             AND    (s.state IN ('closed', 'interrupted')
                     OR (s.state = 'signed' AND s.planned && tstzrange($3::timestamptz - interval '7 days', $3)
                         AND num_nonnulls(l.urea, a.urea, x.recorded_at, y.recorded_at) > 0))
             AND    (s.planned && tstzrange($3::timestamptz - interval '7 days', $3)
                     OR EXISTS (SELECT FROM care_relation r WHERE r.patient_id = s.patient_id AND r.hospital_id = $2 AND r.user_id = actor_user() AND r.during @> $3::timestamptz))
           ORDER BY e.at, s.id
           LIMIT    $4"#,
        ward.0,
        hospital.0,
        to_db(ctx.now()),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let value = |line: Option<OffsetDateTime>, value: Option<f64>, at: Option<OffsetDateTime>, looked: Option<f64>| {
        let line = line.map(|at| (from_db(at), value.map(Urea)));
        counts(line, at.map(|at| (from_db(at), looked.map(Urea))))
    };
    let sessions = rows.into_iter().map(|row| {
        let known = (
            value(row.pre_at, row.pre, row.before_at, row.before),
            value(row.post_at, row.post, row.after_at, row.after),
        );
        Owed {
            session: row.id,
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            station: row.station,
            ended: from_db(row.ended),
            signature: row.state != "signed",
            look_after: row.after_id.is_none(),
            urea: is_wanted(known, (row.pre_at.is_some(), row.post_at.is_some())),
        }
    });
    let sessions: Vec<Owed> = sessions.filter(|owed| owed.signature || owed.urea).collect();
    let unsigned = sqlx::query_scalar!(
        r#"SELECT count(*) AS "n!"
           FROM   dialysis_session s
           JOIN   station c ON c.id = s.station_id
           WHERE  c.ward_id = $1 AND s.hospital_id = $2 AND s.state IN ('closed', 'interrupted')"#,
        ward.0,
        hospital.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    let listed = sessions.iter().filter(|owed| owed.signature).count();
    Ok(Debts {
        older: unsigned - i64::try_from(listed).unwrap_or(unsigned),
        sessions,
    })
}

//! What waits in a hospital, the longest first, and how long the last month took. Whose a value is and what it says is drawn for who reads that patient; everybody else sees where one waits,
//! since when, and who was told. Who was told of one by name answers it here, and asks who reported it for the value.

use domain::access::{Action, Relations, Subject};
use domain::critical::{Side, State};
use domain::ids::{CriticalId, HospitalId, PatientId};
use domain::patients::staff_name;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::Told;
use super::row::steps;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Loops that are shown. A hospital in which so many wait has another trouble.
const MOST: i64 = 200;
/// Days that are counted.
const DAYS: f64 = 30.0;

/// Whose a value is and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Of {
    /// The patient.
    pub patient: PatientId,
    /// Their name, as staff read it.
    pub patient_name: String,
    /// What the test is called.
    pub name: String,
    /// Whether it is a test of the list, whose name is LOINC's.
    pub listed: bool,
    /// The value.
    pub value: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// Beyond which published limit it is.
    pub side: Option<Side>,
}

/// A loop that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: CriticalId,
    /// Whose and what; none for who does not read that patient.
    pub of: Option<Of>,
    /// The ward on which they are.
    pub ward: Option<String>,
    /// The bed or chair.
    pub bed: Option<String>,
    /// How far it is.
    pub state: State,
    /// Since when it waits.
    pub reported_at: Moment,
    /// When it was read back.
    pub read_at: Option<Moment>,
    /// Who was told when.
    pub steps: Vec<Told>,
    /// Who reported it, for who was told of it by name and does not read that patient: they read it back and close it here, and ask that one for the value. None for everybody else.
    pub asks: Option<Asks>,
}

/// Whom somebody asks who was told of a value that they do not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// Who reported it; none where the reader is not shown it.
    pub reporter: Option<String>,
}

/// What the last 30 days came to; what was withdrawn is not counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    /// How many were reported.
    pub reported: i64,
    /// How many of them were read back.
    pub read: i64,
    /// Half of those that were read back were read within so many seconds.
    pub median_to_read: Option<f64>,
    /// Half of those that were closed were closed within so many seconds after the report.
    pub median_to_close: Option<f64>,
    /// The share, 0 to 1, that nobody had read back when the first on call had their turn.
    pub late: Option<f64>,
}

/// The page of the hospital.
#[derive(Clone, Debug)]
pub struct Board {
    /// What waits, the longest first.
    pub open: Vec<Line>,
    /// What the last 30 days came to.
    pub tally: Tally,
    /// The clock on the wall.
    pub zone: Zone,
    /// As of when.
    pub read_at: Moment,
}

/// What waits in the reader's hospital; the look is recorded, with whose values were shown. `asks_again`: an open page asks by itself.
///
/// # Errors
/// Denied for who neither treats anybody nor runs the hospital.
pub async fn list(ctx: &Ctx, asks_again: bool) -> Result<Board> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ListCriticals, &subject).await?;
    let open = open(&mut tx, ctx, hospital).await?;
    let tally = tally(&mut tx, ctx, hospital).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let shown = open.iter().filter_map(|line| line.of.as_ref().map(|of| of.patient));
    let entry = Entry::new(Action::ListCriticals, &subject, Outcome::Allowed);
    audit::record_list(ctx, entry, shown.collect(), asks_again).await?;
    tx.commit().await?;
    Ok(Board {
        open,
        tally,
        zone,
        read_at: ctx.now(),
    })
}

async fn open(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Line>> {
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id!", v.code AS "code?", v.name AS "name!", v.value::text AS "value!", v.unit AS "unit!", v.side AS "side?", v.state AS "state!", v.reported_at AS "reported_at!",
                  v.read_at AS "read_at?", x.id AS "patient!", x.family_name AS "family_name!", x.given_name AS "given_name!", w.name AS "ward?", p.spot AS "spot?",
                  r.display_name AS "reporter?", v.reported_by AS "reported_by!",
                  EXISTS (SELECT FROM critical_step s WHERE s.critical_id = v.id AND s.told_user = actor_user()) AS "told!"
             FROM critical_value v
             JOIN patient x ON x.id = led_to(v.patient_id, v.hospital_id)
             LEFT JOIN LATERAL critical_place(x.id, v.hospital_id, $2) AS p ON true
             LEFT JOIN ward w ON w.id = p.ward_id
             LEFT JOIN app_user r ON r.id = v.reported_by
            WHERE v.hospital_id = $1 AND v.state IN ('open', 'read')
            ORDER BY v.reported_at, v.id
            LIMIT $3"#,
        hospital.0,
        to_db(ctx.now()),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut steps = steps(tx, &ids).await?;
    let me = ctx.actor().user().map(|user| user.0);
    let mut lines = Vec::new();
    for row in rows {
        let Some(state) = State::parse(&row.state) else {
            continue;
        };
        let patient = PatientId(row.patient);
        let stands = stands(tx, ctx, patient, row.told).await?;
        let about = |relations| Subject::Patient { patient, relations };
        let reads = ctx.may(Action::ReadCritical, &about(stands));
        let told = row.told && ctx.may(Action::AnswerCritical, &about(stands.and(Relations::TOLD)));
        // Who reported it reads nothing back, and may write what was done.
        let next_is_theirs = state == State::Read || me != Some(row.reported_by);
        let asks = (told && !reads && next_is_theirs).then_some(Asks { reporter: row.reporter });
        let of = reads.then(|| Of {
            patient,
            patient_name: staff_name(&row.family_name, &row.given_name),
            name: row.name,
            listed: row.code.is_some(),
            value: row.value,
            unit: row.unit,
            side: row.side.as_deref().and_then(Side::parse),
        });
        lines.push(Line {
            id: CriticalId(row.id),
            of,
            ward: row.ward,
            bed: row.spot,
            state,
            reported_at: from_db(row.reported_at),
            read_at: row.read_at.map(from_db),
            steps: steps.remove(&row.id).unwrap_or_default(),
            asks,
        });
    }
    Ok(lines)
}

/// How the reader stands to this patient by caring for them: a consent or an emergency opens the page of one patient and no list. Not looked up for who reads and answers nobody's.
async fn stands(tx: &mut Tx, ctx: &Ctx, patient: PatientId, is_told: bool) -> Result<Relations> {
    if !is_told && !ctx.may_at_all(Action::ReadCritical) {
        return Ok(Relations::NONE);
    }
    let opened = Relations::CONSENT.and(Relations::BREAK_GLASS);
    Ok(ctx.stands_in(tx, patient).await?.without(opened))
}

async fn tally(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Tally> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "reported!", count(v.read_at) AS "read!",
                  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.read_at - v.reported_at)::float8) AS "median_to_read?",
                  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.closed_at - v.reported_at)::float8) AS "median_to_close?",
                  avg(CASE WHEN EXISTS (SELECT FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0) THEN 1.0::float8 ELSE 0.0::float8 END) AS "late?"
             FROM critical_value v
            WHERE v.hospital_id = $1 AND v.reported_at > $2 AND v.state <> 'withdrawn'"#,
        hospital.0,
        to_db(ctx.now().plus_seconds(-DAYS * 86_400.0)),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Tally {
        reported: row.reported,
        read: row.read,
        median_to_read: row.median_to_read,
        median_to_close: row.median_to_close,
        late: row.late,
    })
}

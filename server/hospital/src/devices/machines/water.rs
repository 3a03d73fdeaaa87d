//! The water for dialysis of each ward and the fluids made of it: what was tested, what it said under the limits of that day, and the limits with their history.

use domain::access::{Action, Subject};
use domain::devices::water::{Fluid, Limit, LimitTyped, Measure, TestTyped, Verdict};
use domain::ids::WardId;
use domain::invalid::Invalid;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::{WaterNow, moment, writer};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// A ward whose water is tested.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterWard {
    /// Which.
    pub ward: WardId,
    /// Its name.
    pub name: String,
    /// Whether dialysis machines belong or stand there.
    pub has_machines: bool,
    /// What its water says now.
    pub now: Vec<WaterNow>,
}

/// A test.
#[derive(Clone, Debug, PartialEq)]
pub struct TestLine {
    /// Of which ward.
    pub ward: String,
    /// In what.
    pub fluid: Fluid,
    /// Of what.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// What it said.
    pub verdict: Verdict,
    /// Where it was drawn.
    pub point: String,
    /// When.
    pub at: Moment,
    /// What is to be known.
    pub note: Option<String>,
    /// Who logged it.
    pub by: String,
}

/// A limit that was set.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitLine {
    /// In what.
    pub fluid: Fluid,
    /// Of what.
    pub measure: Measure,
    /// What was set.
    pub limit: Limit,
    /// Why.
    pub reason: String,
    /// When, and by whom.
    pub set: (Moment, String),
}

/// The page of the water.
#[derive(Clone, Debug, PartialEq)]
pub struct Water {
    /// The clock on the wall.
    pub zone: Zone,
    /// The wards, those with dialysis machines first.
    pub wards: Vec<WaterWard>,
    /// What holds now of each measure in each fluid.
    pub limits: Vec<(Fluid, Measure, Limit)>,
    /// What was set before, the newest first.
    pub history: Vec<LimitLine>,
    /// The tests, the newest first; at most 100.
    pub tests: Vec<TestLine>,
    /// Whether the reader logs tests.
    pub may_log: bool,
    /// Whether they set limits.
    pub may_set: bool,
}

/// What the water and the standard dialysis fluid of a ward say now, tested or not, and each fluid that was tested there; ultrapure fluid also where a chair needs it.
pub(super) async fn now_in(tx: &mut Tx, ward: WardId, now: Moment) -> Result<Vec<WaterNow>> {
    let rows = sqlx::query!(
        r#"SELECT m.fluid AS "fluid!", m.measure AS "measure!", m.max::float8 AS "max!", m.action_from::float8 AS action_from, m.valid_hours AS "valid_hours!",
                  t.value::float8 AS "value?", t.taken_at AS "taken_at?", t.verdict AS "verdict?", t.point AS "point?",
                  EXISTS (SELECT FROM water_test v WHERE v.ward_id = w.id AND v.fluid = m.fluid AND v.measure = m.measure
                             AND v.taken_at > $2::timestamptz - make_interval(hours => m.valid_hours)) AS "is_valid!"
             FROM ward w
            CROSS JOIN LATERAL fluid_limit_now(w.hospital_id) m
             LEFT JOIN LATERAL (SELECT x.value, x.taken_at, x.verdict, x.point
                                  FROM (SELECT DISTINCT ON (lower(btrim(y.point))) y.id, y.value, y.taken_at, y.verdict, y.point
                                          FROM water_test y
                                         WHERE y.ward_id = w.id AND y.fluid = m.fluid AND y.measure = m.measure
                                         ORDER BY lower(btrim(y.point)), y.taken_at DESC, y.id DESC) x
                                 ORDER BY (x.verdict = 'failed') DESC, x.taken_at DESC, x.id DESC
                                 LIMIT 1) t ON true
            WHERE w.id = $1
              AND (m.fluid IN ('water', 'standard')
                   OR EXISTS (SELECT FROM water_test k WHERE k.ward_id = w.id AND k.fluid = m.fluid)
                   OR m.fluid = 'ultrapure' AND EXISTS (SELECT FROM station c WHERE c.ward_id = w.id AND c.hdf AND c.retired_at IS NULL))"#,
        ward.0,
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut lines: Vec<WaterNow> = rows
        .into_iter()
        .filter_map(|row| {
            let verdict = row.verdict.as_deref().and_then(Verdict::parse);
            Some(WaterNow {
                fluid: Fluid::parse(&row.fluid)?,
                measure: Measure::parse(&row.measure)?,
                limit: Limit {
                    max: row.max,
                    action_from: row.action_from,
                    valid_hours: row.valid_hours,
                },
                newest: match (row.value, row.taken_at, verdict) {
                    (Some(value), Some(at), Some(verdict)) => Some((value, from_db(at), verdict)),
                    _ => None,
                },
                point: row.point,
                is_valid: row.is_valid,
            })
        })
        .collect();
    lines.sort_by_key(|line| (line.fluid, line.measure));
    Ok(lines)
}

/// The water of the hospital.
///
/// # Errors
/// Denied for who neither keeps machines nor nurses nor runs the hospital.
pub async fn water(ctx: &Ctx) -> Result<Water> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadWater, &subject).await?;
    let now = ctx.now();
    let named = sqlx::query!(
        r#"SELECT w.id, w.name,
                  EXISTS (SELECT FROM device d WHERE d.hospital_id = $1 AND d.kind = 'dialysis' AND d.status <> 'inactive' AND device_ward(d.id) = w.id) AS "has_machines!"
             FROM ward w
            WHERE w.hospital_id = $1 AND w.retired_at IS NULL
            ORDER BY 3 DESC, w.name
            LIMIT 40"#,
        hospital.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut wards = Vec::with_capacity(named.len());
    for ward in named {
        wards.push(WaterWard {
            ward: WardId(ward.id),
            name: ward.name,
            has_machines: ward.has_machines,
            now: now_in(&mut tx, WardId(ward.id), now).await?,
        });
    }
    let limits = limits(&mut tx, hospital.0).await?;
    let history = history(&mut tx, hospital.0).await?;
    let tests = tests(&mut tx, hospital.0).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::new(Action::ReadWater, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Water {
        zone,
        wards,
        limits,
        history,
        tests,
        may_log: ctx.may(Action::LogWater, &subject),
        may_set: ctx.may(Action::ManageMachines, &subject),
    })
}

async fn limits(tx: &mut Tx, hospital: Uuid) -> Result<Vec<(Fluid, Measure, Limit)>> {
    let rows = sqlx::query!(
        r#"SELECT m.fluid AS "fluid!", m.measure AS "measure!", m.max::float8 AS "max!", m.action_from::float8 AS action_from, m.valid_hours AS "valid_hours!"
             FROM fluid_limit_now($1) m"#,
        hospital,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut limits: Vec<_> = rows
        .into_iter()
        .filter_map(|row| {
            let limit = Limit {
                max: row.max,
                action_from: row.action_from,
                valid_hours: row.valid_hours,
            };
            Some((Fluid::parse(&row.fluid)?, Measure::parse(&row.measure)?, limit))
        })
        .collect();
    limits.sort_by_key(|(fluid, measure, _)| (*fluid, *measure));
    Ok(limits)
}

async fn history(tx: &mut Tx, hospital: Uuid) -> Result<Vec<LimitLine>> {
    let rows = sqlx::query!(
        r#"SELECT l.fluid, l.measure, l.max::float8 AS "max!", l.action_from::float8 AS action_from, l.valid_hours, l.reason, l.set_at, u.display_name AS "by?"
             FROM water_limit l
             LEFT JOIN app_user u ON u.id = l.set_by
            WHERE l.hospital_id = $1
            ORDER BY l.set_at DESC, l.id DESC
            LIMIT 100"#,
        hospital,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(LimitLine {
            fluid: Fluid::parse(&row.fluid)?,
            measure: Measure::parse(&row.measure)?,
            limit: Limit {
                max: row.max,
                action_from: row.action_from,
                valid_hours: row.valid_hours,
            },
            reason: row.reason,
            set: (from_db(row.set_at), row.by.unwrap_or_default()),
        })
    });
    Ok(lines.collect())
}

async fn tests(tx: &mut Tx, hospital: Uuid) -> Result<Vec<TestLine>> {
    let rows = sqlx::query!(
        r#"SELECT w.name, t.fluid, t.measure, t.value::float8 AS "value!", t.verdict AS "verdict!", t.point, t.taken_at, t.note, u.display_name AS "by?"
             FROM water_test t
             JOIN ward w ON w.id = t.ward_id
             LEFT JOIN app_user u ON u.id = t.logged_by
            WHERE t.hospital_id = $1
            ORDER BY t.taken_at DESC, t.id DESC
            LIMIT 100"#,
        hospital,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(TestLine {
            ward: row.name,
            fluid: Fluid::parse(&row.fluid)?,
            measure: Measure::parse(&row.measure)?,
            value: row.value,
            verdict: Verdict::parse(&row.verdict)?,
            point: row.point,
            at: from_db(row.taken_at),
            note: row.note,
            by: row.by.unwrap_or_default(),
        })
    });
    Ok(lines.collect())
}

/// Writes a test of a ward's water, or of a fluid made of it, down under the limits that hold now. Answers what it says.
///
/// # Errors
/// Invalid for what cannot be read, lies ahead, or for a ward of another hospital; denied for who logs no water.
pub async fn log_water(ctx: &Ctx, ward: WardId, typed: &TestTyped) -> Result<Verdict> {
    let (hospital, user) = writer(ctx, Action::LogWater)?;
    let subject = Subject::Hospital(hospital.into());
    let mut tx = ctx.begin(Action::LogWater, &subject).await?;
    let read = typed.read();
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM ward WHERE id = $1 AND hospital_id = $2) AS "known!""#,
        ward.0,
        hospital
    )
    .fetch_one(&mut *tx)
    .await?;
    let no_ward = (!known).then(|| Invalid::new("ward", "Choose a ward of this hospital."));
    let read = match (read, no_ward) {
        (Ok(read), None) => read,
        (read, no_ward) => {
            let faults = read.err().into_iter().flatten().chain(no_ward).collect();
            return Err(HospitalError::Invalid(faults));
        }
    };
    let at = moment(&mut tx, ctx, read.when).await?;
    let verdict = sqlx::query_scalar!(
        r#"INSERT INTO water_test (id, hospital_id, ward_id, fluid, measure, value, max, action_from, point, taken_at, note, logged_at, logged_by)
           SELECT $1::uuid, $2::uuid, $3::uuid, m.fluid, m.measure, $5::float8, m.max, m.action_from, $6::text, $7::timestamptz, $8::text, $9::timestamptz, $10::uuid
             FROM fluid_limit_now($2) m WHERE m.measure = $4 AND m.fluid = $11
           RETURNING verdict AS "verdict!""#,
        Uuid::now_v7(),
        hospital,
        ward.0,
        read.measure.name(),
        read.value,
        read.point,
        to_db(at),
        read.note,
        to_db(ctx.now()),
        user,
        read.fluid.name(),
    )
    .fetch_one(&mut *tx)
    .await?;
    let subject = Subject::Ward {
        ward,
        hospital: hospital.into(),
    };
    let entry = Entry::change("water.log", Action::LogWater, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Verdict::parse(&verdict).ok_or(HospitalError::Internal("a verdict of another version"))
}

/// Sets the limit of a measure in a fluid for the hospital, from now on. What was tested before keeps the limits of its day.
///
/// # Errors
/// Invalid for what cannot be read or has no reason; denied for whoever does not run the hospital.
pub async fn set_limit(ctx: &Ctx, typed: &LimitTyped) -> Result<()> {
    let (hospital, user) = writer(ctx, Action::ManageMachines)?;
    let subject = Subject::Hospital(hospital.into());
    let mut tx = ctx.begin(Action::ManageMachines, &subject).await?;
    let (fluid, measure, limit, reason) = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO water_limit (id, hospital_id, measure, max, action_from, valid_hours, reason, set_at, set_by, fluid)
         VALUES ($1, $2, $3, $4::float8, $5::float8, $6, $7, $8, $9, $10)",
        Uuid::now_v7(),
        hospital,
        measure.name(),
        limit.max,
        limit.action_from,
        limit.valid_hours,
        reason,
        to_db(ctx.now()),
        user,
        fluid.name(),
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("water.set_limit", Action::ManageMachines, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

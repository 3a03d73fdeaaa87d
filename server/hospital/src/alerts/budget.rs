//! How many alarms there were for each hour in which somebody was measured, how many nobody answered, and how long answers took: by ward, by what alarmed, by day. Nobody is named.
//!
//! Alarms that nobody acts on teach people not to look (B5: 87 to 99 of a hundred alarms, and answers grow slower as they pile up; Drew et al., PLoS ONE 9:e110274, 2014 and the
//! review PMC4456276), so what alarms too often is found here, and its limit set anew at `/hospital/alarms`.

use domain::access::{Action, Subject};
use domain::alerts::{Priority, Side};
use domain::telemetry::Parameter;
use domain::time::Moment;

use crate::audit::{self, Entry, Kind as Data, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// So many days may be asked for.
pub const BUDGET_DAYS: [i32; 3] = [1, 7, 30];
/// So many are shown unless others are chosen.
const USUAL: i32 = 7;

/// What is counted of some alarms.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// How many were raised.
    pub alarms: i64,
    /// Those that nobody answered.
    pub unanswered: i64,
    /// Half of the answers took at most so many seconds; none without an answer.
    pub median: Option<f64>,
}

/// What alarmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A limit.
    Limit(Parameter, Side),
    /// The machine itself.
    Machine,
    /// A device that fell silent.
    Silent,
}

/// One ward.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetWard {
    /// Its name; empty for devices that stood nowhere.
    pub name: String,
    /// Hours in which somebody was measured, summed over its beds.
    pub hours: f64,
    /// Its alarms.
    pub counted: Counted,
}

/// One sort of alarm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BudgetSource {
    /// What alarmed.
    pub source: Source,
    /// How urgent it was.
    pub priority: Priority,
    /// Its alarms.
    pub counted: Counted,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// As of when.
    pub rendered_at: Moment,
    /// How many days are counted.
    pub days: i32,
    /// All wards together.
    pub whole: BudgetWard,
    /// By ward, the one with the most alarms first.
    pub wards: Vec<BudgetWard>,
    /// By what alarmed, the most frequent first; the first fifty.
    pub sources: Vec<BudgetSource>,
    /// Alarms in each stretch of 24 hours, the oldest first.
    pub by_day: Vec<i64>,
}

/// The alarms of the last `days` days, which is one of [`BUDGET_DAYS`] (a week for anything else). One statement: it goes from the hospital's devices to the alarms of each by the
/// index of device and time.
///
/// # Errors
/// Denied for who does not see the hospital in figures.
pub async fn budget(ctx: &Ctx, days: Option<i32>) -> Result<Budget> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadHospital, &subject).await?;
    let days = days.filter(|days| BUDGET_DAYS.contains(days)).unwrap_or(USUAL);
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"WITH fired AS (
               SELECT a.kind, a.parameter, a.side, a.priority, a.raised_at, coalesce(w.name, '') AS ward,
                      (SELECT min(e.at) FROM alarm_event e WHERE e.alarm_id = a.id AND e.event = 'acknowledged') - a.raised_at AS took
                 FROM device d
                 JOIN alarm a                  ON a.device_id = d.id AND a.raised_at >= $2 AND a.raised_at < $3
                 LEFT JOIN device_assignment p ON p.device_id = d.id AND p.during @> a.raised_at
                 LEFT JOIN bed b               ON b.id = p.bed_id
                 LEFT JOIN ward w              ON w.id = b.ward_id
                WHERE d.hospital_id = $1),
           measured AS (
               SELECT w.name AS ward, range_agg(s.during * p.during * tstzrange($2, $3)) AS times
                 FROM device d
                 JOIN device_session s    ON s.device_id = d.id AND s.during && tstzrange($2, $3)
                 JOIN device_assignment p ON p.device_id = d.id AND p.during && s.during AND p.during && tstzrange($2, $3)
                 JOIN bed b               ON b.id = p.bed_id
                 JOIN ward w              ON w.id = b.ward_id
                WHERE d.hospital_id = $1
                GROUP BY w.name, b.id),
           hours AS (
               SELECT m.ward, sum(extract(epoch FROM upper(t.during) - lower(t.during)))::float8 / 3600 AS hours
                 FROM measured m CROSS JOIN LATERAL unnest(m.times) AS t (during)
                GROUP BY m.ward),
           by_ward AS (
               SELECT f.ward, count(*) AS alarms, count(*) FILTER (WHERE f.took IS NULL) AS unanswered,
                      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.took)::float8) AS median
                 FROM fired f
                GROUP BY f.ward),
           by_source AS (
               SELECT f.kind, f.parameter, f.side, f.priority, count(*) AS alarms, count(*) FILTER (WHERE f.took IS NULL) AS unanswered,
                      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.took)::float8) AS median
                 FROM fired f
                GROUP BY f.kind, f.parameter, f.side, f.priority
                ORDER BY count(*) DESC, f.kind, f.parameter, f.side, f.priority
                LIMIT 50)
           SELECT 'whole' AS "part!", '' AS "ward!", '' AS "kind!", '' AS "parameter!", '' AS "side!", '' AS "priority!", 0 AS "day!",
                  (SELECT coalesce(sum(h.hours), 0)::float8 FROM hours h) AS "hours!", count(*) AS "alarms!",
                  count(*) FILTER (WHERE f.took IS NULL) AS "unanswered!",
                  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.took)::float8) AS "median?"
             FROM fired f
           UNION ALL
           SELECT 'ward', coalesce(w.ward, h.ward), '', '', '', '', 0, coalesce(h.hours, 0), coalesce(w.alarms, 0), coalesce(w.unanswered, 0), w.median
             FROM by_ward w FULL JOIN hours h ON h.ward = w.ward
           UNION ALL
           SELECT 'source', '', s.kind, s.parameter, s.side, s.priority, 0, 0, s.alarms, s.unanswered, s.median
             FROM by_source s
           UNION ALL
           SELECT 'day', '', '', '', '', '', floor(extract(epoch FROM f.raised_at - $2) / 86400)::int, 0, count(*), 0, NULL
             FROM fired f
            GROUP BY 7"#,
        hospital.0,
        to_db(now.plus_seconds(-86_400.0 * f64::from(days))),
        to_db(now),
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::new(Action::ReadHospital, &subject, Outcome::Allowed).kinds(&[Data::Alarms]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let mut budget = Budget {
        rendered_at: now,
        days,
        whole: BudgetWard {
            name: String::new(),
            hours: 0.0,
            counted: Counted::default(),
        },
        wards: Vec::new(),
        sources: Vec::new(),
        by_day: vec![0; usize::try_from(days).unwrap_or(0)],
    };
    for row in rows {
        let counted = Counted {
            alarms: row.alarms,
            unanswered: row.unanswered,
            median: row.median,
        };
        match row.part.as_str() {
            "whole" => {
                budget.whole.hours = row.hours;
                budget.whole.counted = counted;
            }
            "ward" => budget.wards.push(BudgetWard {
                name: row.ward,
                hours: row.hours,
                counted,
            }),
            "source" => {
                let source = source(&row.kind, &row.parameter, &row.side);
                if let Some((source, priority)) = source.zip(Priority::parse(&row.priority)) {
                    budget.sources.push(BudgetSource {
                        source,
                        priority,
                        counted,
                    });
                }
            }
            _ => {
                let day = usize::try_from(row.day).ok().and_then(|day| budget.by_day.get_mut(day));
                if let Some(day) = day {
                    *day += row.alarms;
                }
            }
        }
    }
    budget
        .wards
        .sort_by(|a, b| (b.counted.alarms, &a.name).cmp(&(a.counted.alarms, &b.name)));
    budget.sources.sort_by_key(|it| std::cmp::Reverse(it.counted.alarms));
    Ok(budget)
}

fn source(kind: &str, parameter: &str, side: &str) -> Option<Source> {
    match kind {
        "limit" => Some(Source::Limit(Parameter::parse(parameter)?, Side::parse(side)?)),
        "machine" => Some(Source::Machine),
        "silent" => Some(Source::Silent),
        _ => None,
    }
}

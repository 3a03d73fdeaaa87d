//! How good the forecast of a hospital is, what is missing where there is none, and whether it stands at the chair: one hospital, no patient.

use domain::access::{Action, Subject};
use domain::devices;
use domain::dialysis::forecast::{Lacks, lacking};
use domain::ids::HospitalId;
use domain::time::Moment;
use uuid::Uuid;

use super::{Counts, DEFINITION, Fit, fit, newest};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::Here;
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::time::{from_db, to_db};

/// Whoever asks again within ten minutes gets the same, in seconds.
const APART: f64 = 600.0;
/// Lines of the switch that are read.
const MOST: i64 = 20;

/// What came of the newest look at the sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// When.
    pub at: Moment,
    /// Who asked; none of the house's own turn.
    pub by: Option<String>,
    /// What was counted.
    pub counts: Counts,
    /// Of what there was too little.
    pub lacks: Vec<Lacks>,
    /// Whether one of the inputs was always the same.
    pub no_spread: bool,
}

/// A line of the switch.
#[derive(Clone, Debug, PartialEq)]
pub struct Switched {
    /// The fit that stands at the chair from then on, and when that was made; none where it was switched off.
    pub fit: Option<(Uuid, Moment)>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The newest look at the sessions; none before the first.
    pub looked: Option<Looked>,
    /// The newest model.
    pub fit: Option<Fit>,
    /// What the switch says, the newest first: that one holds.
    pub switched: Vec<Switched>,
    /// Whether the reader fits anew and decides.
    pub may_set: bool,
}

impl Judged {
    /// The fit that stands at the chair.
    pub fn shown(&self) -> Option<(Uuid, Moment)> {
        self.switched.first().and_then(|line| line.fit)
    }
}

fn here(ctx: &Ctx) -> Result<(HospitalId, Subject)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    Ok((hospital, Subject::Hospital(hospital)))
}

/// Opens it.
///
/// # Errors
/// Denied for who neither treats people nor runs the hospital.
pub async fn open(ctx: &Ctx) -> Result<Judged> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::ReadForecast, &subject).await?;
    let looked = looked(&mut tx, hospital).await?;
    let newest = sqlx::query_scalar!(
        "SELECT   id
         FROM     dialysis_forecast
         WHERE    hospital_id = $1 AND outcome = 'fitted' AND definition = $2
         ORDER BY made_at DESC, id DESC
         LIMIT    1",
        hospital.0,
        DEFINITION,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let fit = match newest {
        Some(id) => fit(&mut tx, id).await?,
        None => None,
    };
    let rows = sqlx::query!(
        r#"SELECT   w.forecast_id, f.made_at AS "made_at?", w.reason, w.at, u.display_name AS "by?"
           FROM     dialysis_forecast_shown w
           LEFT JOIN dialysis_forecast f ON f.id = w.forecast_id
           LEFT JOIN app_user u          ON u.id = w.by_user
           WHERE    w.hospital_id = $1
           ORDER BY w.at DESC, w.id DESC
           LIMIT    $2"#,
        hospital.0,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let switched = rows.into_iter().map(|row| Switched {
        fit: row.forecast_id.zip(row.made_at.map(from_db)),
        reason: row.reason,
        at: from_db(row.at),
        by: row.by.unwrap_or_default(),
    });
    let judged = Judged {
        looked,
        fit,
        switched: switched.collect(),
        may_set: ctx.may(Action::SetForecast, &subject),
    };
    audit::record(ctx, Entry::new(Action::ReadForecast, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    Ok(judged)
}

async fn looked(tx: &mut Tx, hospital: HospitalId) -> Result<Option<Looked>> {
    let row = sqlx::query!(
        r#"SELECT   f.made_at, f.outcome, u.display_name AS "by?", f.learned_patients, f.learned_sessions, f.learned_moments, f.learned_falls, f.held_patients, f.held_sessions,
                    f.held_moments, f.held_falls, f.unknown_moments, f.missing_moments
           FROM     dialysis_forecast f
           LEFT JOIN app_user u ON u.id = f.asked_by
           WHERE    f.hospital_id = $1 AND f.definition = $2
           ORDER BY f.made_at DESC, f.id DESC
           LIMIT    1"#,
        hospital.0,
        DEFINITION,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| {
        let counts = Counts::kept(
            [
                row.learned_patients,
                row.learned_sessions,
                row.learned_moments,
                row.learned_falls,
            ],
            [row.held_patients, row.held_sessions, row.held_moments, row.held_falls],
            (row.unknown_moments, row.missing_moments),
        );
        Looked {
            at: from_db(row.made_at),
            by: row.by,
            lacks: lacking(&counts.learned, &counts.held_back),
            no_spread: row.outcome == "no_spread",
            counts,
        }
    }))
}

/// Whether the actor decides on it at all, for a form that cannot be understood.
///
/// # Errors
/// Denied for who does not run the hospital.
pub async fn may_set(ctx: &Ctx) -> Result<()> {
    let (_, subject) = here(ctx)?;
    ctx.check(Action::SetForecast, &subject).await.map(drop)
}

/// Has it fitted anew, as later work; answers whether that was left, or is on its way already.
///
/// # Errors
/// Conflict where it was fitted a moment ago; denied for who does not run the hospital.
pub async fn fit_anew(ctx: &Ctx) -> Result<bool> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::SetForecast, &subject).await?;
    let by = Here::of(ctx, Action::SetForecast)?.user;
    let just_now = to_db(ctx.now().plus_seconds(-APART));
    if newest(&mut tx, hospital.0).await?.is_some_and(|at| at > just_now) {
        return Err(HospitalError::Conflict(
            "It was fitted less than ten minutes ago: what it found stands here.",
        ));
    }
    let work = Work::FitForecast {
        hospital: hospital.0,
        by: Some(by),
    };
    let is_left = jobs::enqueue_once(&mut tx, ctx, work).await?;
    if is_left {
        let entry = Entry::change("dialysis.ask_forecast", Action::SetForecast, &subject);
        audit::record_in(&mut tx, ctx, [entry]).await?;
    }
    tx.commit().await?;
    Ok(is_left)
}

/// Shows a fit at the chair from now on, or none.
///
/// # Errors
/// Invalid without a reason; not found for a fit of another hospital, or one that is none; denied for who does not run the hospital.
pub async fn switch(ctx: &Ctx, to: Option<Uuid>, reason: &str) -> Result<()> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::SetForecast, &subject).await?;
    let by = Here::of(ctx, Action::SetForecast)?.user;
    let reason = devices::reason("reason", reason)?;
    if let Some(id) = to {
        fit(&mut tx, id).await?.ok_or(HospitalError::NotFound)?;
    }
    sqlx::query!(
        "INSERT INTO dialysis_forecast_shown (id, hospital_id, forecast_id, reason, at, by_user) VALUES ($1, $2, $3, $4, $5, $6)",
        Uuid::now_v7(),
        hospital.0,
        to,
        reason,
        to_db(ctx.now()),
        by,
    )
    .execute(&mut *tx)
    .await?;
    let what = match to {
        Some(_) => "dialysis.show_forecast",
        None => "dialysis.hide_forecast",
    };
    audit::record_in(&mut tx, ctx, [Entry::change(what, Action::SetForecast, &subject)]).await?;
    Ok(tx.commit().await?)
}

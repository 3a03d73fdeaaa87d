//! The forecast of a fall of the pressure that a hospital fits on its own signed sessions (`domain::dialysis::forecast`), how it does on the patients who were held back, and whether it stands
//! at the chair.
//!
//! | file | does |
//! | --- | --- |
//! | `gather` | the moments of a hospital's sessions, so many sessions at a time |
//! | [`make`] | fits and evaluates, and writes down what came of it; whom the house fits for by itself |
//! | [`judge`] | the page: how good it is, what is missing, and the switch |
//!
//! A fit is later work (`jobs::Work::FitForecast`): once a week by itself, and when somebody asks. Nothing of it changes what is watched, and nobody is called by it.
//!
//! # Another definition of a fall
//! A name in the column `definition`, and its outcome in `domain::dialysis::forecast::moments`. Fits of both stand beside each other; the page reads those of one.

mod gather;
pub mod judge;
pub mod make;

use domain::dialysis::forecast::{Bin, Counted, Evaluation, INPUTS, Model};
use domain::time::Moment;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::ctx::Tx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// What a fall is in the forecast: by the lowest pressure, the definition with the strongest link to death (`domain::dialysis::hypotension::threshold`).
const DEFINITION: &str = "nadir";

/// So many treatments back it is looked whether the pressure fell, where a forecast learns and at the chair (`domain::dialysis::forecast`).
pub(super) const HISTORY: u8 = 10;

/// In how many of the treatments of which that is known it fell, and of how many.
pub(super) fn history(known: impl Iterator<Item = bool>) -> (u32, u32) {
    known.fold((0, 0), |(fell, of), it| (fell + u32::from(it), of + 1))
}

/// What was counted for one fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Of the patients it learned from.
    pub learned: Counted,
    /// Of those who were held back.
    pub held_back: Counted,
    /// Moments of which nobody can say what came after.
    pub unknown: usize,
    /// Moments at which an input was missing.
    pub missing: usize,
}

/// A model as it was fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Which.
    pub id: Uuid,
    /// When.
    pub made_at: Moment,
    /// Of which time the sessions are.
    pub of: (Moment, Moment),
    /// On how many.
    pub counts: Counts,
    /// The weights, and how it does.
    pub model: Model,
}

/// The numbers of a row that a model is made of.
struct Stored {
    intercept: Option<f64>,
    weights: Option<Vec<f64>>,
    means: Option<Vec<f64>>,
    deviations: Option<Vec<f64>>,
    auroc: Option<f64>,
    brier: Option<f64>,
    brier_of_share: Option<f64>,
    held_fell: Option<i32>,
    bins: Option<serde_json::Value>,
}

impl Stored {
    /// None of a row without a model, and of one whose inputs are not those of this program.
    fn model(self, counts: &Counts) -> Option<Model> {
        let inputs = |values: Option<Vec<f64>>| -> Option<[f64; INPUTS]> { values?.try_into().ok() };
        let bins: Vec<Bin> = serde_json::from_value(self.bins?).ok()?;
        Some(Model {
            intercept: self.intercept?,
            weights: inputs(self.weights)?,
            means: inputs(self.means)?,
            deviations: inputs(self.deviations)?,
            fitted_on: counts.learned.moments,
            held_back: Evaluation {
                of: counts.held_back.moments,
                events: count(self.held_fell?),
                auroc: Some(self.auroc?),
                brier: self.brier?,
                brier_of_share: self.brier_of_share?,
                bins,
            },
        })
    }
}

fn count(stored: i32) -> usize {
    usize::try_from(stored).unwrap_or(0)
}

impl Counts {
    /// As the columns keep them: patients, sessions, moments and falls of each side; what was left out.
    fn kept(learned: [i32; 4], held_back: [i32; 4], (unknown, missing): (i32, i32)) -> Self {
        let side = |[patients, sessions, moments, falls]: [i32; 4]| Counted {
            patients: count(patients),
            sessions: count(sessions),
            moments: count(moments),
            falls: count(falls),
        };
        Self {
            learned: side(learned),
            held_back: side(held_back),
            unknown: count(unknown),
            missing: count(missing),
        }
    }
}

/// The fit that stands at this chair: the one that the hospital of the session shows, for who belongs to that hospital; none where nobody switched one on.
pub(super) async fn at_chair(tx: &mut Tx, session: Uuid) -> Result<Option<Fit>> {
    let id = sqlx::query_scalar!(
        r#"SELECT w.forecast_id
           FROM   dialysis_session s
           CROSS JOIN LATERAL (SELECT h.forecast_id FROM dialysis_forecast_shown h WHERE h.hospital_id = s.hospital_id ORDER BY h.at DESC, h.id DESC LIMIT 1) AS w
           WHERE  s.id = $1"#,
        session
    )
    .fetch_optional(&mut **tx)
    .await?;
    match id.flatten() {
        Some(id) => fit(tx, id).await,
        None => Ok(None),
    }
}

/// One fit.
async fn fit(tx: &mut Tx, id: Uuid) -> Result<Option<Fit>> {
    let row = sqlx::query!(
        "SELECT id, made_at, since, until, learned_patients, learned_sessions, learned_moments, learned_falls, held_patients, held_sessions, held_moments, held_falls,
                unknown_moments, missing_moments, intercept, weights, means, deviations, auroc, brier, brier_of_share, held_fell, bins
           FROM dialysis_forecast
          WHERE id = $1",
        id
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
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
    let stored = Stored {
        intercept: row.intercept,
        weights: row.weights,
        means: row.means,
        deviations: row.deviations,
        auroc: row.auroc,
        brier: row.brier,
        brier_of_share: row.brier_of_share,
        held_fell: row.held_fell,
        bins: row.bins,
    };
    Ok(stored.model(&counts).map(|model| Fit {
        id: row.id,
        made_at: from_db(row.made_at),
        of: (from_db(row.since), from_db(row.until)),
        counts,
        model,
    }))
}

/// As a column keeps it.
fn stored(count: usize) -> Result<i32> {
    i32::try_from(count).map_err(|_| HospitalError::Internal("more moments than can be counted"))
}

/// Since when somebody or the house has fitted, of one hospital.
async fn newest(tx: &mut Tx, hospital: Uuid) -> Result<Option<OffsetDateTime>> {
    let at = sqlx::query_scalar!(
        "SELECT max(made_at) FROM dialysis_forecast WHERE hospital_id = $1 AND definition = $2",
        hospital,
        DEFINITION,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(at)
}

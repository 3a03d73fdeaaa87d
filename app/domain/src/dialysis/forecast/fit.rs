//! Fitting the weights: maximum likelihood with a small ridge by Newton's method, on inputs brought to mean 0 and deviation 1.

use std::fmt;

use super::{Evaluation, INPUTS, Model, Row, evaluate, logistic};

/// The fewest moments with and without a fall: ten for each input (Peduzzi and others, Journal of Clinical Epidemiology 49:1373, 1996).
pub const LEAST_EVENTS: usize = 10 * INPUTS;
/// The ridge: it keeps weights finite where an input parts the rows wholly.
const RIDGE: f64 = 1.0;
const STEPS: usize = 50;
const SIZE: usize = INPUTS + 1;

/// Why no model was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than [`LEAST_EVENTS`] moments with or without a fall.
    TooFew,
    /// An input is the same in every moment, or is no number.
    NoSpread,
    /// Nothing was held back to evaluate it on, or it always or never fell there.
    NothingHeldBack,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFew => "Too few falls are recorded to learn from.",
            Self::NoSpread => "One of the inputs is always the same.",
            Self::NothingHeldBack => "No recordings were held back to check the forecast against.",
        })
    }
}

impl std::error::Error for Unfit {}

/// Fits a model on `rows` and evaluates it on `held_back`, rows of other patients ([`super::is_held_back`]).
///
/// # Errors
/// [`Unfit`].
pub fn fit(rows: &[Row], held_back: &[Row]) -> Result<Model, Unfit> {
    let events = rows.iter().filter(|row| row.fell).count();
    if events < LEAST_EVENTS || rows.len() - events < LEAST_EVENTS {
        return Err(Unfit::TooFew);
    }
    let (means, deviations) = scale(rows).ok_or(Unfit::NoSpread)?;
    let scaled: Vec<([f64; SIZE], f64)> = rows
        .iter()
        .map(|row| {
            let mut input = [1.0; SIZE];
            let values = row.values.iter().zip(&means).zip(&deviations);
            for (place, ((value, mean), deviation)) in input.iter_mut().skip(1).zip(values) {
                *place = (value - mean) / deviation;
            }
            (input, if row.fell { 1.0 } else { 0.0 })
        })
        .collect();
    let mut weights = [0.0; SIZE];
    for _ in 0..STEPS {
        let step = newton(&scaled, &weights).ok_or(Unfit::NoSpread)?;
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    let [intercept, rest @ ..] = weights;
    let mut model = Model {
        intercept,
        weights: rest,
        means,
        deviations,
        fitted_on: rows.len(),
        held_back: Evaluation {
            of: 0,
            events: 0,
            auroc: None,
            brier: 0.0,
            brier_of_share: 0.0,
            bins: Vec::new(),
        },
    };
    let said: Vec<(f64, bool)> = held_back
        .iter()
        .map(|row| (model.probability(&row.values), row.fell))
        .collect();
    let found = evaluate(&said).filter(|found| found.auroc.is_some());
    model.held_back = found.ok_or(Unfit::NothingHeldBack)?;
    Ok(model)
}

/// Mean and standard deviation of each input; none for one that is always the same.
fn scale(rows: &[Row]) -> Option<([f64; INPUTS], [f64; INPUTS])> {
    let n = rows.len() as f64;
    let (mut means, mut deviations) = ([0.0; INPUTS], [0.0; INPUTS]);
    for row in rows {
        for (mean, value) in means.iter_mut().zip(&row.values) {
            *mean += value / n;
        }
    }
    for row in rows {
        for ((spread, value), mean) in deviations.iter_mut().zip(&row.values).zip(&means) {
            *spread += (value - mean).powi(2) / n;
        }
    }
    for deviation in &mut deviations {
        *deviation = deviation.sqrt();
    }
    let is_fit = deviations
        .iter()
        .all(|deviation| deviation.is_finite() && *deviation > 1e-9);
    is_fit.then_some((means, deviations))
}

/// One step: the inverse of the information times the gradient of the likelihood with its ridge, which spares the intercept.
fn newton(rows: &[([f64; SIZE], f64)], weights: &[f64; SIZE]) -> Option<[f64; SIZE]> {
    let mut gradient = [0.0; SIZE];
    let mut information = [[0.0; SIZE]; SIZE];
    for (input, happened) in rows {
        let said = logistic(input.iter().zip(weights).map(|(value, weight)| value * weight).sum());
        let (rest, doubt) = (happened - said, said * (1.0 - said));
        for ((place, line), value) in gradient.iter_mut().zip(information.iter_mut()).zip(input) {
            *place += rest * value;
            for (cell, other) in line.iter_mut().zip(input) {
                *cell += doubt * value * other;
            }
        }
    }
    let each = gradient
        .iter_mut()
        .zip(information.iter_mut())
        .zip(weights)
        .enumerate()
        .skip(1);
    for (place, ((slope, line), weight)) in each {
        *slope -= RIDGE * weight;
        if let Some(cell) = line.get_mut(place) {
            *cell += RIDGE;
        }
    }
    solve(information, gradient)
}

/// Solves a·x = b by elimination with the greatest pivot; none where a has no inverse.
fn solve(a: [[f64; SIZE]; SIZE], b: [f64; SIZE]) -> Option<[f64; SIZE]> {
    let mut lines: Vec<(Vec<f64>, f64)> = a.iter().map(|line| line.to_vec()).zip(b).collect();
    for column in 0..SIZE {
        let size = |line: &(Vec<f64>, f64)| line.0.get(column).map_or(0.0, |cell| cell.abs());
        let below = lines.iter().enumerate().skip(column);
        let (pivot, _) = below.max_by(|one, other| size(one.1).total_cmp(&size(other.1)))?;
        lines.swap(column, pivot);
        let (above, rest) = lines.split_at_mut(column + 1);
        let (top, right) = above.last()?;
        let lead = *top.get(column)?;
        if !lead.is_finite() || lead.abs() < 1e-12 {
            return None;
        }
        for (line, value) in rest {
            let factor = line.get(column)? / lead;
            for (cell, from) in line.iter_mut().zip(top) {
                *cell -= factor * from;
            }
            *value -= factor * right;
        }
    }
    let mut found = [0.0; SIZE];
    for row in (0..SIZE).rev() {
        let (line, value) = lines.get(row)?;
        let known: f64 = line
            .iter()
            .zip(&found)
            .skip(row + 1)
            .map(|(cell, known)| cell * known)
            .sum();
        *found.get_mut(row)? = (value - known) / line.get(row)?;
    }
    found.iter().all(|value| value.is_finite()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_equations_is_solved_and_one_without_an_answer_is_not() {
        let mut a = [[0.0; SIZE]; SIZE];
        for (place, line) in a.iter_mut().enumerate() {
            line[(place + 1) % SIZE] = 2.0;
        }
        let b = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0];
        assert_eq!(solve(a, b), Some([7.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
        a[3] = a[2];
        assert_eq!(solve(a, b), None);
    }
}

//! Standard weekly Kt/V: what makes two long treatments a week and six short ones comparable.

use super::{Guard, Minutes};

/// The formula as pages show it: e is eKt/V, t minutes, N treatments a week; a week has 10,080 minutes.
pub const FORMULA: &str = "10080·(1 − e⁻ᵉ) ÷ t ÷ ((1 − e⁻ᵉ) ÷ e + 10080 ÷ (N·t) − 1)";
/// The least in a week with other schedules than three treatments: KDOQI 2015, AJKD 66:884–930.
pub const MINIMUM: f64 = 2.1;
/// What is aimed at: the same.
pub const TARGET: f64 = 2.3;
/// Minutes of a week.
const WEEK: f64 = 10_080.0;

/// 10080·(1 − exp(−eKt/V))/t ÷ ((1 − exp(−eKt/V))/eKt/V + 10080/(N·t) − 1), t in minutes, N treatments a week (Leypoldt, Jaber and Zimmerman, Seminars in Dialysis
/// 17:142, 2004). `spec/clinical.md` has the targets and no formula: this one is written down from what the paper is known for, which was not at hand to be compared. Neither the
/// fluid taken nor what the kidneys still do is in it.
///
/// # Errors
/// [`Guard::Time`] for a time of none or more than the week has; [`Guard::Schedule`] for fewer than one and more than seven treatments; [`Guard::OutsideFormula`].
pub fn stdktv(ektv: f64, time: Minutes, per_week: u32) -> Result<f64, Guard> {
    if !(1..=7).contains(&per_week) {
        return Err(Guard::Schedule);
    }
    let weekly = f64::from(per_week) * time.0;
    if !(time.0 > 0.0 && weekly <= WEEK) {
        return Err(Guard::Time);
    }
    if !(ektv.is_finite() && ektv > 0.0) {
        return Err(Guard::OutsideFormula);
    }
    let cleared = 1.0 - (-ektv).exp();
    Ok(WEEK * cleared / time.0 / (cleared / ektv + WEEK / weekly - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_treatments_of_four_hours_at_1_2_are_a_little_above_two_in_a_week() {
        // (10080 × 0.698806 ÷ 240) ÷ (0.698806 ÷ 1.2 + 14 − 1) = 29.34985 ÷ 13.58234
        let value = stdktv(1.2, Minutes(240.0), 3).unwrap();
        assert!((value - 2.160_88).abs() < 1e-4, "{value}");
    }

    #[test]
    fn more_treatments_are_worth_more_than_their_sum_of_time_says() {
        let each = |minutes: f64, ektv: f64, n: u32| stdktv(ektv, Minutes(minutes), n).unwrap();
        assert!(each(120.0, 0.6, 6) > each(240.0, 1.2, 3));
        assert!(each(240.0, 1.2, 3) > each(360.0, 1.8, 2));
        // A treatment that never ends is its clearance: eKt/V of a week in one.
        assert!((stdktv(2.0, Minutes(WEEK), 1).unwrap() - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_guard_says_why_there_is_no_number() {
        assert_eq!(stdktv(1.2, Minutes(240.0), 0), Err(Guard::Schedule));
        assert_eq!(stdktv(1.2, Minutes(240.0), 8), Err(Guard::Schedule));
        assert_eq!(stdktv(1.2, Minutes(0.0), 3), Err(Guard::Time));
        assert_eq!(stdktv(1.2, Minutes(5_000.0), 3), Err(Guard::Time));
        assert_eq!(stdktv(-1.0, Minutes(240.0), 3), Err(Guard::OutsideFormula));
    }
}

//! Urea reduction ratio.

use super::{Guard, Urea};

/// The formula as pages show it.
pub const FORMULA: &str = "(C₀ − C) ÷ C₀ × 100";
/// The least, %: NKF-KDOQI 2006, haemodialysis guideline 4.
pub const MINIMUM: f64 = 65.0;
/// What is aimed at, %: the same.
pub const TARGET: f64 = 70.0;

/// (pre − post) ÷ pre × 100, % (NKF-KDOQI 2006, haemodialysis guideline 4). Both in the same unit.
///
/// # Errors
/// [`Guard::Urea`] for what cannot be a concentration, [`Guard::NotFalling`] when the later is not the lower.
pub fn urr(pre: Urea, post: Urea) -> Result<f64, Guard> {
    let ratio = ratio(pre, post)?;
    Ok((1.0 - ratio) * 100.0)
}

/// R = post ÷ pre, between 0 and 1.
pub(super) fn ratio(pre: Urea, post: Urea) -> Result<f64, Guard> {
    let is_real = |urea: Urea| urea.0.is_finite() && urea.0 > 0.0;
    if !is_real(pre) || !is_real(post) {
        return Err(Guard::Urea);
    }
    match post.0 < pre.0 {
        true => Ok(post.0 / pre.0),
        false => Err(Guard::NotFalling),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_the_specification_is_seventy() {
        assert!((urr(Urea(80.0), Urea(24.0)).unwrap() - 70.0).abs() < 1e-9);
    }

    #[test]
    fn there_is_no_ratio_of_what_did_not_fall_or_was_not_measured() {
        for (pre, post, guard) in [
            (24.0, 24.0, Guard::NotFalling),
            (24.0, 80.0, Guard::NotFalling),
            (0.0, 24.0, Guard::Urea),
            (80.0, 0.0, Guard::Urea),
            (-1.0, -2.0, Guard::Urea),
            (f64::NAN, 24.0, Guard::Urea),
            (80.0, f64::INFINITY, Guard::Urea),
        ] {
            assert_eq!(urr(Urea(pre), Urea(post)), Err(guard), "{pre} {post}");
        }
    }
}

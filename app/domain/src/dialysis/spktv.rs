//! Single-pool Kt/V.

use super::urr::ratio;
use super::{Guard, Kilograms, Millilitres, Minutes, Urea};

/// The formula as pages show it: R is urea after ÷ before, t hours, UF litres, W kilograms after.
pub const FORMULA: &str = "−ln(R − 0.008·t) + (4 − 3.5·R)·UF ÷ W";
/// The least with three treatments a week and little function of the kidneys (Kr < 2 mL/min): KDOQI 2015, AJKD 66:884–930.
pub const MINIMUM: f64 = 1.2;
/// What is aimed at: the same.
pub const TARGET: f64 = 1.4;
/// The least time of a treatment: KDOQI 2015.
pub const LEAST_TIME: Minutes = Minutes(180.0);

/// −ln(R − 0.008·t) + (4 − 3.5·R)·UF/W, the second-generation formula of Daugirdas (Journal of the American Society of Nephrology 4:1205, 1993; specification: ASAIO
/// Journal 2016). R = urea after ÷ before, t in hours, UF in litres, W the weight after in kg. 0.008 stands for the urea that is made meanwhile with three treatments a
/// week.
///
/// # Errors
/// [`Guard::Urea`], [`Guard::NotFalling`]; [`Guard::Time`] for a time of none or above twelve hours; [`Guard::Volume`] below zero; [`Guard::Weight`];
/// [`Guard::OutsideFormula`] unless R > 0.008·t.
pub fn spktv(pre: Urea, post: Urea, time: Minutes, uf: Millilitres, after: Kilograms) -> Result<f64, Guard> {
    let ratio = ratio(pre, post)?;
    let hours = time.hours();
    if !(0.0 < hours && hours <= 12.0) {
        return Err(Guard::Time);
    }
    if !(0.0..=20_000.0).contains(&uf.0) {
        return Err(Guard::Volume);
    }
    if !(after.0.is_finite() && after.0 > 0.0) {
        return Err(Guard::Weight);
    }
    if ratio <= 0.008 * hours {
        return Err(Guard::OutsideFormula);
    }
    Ok(-(ratio - 0.008 * hours).ln() + (4.0 - 3.5 * ratio) * uf.litres() / after.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn example(pre: f64, post: f64, minutes: f64, uf: f64, kg: f64) -> Result<f64, Guard> {
        spktv(Urea(pre), Urea(post), Minutes(minutes), Millilitres(uf), Kilograms(kg))
    }

    #[test]
    fn the_worked_example_of_the_specification_is_1_42() {
        let value = example(80.0, 24.0, 240.0, 2_500.0, 70.0).unwrap();
        assert!((value - 1.4221).abs() < 1e-4, "{value}");
    }

    #[test]
    fn without_fluid_it_is_the_logarithm_alone() {
        let value = example(100.0, 50.0, 180.0, 0.0, 60.0).unwrap();
        assert!((value + (0.5f64 - 0.024).ln()).abs() < 1e-12);
    }

    #[test]
    fn a_guard_says_why_there_is_no_number() {
        for (pre, post, minutes, uf, kg, guard) in [
            (80.0, 80.0, 240.0, 2_500.0, 70.0, Guard::NotFalling),
            (80.0, 24.0, 0.0, 2_500.0, 70.0, Guard::Time),
            (80.0, 24.0, 4_000.0, 2_500.0, 70.0, Guard::Time),
            (80.0, 24.0, f64::NAN, 2_500.0, 70.0, Guard::Time),
            (80.0, 24.0, 240.0, -1.0, 70.0, Guard::Volume),
            (80.0, 24.0, 240.0, 2_500.0, 0.0, Guard::Weight),
            // R = 0.03 at four hours: below 0.032 the logarithm has no value.
            (100.0, 3.0, 240.0, 2_500.0, 70.0, Guard::OutsideFormula),
            (0.0, 24.0, 240.0, 2_500.0, 70.0, Guard::Urea),
        ] {
            assert_eq!(
                example(pre, post, minutes, uf, kg),
                Err(guard),
                "{pre} {post} {minutes} {uf} {kg}"
            );
        }
    }

    proptest! {
        #[test]
        fn it_is_a_number_or_a_reason_and_more_fluid_makes_it_greater(
            pre in 1.0..100.0f64, post in 0.1..100.0f64, minutes in 1.0..720.0f64, uf in 0.0..6_000.0f64, kg in 20.0..200.0f64,
        ) {
            if let Ok(value) = example(pre, post, minutes, uf, kg) {
                prop_assert!(value.is_finite());
                prop_assert!(example(pre, post, minutes, uf + 500.0, kg).unwrap() > value);
            }
        }
    }
}

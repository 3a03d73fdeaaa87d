//! Equilibrated Kt/V: the single-pool figure less what flows back into the blood after a treatment.

use super::named::named;
use super::{Guard, Minutes};

/// The formula of Daugirdas and Schneditz as pages show it, with an arteriovenous access.
pub const FORMULA_AV: &str = "spKt/V − 0.6·spKt/V ÷ t + 0.03";
/// The same with a catheter.
pub const FORMULA_CATHETER: &str = "spKt/V − 0.47·spKt/V ÷ t + 0.02";
/// The formula of Tattersall as pages show it.
pub const FORMULA_TATTERSALL: &str = "spKt/V · t ÷ (t + 35)";
/// The least and what is aimed at in the United Kingdom: Renal Association 2019, BMC Nephrology 20:379.
pub const MINIMUM: f64 = 1.2;

named! {
    /// Where the blood was drawn, which decides how much of it had been cleaned a moment ago.
    Drawn {
        /// From a fistula or a graft.
        Arteriovenous = "arteriovenous",
        /// From a catheter.
        Catheter = "catheter",
    }
}

/// spKt/V − 0.6·spKt/V/t + 0.03 from a fistula or graft, spKt/V − 0.47·spKt/V/t + 0.02 from a catheter, t in hours (Daugirdas and Schneditz, ASAIO Journal 41:M719, 1995).
/// The coefficients are those of `spec/clinical.md`, which names the authors alone; the paper itself was not at hand to be compared. That [`tattersall`] agrees within five
/// hundredths over the treatments that there are is a test below.
///
/// # Errors
/// [`Guard::Time`] for a time of none; [`Guard::OutsideFormula`] for a figure that is none or a time so short that nothing would be left.
pub fn daugirdas_schneditz(spktv: f64, time: Minutes, drawn: Drawn) -> Result<f64, Guard> {
    checked(spktv, time)?;
    let (slope, offset) = match drawn {
        Drawn::Arteriovenous => (0.6, 0.03),
        Drawn::Catheter => (0.47, 0.02),
    };
    let value = spktv - slope * spktv / time.hours() + offset;
    // Below an hour the line of the regression, made of treatments of two to five, leads nowhere.
    if time.0 < 60.0 || value <= 0.0 {
        Err(Guard::OutsideFormula)
    } else {
        Ok(value)
    }
}

/// spKt/V·t/(t + 35), t in minutes (Tattersall and others, Kidney International 50:2094, 1996). The 35 minutes are those of `spec/clinical.md`, which names the author alone; the
/// paper itself was not at hand to be compared.
///
/// # Errors
/// [`Guard::Time`] for a time of none; [`Guard::OutsideFormula`] for a figure that is none.
pub fn tattersall(spktv: f64, time: Minutes) -> Result<f64, Guard> {
    checked(spktv, time)?;
    Ok(spktv * time.0 / (time.0 + 35.0))
}

fn checked(spktv: f64, time: Minutes) -> Result<(), Guard> {
    if !(time.0 > 0.0 && time.0 <= 720.0) {
        return Err(Guard::Time);
    }
    if !(spktv.is_finite() && spktv > 0.0) {
        return Err(Guard::OutsideFormula);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR_HOURS: Minutes = Minutes(240.0);

    #[test]
    fn worked_examples() {
        // 1.42 − 0.6 × 1.42 ÷ 4 + 0.03
        let fistula = daugirdas_schneditz(1.42, FOUR_HOURS, Drawn::Arteriovenous).unwrap();
        assert!((fistula - 1.237).abs() < 1e-9, "{fistula}");
        // 1.42 − 0.47 × 1.42 ÷ 4 + 0.02
        let catheter = daugirdas_schneditz(1.42, FOUR_HOURS, Drawn::Catheter).unwrap();
        assert!((catheter - 1.273_15).abs() < 1e-9, "{catheter}");
        // 1.42 × 240 ÷ 275
        let other = tattersall(1.42, FOUR_HOURS).unwrap();
        assert!((other - 1.239_27).abs() < 1e-5, "{other}");
    }

    #[test]
    fn the_two_formulas_agree_within_five_hundredths_where_treatments_are() {
        for minutes in [180.0, 210.0, 240.0, 270.0, 300.0] {
            for spktv in [1.0, 1.2, 1.4, 1.6] {
                let one = daugirdas_schneditz(spktv, Minutes(minutes), Drawn::Arteriovenous).unwrap();
                let other = tattersall(spktv, Minutes(minutes)).unwrap();
                assert!((one - other).abs() < 0.05, "{spktv} in {minutes}: {one} and {other}");
            }
        }
    }

    #[test]
    fn a_guard_says_why_there_is_no_number() {
        assert_eq!(tattersall(1.4, Minutes(0.0)), Err(Guard::Time));
        assert_eq!(tattersall(f64::NAN, FOUR_HOURS), Err(Guard::OutsideFormula));
        let short = daugirdas_schneditz(1.4, Minutes(30.0), Drawn::Arteriovenous);
        assert_eq!(short, Err(Guard::OutsideFormula));
    }
}

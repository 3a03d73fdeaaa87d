//! Weights round a treatment: what was gained between two, and how far the dry weight was missed.

use serde::{Deserialize, Serialize};

use super::named::named;
use super::quantities::Kilograms;

/// From how far off the dry weight a treatment counts as one that missed it, kg: "post-weight at least 1 kg above or below target" (PMC5457585).
pub const MISSED: Kilograms = Kilograms(1.0);

/// What was gained since the last treatment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gain {
    /// Weight now less the weight after the last treatment; below zero for somebody who lost.
    pub absolute: Kilograms,
    /// The same as a share of the dry weight, %; none without one.
    pub percent: Option<f64>,
}

/// Interdialytic weight gain: weight before this treatment less weight after the last, in kg and as % of the dry weight ("Before" of the specification). None without
/// both weights.
pub fn gain(before: Kilograms, last_after: Option<Kilograms>, dry: Option<Kilograms>) -> Option<Gain> {
    let absolute = Kilograms(before.0 - weighed(last_after)?.0);
    let percent = weighed(dry).map(|dry| absolute.0 / dry.0 * 100.0);
    Some(Gain { absolute, percent })
}

/// How far above the dry weight somebody is; below zero under it. None without a dry weight.
pub fn above_dry(weight: Kilograms, dry: Option<Kilograms>) -> Option<Kilograms> {
    weighed(dry).map(|dry| Kilograms(weight.0 - dry.0))
}

named! {
    /// Whether the dry weight was met.
    Met {
        /// Less than a kilogram off.
        Met = "met",
        /// A kilogram and more above.
        Above = "above",
        /// A kilogram and more below.
        Below = "below",
    }
}

/// Whether a weight after a treatment met the dry weight, [`MISSED`]. None without a dry weight.
pub fn met(after: Kilograms, dry: Option<Kilograms>) -> Option<Met> {
    // To the 100 g that scales show: 72.0 and 71.0 are a kilogram apart, whatever their binary fractions are.
    let off = (above_dry(after, dry)?.0 * 10.0).round() / 10.0;
    Some(match off {
        off if off >= MISSED.0 => Met::Above,
        off if off <= -MISSED.0 => Met::Below,
        _ => Met::Met,
    })
}

fn weighed(weight: Option<Kilograms>) -> Option<Kilograms> {
    weight.filter(|weight| weight.0.is_finite() && weight.0 > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KG: fn(f64) -> Kilograms = Kilograms;

    #[test]
    fn what_was_gained_is_told_in_kilograms_and_of_the_dry_weight() {
        let gained = gain(KG(74.9), Some(KG(72.3)), Some(KG(72.0))).unwrap();
        assert!((gained.absolute.0 - 2.6).abs() < 1e-9);
        assert!((gained.percent.unwrap() - 3.611).abs() < 1e-3);
        assert_eq!(gain(KG(74.9), None, Some(KG(72.0))), None, "nothing to compare with");
        assert_eq!(gain(KG(74.9), Some(KG(72.3)), None).unwrap().percent, None);
        assert_eq!(gain(KG(74.9), Some(KG(72.3)), Some(KG(0.0))).unwrap().percent, None);
    }

    #[test]
    fn a_dry_weight_is_missed_by_a_whole_kilogram() {
        for (after, expected) in [
            (72.9, Met::Met),
            (73.0, Met::Above),
            (71.1, Met::Met),
            (71.0, Met::Below),
        ] {
            assert_eq!(met(KG(after), Some(KG(72.0))), Some(expected), "{after}");
        }
        assert_eq!(
            met(KG(70.3), Some(KG(71.3))),
            Some(Met::Below),
            "whatever binary fractions make of it"
        );
        assert_eq!(met(KG(72.0), None), None);
    }
}

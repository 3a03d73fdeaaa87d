//! How a language writes numbers: its decimal sign and what stands between groups of three. Digits are Western everywhere (`design/ui.md` §4).

use crate::plurals::Counted;

/// A number with a fixed count of decimals: `128`, `5.4`. It is a whole number of the smallest step, so that nothing is rounded on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Number {
    steps: i64,
    decimals: u8,
}

impl Number {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self {
            steps: value,
            decimals: 0,
        }
    }

    /// `value` rounded to `decimals` (nine at the most), half away from zero. What is no number or too large is written as the nearest that is.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "`as` saturates, which is what is wanted here"
    )]
    pub fn rounded(value: f64, decimals: u8) -> Self {
        let decimals = decimals.min(9);
        Self {
            steps: (value * 10f64.powi(i32::from(decimals))).round() as i64,
            decimals,
        }
    }

    /// As plural rules count it.
    pub fn counted(self) -> Counted {
        let one = 10u64.pow(u32::from(self.decimals));
        let steps = self.steps.unsigned_abs();
        Counted {
            i: steps / one,
            v: u32::from(self.decimals),
            f: steps % one,
        }
    }

    /// The number as text, with a true minus.
    pub fn write(self, decimal: &str, group: &str) -> String {
        let Counted { i, v, f } = self.counted();
        let digits = i.to_string();
        let mut text = String::new();
        if self.steps < 0 {
            text.push('\u{2212}');
        }
        for (place, digit) in digits.chars().enumerate() {
            // Four digits stand together in every language: 1200, 12 000.
            if place > 0 && digits.len() > 4 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(group);
            }
            text.push(digit);
        }
        if v > 0 {
            text.push_str(decimal);
            text.push_str(&format!("{f:0width$}", width = v as usize));
        }
        text
    }
}

macro_rules! whole {
    ($($kind:ty),*) => { $(impl From<$kind> for Number {
        fn from(value: $kind) -> Self {
            Self::whole(i64::try_from(value).unwrap_or(i64::MAX))
        }
    })* };
}
whole!(u8, u16, u32, u64, usize, i16, i32, i64);

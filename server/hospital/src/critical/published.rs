//! Published limits of danger: at which value of which test somebody must act now.
//!
//! `published.csv` holds LOINC code, name, unit (UCUM), the low and the high limit of danger. It is taken from the flowsheet of the Lister Hill National Center for Biomedical
//! Communications (LHNCBC, US National Library of Medicine; BSD-style licence of the NLM, see `NOTICE`). Codes and names are LOINC's, © Regenstrief Institute, Inc., used under its licence
//! (<https://loinc.org/license>); units are UCUM's.
//!
//! Of the rows there with a limit of danger these were left out, because nobody could be called by them: those that the source marks as inconsistent or whose two units are not the same,
//! where the limit of danger is only the end of what is usual, percentages that cannot be, and two rates of filtration that ask for somebody's race.

use std::sync::LazyLock;

use domain::critical::{Side, beyond};

/// The list, a line each.
const LIST: &str = include_str!("published.csv");

/// A test with its published limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Its LOINC code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// The unit of its limits.
    pub unit: String,
    /// Below it somebody must act.
    pub low: Option<String>,
    /// Above it somebody must act.
    pub high: Option<String>,
}

impl Test {
    fn of_line(line: &str) -> Option<Self> {
        let mut parts = line.split(',');
        let mut part = || parts.next().map(str::to_owned);
        let (code, name, unit) = (part()?, part()?, part()?);
        let mut limit = || part().filter(|limit| !limit.is_empty());
        let (low, high) = (limit(), limit());
        Some(Self {
            code,
            name,
            unit,
            low,
            high,
        })
    }

    /// The limit beyond which `value` lies and the side of it, where `unit` is that of the limits. Letters may be large or small: laboratories write mmol/l and mmol/L.
    pub fn beyond(&self, value: &str, unit: &str) -> Option<(Side, String)> {
        if !self.unit.eq_ignore_ascii_case(unit) {
            return None;
        }
        let side = beyond(value, self.low.as_deref(), self.high.as_deref())?;
        let limit = match side {
            Side::Low => self.low.as_deref(),
            Side::High => self.high.as_deref(),
        };
        Some((side, format!("{} {}", limit?, self.unit)))
    }
}

/// The list, by name.
pub fn tests() -> &'static [Test] {
    static TESTS: LazyLock<Vec<Test>> = LazyLock::new(|| LIST.lines().skip(1).filter_map(Test::of_line).collect());
    &TESTS
}

/// The test of this code.
pub fn find(code: &str) -> Option<&'static Test> {
    tests().iter().find(|test| test.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::critical::typed;

    #[test]
    fn every_line_is_read_and_can_be_used() {
        assert_eq!(tests().len(), LIST.lines().count() - 1);
        let mut codes: Vec<&str> = tests().iter().map(|test| test.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), tests().len(), "a code stands there twice");
        for test in tests() {
            let (low, high) = (test.low.as_deref(), test.high.as_deref());
            assert!(low.is_some() || high.is_some(), "{test:?}");
            for limit in low.iter().chain(&high) {
                assert_eq!(typed::number(limit).as_deref(), Some(*limit), "{test:?}");
            }
            if let (Some(low), Some(high)) = (low, high) {
                assert!(low.parse::<f64>().unwrap() < high.parse::<f64>().unwrap(), "{test:?}");
            }
            assert!((2..=typed::NAME).contains(&test.name.chars().count()), "{test:?}");
            assert!((1..=typed::UNIT).contains(&test.unit.chars().count()), "{test:?}");
        }
    }

    #[test]
    fn a_value_is_compared_in_the_unit_of_the_limit_alone() {
        let potassium = find("6298-4").unwrap();
        let high = Some((Side::High, "6 mmol/L".to_owned()));
        assert_eq!(potassium.beyond("6.9", "mmol/L"), high);
        assert_eq!(potassium.beyond("6.9", "mmol/l"), high);
        assert_eq!(potassium.beyond("6", "mmol/L"), None);
        assert_eq!(
            potassium.beyond("2.4", "mmol/L"),
            Some((Side::Low, "2.5 mmol/L".to_owned()))
        );
        // 27 mg/dL is 6.9 mmol/L: in another unit nothing is said.
        assert_eq!(potassium.beyond("27", "mg/dL"), None);
        assert_eq!(find("0-0"), None);
    }
}

//! What a Glasgow Coma Scale total means in the letters of NEWS2. The recordings chart GCS; a device sends the
//! total as it was charted, which pages show, and beside it A, C, V, P or U, which NEWS2 scores.
//!
//! The rule is a file, not a constant: `server/demo/gcs_rule.csv`, one line for each letter and the lowest total that still means it. Its
//! source and its doubt (a tube or sedation lowers the total too) stand in `server/demo/README.md`. To change the rule, edit the file.

use std::sync::LazyLock;

use domain::telemetry::Consciousness;
use serde::Deserialize;

const RULE: &str = include_str!("../../../demo/gcs_rule.csv");

#[derive(Debug, Deserialize)]
struct Line {
    gcs_at_least: u8,
    consciousness: Consciousness,
}

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| read(RULE).unwrap_or_default());

fn read(text: &str) -> Result<Vec<Line>, csv::Error> {
    let mut lines: Vec<Line> = csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()?;
    lines.sort_by_key(|line| std::cmp::Reverse(line.gcs_at_least));
    Ok(lines)
}

/// The letter for a total of 3 to 15; `None` for a total that the rule does not name.
pub fn from_gcs(total: u8) -> Option<Consciousness> {
    LINES
        .iter()
        .find(|line| total >= line.gcs_at_least)
        .filter(|_| total <= 15)
        .map(|line| line.consciousness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fifteen_is_alert_and_every_total_has_a_letter() {
        assert_eq!(from_gcs(15), Some(Consciousness::A));
        for total in 3..15 {
            assert!(
                from_gcs(total).is_some_and(|level| level != Consciousness::A),
                "GCS {total}"
            );
        }
    }

    #[test]
    fn a_total_that_cannot_be_has_no_letter() {
        assert_eq!(from_gcs(2), None);
        assert_eq!(from_gcs(16), None);
    }

    #[test]
    fn the_lines_of_the_rule_may_stand_in_any_order() {
        let lines = read("gcs_at_least,consciousness\n3,U\n15,A\n").expect("a rule");
        assert_eq!(lines.first().map(|line| line.gcs_at_least), Some(15));
    }
}

//! What was measured: to the terminal as it comes, and to `server/benches/RESULTS.md` at the end.

use std::fmt::Write;

/// One row of the table.
struct Row {
    goal: &'static str,
    what: String,
    base: String,
    ratio: String,
    floor: &'static str,
    target: &'static str,
    verdict: &'static str,
}

#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
    notes: Vec<String>,
}

/// Which way is better.
#[derive(Clone, Copy)]
pub enum Better {
    Higher,
    Lower,
}

impl Report {
    /// A goal with its floor and target; the ratios of the pairs, of which the median counts.
    #[allow(clippy::too_many_arguments, reason = "a row of a table has its columns")]
    pub fn goal(
        &mut self,
        goal: &'static str,
        what: &str,
        base: &str,
        ratios: &[f64],
        better: Better,
        floor: (f64, &'static str),
        target: (f64, &'static str),
    ) {
        let mut sorted = ratios.to_vec();
        sorted.sort_by(f64::total_cmp);
        let median = crate::generator::quantile(&sorted, 0.5);
        let reaches = |bound: f64| match better {
            Better::Higher => median >= bound,
            Better::Lower => median <= bound,
        };
        let verdict = if reaches(target.0) {
            "target"
        } else if reaches(floor.0) {
            "floor"
        } else {
            "below the floor"
        };
        let ratio = match (sorted.first(), sorted.last()) {
            (Some(low), Some(high)) if sorted.len() > 1 => format!("{median:.2} ({low:.2} to {high:.2})"),
            _ => format!("{median:.2}"),
        };
        println!(
            "{goal:<4} {what}: {ratio} of {base} · floor {} · target {} · {verdict}",
            floor.1, target.1
        );
        self.rows.push(Row {
            goal,
            what: what.to_owned(),
            base: base.to_owned(),
            ratio,
            floor: floor.1,
            target: target.1,
            verdict,
        });
    }

    /// An absolute number: only says where a ratio comes from.
    pub fn note(&mut self, text: String) {
        println!("     {text}");
        self.notes.push(text);
    }

    /// Writes the file.
    pub fn write(&self) {
        let mut text = String::from(
            "# Results of `make bench`\n\nRatios, measured side by side in one run on two shared cores; the middle of the pairs, and the least and the most. Written by the bench: do not edit.\n\n| Goal | What | Against | Ratio | Floor | Target | Reached |\n| --- | --- | --- | --- | --- | --- | --- |\n",
        );
        for row in &self.rows {
            writeln!(
                text,
                "| {} | {} | {} | {} | {} | {} | {} |",
                row.goal, row.what, row.base, row.ratio, row.floor, row.target, row.verdict
            )
            .expect("a line");
        }
        text.push_str("\nWhere the ratios come from, on the machine of this run:\n\n");
        for note in &self.notes {
            writeln!(text, "- {note}").expect("a line");
        }
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/RESULTS.md");
        std::fs::write(&path, text).expect("the results are written");
        println!("\nWritten to {}", path.display());
    }
}

//! Work that comes again after so many days or so many hours run, whichever is first; and a piece of it as it was done.

use serde::{Deserialize, Serialize};

use super::{decimal, maybe, whole};
use crate::invalid::Invalid;
use crate::typed;

/// The most lines of a checklist and of parts.
const MOST_LINES: usize = 30;

/// How near work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It should have been done.
    Overdue,
    /// The last tenth of its days or hours has begun.
    Soon,
    /// Later.
    Later,
}

/// When a plan is due, and how far it is: days and hours since it was last done, and after how many it is due.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Due {
    /// Days since, and days after which it is due.
    pub days: Option<(i32, i32)>,
    /// Hours run since, and hours after which it is due.
    pub hours: Option<(f64, f64)>,
}

impl Due {
    /// The part of the interval that is used, of the one that is nearer to its end.
    pub fn used(self) -> f64 {
        let of_days = self
            .days
            .map(|(since, every)| f64::from(since) / f64::from(every.max(1)));
        let of_hours = self.hours.map(|(since, every)| since / every.max(1.0));
        of_days.into_iter().chain(of_hours).fold(0.0, f64::max)
    }

    /// How near it is. The day and the hour themselves are not overdue yet, as the database has it.
    pub fn nearness(self) -> Nearness {
        let late = self.days.is_some_and(|(since, every)| since > every)
            || self.hours.is_some_and(|(since, every)| since > every);
        match late {
            true => Nearness::Overdue,
            false if self.used() >= 0.9 => Nearness::Soon,
            false => Nearness::Later,
        }
    }
}

/// A plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanTyped {
    /// What is done.
    pub work: String,
    /// After how many days.
    pub every_days: String,
    /// After how many hours run.
    pub every_hours: String,
    /// What is looked at, a line each.
    pub checklist: String,
    /// Whether the machine may not be used while it is overdue: `yes` or `no`.
    pub gate: String,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is done.
    pub work: String,
    /// After how many days.
    pub every_days: Option<i32>,
    /// After how many hours run.
    pub every_hours: Option<i32>,
    /// What is looked at.
    pub checklist: Vec<String>,
    /// Whether the machine may not be used while it is overdue.
    pub is_gate: bool,
}

/// A text of several lines, each of at most 120 signs; those that are empty are left out.
fn lines(field: &str, typed: &str) -> Result<Vec<String>, Invalid> {
    let mut found = Vec::new();
    for line in typed.lines() {
        found.extend(maybe(field, line, 120)?);
    }
    if found.len() > MOST_LINES {
        return Err(Invalid::new(field, "Use at most 30 lines."));
    }
    Ok(found)
}

/// What is done, in words.
pub fn work(field: &str, typed: &str) -> Result<String, Invalid> {
    let work = typed::name(field, "what is done", typed)?;
    match work.chars().count() {
        0..3 => Err(Invalid::new(field, "Enter what is done.")),
        _ => Ok(work),
    }
}

impl PlanTyped {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("work", &self.work),
            ("every_days", &self.every_days),
            ("every_hours", &self.every_hours),
            ("checklist", &self.checklist),
            ("gate", &self.gate),
        ]
    }

    /// Reads it. By day or by hours, or by both.
    pub fn read(&self) -> Result<Plan, Vec<Invalid>> {
        let work = work("work", &self.work);
        let every_days = whole("every_days", &self.every_days, 1..=3_660, "Enter 1 to 3660 days.");
        let every_hours = whole(
            "every_hours",
            &self.every_hours,
            1..=100_000,
            "Enter 1 to 100000 hours.",
        );
        let checklist = lines("checklist", &self.checklist);
        let none = matches!((&every_days, &every_hours), (Ok(None), Ok(None)))
            .then(|| Invalid::new("every_days", "Enter after how many days, or after how many hours run."));
        match (work, every_days, every_hours, checklist, none) {
            (Ok(work), Ok(every_days), Ok(every_hours), Ok(checklist), None) => Ok(Plan {
                work,
                every_days,
                every_hours,
                checklist,
                is_gate: self.gate != "no",
            }),
            (work, every_days, every_hours, checklist, none) => {
                let faults = [work.err(), every_days.err(), every_hours.err(), checklist.err(), none];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// How a piece of work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkResult {
    /// The machine passed.
    Passed,
    /// It did not: it goes out of service.
    Failed,
    /// It was not done.
    GivenUp,
}

impl WorkResult {
    /// Every one, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Passed, Self::Failed, Self::GivenUp];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::GivenUp => "given_up",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Passed => "Done, and passed",
            Self::Failed => "Done, and failed: out of service",
            Self::GivenUp => "Not done",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A part that was built in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What.
    pub name: String,
    /// Its number or lot.
    pub number: Option<String>,
    /// How many.
    pub count: i16,
}

/// A piece of work as it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// How it ended.
    pub result: WorkResult,
    /// The hours on the machine's counter, when they were read.
    pub hours: Option<f64>,
    /// What was found.
    pub findings: Option<String>,
    /// For each line of the checklist whether it passed.
    pub checks: Vec<bool>,
    /// What was built in.
    pub parts: Vec<Part>,
}

/// The same as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DoneTyped {
    /// How it ended.
    pub result: String,
    /// The hours on the counter.
    pub hours: String,
    /// What was found.
    pub findings: String,
    /// The places of the lines that passed.
    pub passed: Vec<usize>,
    /// A line for each part: name; number; count.
    pub parts: String,
}

impl DoneTyped {
    /// Reads it against a checklist of so many lines. What passed has passed in every line.
    pub fn read(&self, lines_to_check: usize) -> Result<Done, Vec<Invalid>> {
        let mut faults = Vec::new();
        let result = WorkResult::parse(&self.result);
        if result.is_none() {
            faults.push(Invalid::new("result", "Choose how it ended."));
        }
        let hours = decimal(
            "hours",
            &self.hours,
            0.0..=9_999_999.0,
            "Enter the hours on the counter, such as 12418.",
        );
        let findings = maybe("findings", &self.findings, 2_000);
        let parts = parts(&self.parts);
        let checks: Vec<bool> = (0..lines_to_check).map(|place| self.passed.contains(&place)).collect();
        if result == Some(WorkResult::Passed) && checks.contains(&false) {
            faults.push(Invalid::new(
                "checks",
                "A machine passes when every line of the list has passed.",
            ));
        }
        if matches!(result, Some(WorkResult::Failed | WorkResult::GivenUp)) && findings == Ok(None) {
            faults.push(Invalid::new("findings", "Say what was found, or why it was not done."));
        }
        match (result, hours, findings, parts) {
            (Some(result), Ok(hours), Ok(findings), Ok(parts)) if faults.is_empty() => Ok(Done {
                result,
                hours,
                findings,
                checks,
                parts,
            }),
            (_, hours, findings, parts) => {
                faults.extend([hours.err(), findings.err(), parts.err()].into_iter().flatten());
                Err(faults)
            }
        }
    }
}

fn parts(typed: &str) -> Result<Vec<Part>, Invalid> {
    let wrong = || Invalid::new("parts", "Write each part on a line of its own: name; number; count.");
    let mut found = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split(';');
        let name = maybe("parts", cells.next().unwrap_or_default(), 120)?.ok_or_else(wrong)?;
        let number = maybe("parts", cells.next().unwrap_or_default(), 60)?;
        let count = match cells.next().map(str::trim) {
            None | Some("") => 1,
            Some(count) => count
                .parse()
                .ok()
                .filter(|count| (1..=999).contains(count))
                .ok_or_else(wrong)?,
        };
        if cells.next().is_some() {
            return Err(wrong());
        }
        found.push(Part { name, number, count });
    }
    match found.len() {
        0..=MOST_LINES => Ok(found),
        _ => Err(Invalid::new("parts", "Use at most 30 lines.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whichever_is_first_counts() {
        let due = |days, hours| Due { days, hours };
        assert_eq!(
            due(Some((10, 100)), Some((95.0, 100.0))).nearness(),
            Nearness::Soon,
            "hours lead"
        );
        assert_eq!(
            due(Some((101, 100)), Some((1.0, 100.0))).nearness(),
            Nearness::Overdue,
            "days lead"
        );
        assert_eq!(
            due(Some((100, 100)), None).nearness(),
            Nearness::Soon,
            "on the day itself it is not late"
        );
        assert_eq!(due(Some((10, 100)), None).nearness(), Nearness::Later);
        assert_eq!(due(None, None).used(), 0.0);
    }

    #[test]
    fn a_plan_comes_again_by_something() {
        let typed = PlanTyped {
            work: "Change ultrafilter".into(),
            ..PlanTyped::default()
        };
        assert_eq!(typed.read().unwrap_err()[0].field, "every_days");
        let typed = PlanTyped {
            every_hours: "500".into(),
            checklist: "Clamp\n\n Balance \n".into(),
            ..typed
        };
        let plan = typed.read().unwrap();
        assert_eq!(
            (plan.every_days, plan.every_hours, plan.is_gate),
            (None, Some(500), true)
        );
        assert_eq!(plan.checklist, ["Clamp", "Balance"]);
    }

    #[test]
    fn what_passed_has_passed_in_every_line_and_what_did_not_says_why() {
        let typed = |result: &str, passed: &[usize]| DoneTyped {
            result: result.into(),
            passed: passed.to_vec(),
            parts: "Ultrafilter; UF-12; 2\nO-ring".into(),
            ..DoneTyped::default()
        };
        let done = typed("passed", &[0, 1]).read(2).unwrap();
        assert_eq!(done.checks, [true, true]);
        assert_eq!((done.parts[0].count, done.parts[1].count), (2, 1));
        assert_eq!(done.parts[0].number.as_deref(), Some("UF-12"));
        assert_eq!(typed("passed", &[1]).read(2).unwrap_err()[0].field, "checks");
        assert_eq!(typed("failed", &[1]).read(2).unwrap_err()[0].field, "findings");
        assert_eq!(typed("", &[]).read(0).unwrap_err()[0].field, "result");
    }

    #[test]
    fn a_part_is_a_name_a_number_and_a_count() {
        for wrong in [
            "; UF-12",
            "Filter; 1; 0",
            "Filter; 1; 1000",
            "Filter; 1; 2; 3",
            "Filter; 1; two",
        ] {
            assert!(parts(wrong).is_err(), "{wrong}");
        }
        assert_eq!(parts(" \n").unwrap(), []);
    }
}

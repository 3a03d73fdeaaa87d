//! What somebody carries that others at the next chair must not get. Whether it needs a chair apart is said by who records it: it is not the same for every agent and house.

use serde::{Deserialize, Serialize};

use super::named::named;
use super::read::Reader;
use crate::invalid::Invalid;
use crate::records::Dated;
use crate::time::Civil;

named! {
    /// What was tested for.
    Agent {
        /// Hepatitis B.
        Hbv = "hbv",
        /// Hepatitis C.
        Hcv = "hcv",
        /// HIV.
        Hiv = "hiv",
        /// Staphylococcus aureus that bears methicillin.
        Mrsa = "mrsa",
        /// Enterococci that bear vancomycin.
        Vre = "vre",
        /// Tuberculosis.
        Tb = "tb",
        /// COVID-19.
        Covid19 = "covid19",
        /// Something else.
        Other = "other",
    }
}

/// Several of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agents(u16);

impl Agents {
    /// Whether this one is among them.
    pub const fn contains(self, agent: Agent) -> bool {
        self.0 & (1 << agent as u16) != 0
    }

    /// Whether one of them is among the others, too.
    pub const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl FromIterator<Agent> for Agents {
    fn from_iter<I: IntoIterator<Item = Agent>>(agents: I) -> Self {
        Self(agents.into_iter().fold(0, |all, agent| all | 1 << agent as u16))
    }
}

named! {
    /// What came out.
    Found {
        /// Found.
        Positive = "positive",
        /// Not found.
        Negative = "negative",
        /// Immune.
        Immune = "immune",
        /// Not known yet.
        Pending = "pending",
    }
}

/// One test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Infection {
    /// For what.
    pub agent: Agent,
    /// What came out.
    pub result: Found,
    /// Whether a chair apart is needed for it.
    pub isolate: bool,
    /// Year, month and day of the test.
    pub tested_on: (i32, u8, u8),
}

/// A test as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`Agent`] by its name.
    pub agent: String,
    /// [`Found`] by its name.
    pub result: String,
    /// `yes` or `no`.
    pub isolate: String,
    /// A day.
    pub tested_on: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [
            ("agent", &self.agent),
            ("result", &self.result),
            ("isolate", &self.isolate),
            ("tested_on", &self.tested_on),
        ]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or cannot be.
    pub fn read(&self, today: Civil) -> Result<Infection, Vec<Invalid>> {
        let mut it = Reader::default();
        let known = Dated::read_begun("tested_on", &self.tested_on, today).ok().flatten();
        let day = known.and_then(|known| Some((known.year, known.month?, known.day?)));
        if day.is_none() {
            it.fault("tested_on", "Enter the day of the test.");
        }
        let read = Infection {
            agent: it.one("agent", &self.agent, Agent::parse, Agent::Other),
            result: it.one("result", &self.result, Found::parse, Found::Pending),
            isolate: it.answer("isolate", &self.isolate),
            tested_on: day.unwrap_or_default(),
        };
        it.done(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_know_each_of_them() {
        let some: Agents = [Agent::Hbv, Agent::Other].into_iter().collect();
        assert!(some.contains(Agent::Hbv) && some.contains(Agent::Other) && !some.contains(Agent::Hcv));
        let others: Agents = [Agent::Hcv].into_iter().collect();
        assert!(!some.meets(others) && some.meets([Agent::Other].into_iter().collect()));
        assert!(!Agents::default().meets(some));
    }

    #[test]
    fn a_test_has_a_whole_day_that_was() {
        let today = Civil {
            year: 2026,
            month: 11,
            day: 27,
            hour: 8,
            minute: 0,
            second: 0,
        };
        let typed = |day: &str| Typed {
            agent: "hbv".into(),
            result: "negative".into(),
            isolate: "no".into(),
            tested_on: day.into(),
        };
        assert_eq!(typed("2026-11-27").read(today).unwrap().tested_on, (2026, 11, 27));
        for wrong in ["", "2026", "2026-11", "2026-11-28", "yesterday"] {
            assert_eq!(typed(wrong).read(today).unwrap_err()[0].field, "tested_on", "{wrong}");
        }
        assert_eq!(Typed::default().read(today).unwrap_err().len(), 4);
    }
}

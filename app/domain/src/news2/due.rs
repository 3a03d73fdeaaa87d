//! By when all seven parts have to be measured again: the longest interval that chart 4 of NEWS2 (Royal College of Physicians, 2017) allows after the last complete score, counted from the
//! oldest part of what is known. So no part is older than the chart lets it be; a monitor that goes on measuring moves it on by what people measured last.

use super::{PARAMETERS, SHORTEST_NAMED_SECONDS, response};
use crate::live::LastScore;
use crate::telemetry::Latest;
use crate::time::Moment;

/// When the next full set is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// At the latest.
    pub by: Moment,
    /// Whether chart 4 asks for continuous monitoring, from a score of 7 on. That is the monitor's part; what people measure is due after the shortest interval that the chart names.
    pub is_continuous: bool,
}

impl Due {
    /// Whether it has passed.
    pub fn is_over(self, now: Moment) -> bool {
        self.by < now
    }
}

/// After the last complete score; `None` while there was none, or while one of its parts is not known.
pub fn due(latest: &Latest, last: Option<LastScore>) -> Option<Due> {
    let last = last?;
    let asked = response(last.score, last.three_in_one);
    let oldest = PARAMETERS
        .into_iter()
        .map(|parameter| latest.taken_at(parameter))
        .min()
        .flatten()?;
    Some(Due {
        by: asked
            .next_due(oldest)
            .unwrap_or_else(|| oldest.plus_seconds(SHORTEST_NAMED_SECONDS)),
        is_continuous: asked.interval.is_none(),
    })
}

//! Where the words of a limit stand: at the end or the start of its line, over it or under it, where the series leaves them room. Where it leaves none anywhere they stand on a ground of their
//! own, which hides what runs behind them.

use super::backend::width;
use super::model::{Lane, Limit, Series, Trend};
use super::thin::segments;

/// How wide a plot is on a phone, in CSS pixels: there words take the largest part of it.
const NARROW: f64 = 320.0;
/// How far from the edge of the plot the words begin.
const EDGE: f64 = 8.0;
/// A line of words with what must stay free around it, in CSS pixels.
const LINE: f64 = 15.0;

/// At which edge, and on which side of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// At the end of the line, beside the value of now; else at its start.
    pub at_end: bool,
    /// Over the line; else under it.
    pub over: bool,
}

impl Stand {
    /// All four, the one that is read most easily first: it is taken where another is no better.
    const ALL: [Self; 4] = [
        Self::at(true, true),
        Self::at(true, false),
        Self::at(false, true),
        Self::at(false, false),
    ];

    const fn at(at_end: bool, over: bool) -> Self {
        Self { at_end, over }
    }
}

/// The words of one limit in their place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed<'l> {
    /// Which limit.
    pub limit: &'l Limit,
    /// Where its words stand.
    pub stand: Stand,
    /// Whether the series runs through them all the same.
    pub is_crossed: bool,
}

/// The part of a plot that words take: from and to in milliseconds, and in CSS pixels from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    across: (i64, i64),
    down: (f64, f64),
}

impl Room {
    /// Of words around `middle` whose line begins at the top of the plot.
    pub fn at_top(words: &str, middle: i64, trend: &Trend) -> Self {
        let half = wide(words, 0.0, trend) / 2;
        Self {
            across: (middle - half, middle + half),
            down: (0.0, LINE),
        }
    }

    fn of(words: &str, level: f64, stand: Stand, trend: &Trend) -> Self {
        let wide = wide(words, EDGE, trend);
        Self {
            across: match stand.at_end {
                true => (trend.to - wide, trend.to),
                false => (trend.from, trend.from + wide),
            },
            down: match stand.over {
                true => (level - LINE, level - 1.0),
                false => (level + 1.0, level + LINE),
            },
        }
    }

    fn meets(&self, other: &Self) -> bool {
        let across = self.across.0 < other.across.1 && other.across.0 < self.across.1;
        across && self.down.0 < other.down.1 && other.down.0 < self.down.1
    }
}

/// How much of the axis words take that stand so far from its edge, in milliseconds.
fn wide(words: &str, edge: f64, trend: &Trend) -> i64 {
    let part = (width(words) + edge) / NARROW;
    (part.min(1.0) * (trend.to - trend.from) as f64) as i64
}

/// How values lie in a plot: so many CSS pixels of it, from so many under its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest and the highest value.
    pub values: (f32, f32),
    /// Where the highest lies, in CSS pixels from the top of the plot.
    pub top: f64,
    /// Where the lowest lies.
    pub bottom: f64,
    /// How high the plot is; words that would stand out of it are not put there.
    pub height: f64,
}

impl Scale {
    fn level(&self, value: f32) -> f64 {
        let (low, high) = self.values;
        self.bottom - f64::from((value - low) / (high - low)) * (self.bottom - self.top)
    }

    fn value(&self, level: f64) -> f32 {
        let (low, high) = self.values;
        low + ((self.bottom - level) / (self.bottom - self.top)) as f32 * (high - low)
    }
}

/// The words of each limit of the scale, where the series crosses them least. Words that would meet those of another, or what is `taken`, are left out.
pub fn placed<'l>(lane: &'l Lane, trend: &Trend, scale: Scale, mut taken: Vec<Room>) -> Vec<Placed<'l>> {
    let (low, high) = scale.values;
    let mut placed = Vec::new();
    for limit in lane.limits.iter().filter(|it| (low..=high).contains(&it.value)) {
        let level = scale.level(limit.value);
        let free = Stand::ALL.into_iter().filter_map(|stand| {
            let room = Room::of(&limit.words, level, stand, trend);
            let is_inside = room.down.0 >= -1.0 && room.down.1 <= scale.height;
            let is_free = taken.iter().all(|other| !room.meets(other));
            (is_inside && is_free).then(|| (crossings(lane, &scale, &room), stand, room))
        });
        // The first of those that are equally good.
        if let Some((crossed, stand, room)) = free.min_by_key(|(crossed, ..)| *crossed) {
            taken.push(room);
            placed.push(Placed {
                limit,
                stand,
                is_crossed: crossed > 0,
            });
        }
    }
    placed
}

/// How often the series runs through a room.
fn crossings(lane: &Lane, scale: &Scale, room: &Room) -> usize {
    let (from, to) = room.across;
    let (least, most) = (scale.value(room.down.1), scale.value(room.down.0));
    let holds = |(at, value): &(i64, f32)| (from..=to).contains(at) && (least..=most).contains(value);
    match &lane.series {
        Series::Line(points) => segments(points, lane.gap_after)
            .into_iter()
            .map(|part| match part {
                [alone] => usize::from(holds(alone)),
                part => part
                    .windows(2)
                    .filter(|pair| runs_through(pair[0], pair[1], (from, to), (least, most)))
                    .count(),
            })
            .sum(),
        Series::Dots(points) => points.iter().filter(|point| holds(point)).count(),
        Series::Bars(bars) => bars
            .iter()
            .filter(|(at, low, high)| (from..=to).contains(at) && *low <= most && *high >= least)
            .count(),
    }
}

/// Whether the line between two points has a part within these times and values.
fn runs_through(one: (i64, f32), next: (i64, f32), (from, to): (i64, i64), (least, most): (f32, f32)) -> bool {
    if next.0 < from || one.0 > to {
        return false;
    }
    let value = |at: i64| {
        let part = (at - one.0) as f32 / (next.0 - one.0).max(1) as f32;
        one.1 + (next.1 - one.1) * part
    };
    let (first, last) = (value(one.0.max(from)), value(next.0.min(to)));
    first.min(last) <= most && first.max(last) >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::severity::Severity;

    const HOUR: i64 = 3_600_000;
    const MINUTE: i64 = 60_000;

    fn a_day() -> Trend {
        Trend {
            from: 0,
            to: 24 * HOUR,
            lanes: Vec::new(),
            scores: None,
            marks: Vec::new(),
            zone: domain::time::Zone::default(),
        }
    }

    /// 80 px for 40 units: two of them each.
    fn scale() -> Scale {
        Scale {
            values: (60.0, 100.0),
            top: 14.0,
            bottom: 94.0,
            height: 108.0,
        }
    }

    fn lane(series: Series, limits: &[f32]) -> Lane {
        let limit = |value: &f32| Limit {
            value: *value,
            upper: false,
            words: format!("limit {value}"),
            severity: Severity::Medium,
        };
        Lane {
            title: "SpO₂".into(),
            unit: "%".into(),
            decimals: 0,
            series,
            newest: None,
            range: (60.0, 100.0),
            band: None,
            limits: limits.iter().map(limit).collect(),
            gap_after: 2 * MINUTE,
        }
    }

    /// A line through the whole day, a point a minute.
    fn all_day(value: impl Fn(i64) -> f32) -> Series {
        Series::Line(
            (0..=1_440)
                .map(|minute| (minute * MINUTE, value(minute / 60)))
                .collect(),
        )
    }

    fn stands(series: Series, limits: &[f32]) -> Vec<(Stand, bool)> {
        let lane = lane(series, limits);
        let placed = placed(&lane, &a_day(), scale(), Vec::new());
        placed.into_iter().map(|it| (it.stand, it.is_crossed)).collect()
    }

    #[test]
    fn words_stand_where_the_line_does_not_run() {
        let (end, start) = (true, false);
        for (series, stand, why) in [
            (all_day(|_| 70.0), Stand::at(end, true), "at the end and over its line"),
            (
                all_day(|_| 94.0),
                Stand::at(end, false),
                "it runs over the line all day",
            ),
            (
                all_day(|hour| {
                    if hour < 14 {
                        70.0
                    } else {
                        91.0 + (hour % 2) as f32 * 4.0 - 2.0
                    }
                }),
                Stand::at(start, true),
                "to both sides of it since two",
            ),
            (
                all_day(|hour| {
                    if hour < 14 {
                        94.0
                    } else {
                        91.0 + (hour % 2) as f32 * 4.0 - 2.0
                    }
                }),
                Stand::at(start, false),
                "over it before two",
            ),
            (Series::Line(Vec::new()), Stand::at(end, true), "there is none"),
        ] {
            assert_eq!(stands(series, &[91.0]), [(stand, false)], "{why}");
        }
    }

    #[test]
    fn bars_and_dots_take_room_and_so_does_a_line_between_two_points_far_apart() {
        let tall = Series::Bars(vec![(23 * HOUR, 66.0, 98.0)]);
        assert_eq!(stands(tall, &[91.0]), [(Stand::at(false, true), false)]);
        let dot = Series::Dots(vec![(23 * HOUR, 94.0)]);
        assert_eq!(stands(dot, &[91.0]), [(Stand::at(true, false), false)]);
        let mut far = lane(Series::Line(vec![(0, 61.0), (24 * HOUR, 93.0)]), &[91.0]);
        far.gap_after = 48 * HOUR;
        let placed = placed(&far, &a_day(), scale(), Vec::new());
        assert_eq!(
            placed[0].stand,
            Stand::at(false, true),
            "it rises through both places at the end"
        );
    }

    #[test]
    fn words_that_are_crossed_everywhere_stand_where_that_is_least_and_on_a_ground() {
        let to_and_fro = |minute: i64| 91.0 + (minute % 2) as f32 * 6.0 - 3.0;
        let points = (0..=1_440).filter(|minute| *minute < 700 || minute % 4 < 2);
        let mut lane = lane(
            Series::Line(points.map(|it| (it * MINUTE, to_and_fro(it))).collect()),
            &[91.0],
        );
        lane.gap_after = 10 * MINUTE;
        let placed = placed(&lane, &a_day(), scale(), Vec::new());
        assert!(placed[0].is_crossed && placed[0].stand.at_end, "{placed:?}");
    }

    #[test]
    fn words_stay_in_the_plot_and_out_of_each_others_way() {
        let lowest = stands(all_day(|_| 64.0), &[60.0]);
        assert_eq!(lowest, [(Stand::at(true, true), true)], "under it there is no room");
        let two = stands(Series::Line(Vec::new()), &[91.0, 89.0]);
        assert_eq!(
            two,
            [(Stand::at(true, true), false), (Stand::at(true, false), false)],
            "the second has its words under its own line"
        );
        let (lane, day) = (lane(Series::Line(Vec::new()), &[99.0]), a_day());
        let gap = Room::at_top("No data 41 min", 23 * HOUR, &day);
        let placed = placed(&lane, &day, scale(), vec![gap]);
        assert_eq!(
            placed[0].stand,
            Stand::at(true, false),
            "what a gap is called stands at the top"
        );
    }
}

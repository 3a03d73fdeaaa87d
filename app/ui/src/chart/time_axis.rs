//! The one time axis under the lanes: hours of the hospital's clock, names of sessions, lines and events.

use domain::time::Moment;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::backend::{ACROSS, FINE, SvgBackend};
use super::lane::{Failed, behind, place, text};
use super::model::{Mark, Trend};
use super::paint::Paint;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Height in CSS pixels: the axis with its hours, and a row more for each name that would run into another.
pub fn height(trend: &Trend) -> u32 {
    26 + 18 * names(trend).iter().map(|name| name.row + 1).max().unwrap_or(0)
}

struct Name<'a> {
    at: i64,
    words: &'a str,
    paint: Paint,
    row: u32,
}

/// The names under the axis, each in the first row where it stands clear of the others.
fn names(trend: &Trend) -> Vec<Name<'_>> {
    let mut ends: Vec<i32> = Vec::new();
    let mut names: Vec<Name<'_>> = trend
        .marks
        .iter()
        .map(|mark| match mark {
            Mark::Line(at, words) => (*at, words, Paint::Replay),
            Mark::Event(at, words) => (*at, words, Paint::Event),
            Mark::Session(from, to, words) => ((from.max(&trend.from) + to.min(&trend.to)) / 2, words, Paint::Session),
        })
        .filter(|(at, _, _)| (trend.from..=trend.to).contains(at))
        .map(|(at, words, paint)| Name {
            at,
            words,
            paint,
            row: 0,
        })
        .collect();
    names.sort_by_key(|name| name.at);
    for name in &mut names {
        let middle = place(trend, name.at) / FINE;
        // A letter is about 7 px; the plot of a phone is about a third as wide as the picture's 1,000 units.
        let half = name.words.chars().count() as i32 * 10;
        let row = ends.iter().position(|end| middle - half > *end).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0);
        }
        ends[row] = middle + half;
        name.row = row as u32;
    }
    names
}

/// The midnights of the hospital's zone inside the axis.
pub fn midnights(trend: &Trend) -> Vec<i64> {
    civil_steps(trend, DAY).into_iter().map(|(at, _)| at).collect()
}

/// The moments inside the axis whose clock is a multiple of `step`, and the clock in milliseconds since its midnight.
fn civil_steps(trend: &Trend, step: i64) -> Vec<(i64, i64)> {
    let offset = |at: i64| i64::from(trend.zone.offset_at(Moment::from_millis(at))) * 1_000;
    let mut steps = Vec::new();
    let mut local = (trend.from + offset(trend.from)).div_euclid(step) * step;
    // The guard ends the walk whatever the zone does.
    for _ in 0..200 {
        // The offset of a moment near `local`; at a change of offset the clock stays the one on the wall.
        let at = local - offset(local - offset(trend.from));
        if at > trend.to {
            break;
        }
        if at >= trend.from {
            steps.push((at, local.rem_euclid(DAY)));
        }
        local += step;
    }
    steps
}

/// Steps between written hours: eight at most.
fn step(trend: &Trend) -> i64 {
    let span = trend.to - trend.from;
    let steps = [
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
    ];
    steps.into_iter().find(|step| span / step <= 8).unwrap_or(2 * DAY)
}

fn hour(trend: &Trend, at: i64, clock: i64, step: i64) -> String {
    // A clock alone would stand there twice: where the axis is longer than any day (of 25 hours when clocks go back), its midnights are named by their day.
    if step >= DAY || clock == 0 && trend.is_long() {
        let civil = trend.zone.civil(Moment::from_millis(at));
        return format!("{} {}", civil.day, crate::time::month(civil.month));
    }
    format!("{:02}:{:02}", clock / HOUR, clock / MINUTE % 60)
}

/// Draws the axis of `trend`.
pub fn draw(trend: &Trend) -> Result<String, Failed> {
    let mut out = String::new();
    let step = step(trend);
    {
        let root = SvgBackend::new(&mut out, height(trend)).into_drawing_area();
        behind(&root, trend)?;
        let edge = [(0, FINE / 2), (ACROSS * FINE, FINE / 2)];
        root.draw(&PathElement::new(edge.to_vec(), Paint::Axis.color()))?;
        let names = names(trend);
        let foot = |row: u32| (26 + 18 * row as i32) * FINE;
        // Every line before any word: a line drawn later would cross the names above its own.
        for name in names.iter().filter(|name| name.paint == Paint::Replay) {
            let x = place(trend, name.at);
            root.draw(&PathElement::new(
                vec![(x, 0), (x, foot(name.row))],
                Paint::Replay.color(),
            ))?;
        }
        for name in names {
            let x = place(trend, name.at);
            let y = foot(name.row);
            if name.paint == Paint::Event {
                root.draw(&Text::new("▲", (x, FINE), text(Paint::Event, HPos::Center, VPos::Top)))?;
            }
            let side = match x / FINE {
                ..200 => HPos::Left,
                801.. => HPos::Right,
                _ => HPos::Center,
            };
            root.draw(&Text::new(
                name.words,
                (x, y),
                text(Paint::LabelStrong, side, VPos::Top),
            ))?;
        }
        // After the lines, so that an hour that lies on one stays readable.
        for (at, clock) in civil_steps(trend, step) {
            let x = place(trend, at);
            root.draw(&PathElement::new(vec![(x, 0), (x, 5 * FINE)], Paint::Axis.color()))?;
            // A number at the very edge would stand half outside.
            if (25 * FINE..(ACROSS - 25) * FINE).contains(&x) {
                let words = text(Paint::Label, HPos::Center, VPos::Top);
                root.draw(&Text::new(hour(trend, at, clock, step), (x, 8 * FINE), words))?;
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use domain::time::Zone;

    use super::*;

    fn day(zone: Zone) -> Trend {
        let from = 1_774_735_200_000; // 2026-03-28T22:00:00Z
        Trend {
            from,
            to: from + DAY,
            lanes: Vec::new(),
            scores: None,
            marks: Vec::new(),
            zone,
        }
    }

    #[test]
    fn hours_are_those_of_the_wall_also_on_the_day_the_clock_changes() {
        let change = Moment(1_774_746_000_000_000); // 2026-03-29T01:00:00Z
        let paris = Zone {
            name: "Europe/Paris".into(),
            offsets: vec![(Moment(0), 3_600, "CET".into()), (change, 7_200, "CEST".into())],
        };
        let trend = day(paris);
        // The night lost an hour: the next midnight comes 23 hours later.
        assert_eq!(midnights(&trend), vec![trend.from + HOUR, trend.from + 24 * HOUR]);
        let written: Vec<String> = civil_steps(&trend, 3 * HOUR)
            .into_iter()
            .map(|(at, clock)| hour(&trend, at, clock, 3 * HOUR))
            .collect();
        assert_eq!(written[..3], ["00:00", "03:00", "06:00"]);
        for (at, clock) in civil_steps(&trend, 3 * HOUR) {
            let wall = trend.zone.civil(Moment::from_millis(at));
            assert_eq!((i64::from(wall.hour), wall.minute), (clock / HOUR, 0));
        }
    }

    #[test]
    fn names_that_would_meet_take_a_row_more() {
        let mut trend = day(Zone::default());
        let at = trend.from + 12 * HOUR;
        trend.marks = vec![
            Mark::Line(at, "replay begins".into()),
            Mark::Event(at + HOUR, "oxygen 2 L/min".into()),
        ];
        assert_eq!(names(&trend).iter().map(|name| name.row).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(height(&trend), 26 + 2 * 18);
    }
}

//! One lane of the stacked chart, drawn with plotters: session column, band, gaps, grid, midnight, limits, values, numbers, and over all of them the words.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::coord::cartesian::MeshLine;
use plotters::coord::combinators::{BindKeyPoints, WithKeyPoints};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::{RangedCoordf32, RangedCoordi64};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::DrawingBackend;

use super::backend::{ACROSS, FINE, SvgBackend};
use super::limit_words::{Room, Scale, placed};
use super::model::{Lane, Limit, Mark, Series, Trend};
use super::paint::Paint;
use super::thin::{segments, thin, thin_bars};
use super::time_axis::midnights;
use crate::age::words;
use crate::lang::{say, tell};
use crate::severity::Severity;

/// Height of a lane in CSS pixels, and what stays free over and under its scale.
pub const HEIGHT: u32 = 108;
const TOP: i32 = 14;
const BOTTOM: i32 = 8;
/// How far the words of a limit stand from the edge of the plot, and their tops from a line over them, in inner units.
const INSET: i32 = ACROSS * FINE / 80;
const UNDER: i32 = 3 * FINE;

/// What plotters says when drawing fails; writing to a string never does.
pub type Failed = DrawingAreaErrorKind<Infallible>;
type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;
type Plot<'a, 'b> =
    ChartContext<'b, SvgBackend<'a>, Cartesian2d<WithKeyPoints<RangedCoordi64>, WithKeyPoints<RangedCoordf32>>>;

/// Draws `lane` on the time axis of `trend`.
pub fn draw(lane: &Lane, trend: &Trend) -> Result<String, Failed> {
    let mut out = String::with_capacity(16 * 1_024);
    {
        let root = SvgBackend::new(&mut out, HEIGHT).into_drawing_area();
        let ((low, high), _) = lane.scale();
        behind(&root, trend)?;
        let mut plot: Plot<'_, '_> = ChartBuilder::on(&root)
            .margin_top(TOP * FINE)
            .margin_bottom(BOTTOM * FINE)
            .build_cartesian_2d(
                (trend.from..trend.to).with_key_points(Vec::new()),
                (low..high).with_key_points(ticks(lane)),
            )?;
        if let Some((from, to)) = lane.band {
            let band = [(trend.from, from.max(low)), (trend.to, to.min(high))];
            plot.draw_series([Rectangle::new(band, Paint::Band.color().filled())])?;
        }
        plot.plotting_area().draw_mesh(
            |backend, mesh| match mesh {
                MeshLine::YMesh(..) => mesh.draw(backend, &Paint::Grid.color().into()),
                MeshLine::XMesh(..) => Ok(()),
            },
            BoldPoints(9),
            BoldPoints(0),
        )?;
        let named = gaps(&root, lane, trend)?;
        moments(&root, trend)?;
        limits(&mut plot, lane, trend)?;
        match &lane.series {
            Series::Line(points) => line(&mut plot, lane, trend, points)?,
            Series::Dots(points) => {
                plot.draw_series(points.iter().filter(|p| inside(trend, p.0)).map(|p| dot(lane, *p, 3)))?;
            }
            Series::Bars(bars) => pressure(&mut plot, lane, trend, bars)?,
        }
        // Last: a line that crosses a word leaves it readable, for the word has a halo.
        let taken = named
            .iter()
            .map(|(length, middle)| Room::at_top(length, moment(trend, *middle), trend));
        let taken = taken.collect();
        for (length, middle) in named {
            root.draw(&Text::new(
                length,
                (middle, FINE),
                text(Paint::Label, HPos::Center, VPos::Top),
            ))?;
        }
        limit_words(&root, lane, trend, taken)?;
    }
    numbers(&mut out, lane)?;
    Ok(out)
}

/// Text of the size that the style sheet gives it, in the class of `paint`.
pub fn text(paint: Paint, across: HPos, down: VPos) -> TextStyle<'static> {
    ("sans-serif", 12)
        .into_font()
        .color(&paint.color())
        .pos(Pos::new(across, down))
}

/// The place of a moment across the plot, in inner units.
pub fn place(trend: &Trend, at: i64) -> i32 {
    let span = (trend.to - trend.from).max(1) as f64;
    ((at - trend.from) as f64 / span * f64::from(ACROSS * FINE)) as i32
}

/// The moment of a place.
fn moment(trend: &Trend, place: i32) -> i64 {
    let part = f64::from(place) / f64::from(ACROSS * FINE);
    trend.from + ((trend.to - trend.from) as f64 * part) as i64
}

fn inside(trend: &Trend, at: i64) -> bool {
    (trend.from..=trend.to).contains(&at)
}

fn whole(height: u32) -> i32 {
    height as i32 * FINE
}

/// Sessions: pale columns through the whole lane.
pub fn behind(root: &Area<'_>, trend: &Trend) -> Result<(), Failed> {
    let height = root.get_pixel_range().1.end;
    for mark in &trend.marks {
        if let Mark::Session(from, to, _) = mark {
            let column = [
                (place(trend, *from.max(&trend.from)), 0),
                (place(trend, *to.min(&trend.to)), height),
            ];
            if column[1].0 > column[0].0 {
                root.draw(&Rectangle::new(column, Paint::Session.color().filled()))?;
            }
        }
    }
    Ok(())
}

/// Midnights and named vertical lines.
pub fn moments(root: &Area<'_>, trend: &Trend) -> Result<(), Failed> {
    let height = root.get_pixel_range().1.end;
    let upright = |at: i64| vec![(place(trend, at), 0), (place(trend, at), height)];
    for at in midnights(trend) {
        root.draw(&PathElement::new(upright(at), Paint::Midnight.color()))?;
    }
    for mark in &trend.marks {
        if let Mark::Line(at, _) = mark
            && inside(trend, *at)
        {
            root.draw(&PathElement::new(upright(*at), Paint::Replay.color()))?;
        }
    }
    Ok(())
}

/// The numbers at the start edge: limits and the band's edges first, then the ends of the scale, none closer than a line of text.
fn ticks(lane: &Lane) -> Vec<f32> {
    let ((low, high), _) = lane.scale();
    let usable = (HEIGHT as i32 - TOP - BOTTOM) as f32;
    let apart = 16.0 / usable * (high - low);
    let mut kept: Vec<f32> = Vec::new();
    let band = lane.band.map(|(from, to)| [from, to]);
    let limits = lane.limits.iter().map(|limit| limit.value);
    for tick in limits.chain(band.into_iter().flatten()).chain([high, low]) {
        if (low..=high).contains(&tick) && kept.iter().all(|other| (other - tick).abs() >= apart) {
            kept.push(tick);
        }
    }
    kept
}

fn level(lane: &Lane, value: f32) -> i32 {
    let ((low, high), _) = lane.scale();
    let usable = f64::from((HEIGHT as i32 - TOP - BOTTOM) * FINE);
    whole(HEIGHT) - BOTTOM * FINE - (f64::from((value - low) / (high - low)) * usable) as i32
}

/// Written by the backend itself: a drawing area of plotters does not reach beside the plot.
fn numbers(out: &mut String, lane: &Lane) -> Result<(), Failed> {
    let (_, wider) = lane.scale();
    let mut backend = SvgBackend::new(out, HEIGHT);
    let style = text(Paint::Label, HPos::Right, VPos::Center);
    for tick in ticks(lane) {
        // A scale that data have widened says so: its ends carry a mark.
        let beyond = wider && !(lane.range.0..=lane.range.1).contains(&tick);
        let words = if beyond {
            format!("↕ {}", lane.write(tick))
        } else {
            lane.write(tick)
        };
        backend
            .draw_text(&words, &style, (-8 * FINE, level(lane, tick)))
            .map_err(Failed::BackendError)?;
    }
    Ok(())
}

/// Hatches what was not measured; the answer is how long each of the longer gaps is, in words, and where that is to be written.
fn gaps(root: &Area<'_>, lane: &Lane, trend: &Trend) -> Result<Vec<(String, i32)>, Failed> {
    let Series::Line(points) = &lane.series else {
        return Ok(Vec::new());
    };
    let mut gaps: Vec<(i64, i64)> = points
        .windows(2)
        .map(|pair| (pair[0].0, pair[1].0))
        .chain(points.last().map(|last| (last.0, trend.to)))
        .filter(|(from, to)| to - from > lane.gap_after && *to > trend.from)
        .map(|(from, to)| (from.max(trend.from), to.min(trend.to)))
        .collect();
    let longest = gaps.iter().map(|(from, to)| to - from).max().unwrap_or(0);
    gaps.dedup();
    let mut named = Vec::new();
    for (from, to) in gaps {
        let hatched = [
            (place(trend, from), TOP * FINE),
            (place(trend, to), whole(HEIGHT) - BOTTOM * FINE),
        ];
        root.draw(&Rectangle::new(hatched, Paint::Gap.color().filled()))?;
        let share = (to - from) as f64 / (trend.to - trend.from) as f64;
        if share > 0.08 || (to - from == longest && share > 0.02) {
            let length = tell(say::chart_no_data(words((to - from) as f64 / 1_000.0)));
            let middle = (hatched[0].0 + hatched[1].0) / 2;
            named.push((length, middle.clamp(60 * FINE, (ACROSS - 60) * FINE)));
        }
    }
    Ok(named)
}

fn limits(plot: &mut Plot<'_, '_>, lane: &Lane, trend: &Trend) -> Result<(), Failed> {
    for limit in within(lane) {
        plot.draw_series([PathElement::new(
            vec![(trend.from, limit.value), (trend.to, limit.value)],
            Paint::Limit.color(),
        )])?;
    }
    Ok(())
}

/// Where the series leaves them room; else on a ground of their own.
fn limit_words(root: &Area<'_>, lane: &Lane, trend: &Trend, taken: Vec<Room>) -> Result<(), Failed> {
    let (values, _) = lane.scale();
    let scale = Scale {
        values,
        top: f64::from(TOP),
        bottom: f64::from(HEIGHT as i32 - BOTTOM),
        height: f64::from(HEIGHT),
    };
    for words in placed(lane, trend, scale, taken) {
        let line = level(lane, words.limit.value);
        let (at, across) = match words.stand.at_end {
            true => (ACROSS * FINE - INSET, HPos::Right),
            false => (INSET, HPos::Left),
        };
        let (at, down) = match words.stand.over {
            true => ((at, line), VPos::Bottom),
            false => ((at, line + UNDER), VPos::Top),
        };
        let paint = match words.is_crossed {
            true => Paint::Ground,
            false => Paint::Label,
        };
        root.draw(&Text::new(words.limit.words.clone(), at, text(paint, across, down)))?;
    }
    Ok(())
}

/// The limits that lie in the scale.
fn within(lane: &Lane) -> impl Iterator<Item = &Limit> {
    let ((low, high), _) = lane.scale();
    lane.limits
        .iter()
        .filter(move |limit| (low..=high).contains(&limit.value))
}

fn beyond(lane: &Lane, value: f32) -> Option<Severity> {
    Limit::passed_by(&lane.limits, value)
}

fn stroke(severity: Severity) -> Paint {
    match severity {
        Severity::High => Paint::High,
        Severity::Medium => Paint::Medium,
        Severity::Low => Paint::Low,
        Severity::NoData => Paint::Trace,
    }
}

fn dot(lane: &Lane, (at, value): (i64, f32), radius: u32) -> Circle<(i64, f32), u32> {
    let paint = match beyond(lane, value) {
        Some(Severity::High) => Paint::DotHigh,
        Some(Severity::Medium) => Paint::DotMedium,
        Some(Severity::Low) => Paint::DotLow,
        Some(Severity::NoData) | None => Paint::Dot,
    };
    Circle::new((at, value), radius, paint.color().filled())
}

fn line(plot: &mut Plot<'_, '_>, lane: &Lane, trend: &Trend, points: &[(i64, f32)]) -> Result<(), Failed> {
    for part in segments(points, lane.gap_after) {
        let part = thin(part, trend.from, trend.to, 640);
        if let [alone] = part[..] {
            plot.draw_series([dot(lane, alone, 2)])?;
            continue;
        }
        plot.draw_series([PathElement::new(part.clone(), Paint::Trace.color())])?;
        for run in part.chunk_by(|a, b| beyond(lane, a.1) == beyond(lane, b.1)) {
            match (run, beyond(lane, run[0].1)) {
                (_, None) => {}
                ([alone], Some(_)) => {
                    plot.draw_series([dot(lane, *alone, 2)])?;
                }
                (run, Some(severity)) => {
                    plot.draw_series([PathElement::new(run.to_vec(), stroke(severity).color())])?;
                }
            }
        }
    }
    // A stale end has no dot.
    let end = points
        .last()
        .filter(|last| inside(trend, last.0) && trend.to - last.0 <= lane.gap_after);
    plot.draw_series(end.map(|end| dot(lane, *end, 3)))?;
    Ok(())
}

fn pressure(plot: &mut Plot<'_, '_>, lane: &Lane, trend: &Trend, bars: &[(i64, f32, f32)]) -> Result<(), Failed> {
    let bars = thin_bars(bars, trend.from, trend.to, 96);
    // Two pressures are never joined: the caps of neighbours leave a third of the way between them free.
    let nearest = bars
        .windows(2)
        .map(|pair| pair[1].0 - pair[0].0)
        .filter(|apart| *apart > 0)
        .min();
    let cap = nearest
        .map_or(i64::MAX, |apart| apart / 3)
        .min((trend.to - trend.from) / 200);
    for (at, low, high) in bars {
        let paint = beyond(lane, high).map_or(Paint::Trace, stroke).color();
        let strokes = [
            [(at, low), (at, high)],
            [(at - cap, low), (at + cap, low)],
            [(at - cap, high), (at + cap, high)],
        ];
        plot.draw_series(strokes.map(|ends| PathElement::new(ends.to_vec(), paint)))?;
    }
    Ok(())
}

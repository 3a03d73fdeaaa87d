//! Draws [`Picture`]s on canvases, in the browser. Colours are read once from the style sheet's custom properties, and again
//! when the theme changes.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::model::Limit;
use super::moving::Picture;
use super::thin::{segments, thin};
use crate::severity::Severity;

/// A canvas that is on the page.
struct Lane {
    number: u32,
    canvas: HtmlCanvasElement,
    picture: Signal<Picture>,
    now: Box<dyn Fn() -> i64>,
    span: i64,
    /// What was drawn last: the pixel of the end edge, the newest point, the size, the theme.
    drawn: Option<(i64, Option<i64>, u32, String)>,
}

#[derive(Default)]
struct Lanes {
    next: u32,
    lanes: Vec<Lane>,
    ticking: Option<IntervalHandle>,
}

thread_local! {
    static LANES: RefCell<Lanes> = RefCell::default();
}

/// Keeps `canvas` drawn until its owner is cleaned up.
pub fn draw_from_now_on(
    canvas: HtmlCanvasElement,
    picture: Signal<Picture>,
    now: impl Fn() -> i64 + 'static,
    span: i64,
) {
    let number = LANES.with_borrow_mut(|all| {
        let number = all.next;
        all.next = all.next.wrapping_add(1);
        all.lanes.push(Lane {
            number,
            canvas,
            picture,
            now: Box::new(now),
            span,
            drawn: None,
        });
        if all.ticking.is_none() {
            all.ticking = set_interval_with_handle(redraw, Duration::from_millis(250)).ok();
            // All lanes of a page come together: once for all of them, before anybody sees them empty.
            request_animation_frame(redraw);
        }
        number
    });
    on_cleanup(move || {
        LANES.with_borrow_mut(|all| {
            all.lanes.retain(|lane| lane.number != number);
            if all.lanes.is_empty()
                && let Some(ticking) = all.ticking.take()
            {
                ticking.clear();
            }
        });
    });
}

fn redraw() {
    let Some(colours) = Colours::read() else { return };
    LANES.with_borrow_mut(|all| {
        // First every size is read, then every canvas is written: a size that is read after a canvas has changed makes the browser lay out the page anew.
        let sizes: Vec<_> = all.lanes.iter().map(Lane::size).collect();
        for (lane, size) in all.lanes.iter_mut().zip(sizes) {
            lane.draw(size, &colours);
        }
    });
}

struct Colours {
    trace: String,
    band: String,
    ink: String,
    surface: String,
    high: String,
    medium: String,
    low: String,
}

impl Colours {
    fn read() -> Option<Self> {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        let styles = window.get_computed_style(&root).ok().flatten()?;
        let read = |name: &str| {
            styles
                .get_property_value(name)
                .map(|value| value.trim().to_string())
                .ok()
        };
        Some(Self {
            trace: read("--trace")?,
            band: read("--band")?,
            ink: read("--ink-3")?,
            surface: read("--surface")?,
            high: read("--high")?,
            medium: read("--medium-line")?,
            low: read("--low-line")?,
        })
    }

    fn of(&self, severity: Option<Severity>) -> &str {
        match severity {
            Some(Severity::High) => &self.high,
            Some(Severity::Medium) => &self.medium,
            Some(Severity::Low) => &self.low,
            Some(Severity::NoData) | None => &self.trace,
        }
    }
}

/// The place of times and values on one canvas, in CSS pixels.
struct Place {
    from: i64,
    to: i64,
    low: f32,
    high: f32,
    wide: f64,
    tall: f64,
}

impl Place {
    fn x(&self, at: i64) -> f64 {
        (at - self.from) as f64 / (self.to - self.from).max(1) as f64 * (self.wide - 4.0)
    }

    fn y(&self, value: f32) -> f64 {
        let share = f64::from((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.tall - 3.0 - share * (self.tall - 6.0)
    }
}

impl Lane {
    fn size(&self) -> (f64, f64) {
        (
            f64::from(self.canvas.client_width()),
            f64::from(self.canvas.client_height()),
        )
    }

    fn draw(&mut self, (wide, tall): (f64, f64), colours: &Colours) {
        let now = (self.now)();
        if wide < 1.0 || now == 0 {
            return;
        }
        let Some(picture) = self.picture.try_get_untracked() else {
            return;
        };
        let newest = picture.points.last().map(|point| point.0);
        let drawn = (
            now * wide as i64 / self.span.max(1),
            newest,
            wide as u32,
            colours.surface.clone(),
        );
        if self.drawn.as_ref() == Some(&drawn) {
            return;
        }
        let dense = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        self.canvas.set_width((wide * dense) as u32);
        self.canvas.set_height((tall * dense) as u32);
        let context = self.canvas.get_context("2d").ok().flatten();
        let Some(pen) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok()) else {
            return;
        };
        // A scale of a fresh canvas cannot fail in a way that a reader could act on.
        drop(pen.scale(dense, dense));
        let (low, high) = widened(&picture);
        let place = Place {
            from: now - self.span,
            to: now,
            low,
            high,
            wide,
            tall,
        };
        ground(&pen, &picture, &place, colours);
        // Of two lines the limits watch the upper: a diastolic pressure below the systolic limit is no alarm.
        let limits = picture.limits.as_slice();
        let of_lower = if picture.upper.is_empty() { limits } else { &[] };
        for (series, limits) in [(&picture.points, of_lower), (&picture.upper, limits)] {
            line(&pen, series, limits, picture.gap_after, &place, colours);
        }
        self.drawn = Some(drawn);
    }
}

/// The fixed scale, or wider when values leave it.
fn widened(picture: &Picture) -> (f32, f32) {
    let values = picture.points.iter().chain(&picture.upper).map(|point| point.1);
    values.fold(picture.range, |(low, high), value| (low.min(value), high.max(value)))
}

fn ground(pen: &CanvasRenderingContext2d, picture: &Picture, place: &Place, colours: &Colours) {
    if let Some((from, to)) = picture.band {
        let (top, bottom) = (place.y(to), place.y(from));
        pen.set_fill_style_str(&colours.band);
        pen.fill_rect(0.0, top, place.wide, bottom - top);
    }
    pen.set_stroke_style_str(&colours.ink);
    pen.set_line_width(1.0);
    dash(pen, &[5.0, 4.0]);
    for limit in picture
        .limits
        .iter()
        .filter(|limit| (place.low..=place.high).contains(&limit.value))
    {
        let y = place.y(limit.value).round() + 0.5;
        pen.begin_path();
        pen.move_to(0.0, y);
        pen.line_to(place.wide, y);
        pen.stroke();
    }
    dash(pen, &[]);
}

fn dash(pen: &CanvasRenderingContext2d, lengths: &[f64]) {
    let array: js_sys::Array = lengths
        .iter()
        .map(|length| wasm_bindgen::JsValue::from_f64(*length))
        .collect();
    drop(pen.set_line_dash(&array));
}

fn line(
    pen: &CanvasRenderingContext2d,
    series: &[(i64, f32)],
    limits: &[Limit],
    gap_after: i64,
    place: &Place,
    colours: &Colours,
) {
    let beyond = |value: f32| Limit::passed_by(limits, value);
    pen.set_line_width(1.75);
    pen.set_line_join("round");
    for part in segments(series, gap_after) {
        let part = thin(part, place.from, place.to, place.wide as usize);
        // One stroke for all that has one colour: each call of a pen has its price, and a lane has hundreds of points.
        let mut before = None;
        for pair in part.windows(2) {
            let severity = beyond(pair[1].1);
            if before != Some(severity) {
                if before.is_some() {
                    pen.stroke();
                }
                before = Some(severity);
                pen.set_stroke_style_str(colours.of(severity));
                pen.begin_path();
                pen.move_to(place.x(pair[0].0), place.y(pair[0].1));
            }
            pen.line_to(place.x(pair[1].0), place.y(pair[1].1));
        }
        if before.is_some() {
            pen.stroke();
        }
        if let [alone] = part[..] {
            disc(
                pen,
                place.x(alone.0),
                place.y(alone.1),
                1.5,
                colours.of(beyond(alone.1)),
            );
        }
    }
    // A stale end has no dot.
    if let Some(last) = series
        .last()
        .filter(|last| place.to - last.0 <= gap_after && last.0 >= place.from)
    {
        disc(
            pen,
            place.x(last.0.min(place.to)),
            place.y(last.1),
            3.0,
            colours.of(beyond(last.1)),
        );
    }
}

fn disc(pen: &CanvasRenderingContext2d, x: f64, y: f64, radius: f64, colour: &str) {
    pen.set_fill_style_str(colour);
    pen.begin_path();
    drop(pen.arc(x, y, radius, 0.0, std::f64::consts::TAU));
    pen.fill();
}

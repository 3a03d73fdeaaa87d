//! Spark lines: one path on a scale that is fixed per parameter, so that calm looks flat. Drawn by the server, kept up to
//! date in the browser; the picture is silent, because the value stands beside it.

use crate::boxed::memo;
use domain::numbers::fixed;
use leptos::prelude::*;

use super::thin::{segments, thin};
use crate::severity::Severity;

const WIDE: f64 = 100.0;
const HIGH: f64 = 24.0;

/// The path of `points` (time in ms, value) between `from` and `to` on the scale `range`, 100 wide and 24 high.
pub fn path(points: &[(i64, f32)], from: i64, to: i64, range: (f32, f32), gap_after: i64) -> String {
    let mut line = String::new();
    for part in segments(points, gap_after) {
        for (place, (at, value)) in thin(part, from, to, 60).into_iter().enumerate() {
            let x = (at - from) as f64 / (to - from).max(1) as f64 * WIDE;
            line.push(if place == 0 { 'M' } else { 'L' });
            line.push_str(&fixed(x, 1));
            line.push(' ');
            line.push_str(&fixed(height(value, range), 1));
        }
    }
    line
}

fn height(value: f32, (low, high): (f32, f32)) -> f64 {
    let share = f64::from((value - low) / (high - low)).clamp(0.0, 1.0);
    // 2 px stay free at both ends for the stroke and the dot.
    HIGH - 2.0 - share * (HIGH - 4.0)
}

/// A height as a part of the picture's.
fn percent(height: f64) -> String {
    format!("{}%", fixed(height / HIGH * 100.0, 0))
}

/// A spark line.
#[component]
pub fn Spark(
    /// `(time in ms, value)` in order of time.
    #[prop(into)]
    points: Signal<Vec<(i64, f32)>>,
    /// The fixed scale of the parameter.
    range: (f32, f32),
    /// The reference band.
    #[prop(optional)]
    band: Option<(f32, f32)>,
    /// How much time is shown, in ms, up to the newest value.
    #[prop(default = 30 * 60_000)]
    span: i64,
    /// A break longer than this is a gap, in ms.
    #[prop(optional, into, default = Signal::stored(180_000))]
    gap_after: Signal<i64>,
    /// The colour of an alarm about this value.
    #[prop(optional, into)]
    severity: Signal<Option<Severity>>,
) -> impl IntoView {
    let line = memo(move || {
        points.with(|points| {
            let to = points.last().map_or(0, |last| last.0);
            path(points, to - span, to, range, gap_after.get())
        })
    });
    let end = memo(move || points.with(|points| points.last().map(|last| percent(height(last.1, range)))));
    let of = move |calm: &'static str, start: &'static str| match severity.get() {
        Some(severity) if severity != Severity::NoData => format!("{start}{}", severity.name()),
        _ => calm.to_string(),
    };
    let band = band.map(|(low, high)| {
        let (top, bottom) = (height(high, range), height(low, range));
        view! {
            <rect
                class="c-band"
                x="0"
                width="100%"
                y=percent(top)
                height=percent(bottom - top)
            ></rect>
        }
        .into_any()
    });
    view! {
        <svg class="spark" aria-hidden="true">
            {band}
            <svg width="100%" height="100%" viewBox="0 0 100 24" preserveAspectRatio="none">
                <path class=move || of("c-trace-2", "c-") d=move || line.get()></path>
            </svg>
            <circle
                class=move || of("c-dot", "c-dot-")
                cx="100%"
                cy=move || end.get().unwrap_or_else(|| "50%".into())
                r=move || String::from(if end.get().is_some() { "2.5" } else { "0" })
            ></circle>
        </svg>
    }
}

/// Pressures as bars from systolic to diastolic, the newest dark; eight at most.
#[component]
pub fn SparkBars(
    /// `(time in ms, diastolic, systolic)` in order of time.
    #[prop(into)]
    bars: Signal<Vec<(i64, f32, f32)>>,
    /// The fixed scale.
    range: (f32, f32),
    /// The colour of an alarm about the newest.
    #[prop(optional, into)]
    severity: Signal<Option<Severity>>,
) -> impl IntoView {
    let marks = move || {
        bars.with(|bars| {
            let newest = &bars[bars.len().saturating_sub(8)..];
            let empty = 8 - newest.len();
            newest
                .iter()
                .enumerate()
                .map(|(place, (_, low, high))| {
                    let x = format!("{}%", 4 + (place + empty) * 13);
                    let class = match (place + 1 == newest.len(), severity.get()) {
                        (false, _) => "c-trace-2".to_string(),
                        (true, Some(severity)) if severity != Severity::NoData => format!("c-{}", severity.name()),
                        (true, _) => "c-trace".to_string(),
                    };
                    let percent = |value: f32| percent(height(value, range));
                    view! { <line class=class x1=x.clone() x2=x y1=percent(*high) y2=percent(*low)></line> }.into_any()
                })
                .collect_view()
        })
    };
    view! { <svg class="spark spark--bars" aria-hidden="true">{move || marks()}</svg> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_fixed_and_a_gap_breaks_the_line() {
        let points = [(0, 50.0), (10, 100.0), (90, 50.0), (100, 200.0)];
        let line = path(&points, 0, 100, (50.0, 150.0), 20);
        assert_eq!(line, "M0.0 22.0L10.0 12.0M90.0 22.0L100.0 2.0");
    }
}

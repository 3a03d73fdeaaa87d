//! How often something happened against how often it was said that it would: a dot for each group, on the line where both are the same. What it says stands in a sentence, and in a table beside it.

use leptos::prelude::*;

use crate::lang::ltr;

/// The picture is so wide and high.
const SIDE: f64 = 200.0;
/// The least and the most radius of a dot.
const RADIUS: (f64, f64) = (3.0, 10.0);
/// Where the axes have a number, in percent.
const TICKS: [u8; 3] = [0, 50, 100];

/// A group of forecasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalibrationDot {
    /// The chance that was said, 0 to 1, in the mean.
    pub said: f64,
    /// In what share it happened, 0 to 1.
    pub happened: f64,
    /// How many forecasts it stands for.
    pub of: usize,
}

/// The picture.
#[component]
pub fn Calibration(
    /// The groups.
    dots: Vec<CalibrationDot>,
    /// The finding, in a sentence.
    #[prop(into)]
    says: String,
    /// What the axis upwards is called: what happened.
    #[prop(into)]
    up: String,
    /// What the axis across is called: what was said.
    #[prop(into)]
    across: String,
) -> impl IntoView {
    let most = dots.iter().map(|dot| dot.of).max().unwrap_or(1).max(1) as f64;
    // The area of a dot says how many forecasts it stands for.
    let circle = |dot: CalibrationDot| {
        let (x, y) = (dot.said * SIDE, (1.0 - dot.happened) * SIDE);
        let radius = RADIUS.0 + (RADIUS.1 - RADIUS.0) * (dot.of as f64 / most).sqrt();
        view! { <circle class="calibration__dot" cx=format!("{x:.1}") cy=format!("{y:.1}") r=format!("{radius:.1}")></circle> }
            .into_any()
    };
    let ticks = TICKS.map(|percent| {
        let along = f64::from(percent) / 100.0 * SIDE;
        view! {
            <text class="calibration__tick calibration__tick--across" x=along.to_string() y="218">{percent}</text>
            <text class="calibration__tick calibration__tick--up" x="-6" y=(SIDE - along + 4.0).to_string()>{percent}</text>
        }
        .into_any()
    });
    let side = SIDE.to_string();
    let in_percent = |words: String| format!("{words} ({})", ltr("%"));
    let (up, across) = (in_percent(up), in_percent(across));
    view! {
        <div class="calibration">
            <span class="calibration__axis">{up}</span>
            <svg class="calibration__picture" viewBox="-34 -12 248 236" role="img" aria-label=says>
                <rect class="calibration__frame" x="0" y="0" width=side.clone() height=side.clone()></rect>
                <line class="calibration__line" x1="0" y1=side.clone() x2=side y2="0"></line>
                {ticks.into_iter().collect_view()}
                {dots.into_iter().map(circle).collect_view()}
            </svg>
            <span class="calibration__axis calibration__axis--across">{across}</span>
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_happened_more_often_than_it_was_said_stands_above_the_line() {
        let dots = vec![
            CalibrationDot {
                said: 0.1,
                happened: 0.3,
                of: 100,
            },
            CalibrationDot {
                said: 0.5,
                happened: 0.5,
                of: 25,
            },
        ];
        let html = html(|| {
            view! { <Calibration dots=dots says="More than was said" up="Happened" across="Said"/> }.into_any()
        });
        assert!(html.contains(r#"cx="20.0" cy="140.0" r="10.0""#), "{html}");
        assert!(html.contains(r#"cx="100.0" cy="100.0" r="6.5""#), "{html}");
        assert!(
            html.contains("More than was said") && html.contains("Happened (%)"),
            "{html}"
        );
    }
}

//! How much there is of something in each stretch of time, as a strip of cells: the darker, the more. What it says stands in a sentence beside it.

use leptos::prelude::*;

/// Shades of a cell that has something.
const SHADES: u8 = 4;

/// The shade of a value: 0 for nothing, 1 to 4 in quarters of the most.
fn shade(value: f32, most: f32) -> u8 {
    match value.is_finite() && value > 0.0 && most > 0.0 {
        true => ((value / most).clamp(0.0, 1.0) * f32::from(SHADES)).ceil() as u8,
        false => 0,
    }
}

/// The strip.
#[component]
pub fn HeatStrip(
    /// A value for each stretch, the first one first.
    values: Vec<f32>,
    /// The finding, in a sentence.
    #[prop(into)]
    says: String,
    /// What the first stretch is called.
    #[prop(into)]
    first: String,
    /// What the last one is.
    #[prop(into)]
    last: String,
) -> impl IntoView {
    let (most, count) = (values.iter().copied().fold(0.0, f32::max), values.len().max(1) as f32);
    let cells = values
        .into_iter()
        .enumerate()
        .map(|(place, value)| {
            let class = format!("heat__cell heat__cell--{}", shade(value, most));
            let x = format!("{:.2}%", place as f32 / count * 100.0);
            view! { <rect class=class x=x y="0" width=format!("{:.2}%", 92.0 / count) height="20"></rect> }.into_any()
        })
        .collect_view();
    view! {
        <div class="heat">
            <svg width="100%" height="20" role="img" aria-label=says>{cells}</svg>
            <div class="heat__ends" aria-hidden="true"><span>{first}</span><span>{last}</span></div>
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn the_most_is_the_darkest_and_nothing_has_no_shade() {
        let html = html(|| {
            view! { <HeatStrip values=vec![0.0, 1.0, 10.0, f32::NAN] says="Most at night" first="00:00" last="23:00"/> }
                .into_any()
        });
        let shades: Vec<&str> = html
            .split("heat__cell--")
            .skip(1)
            .filter_map(|rest| rest.get(..1))
            .collect();
        assert_eq!(shades, ["0", "1", "4", "0"], "{html}");
        assert!(html.contains("aria-label=\"Most at night\""), "{html}");
    }
}

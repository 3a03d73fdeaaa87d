//! How much of something: a grey track with ink, a tick where it should be by now, or a ring for patients. The sentence beside it says the same.

use leptos::prelude::*;

/// A part of a whole in hundredths, inside the track.
fn percent(part: f32) -> f32 {
    if part.is_finite() {
        part.clamp(0.0, 1.0) * 100.0
    } else {
        0.0
    }
}

fn write(percent: f32) -> String {
    format!("{percent:.1}%")
}

/// The bar.
#[component]
pub fn Meter(
    /// How much, of 1.
    part: f32,
    /// What it says to readers: "1.34 of 2.40 litres removed".
    #[prop(into)]
    says: String,
    /// Where it should be by now, of 1.
    #[prop(optional)]
    due: Option<f32>,
) -> impl IntoView {
    let filled = percent(part);
    let tick = due.map(|due| {
        let x = write(percent(due));
        view! { <line class="meter__due" x1=x.clone() x2=x y1="0" y2="16"></line> }.into_any()
    });
    view! {
        <svg class="meter" width="100%" height="16" role="meter" aria-label=says.clone() aria-valuetext=says aria-valuemin="0" aria-valuemax="100"
            aria-valuenow=format!("{filled:.0}")>
            <rect class="meter__track" x="0" y="4" width="100%" height="8" rx="4"></rect>
            <rect class="meter__fill" x="0" y="4" width=write(filled) height="8" rx="4"></rect>
            {tick}
        </svg>
    }
}

/// The ring of a patient's page: what is reached stands in its middle.
#[component]
pub fn Ring(
    /// How much, of 1.
    part: f32,
    /// In the middle, large: "1.3 L".
    #[prop(into)]
    value: String,
    /// Under it: "of 2.4 L".
    #[prop(into)]
    of: String,
    /// What it says to readers.
    #[prop(into)]
    says: String,
) -> impl IntoView {
    let reached = format!("{:.1} 100", percent(part));
    view! {
        <div class="ring" role="img" aria-label=says>
            <svg class="ring__drawn" viewBox="0 0 120 120" aria-hidden="true">
                <circle class="ring__track" cx="60" cy="60" r="54" fill="none"></circle>
                <circle class="ring__fill" cx="60" cy="60" r="54" fill="none" pathLength="100" stroke-dasharray=reached transform="rotate(-90 60 60)"></circle>
            </svg>
            <span class="ring__text" aria-hidden="true">
                <b class="ring__value">{value}</b>
                <span class="ring__of">{of}</span>
            </span>
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_the_bar_shows_is_said() {
        let html = html(|| view! { <Meter part=0.558 says="1.34 of 2.40 litres removed" due=0.56/> }.into_any());
        assert!(
            html.contains("role=\"meter\"") && html.contains("aria-valuenow=\"56\""),
            "{html}"
        );
        assert!(
            html.contains("width=\"55.8%\"") && html.contains("x1=\"56.0%\""),
            "{html}"
        );
    }

    #[test]
    fn a_bar_never_leaves_its_track() {
        for (part, percent) in [(1.4, 100.0), (-0.2, 0.0), (f32::NAN, 0.0), (f32::INFINITY, 0.0)] {
            assert_eq!(super::percent(part), percent, "{part}");
        }
    }
}

//! One figure of a manager's day: never bare, always with its unit and a sentence that compares or says what next.

use leptos::prelude::*;

/// A tile; several stand in [`StatTiles`].
#[component]
pub fn StatTile(
    /// What is counted: "Beds in use".
    #[prop(into)]
    label: String,
    /// The figure: "141".
    #[prop(into)]
    value: String,
    /// Its unit or its whole: "of 169".
    #[prop(into)]
    unit: String,
    /// A [`crate::Meter`] or [`DayBars`].
    #[prop(optional)]
    chart: Option<AnyView>,
    /// Whether the figure is of earlier: whatever measures it is not heard. It is grey then.
    #[prop(optional)]
    old: bool,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let shown = if old {
        "stat__value stat__value--old"
    } else {
        "stat__value"
    };
    view! {
        <div class="stat">
            <dt class="stat__label">{label}</dt>
            <dd class=shown><b><bdi>{value}</bdi></b>" "<bdi class="stat__unit">{unit}</bdi></dd>
            {chart.map(|chart| view! { <dd class="stat__chart">{chart}</dd> }.into_any())}
            <dd class="stat__says">{children()}</dd>
        </div>
    }
}

/// The tiles beside each other, as many as there is room for.
#[component]
pub fn StatTiles(
    /// The tiles.
    children: Children,
) -> impl IntoView {
    view! { <dl class="stats">{children()}</dl> }
}

/// A value a day, oldest first; bars start at 0 and the last one, which is today, is ink. What is aimed at is a line across them.
#[component]
pub fn DayBars(
    /// The values.
    values: Vec<f32>,
    /// The finding, in a sentence.
    #[prop(into)]
    says: String,
    /// What is aimed at, in the unit of the values.
    #[prop(optional_no_strip)]
    target: Option<f32>,
) -> impl IntoView {
    let (most, count) = (
        values.iter().copied().chain(target).fold(0.0, f32::max),
        values.len().max(1) as f32,
    );
    let target = target.filter(|target| most > 0.0 && target.is_finite()).map(|target| {
        let y = format!("{:.1}", 28.0 - (target / most).clamp(0.0, 1.0) * 27.0);
        view! { <line class="bars__target" x1="0" x2="100%" y1=y.clone() y2=y></line> }.into_any()
    });
    let today = values.len().saturating_sub(1);
    let bars = values
        .into_iter()
        .enumerate()
        .map(|(day, value)| {
            let part = if most > 0.0 && value.is_finite() { (value / most).clamp(0.0, 1.0) } else { 0.0 };
            let height = (part * 28.0).max(1.0);
            let class = if day == today { "bars__bar bars__bar--today" } else { "bars__bar" };
            let x = format!("{:.2}%", day as f32 / count * 100.0);
            view! {
                <rect class=class x=x y=format!("{:.1}", 28.0 - height) width=format!("{:.2}%", 70.0 / count) height=format!("{height:.1}")></rect>
            }
            .into_any()
        })
        .collect_view();
    view! { <svg class="bars" width="100%" height="28" role="img" aria-label=says>{bars}{target}</svg> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn a_figure_of_earlier_is_grey() {
        let tile = |old: bool| {
            html(move || {
                view! { <StatTile label="Fluid" value="0.90" unit="L" old=old>"at 14:20"</StatTile> }.into_any()
            })
        };
        assert!(tile(true).contains("stat__value--old") && !tile(false).contains("stat__value--old"));
    }

    #[test]
    fn bars_start_at_nothing_and_the_largest_fills_the_height() {
        let html = html(|| view! { <DayBars values=vec![0.0, 5.0, 10.0] says="Rising for three days"/> }.into_any());
        assert!(
            html.contains("height=\"1.0\"") && html.contains("height=\"14.0\"") && html.contains("height=\"28.0\""),
            "{html}"
        );
        assert_eq!(html.matches("bars__bar--today").count(), 1);
        assert!(html.contains("role=\"img\" aria-label=\"Rising for three days\""));
    }

    #[test]
    fn what_is_aimed_at_is_a_line_at_its_height() {
        let html = html(|| view! { <DayBars values=vec![0.7, 1.2] says="Kt/V" target=Some(1.4)/> }.into_any());
        // 1.4 is the most: the bar of half of it has half of the height, and the line stands at the top.
        assert!(
            html.contains("height=\"14.0\"") && html.contains("y1=\"1.0\""),
            "{html}"
        );
        assert_eq!(html.matches("bars__target").count(), 1);
    }

    #[test]
    fn no_days_and_no_values_draw_nothing_strange() {
        for values in [vec![], vec![0.0, 0.0], vec![f32::NAN]] {
            let html = html(move || view! { <DayBars values=values says="Nothing"/> }.into_any());
            assert!(!html.contains("NaN"), "{html}");
        }
    }
}

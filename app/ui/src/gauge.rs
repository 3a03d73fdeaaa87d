//! Where a number stands: a grey scale, a darker band where it should be, ticks for limits, a long tick for the patient's own level, a pointer for now.
//! The pointer takes colour beyond a limit; the value stands at the end in large digits.

use leptos::prelude::*;

use crate::lang::{key, word};
use crate::severity::Severity;

/// A place on the scale with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f32,
    /// As it is written: `−200`.
    pub words: String,
    /// What it is.
    pub kind: TickKind,
}

/// What a tick is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickKind {
    /// Beyond it somebody is called: dotted.
    Limit,
    /// The device stops there.
    End,
    /// The patient's own level.
    Own,
    /// An end of the scale: words alone.
    Edge,
}

/// A scale.
#[component]
pub fn Gauge(
    /// What is measured: "Venous".
    #[prop(into)]
    label: String,
    /// Its unit.
    #[prop(into)]
    unit: String,
    /// Now; `None` is "not measured".
    value: Option<f32>,
    /// As it is written: `−186`.
    #[prop(optional, into)]
    written: String,
    /// The ends of the scale.
    range: (f32, f32),
    /// Where it should be.
    band: (f32, f32),
    /// Limits, the patient's own level, ends.
    ticks: Vec<Tick>,
    /// How urgent it is, when it is beyond a limit.
    #[prop(optional)]
    severity: Option<Severity>,
    /// Whether it is of earlier: whatever measures it is not heard. It is grey then, and no colour says how urgent it is.
    #[prop(optional)]
    old: bool,
) -> impl IntoView {
    let place = move |at: f32| {
        let width = range.1 - range.0;
        let part = if width > 0.0 { (at - range.0) / width } else { 0.0 };
        part.clamp(0.0, 1.0) * 100.0
    };
    let percent = |at: f32| format!("{at:.1}%");
    let rows = rows(&ticks, place);
    let lines = ticks
        .iter()
        .filter(|tick| tick.kind != TickKind::Edge)
        .map(|tick| {
            let x = percent(place(tick.at));
            let class = match tick.kind {
                TickKind::Limit => "gauge__tick gauge__tick--limit",
                _ => "gauge__tick",
            };
            view! { <line class=class x1=x.clone() x2=x y1="10" y2="28"></line> }.into_any()
        })
        .collect_view();
    let words = ticks
        .iter()
        .zip(&rows)
        .map(|(tick, row)| {
            let at = place(tick.at);
            let anchor = match at {
                ..8.0 => "start",
                92.0.. => "end",
                _ => "middle",
            };
            let y = (44 + row * 16).to_string();
            view! { <text class="gauge__words" x=percent(at) y=y text-anchor=anchor>{tick.words.clone()}</text> }
                .into_any()
        })
        .collect_view();
    let height = (50 + rows.iter().max().unwrap_or(&0) * 16).to_string();
    let name = severity
        .filter(|severity| *severity != Severity::NoData && !old)
        .map(Severity::name);
    let pointer = value.map(|value| {
        let class = name.map_or_else(
            || "gauge__pointer".to_owned(),
            |name| format!("gauge__pointer gauge__pointer--{name}"),
        );
        view! {
            <svg class=class x=percent(place(value)) y="0" overflow="visible">
                <path d="M-6 0h12l-6 8z"></path>
                <path class="gauge__stem" d="M0 10v18"></path>
            </svg>
        }
        .into_any()
    });
    let missing = value.is_none();
    let shown = if missing {
        word(key::NOT_MEASURED).to_owned()
    } else {
        written
    };
    let pill = name.map_or_else(String::new, |name| format!("pill pill--{name}"));
    let (from, to) = (place(band.0), place(band.1));
    view! {
        <div class="gauge">
            <p class="gauge__head">
                <span class="gauge__label">{label}" "<bdi class="gauge__unit">{unit}</bdi></span>
                <span class="gauge__value" class:gauge__value--missing=missing || old><span class=pill>{shown}</span></span>
            </p>
            <svg class="gauge__scale" width="100%" height=height aria-hidden="true">
                <rect class="gauge__track" x="0" y="14" width="100%" height="10" rx="2"></rect>
                <rect class="gauge__band" x=percent(from) y="14" width=percent((to - from).max(0.0)) height="10"></rect>
                {lines}
                {pointer}
                {words}
            </svg>
            <p class="visually-hidden">{read(&ticks)}</p>
        </div>
    }
}

/// The row of each tick's words: the second where they would touch those before. 16 % is the room of "142 own" on the narrowest scale.
fn rows(ticks: &[Tick], place: impl Fn(f32) -> f32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ticks.len()).collect();
    order.sort_by(|one, other| ticks[*one].at.total_cmp(&ticks[*other].at));
    let (mut rows, mut ends) = (vec![0; ticks.len()], [f32::NEG_INFINITY; 2]);
    for index in order {
        let at = place(ticks[index].at);
        let row = usize::from(at - ends[0] < 16.0 && ends[1] <= ends[0]);
        rows[index] = row;
        ends[row] = at;
    }
    rows
}

/// The scale in words.
fn read(ticks: &[Tick]) -> String {
    let parts = ticks.iter().map(|tick| match tick.kind {
        TickKind::Limit => format!("limit {}", tick.words),
        TickKind::End => format!("end {}", tick.words),
        TickKind::Own => tick.words.clone(),
        TickKind::Edge => format!("scale {}", tick.words),
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn tick(at: f32, words: &str, kind: TickKind) -> Tick {
        Tick {
            at,
            words: words.into(),
            kind,
        }
    }

    fn venous(value: Option<f32>, severity: Option<Severity>) -> String {
        let ticks = vec![
            tick(142.0, "142 own", TickKind::Own),
            tick(200.0, "200", TickKind::Limit),
            tick(260.0, "260", TickKind::End),
        ];
        html(move || {
            let (range, band) = ((0.0, 300.0), (60.0, 200.0));
            match severity {
                Some(severity) => view! {
                    <Gauge label="Venous" unit="mmHg" value=value written="214" range=range band=band ticks=ticks severity=severity/>
                }
                .into_any(),
                None => view! { <Gauge label="Venous" unit="mmHg" value=value written="186" range=range band=band ticks=ticks/> }
                    .into_any(),
            }
        })
    }

    #[test]
    fn colour_comes_only_beyond_a_limit() {
        assert!(!venous(Some(186.0), None).contains("pill--"));
        let html = venous(Some(214.0), Some(Severity::Medium));
        assert!(
            html.contains("pill pill--medium") && html.contains("gauge__pointer--medium"),
            "{html}"
        );
        assert!(html.contains("x=\"71.3%\""), "214 of 300: {html}");
    }

    #[test]
    fn nothing_measured_has_no_pointer_and_no_number() {
        let html = venous(None, None);
        assert!(
            html.contains("not measured") && !html.contains("gauge__pointer"),
            "{html}"
        );
    }

    #[test]
    fn words_that_would_touch_stand_in_two_rows() {
        let ticks = vec![
            tick(200.0, "200", TickKind::Limit),
            tick(220.0, "220", TickKind::End),
            tick(290.0, "290", TickKind::Edge),
        ];
        assert_eq!(rows(&ticks, |at| at / 3.0), vec![0, 1, 0]);
    }
}

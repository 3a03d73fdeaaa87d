//! One vital sign: label and unit, the value (a pill when it is beyond a limit), what stands beside it, its age.

use crate::boxed::memo;
use leptos::prelude::*;

use crate::lang::{key, ltr, word};

use crate::severity::Severity;

/// A group of a `<dl>`: put it in `<dl class="bed__vitals">` or `<dl class="tiles">`.
#[component]
pub fn Vital(
    /// Such as `SpO₂`.
    #[prop(into)]
    label: String,
    /// Such as `%`: it is read from left to right beside a label of any language.
    #[prop(into)]
    unit: String,
    /// The value as it is written, without unit; `None` reads "not measured".
    #[prop(into)]
    value: Signal<Option<String>>,
    /// How urgent this value is, when an alarm is about it.
    #[prop(optional, into)]
    severity: Signal<Option<Severity>>,
    /// Whether somebody has answered that alarm.
    #[prop(optional, into)]
    answered: Signal<bool>,
    /// Whether it is older than two promised intervals.
    #[prop(optional, into)]
    stale: Signal<bool>,
    /// Whether it has a frame of its own (the patient page).
    #[prop(optional)]
    tile: bool,
    /// Why nothing was measured.
    #[prop(optional, into, default = word(key::NOT_MEASURED).into())]
    missing: Signal<String>,
    /// The spark line and the age: elements of class `vital__trend` and `vital__age`, as `<dd>`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let pill = move || match severity.get() {
        None | Some(Severity::NoData) => "".to_string(),
        Some(severity) => {
            let answered = if answered.get() { " pill--answered" } else { "" };
            format!("pill pill--{}{answered}", severity.name())
        }
    };
    // One closure: a `class:` beside a changing `class` would be lost when the class is written anew.
    let frame = move || {
        let severity = severity.get().filter(|severity| tile && *severity != Severity::NoData);
        let tile = if tile { " tile" } else { "" };
        let alarm = severity
            .map(|severity| format!(" tile--{}", severity.name()))
            .unwrap_or_default();
        let stale = if stale.get() { " vital--stale" } else { "" };
        format!("vital{tile}{alarm}{stale}")
    };
    let known = memo(move || value.with(Option::is_some));
    view! {
        <div class=move || frame()>
            <dt class="vital__label"><b>{label}</b>" "{ltr(unit)}</dt>
            <dd class="vital__value" class:vital__value--missing=move || !known.get()>
                <span class=move || pill()>{move || value.get().unwrap_or_else(|| missing.get())}</span>
            </dd>
            {children.map(|children| children())}
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;
    use crate::lang::{Locale, provide};

    #[test]
    fn a_unit_is_not_turned_round_by_a_label_that_is_read_from_right_to_left() {
        let label_in = |tag: &str| {
            let drawn = html(|| {
                provide(Locale::of_tag(tag).unwrap());
                view! { <Vital label="HR" unit="/min" value=Some("82".to_string())/> }.into_any()
            });
            let label = drawn.split("vital__label\">").nth(1).unwrap_or_default();
            label.split("</dt>").next().unwrap_or_default().to_owned()
        };
        assert_eq!(label_in("ar"), "<b>HR</b> \u{2066}/min\u{2069}");
        assert_eq!(label_in("fr"), "<b>HR</b> /min");
    }
}

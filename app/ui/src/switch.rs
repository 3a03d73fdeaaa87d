//! Something that is on or off. It is a checkbox, so that the form which it stands in sends it without a program; readers hear "switch, on". Nothing changes before the form is sent.

use leptos::prelude::*;

/// The switch, with its own words.
#[component]
pub fn Switch(
    /// Its name in the form; it is sent as `true` while it is on, and not at all while it is off.
    #[prop(into)]
    name: String,
    /// What is on or off; the words are the same in either state.
    children: Children,
    /// Whether it is on at first.
    #[prop(optional)]
    on: bool,
    /// What follows from it, in one sentence.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let described = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let hint = described
        .clone()
        .map(|id| view! { <p class="switch__hint" id=id>{hint}</p> }.into_any());
    view! {
        <div class="switch-line">
            <label class="switch">
                <input class="switch__input" type="checkbox" role="switch" name=name value="true" checked=on aria-describedby=described/>
                <span>{children()}</span>
            </label>
            {hint}
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn it_is_a_box_that_readers_hear_as_a_switch() {
        let on = html(|| view! { <Switch name="open" on=true hint="They see it.">"The portal"</Switch> }.into_any());
        assert!(on.contains("role=\"switch\"") && on.contains(" checked"), "{on}");
        assert!(
            on.contains("aria-describedby=\"open-hint\"") && on.contains("id=\"open-hint\""),
            "{on}"
        );
        let off = html(|| view! { <Switch name="open">"The portal"</Switch> }.into_any());
        assert!(!off.contains(" checked") && !off.contains("-hint"), "{off}");
    }
}

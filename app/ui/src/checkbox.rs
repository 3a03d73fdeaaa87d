//! Yes or no, beside its own words.

use leptos::prelude::*;

/// A box to tick.
#[component]
pub fn Checkbox(
    /// Its name in the form.
    name: &'static str,
    /// What is said yes to.
    children: Children,
    /// What is sent when it is ticked.
    #[prop(default = "true")]
    value: &'static str,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input class="checkbox__input" type="checkbox" name=name value=value checked=checked/>
            <span>{children()}</span>
        </label>
    }
}

//! On or off at once, such as a kind of notice: what it switches stands before it. In a form that is sent as a whole use a [`crate::Checkbox`].

use leptos::prelude::*;

/// A switch; without a program the form around it has a button that sends it.
#[component]
pub fn Switch(
    /// Its name in the form; its id, too.
    #[prop(into)]
    name: String,
    /// What it switches.
    #[prop(into)]
    label: String,
    /// Whether it is on at first.
    #[prop(optional)]
    on: bool,
    /// What follows from it, or why it cannot be switched.
    #[prop(optional, into)]
    note: String,
    /// What is sent while it is on.
    #[prop(default = "true")]
    value: &'static str,
    /// Whether it cannot be switched now.
    #[prop(optional)]
    disabled: bool,
) -> impl IntoView {
    let note_id = format!("{name}-note");
    let described = (!note.is_empty()).then(|| note_id.clone());
    let note = (!note.is_empty()).then(|| view! { <p class="switch__note" id=note_id>{note}</p> }.into_any());
    view! {
        <div class="switch">
            <label class="switch__label" for=name.clone()>{label}</label>
            <input
                class="switch__input"
                type="checkbox"
                role="switch"
                id=name.clone()
                name=name
                value=value
                checked=on
                disabled=disabled
                aria-describedby=described
            />
            {note}
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn it_is_a_switch_for_readers_and_a_checkbox_for_the_form() {
        let html = html(|| view! { <Switch name="mail" label="Mail me" on=true note="Once a day"/> }.into_any());
        assert!(
            html.contains("role=\"switch\"") && html.contains("type=\"checkbox\""),
            "{html}"
        );
        assert!(html.contains("aria-describedby=\"mail-note\"") && html.contains(" checked"));
    }
}

//! Buttons and links that look like buttons. One primary on a page. What acts like a button and looks like something else (a word in the foot of a page, a place of the
//! rail, an eye in a field) is a [`BareButton`].

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one act the role came for.
    Primary,
    /// Anything else.
    #[default]
    Secondary,
    /// A link in the text's weight.
    Quiet,
    /// Cannot be undone; named by its verb.
    Inverse,
}

impl Look {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn--primary",
            Self::Secondary => "btn--secondary",
            Self::Quiet => "btn--quiet",
            Self::Inverse => "btn--inverse",
        }
    }
}

/// A button. It sends its form unless `kind` says `button`. While busy the label becomes "Saving".
#[component]
pub fn Button(
    /// The label; when the button is disabled, with the reason in it.
    children: Children,
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// More classes: `btn--small`, `btn--large`, `btn--patient`, `btn--wide`, `btn--icon`.
    #[prop(optional)]
    class: &'static str,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// `submit` (the default), `button` or `reset`.
    #[prop(default = "submit")]
    kind: &'static str,
    /// True while the act runs.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The label while it runs.
    #[prop(default = word(key::SAVING))]
    busy_label: &'static str,
    /// Whether it may not be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Its name and value in the form.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value that goes with `name`.
    #[prop(optional, into)]
    value: Option<String>,
    /// What it says when the label alone is not enough for a reader ("Acknowledge bed 7").
    #[prop(optional, into)]
    label: MaybeProp<String>,
) -> impl IntoView {
    let label_view = children();
    view! {
        <button
            type=kind
            class=format!("btn {} {class}", look.class())
            name=name
            value=value
            aria-label=move || label.get()
            aria-busy=move || busy.get().then_some("true")
            disabled=move || disabled.get()
        >
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            // Both stand in one place, so that the button keeps its width; the sheet shows one of them by `aria-busy`.
            <span class="btn__labels">
                <span class="btn__label">{label_view}</span>
                <span class="btn__label--busy" hidden=move || !busy.get()>
                    <span class="spinner" aria-hidden="true"></span>
                    {busy_label}
                </span>
            </span>
        </button>
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
#[component]
pub fn LinkButton(
    /// The label.
    children: Children,
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// More classes, as of [`Button`].
    #[prop(optional)]
    class: &'static str,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// What it says to a reader when the label alone is not enough.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    view! {
        <a class=format!("btn {} {class}", look.class()) href=href aria-label=label>
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            {children()}
        </a>
    }
}

/// A button whose look is its place's own: it is drawn by the server alone, and a script of the page may hear it.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn BareButton(
    /// What stands in it.
    children: Children,
    /// All its classes.
    class: &'static str,
    /// What `public/page.js` does when it is pressed; without a script the button is not shown.
    #[prop(optional, into)]
    does: Option<&'static str>,
    /// Its name in the form that it sends.
    #[prop(optional, into)]
    name: Option<&'static str>,
    /// The value that goes with it.
    #[prop(optional, into)]
    value: Option<&'static str>,
    /// Whether what it switches is on, for one that switches.
    #[prop(optional, into)]
    pressed: Option<bool>,
    /// The language of its words, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// What it says to a reader, when its words are not enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it sends its form, although a script hears it, too.
    #[prop(optional)]
    sends: bool,
) -> impl IntoView {
    let kind = if does.is_some() && !sends { "button" } else { "submit" };
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    view! {
        <button type=kind class=class name=name value=value lang=lang data-does=does aria-pressed=pressed aria-label=label>
            {children()}
        </button>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_a_script_hears_sends_no_form_and_what_sends_one_needs_no_script() {
        let heard = html(|| view! { <BareButton class="rail__link" does="theme">"Night"</BareButton> }.into_any());
        assert!(
            heard.contains("type=\"button\"") && heard.contains("data-does=\"theme\""),
            "{heard}"
        );
        let sent =
            html(|| view! { <BareButton class="x" name="language" value="fr">"Français"</BareButton> }.into_any());
        assert!(
            sent.contains("type=\"submit\"") && !sent.contains("data-does"),
            "{sent}"
        );
    }
}

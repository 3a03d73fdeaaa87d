//! Buttons and links that look like buttons. One primary on a page.

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
) -> impl IntoView {
    view! {
        <a class=format!("btn {} {class}", look.class()) href=href>
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            {children()}
        </a>
    }
}

//! One question of a form: label above, unit inside at the end, hint or error below and joined by id.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};
use crate::source::{Source, SourceMark};

/// A text field.
#[component]
pub fn Field(
    /// Its name in the form, which is the name of the argument; its id, too, unless it has another.
    name: &'static str,
    /// Its id where the same question stands on the page several times, in one form for each row.
    #[prop(optional, into)]
    id: Option<String>,
    /// The question.
    #[prop(into)]
    label: String,
    /// `text`, `email`, `password`, `tel`, `number`, `date` …
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: Option<String>,
    /// The unit, inside at the end.
    #[prop(optional)]
    unit: Option<&'static str>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the answer, in one sentence that says what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What browsers may fill in: `username`, `current-password`, `off` …
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The keyboard of a phone: `numeric`, `decimal`, `email` …
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Optional ones are marked, not required ones.
    #[prop(optional)]
    optional: bool,
    /// Whether it may stay empty and no mark says so: the hint says when it must not.
    #[prop(optional)]
    open: bool,
    /// Fewest characters.
    #[prop(optional_no_strip, into)]
    least: Option<u32>,
    /// Most characters.
    #[prop(optional_no_strip, into)]
    most: Option<u32>,
    /// Whether it has the size of sign-in and tablets.
    #[prop(optional)]
    large: bool,
    /// Whether it is the first one on the page, which is focused.
    #[prop(optional)]
    autofocus: bool,
    /// Whether it can be read and not changed.
    #[prop(optional)]
    readonly: bool,
    /// Whether it cannot be answered now; the hint says why.
    #[prop(optional)]
    disabled: bool,
    /// Where the value came from that nobody typed.
    #[prop(optional)]
    source: Option<Source>,
    /// What stands at the end inside, such as the button that shows a password.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let hint = hint.filter(|hint| !hint.is_empty());
    let has_hint = hint.is_some();
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match (error.with(Option::is_some), has_hint) {
            (true, true) => Some(format!("{hint_id} {error_id}")),
            (true, false) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class="field" class:field--large=large class:field--readonly=readonly class:field--error=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {label}
                {optional.then(|| view! { <span class="field__optional">" "{word(key::OPTIONAL)}</span> }.into_any())}
            </label>
            <div class="field__box">
                <input
                    class="field__input"
                    id=id
                    name=name
                    type=kind
                    value=value
                    autocomplete=autocomplete
                    inputmode=inputmode
                    autofocus=autofocus
                    required=!optional && !open
                    minlength=least
                    maxlength=most
                    readonly=readonly
                    disabled=disabled
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=move || described()
                />
                {unit.map(|unit| view! { <bdi class="field__unit">{unit}</bdi> }.into_any())}
                {children.map(|children| view! { <span class="field__end">{children()}</span> }.into_any())}
            </div>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> }.into_any())}
            {source.map(|source| view! { <SourceMark source=source/> }.into_any())}
            {move || {
                let id = error_id.clone();
                error.get().map(|error| view! { <p class="field__error" id=id><Icon name="high"/>{error}</p> }.into_any())
            }}
        </div>
    }
}

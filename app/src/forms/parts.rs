//! The parts of form pages: they read the [`Flash`] of this answer from context, so that a form shows what was typed and what was wrong by itself.

use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Field, Look, TextArea};

use super::Flash;

fn flash() -> Flash {
    use_context::<StoredValue<Flash>>()
        .map(|flash| flash.get_value())
        .unwrap_or_default()
}

/// What was typed in `field` before the form came back; none at first.
pub fn typed(field: &str) -> Option<String> {
    flash()
        .typed
        .into_iter()
        .find(|(name, _)| name == field)
        .map(|(_, value)| value)
}

/// What is wrong with `field`.
pub fn fault(field: &str) -> Option<String> {
    flash()
        .faults
        .into_iter()
        .find(|fault| fault.field == field)
        .map(|fault| lang::of_english(&fault.reason))
}

/// First thing on the page: what was done, or what is wrong (focused, each line leads to its field), and what is shown this once.
#[component]
pub fn Said() -> impl IntoView {
    let flash = flash();
    let wrong = !flash.wrong.is_empty() || !flash.faults.is_empty();
    // An empty list is read aloud as one.
    let listed = !flash.faults.is_empty();
    let faults = flash
        .faults
        .into_iter()
        .map(|fault| {
            if fault.field.is_empty() {
                view! { <li>{lang::from_english(&fault.reason)}</li> }.into_any()
            } else {
                view! { <li><a href=format!("#{}", fault.field)>{lang::from_english(&fault.reason)}</a></li> }
                    .into_any()
            }
        })
        .collect_view();
    let message = (!flash.wrong.is_empty()).then(|| view! { <p>{lang::from_english(&flash.wrong)}</p> }.into_any());
    let shown = (!flash.shown.is_empty()).then(|| {
        let lines = flash
            .shown
            .into_iter()
            .map(|(label, value)| {
                view! { <dt>{lang::from_english(&label)}</dt><dd class="code once__value">{value}</dd> }.into_any()
            })
            .collect_view();
        view! {
            <section class="once" aria-label=word(key::SHOWN_ONCE)>
                <p><b>{word(key::THIS_IS_SHOWN_ONCE)}" "</b>{word(key::KEEP_IT_SAFE)}</p>
                <dl>{lines}</dl>
            </section>
        }
        .into_any()
    });
    view! {
        {wrong.then(|| view! {
            <div class="problem" role="alert" tabindex="-1" autofocus=true>
                <h2 class="problem__title">{word(key::PROBLEM)}</h2>
                {message}
                {listed.then(|| view! { <ul>{faults}</ul> }.into_any())}
            </div>
        }.into_any())}
        {(!flash.done.is_empty()).then(|| view! { <p class="done" role="status">{lang::from_english(&flash.done)}</p> }.into_any())}
        {shown}
    }
}

/// Asks for the code of somebody who has a second factor.
pub fn code() -> AnyView {
    view! {
        <Line
            name="code"
            label=word(key::CODE_FROM_APP)
            hint=word(key::CODE_HINT)
            autocomplete="one-time-code"
            inputmode="text"
        />
    }
    .into_any()
}

/// One question in one line: `ui::Field` with what was typed and what was wrong.
#[component]
pub fn Line(
    /// Its name in the form.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// `text`, `email`, `password`, `tel`, `date` …
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: Option<String>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What browsers may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The keyboard of a phone.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let value = if kind == "password" {
        None
    } else {
        typed(name).or(value)
    };
    view! {
        <Field
            name=name
            label=label
            kind=kind
            value=value.unwrap_or_default()
            hint=hint.unwrap_or_default()
            error=Signal::stored(fault(name))
            autocomplete=autocomplete.unwrap_or("off")
            inputmode=inputmode.unwrap_or("text")
            optional=optional
        />
    }
}

/// A text of several lines: `ui::TextArea` with what was typed and what was wrong.
#[component]
pub fn Text(
    /// Its name in the form.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// What helps to answer.
    #[prop(into)]
    hint: String,
    /// The longest answer, in characters.
    most: usize,
) -> impl IntoView {
    view! {
        <TextArea
            name=name
            label=label
            hint=hint
            value=typed(name).unwrap_or_default()
            error=fault(name).unwrap_or_default()
            most=u32::try_from(most).unwrap_or(u32::MAX)
        />
    }
}

/// One choice out of a list.
#[component]
pub fn Choice(
    /// Its name in the form.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// Value and words of each answer.
    answers: Vec<(String, String)>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: Option<String>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let chosen = typed(name).or(value).unwrap_or_default();
    let wrong = fault(name);
    let (error_id, hint_id) = (format!("{name}-error"), format!("{name}-hint"));
    let described = match (&wrong, &hint) {
        (Some(_), _) => Some(error_id.clone()),
        (None, Some(_)) => Some(hint_id.clone()),
        (None, None) => None,
    };
    let is_wrong = wrong.is_some();
    let invalid = is_wrong.then_some("true");
    let options = answers
        .into_iter()
        .map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }.into_any()
        })
        .collect_view();
    view! {
        <div class="field" class:field--error=is_wrong>
            <label class="field__label" for=name>{label}</label>
            <div class="field__box field__box--select">
                <select class="field__input" id=name name=name aria-invalid=invalid aria-describedby=described>{options}</select>
                <ui::Icon name="chevron-down" class="icon--small field__chevron"/>
            </div>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> }.into_any())}
            {wrong.map(|wrong| view! { <p class="field__error" id=error_id><ui::Icon name="high"/>{wrong}</p> }.into_any())}
        </div>
    }
}

/// One act of one row: a form of one button with hidden values.
#[component]
pub fn Act(
    /// The door.
    #[prop(into)]
    action: String,
    /// Hidden fields.
    fields: Vec<(&'static str, String)>,
    /// The verb on the button.
    #[prop(into)]
    verb: String,
    /// What it says to a reader when the verb alone is not enough ("Withdraw the invitation of B. Achieng").
    #[prop(into)]
    label: String,
    /// How it looks.
    #[prop(optional)]
    look: Look,
) -> impl IntoView {
    let hidden = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> }.into_any())
        .collect_view();
    view! {
        <form class="act" method="post" action=action>
            {hidden}
            <Button look=look class="btn--small" label=label>{verb}</Button>
        </form>
    }
}

/// An act that cannot be undone: the button opens what it means, and a second one does it.
#[component]
pub fn Confirm(
    /// The door.
    #[prop(into)]
    action: String,
    /// Hidden fields.
    fields: Vec<(&'static str, String)>,
    /// The verb on both buttons.
    #[prop(into)]
    verb: String,
    /// What it says to a reader.
    #[prop(into)]
    label: String,
    /// What follows from it, in one sentence.
    #[prop(into)]
    means: String,
) -> impl IntoView {
    let button = verb.clone();
    view! {
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=label.clone()>{verb}</summary>
            <div class="confirm__sheet">
                <p>{means}</p>
                <Act action=action fields=fields verb=button label=label look=Look::Inverse/>
            </div>
        </details>
    }
}

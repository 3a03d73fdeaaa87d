//! The parts of form pages: they read the [`Flash`] of this answer from context, so that a form shows what was typed and what was wrong by itself.

use domain::files::Sort;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{
    Button, Done, Field, FileDrop, Form, Look, Problem, Problems, Question, Select, Stepper, Tapped, TextArea,
    TimeInput,
};

use super::Flash;
use crate::shell::Assets;

fn flash() -> Flash {
    use_context::<StoredValue<Flash>>()
        .map(|flash| flash.get_value())
        .unwrap_or_default()
}

/// What is asked for or stands in a column, with its unit: `Blood flow (mL/min)`.
pub fn in_unit(words: &str, unit: &str) -> String {
    format!("{words} ({})", lang::ltr(unit))
}

/// In a cell with nothing to say.
pub fn missing() -> AnyView {
    view! { <span class="table__missing">"–"</span> }.into_any()
}

/// What was typed in `field` before the form came back; none at first.
pub fn typed(field: &str) -> Option<String> {
    flash()
        .typed
        .into_iter()
        .find(|(name, _)| name == field)
        .map(|(_, value)| value)
}

/// What stood there when a form was written, hidden in its field `seen`: in one that comes back still that, so that what somebody changed meanwhile is told and not written over. Who was told
/// (a conflict) has seen what stands there `now`.
pub fn seen(of: &Of, now: String) -> String {
    of.came_back().then(|| typed("seen")).flatten().unwrap_or(now)
}

/// What is wrong with `field`.
pub fn fault(field: &str) -> Option<String> {
    flash()
        .faults
        .into_iter()
        .find(|fault| fault.field == field)
        .map(|fault| lang::of_english(&fault.reason))
}

/// Which of several forms of one page this is, one for each row: by the hidden field that tells them apart, and its value in this one. What came back belongs to the
/// form that was sent, so only that one shows it, and the list of problems leads there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Of(pub &'static str, pub String);

impl Of {
    /// Whether what came back was typed here.
    pub fn came_back(&self) -> bool {
        let flash = flash();
        (!flash.faults.is_empty() || !flash.wrong.is_empty()) && typed(self.0).as_ref() == Some(&self.1)
    }

    /// The id of `field` in this form.
    fn id(&self, field: &str) -> String {
        match self.came_back() {
            true => field.to_owned(),
            false => format!("{field}-{}", self.1),
        }
    }
}

/// Id, what was typed and what was wrong of `field`: of the page's only form, or of one of several.
fn answer(field: &str, of: Option<&Of>) -> (String, Option<String>, Option<String>) {
    match of {
        Some(of) if !of.came_back() => (of.id(field), None, None),
        _ => (field.to_owned(), typed(field), fault(field)),
    }
}

/// First thing on the page: what was done, or what is wrong (each line leads to its field), and what is shown this once.
#[component]
pub fn Said() -> impl IntoView {
    let flash = flash();
    let wrong = !flash.wrong.is_empty() || !flash.faults.is_empty();
    let faults = flash.faults.into_iter();
    let lines: Vec<Problem> = faults
        .map(|fault| Problem::new(fault.field, lang::from_english(&fault.reason)))
        .collect();
    let message = (!flash.wrong.is_empty()).then(|| lang::from_english(&flash.wrong));
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
        {wrong.then(|| view! { <Problems message=message lines=lines/> }.into_any())}
        {(!flash.done.is_empty()).then(|| view! { <Done>{lang::from_english(&flash.done)}</Done> }.into_any())}
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
    /// `text`, `email`, `password`, `tel`, `date` …; a time is [`ClockTime`], a file is [`FileLine`].
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
    /// Whether it may stay empty and no mark says so: its hint says when it must not.
    #[prop(optional)]
    open: bool,
    /// Fewest characters.
    #[prop(optional)]
    least: Option<u32>,
    /// Most characters.
    #[prop(optional)]
    most: Option<u32>,
    /// Which of the page's forms it stands in, when there is one for each row.
    #[prop(optional)]
    of: Option<Of>,
) -> impl IntoView {
    let (id, typed, fault) = answer(name, of.as_ref());
    let value = if kind == "password" { None } else { typed.or(value) };
    view! {
        <Field
            name=name
            id=id
            label=label
            kind=kind
            value=value.unwrap_or_default()
            hint=hint.unwrap_or_default()
            error=Signal::stored(fault)
            autocomplete=autocomplete.unwrap_or("off")
            inputmode=inputmode.unwrap_or("text")
            optional=optional
            open=open
            least=least
            most=most
        />
    }
}

/// A time of the clock that may stay empty: `ui::TimeInput` with what was typed and what was wrong.
#[component]
pub fn ClockTime(
    /// Its name in the form.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// Which of the page's forms it stands in, when there is one for each row.
    #[prop(optional)]
    of: Option<Of>,
) -> impl IntoView {
    let (id, typed, fault) = answer(name, of.as_ref());
    let question = Question::new(name, label).id(id).error(fault).open();
    view! { <TimeInput question=question value=typed.unwrap_or_default()/> }
}

/// A number that is typed or tapped and may stay empty: `ui::Stepper` with what was typed and what was wrong. The form that has some ends with [`stepping`].
#[component]
pub fn Step(
    /// Its name in the form.
    name: &'static str,
    /// The question, with its unit.
    #[prop(into)]
    label: String,
    /// How it is tapped.
    tapped: Tapped,
    /// What helps to answer.
    #[prop(into)]
    hint: String,
    /// Which of the page's forms it stands in, when there is one for each row.
    #[prop(optional)]
    of: Option<Of>,
) -> impl IntoView {
    let (id, typed, fault) = answer(name, of.as_ref());
    let question = Question::new(name, label).id(id).hint(hint).error(fault).open();
    view! { <Stepper question=question tapped=tapped value=typed.unwrap_or_default()/> }
}

/// What numbers are tapped with; once on a page.
pub fn stepping() -> Option<AnyView> {
    // The gallery has none.
    use_context::<Assets>().map(|assets| view! { <script src=assets.step defer></script> }.into_any())
}

/// A file: `ui::FileDrop` with what was wrong, and the script that shows how much of it is sent. What was chosen before cannot stand in it: no browser lets a page choose a file.
///
/// The door of its form is one of `server/src/forms/files.rs`, which tells the script where to go on.
#[component]
pub fn FileLine(
    /// Its name in the form, which is `multipart/form-data`.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// Which files, and how large.
    #[prop(into)]
    hint: String,
) -> impl IntoView {
    let question = Question::new(name, label).hint(hint).error(fault(name));
    let taken = Sort::ALL.map(Sort::media_type).join(",");
    // The gallery has none.
    let script = use_context::<Assets>().map(|assets| view! { <script src=assets.upload defer></script> }.into_any());
    view! {
        <FileDrop question=question accept=taken/>
        {script}
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

/// One choice out of a list: `ui::Select` with what was chosen and what was wrong. An answer of no value ("Choose a role", "Anybody") stands first where there is one;
/// without it the first answer is chosen. So what is written down of a patient, a machine or its water begins with "Choose" ([`choose`]).
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
    /// Which of the page's forms it stands in, when there is one for each row.
    #[prop(optional)]
    of: Option<Of>,
) -> impl IntoView {
    let (id, typed, fault) = answer(name, of.as_ref());
    let known = |value: &String| answers.iter().any(|(known, _)| known == value);
    let first = answers.first().map(|(value, _)| value.clone());
    let chosen = typed.or(value).filter(known).or(first).unwrap_or_default();
    let question = Question::new(name, label)
        .id(id)
        .hint(hint.unwrap_or_default())
        .error(fault)
        .open();
    let choices = answers
        .into_iter()
        .map(|(value, words)| ui::Choice::new(value, words))
        .collect();
    view! { <Select question=question choices=choices chosen=chosen/> }
}

/// Answers that begin with "Choose", which is none: nothing stands in a record that nobody said.
pub fn choose(answers: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), word(key::CHOOSE).to_owned()))
        .chain(answers)
        .collect()
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
    view! {
        <Form class="act" action=action hidden=fields>
            <Button look=look class="btn--small" label=label>{verb}</Button>
        </Form>
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
    let (button, heard) = (verb.clone(), label.clone());
    view! {
        <ui::Confirm verb=verb label=heard>
            <p>{means}</p>
            <Act action=action fields=fields verb=button label=label look=Look::Inverse/>
        </ui::Confirm>
    }
}

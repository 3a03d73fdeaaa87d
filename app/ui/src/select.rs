//! One choice out of a list that the browser opens: up to twelve choices. More are a [`crate::Combobox`], two to six a [`crate::RadioGroup`]
//! or [`crate::Segmented`].

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};
use crate::question::Question;

/// One choice of a list or of a group of radios.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub words: String,
    /// A second line or a code: what it means, why it cannot be chosen.
    pub note: String,
    /// Whether it cannot be chosen; the note says why.
    pub disabled: bool,
    /// The language of its words, where it is not the page's.
    pub lang: Option<String>,
}

impl Choice {
    /// A choice of a value and its words.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            words: words.into(),
            ..Self::default()
        }
    }

    /// With a second line.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// In another language than the page's.
    #[must_use]
    pub fn lang(mut self, tag: impl Into<String>) -> Self {
        self.lang = Some(tag.into());
        self
    }

    /// It cannot be chosen, because of `why`.
    #[must_use]
    pub fn not_now(mut self, why: impl Into<String>) -> Self {
        self.disabled = true;
        self.note(why)
    }
}

/// The list. Without a chosen value its first line is `nothing`, which is no answer.
#[component]
pub fn Select(
    /// The question.
    question: Question,
    /// The choices.
    choices: Vec<Choice>,
    /// The value that is chosen at first.
    #[prop(optional, into)]
    chosen: String,
    /// The words while nothing is chosen.
    #[prop(into, default = word(key::CHOOSE).to_owned())]
    nothing: String,
) -> impl IntoView {
    let empty = !choices.iter().any(|choice| choice.value == chosen);
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == chosen;
            let words = if choice.note.is_empty() {
                choice.words
            } else {
                format!("{} ({})", choice.words, choice.note)
            };
            view! { <option value=choice.value selected=selected disabled=choice.disabled lang=choice.lang>{words}</option> }.into_any()
        })
        .collect_view();
    let nothing =
        (empty || question.optional).then(|| view! { <option value="" selected=empty>{nothing}</option> }.into_any());
    let (name, required) = (question.name.clone(), question.required());
    let answer = view! {
        <div class="field__box field__box--select">
            <select
                class="field__input"
                id=question.answer_id()
                name=name
                required=required
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            >
                {nothing}
                {options}
            </select>
            <Icon name="chevron-down" class="icon--small field__chevron"/>
        </div>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn wards() -> Vec<Choice> {
        vec![
            Choice::new("4", "Ward 4"),
            Choice::new("5", "Ward 5").not_now("closed for cleaning"),
        ]
    }

    #[test]
    fn a_list_without_an_answer_says_so_and_sends_nothing() {
        let html = html(|| view! { <Select question=Question::new("ward", "Ward") choices=wards()/> }.into_any());
        assert!(html.contains("<option value=\"\" selected>Choose</option>"), "{html}");
        assert!(html.contains("required"));
    }

    #[test]
    fn an_answered_list_offers_no_way_back_to_nothing_and_says_why_a_choice_is_closed() {
        let html =
            html(|| view! { <Select question=Question::new("ward", "Ward") choices=wards() chosen="4"/> }.into_any());
        assert!(!html.contains("value=\"\""), "{html}");
        assert!(html.contains("Ward 5 (closed for cleaning)") && html.contains("disabled"));
    }

    #[test]
    fn a_list_with_an_answer_for_everything_asks_for_no_other_and_has_no_second_empty_line() {
        let choices = || vec![Choice::new("", "Every ward"), Choice::new("4", "Ward 4")];
        let html =
            html(|| view! { <Select question=Question::new("ward", "Ward").open() choices=choices()/> }.into_any());
        assert!(
            html.contains("<option value=\"\" selected>Every ward</option>"),
            "{html}"
        );
        assert!(
            !html.contains("required") && !html.contains("Choose") && !html.contains("optional"),
            "{html}"
        );
    }
}

//! One question of a form, whatever its answer looks like: label, what helps, what was wrong, where the value came from, all joined to
//! the answer by id. [`crate::Select`], [`crate::FileDrop`], [`crate::DateInput`] and the others draw their answer and let it stand in this.
//!
//! # Adding a kind of answer
//! A component that takes `question: Question`, draws one element with `id=question.answer_id()`, `aria-describedby=question.described()` and
//! `aria-invalid=question.invalid()`, and ends with [`Question::around`]; several elements (radios) end with [`Question::group`].

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};
use crate::source::{Source, SourceMark};

/// One question. `Question::new("ward", "Ward").hint("Where the bed stands").error(fault("ward"))`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Its name in the form; its id, too, unless it has another.
    pub name: String,
    id: Option<String>,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    source: Option<Source>,
    /// Whether it may stay empty; optional ones are marked, not required ones.
    pub optional: bool,
    open: bool,
    /// Whether it cannot be answered now. Say why in the hint.
    pub disabled: bool,
    large: bool,
}

impl Question {
    /// A question that must be answered.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// What is asked.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Under another id than its name: the same question stands on the page several times, in one form for each row.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What helps to answer; nothing for an empty text.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into()).filter(|hint| !hint.is_empty());
        self
    }

    /// What is wrong with the answer, in one sentence that says what to do.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error.filter(|error| !error.is_empty());
        self
    }

    /// Where the value came from that stands in it.
    #[must_use]
    pub fn source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// It may stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// It may stay as it is, and no mark says so: one of its own answers means nothing or everything.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// It cannot be answered now.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// In the size of tablets.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// The ids of what is read after the label: hint, source, error.
    pub fn described(&self) -> Option<String> {
        let parts = [
            self.hint.as_ref().map(|_| "hint"),
            self.source.as_ref().map(|_| "source"),
            self.error.as_ref().map(|_| "error"),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().map(|part| self.id_of(part)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The id of its answer.
    pub fn answer_id(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.name.clone())
    }

    /// Whether it cannot be sent without an answer.
    pub fn required(&self) -> bool {
        !self.optional && !self.open
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    /// The id of the label, for an answer that a `<label>` cannot name.
    pub fn label_id(&self) -> String {
        self.id_of("label")
    }

    fn id_of(&self, part: &str) -> String {
        format!("{}-{part}", self.answer_id())
    }

    /// The whole question around one element whose id is the question's.
    pub fn around(self, answer: AnyView) -> AnyView {
        let (class, words, hint, after) = (self.class(), self.words(), self.helps(), self.went_wrong());
        let (id, label_id) = (self.answer_id(), self.label_id());
        view! {
            <div class=class>
                <label class="field__label" id=label_id for=id>{words}</label>
                {answer}
                {hint}
                {after}
            </div>
        }
        .into_any()
    }

    /// The whole question around several elements: a group with a legend. What helps stands before them, because they may be many.
    pub fn group(self, answers: AnyView) -> AnyView {
        let (class, words, hint, after) = (self.class(), self.words(), self.helps(), self.went_wrong());
        let (id, described, disabled) = (self.answer_id(), self.described(), self.disabled);
        view! {
            <fieldset class=class id=id tabindex="-1" aria-describedby=described disabled=disabled>
                <legend class="field__label">{words}</legend>
                {hint}
                {answers}
                {after}
            </fieldset>
        }
        .into_any()
    }

    fn class(&self) -> String {
        let mut class = "field".to_owned();
        for (with, name) in [(self.large, " field--large"), (self.error.is_some(), " field--error")] {
            if with {
                class.push_str(name);
            }
        }
        class
    }

    fn words(&self) -> AnyView {
        let optional = self
            .optional
            .then(|| view! { <span class="field__optional">" "{word(key::OPTIONAL)}</span> }.into_any());
        view! { {self.label.clone()}{optional} }.into_any()
    }

    fn helps(&self) -> Option<AnyView> {
        self.hint.clone().map(|hint| {
            let id = self.id_of("hint");
            view! { <p class="field__hint" id=id>{hint}</p> }.into_any()
        })
    }

    fn went_wrong(&self) -> AnyView {
        let source = self.source.clone().map(|source| {
            let id = self.id_of("source");
            view! { <SourceMark source=source id=id/> }.into_any()
        });
        let error = self.error.clone().map(|error| {
            let id = self.id_of("error");
            view! { <p class="field__error" id=id><Icon name="high"/>{error}</p> }.into_any()
        });
        view! { {source}{error} }.into_any()
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_helps_and_what_is_wrong_are_read_with_the_answer() {
        let question = Question::new("dose", "Dose")
            .hint("In milligrams")
            .source(Source::monitor("monitor 10:40"))
            .error(Some("Write a dose from 1 to 500.".into()));
        assert_eq!(
            question.described().as_deref(),
            Some("dose-hint dose-source dose-error")
        );
        let html = html(|| question.around(view! { <input id="dose"/> }.into_any()));
        for id in ["dose-hint", "dose-source", "dose-error"] {
            assert!(html.contains(&format!("id=\"{id}\"")), "{id} is there: {html}");
        }
        assert!(html.contains("for=\"dose\""));
    }

    #[test]
    fn a_question_without_help_names_nothing() {
        let question = Question::new("dose", "Dose").hint("").error(Some(String::new()));
        assert_eq!((question.described(), question.invalid()), (None, None));
    }

    #[test]
    fn several_answers_have_a_legend() {
        let html = html(|| Question::new("side", "Side").optional().group(().into_any()));
        assert!(html.contains("<fieldset") && html.contains("<legend"), "{html}");
        assert!(html.contains("(optional)"));
    }
}

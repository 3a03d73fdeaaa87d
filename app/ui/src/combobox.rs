//! One choice out of many, found by typing: zones, codes. The server draws it and it needs no program: the browser itself offers the choices while one types.

use leptos::prelude::*;

use crate::question::Question;
use crate::select::Choice;

/// The field.
#[component]
pub fn Combobox(
    /// The question.
    question: Question,
    /// What stands in it at first.
    #[prop(optional, into)]
    typed: String,
    /// The choices; the note of each is shown beside it.
    choices: Vec<Choice>,
) -> impl IntoView {
    let name = question.name.clone();
    let offers = format!("{name}-choices");
    let options = choices
        .into_iter()
        .map(|choice| view! { <option value=choice.words>{choice.note}</option> }.into_any())
        .collect_view();
    let answer = view! {
        <div class="field__box">
            <input
                class="field__input"
                id=question.answer_id()
                name=name
                type="text"
                value=typed
                list=offers.clone()
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                required=question.required()
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            />
        </div>
        <datalist id=offers>{options}</datalist>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn the_browser_offers_the_choices_and_no_role_promises_more() {
        let html = html(|| {
            let choices = vec![Choice::new("1", "Sevelamer 800 mg").note("V03AE02")];
            view! { <Combobox question=Question::new("drug", "Drug") choices=choices/> }.into_any()
        });
        assert!(
            html.contains("<datalist id=\"drug-choices\">") && html.contains("list=\"drug-choices\""),
            "{html}"
        );
        assert!(!html.contains("role=\"combobox\""));
    }
}

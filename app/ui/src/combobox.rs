//! One choice out of many, found by typing: drugs, codes, people. Two ways, one look.
//!
//! - [`Combobox`] alone is drawn by the server and needs no program: the browser itself offers the choices while one types.
//! - With `list` a page's program offers them: [`ComboList`] under the field, the match in bold, the code at the end. Focus stays in the
//!   field; arrow keys change `active`, Enter takes it, Esc closes the list (WAI-ARIA Authoring Practices, combobox with list autocomplete).

use leptos::prelude::*;

use crate::lang::{key, word};
use crate::matched::Matched;
use crate::question::Question;
use crate::select::Choice;

/// What stands under the field while one types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComboList {
    /// Nothing.
    Closed,
    /// The server is asked.
    Loading,
    /// Choices; `active` is the place of the one that Enter takes.
    Open {
        /// What fits; `note` is the code at the end.
        choices: Vec<Choice>,
        /// The place of the marked one.
        active: usize,
    },
    /// Nothing fits: "No drug named seve."
    Nothing(String),
}

/// The field.
#[component]
pub fn Combobox(
    /// The question.
    question: Question,
    /// What stands in it at first.
    #[prop(optional, into)]
    typed: String,
    /// The choices that the browser offers by itself, for a page without a program.
    #[prop(optional)]
    choices: Vec<Choice>,
    /// What the page's program shows under it.
    #[prop(optional)]
    list: Option<ComboList>,
) -> impl IntoView {
    let name = question.name.clone();
    let (list_id, native_id) = (format!("{name}-list"), format!("{name}-choices"));
    let role = list.is_some().then_some("combobox");
    let expanded = list.as_ref().map(|list| match list {
        ComboList::Closed => "false",
        _ => "true",
    });
    let active = match &list {
        Some(ComboList::Open { choices, active }) if *active < choices.len() => Some(format!("{list_id}-{active}")),
        _ => None,
    };
    let controls = list.is_some().then(|| list_id.clone());
    let autocomplete = list.is_some().then_some("list");
    let native = list.is_none().then(|| {
        let options = choices
            .into_iter()
            .map(|choice| view! { <option value=choice.words>{choice.note}</option> }.into_any())
            .collect_view();
        view! { <datalist id=native_id.clone()>{options}</datalist> }.into_any()
    });
    let offers = list.is_none().then_some(native_id);
    let label_id = question.label_id();
    let open = list.map(|list| open_list(list, &list_id, label_id, &typed));
    let answer = view! {
        <div class="combo">
            <div class="field__box">
                <input
                    class="field__input"
                    id=question.answer_id()
                    name=name
                    type="text"
                    value=typed
                    list=offers
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    required=question.required()
                    disabled=question.disabled
                    role=role
                    aria-expanded=expanded
                    aria-controls=controls
                    aria-autocomplete=autocomplete
                    aria-activedescendant=active
                    aria-invalid=question.invalid()
                    aria-describedby=question.described()
                />
            </div>
            {native}
            {open}
        </div>
    };
    question.around(answer.into_any())
}

fn open_list(list: ComboList, id: &str, label_id: String, typed: &str) -> AnyView {
    let id = id.to_owned();
    match list {
        ComboList::Closed => {
            view! { <ul class="combo__list" id=id role="listbox" aria-labelledby=label_id hidden></ul> }.into_any()
        }
        ComboList::Loading => says(id, label_id, word(key::PART_LOOKING).to_owned()),
        ComboList::Nothing(words) => says(id, label_id, words),
        ComboList::Open { choices, active } => {
            let options = choices
                .into_iter()
                .enumerate()
                .map(|(place, choice)| {
                    let (id, here) = (format!("{id}-{place}"), place == active);
                    let typed = typed.to_owned();
                    view! {
                        <li class="combo__choice" id=id role="option" aria-selected=if here { "true" } else { "false" }>
                            <span><Matched text=choice.words typed=typed/></span>
                            <span class="combo__code">{choice.note}</span>
                        </li>
                    }
                    .into_any()
                })
                .collect_view();
            view! { <ul class="combo__list" id=id role="listbox" aria-labelledby=label_id>{options}</ul> }.into_any()
        }
    }
}

/// An open list that holds a sentence and nothing to choose.
fn says(id: String, label_id: String, words: String) -> AnyView {
    view! {
        <div class="combo__list">
            <p class="combo__says" role="status">{words}</p>
            <ul id=id role="listbox" aria-labelledby=label_id></ul>
        </div>
    }
    .into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn drugs() -> Vec<Choice> {
        vec![
            Choice::new("1", "Sevelamer 800 mg").note("V03AE02"),
            Choice::new("2", "Sevelamer 2.4 g").note("V03AE02"),
        ]
    }

    fn drawn(list: Option<ComboList>) -> String {
        let question = Question::new("drug", "Drug");
        html(move || match list {
            Some(list) => view! { <Combobox question=question typed="seve" list=list/> }.into_any(),
            None => view! { <Combobox question=question choices=drugs()/> }.into_any(),
        })
    }

    #[test]
    fn without_a_program_the_browser_offers_the_choices_and_no_role_promises_more() {
        let html = drawn(None);
        assert!(
            html.contains("<datalist id=\"drug-choices\">") && html.contains("list=\"drug-choices\""),
            "{html}"
        );
        assert!(!html.contains("role=\"combobox\""));
    }

    #[test]
    fn the_marked_choice_is_named_by_the_field_and_the_match_is_bold() {
        let html = drawn(Some(ComboList::Open {
            choices: drugs(),
            active: 1,
        }));
        assert!(html.contains("aria-activedescendant=\"drug-list-1\""), "{html}");
        assert!(
            html.contains("id=\"drug-list-1\" role=\"option\" aria-selected=\"true\""),
            "{html}"
        );
        assert!(html.contains("<mark class=\"match\">Seve</mark>lamer"), "{html}");
    }

    #[test]
    fn nothing_found_is_said() {
        let html = drawn(Some(ComboList::Nothing("No drug named seve.".into())));
        assert!(html.contains("role=\"status\"") && html.contains("No drug named seve."));
        assert!(!html.contains("role=\"option\""));
    }
}

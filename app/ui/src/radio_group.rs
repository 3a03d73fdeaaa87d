//! One choice out of a few that all stand there, each with what it means. The browser moves between them by arrow keys.

use leptos::prelude::*;

use crate::question::Question;
use crate::select::Choice;

/// Radios under a question.
#[component]
pub fn RadioGroup(
    /// The question.
    question: Question,
    /// The choices.
    choices: Vec<Choice>,
    /// The value that is chosen at first.
    #[prop(optional, into)]
    chosen: String,
    /// Whether they stand beside each other, where there is room.
    #[prop(optional)]
    across: bool,
) -> impl IntoView {
    let (name, group) = (question.name.clone(), question.answer_id());
    let radios = choices
        .into_iter()
        .map(|choice| {
            let (id, checked) = (format!("{group}-{}", choice.value), choice.value == chosen);
            let note_id = format!("{id}-note");
            let described = (!choice.note.is_empty()).then(|| note_id.clone());
            let note = (!choice.note.is_empty())
                .then(|| view! { <span class="radio__note" id=note_id>{choice.note}</span> }.into_any());
            view! {
                <div class="radio">
                    <input
                        class="radio__input"
                        type="radio"
                        id=id.clone()
                        name=name.clone()
                        value=choice.value
                        checked=checked
                        disabled=choice.disabled
                        required=question.required()
                        aria-describedby=described
                    />
                    <label class="radio__words" for=id lang=choice.lang>{choice.words}</label>
                    {note}
                </div>
            }
            .into_any()
        })
        .collect_view();
    let class = if across { "radios radios--across" } else { "radios" };
    question.group(view! { <div class=class>{radios}</div> }.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn each_radio_is_named_by_its_words_and_explained_by_its_note() {
        let choices = vec![
            Choice::new("air", "Air"),
            Choice::new("oxygen", "Oxygen").note("Say how much"),
        ];
        let html = html(|| {
            view! { <RadioGroup question=Question::new("gas", "Breathing") choices=choices chosen="air"/> }.into_any()
        });
        assert!(html.contains("<legend"), "{html}");
        assert!(html.contains("for=\"gas-oxygen\"") && html.contains("aria-describedby=\"gas-oxygen-note\""));
        assert_eq!(html.matches("checked").count(), 1);
    }
}

//! Yes or no, beside its own words; and several of them under one question.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::question::Question;

/// A box to tick.
#[component]
pub fn Checkbox(
    /// Its name in the form.
    #[prop(into)]
    name: Cow<'static, str>,
    /// What is said yes to.
    children: Children,
    /// What is sent when it is ticked.
    #[prop(into, default = "true".into())]
    value: Cow<'static, str>,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input class="checkbox__input" type="checkbox" name=name value=value checked=checked/>
            <span>{children()}</span>
        </label>
    }
}

/// Several boxes under one question, of which any number may be ticked. The list of problems leads here.
#[component]
pub fn Checkboxes(
    /// The question.
    question: Question,
    /// The boxes.
    children: Children,
) -> impl IntoView {
    question.group(view! { <div class="checkboxes">{children()}</div> }.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_is_wrong_with_several_boxes_is_read_with_their_question() {
        let html = html(|| {
            let question = Question::new("scopes", "What it may do").error(Some("Choose one.".into()));
            view! {
                <Checkboxes question=question>
                    <Checkbox name="scopes" value=String::from("ward.read")>"See the ward"</Checkbox>
                </Checkboxes>
            }
            .into_any()
        });
        assert!(
            html.contains("id=\"scopes\"") && html.contains("aria-describedby=\"scopes-error\""),
            "{html}"
        );
        assert!(html.contains("name=\"scopes\" value=\"ward.read\""), "{html}");
    }
}

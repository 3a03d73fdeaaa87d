//! Where a reader stands in something of several pages, or where a thing stands on its way: done, now, to come.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its word.
    pub word: String,
    /// What is known of it: a time, a name.
    pub note: String,
    /// Where a finished one can be looked at again.
    pub href: Option<String>,
}

impl Step {
    /// A step of a word.
    pub fn new(word: impl Into<String>) -> Self {
        Self {
            word: word.into(),
            note: String::new(),
            href: None,
        }
    }

    /// With what is known of it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// With an address.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// The steps, in order.
#[component]
pub fn Steps(
    /// The way they are of, for readers: "Register".
    #[prop(into)]
    label: String,
    /// The steps.
    steps: Vec<Step>,
    /// The place of the one that is now, from 0; as many as there are when all are done.
    at: usize,
) -> impl IntoView {
    let (total, mut items) = (steps.len(), Vec::new());
    for (place, Step { word, note, href }) in steps.into_iter().enumerate() {
        let (class, says) = match place.cmp(&at) {
            std::cmp::Ordering::Less => ("way__step way__step--done", key::PART_DONE),
            std::cmp::Ordering::Equal => ("way__step way__step--now", key::PART_NOW),
            std::cmp::Ordering::Greater => ("way__step", key::PART_TO_COME),
        };
        let sign = if place < at {
            view! { <Icon name="check" class="icon--small"/> }.into_any()
        } else {
            (place + 1).to_string().into_any()
        };
        let word = match href.filter(|_| place < at) {
            Some(href) => view! { <a class="way__word" href=href>{word}</a> }.into_any(),
            None => view! { <span class="way__word">{word}</span> }.into_any(),
        };
        items.push(
            view! {
                <li class=class aria-current=(place == at).then_some("step")>
                    <span class="way__sign" aria-hidden="true">{sign}</span>
                    <span class="way__text">
                        <span class="visually-hidden">{self::word(says)}" "</span>
                        {word}
                        {(!note.is_empty()).then(|| view! { <span class="way__note">{note}</span> }.into_any())}
                    </span>
                </li>
            }
            .into_any(),
        );
    }
    let label = tell(say::part_step_of(label, (at + 1).min(total), total));
    view! { <div class="way"><ol class="way__steps" aria-label=label>{items}</ol></div> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn only_a_finished_step_leads_back_and_the_one_now_is_named() {
        let steps = vec![
            Step::new("Who").href("/who"),
            Step::new("Contact").href("/contact"),
            Step::new("Check").href("/check"),
        ];
        let html = html(|| view! { <Steps label="Register" steps=steps at=1/> }.into_any());
        assert!(html.contains("aria-label=\"Register: step 2 of 3\""), "{html}");
        assert!(
            html.contains("href=\"/who\"") && !html.contains("href=\"/contact\"") && !html.contains("href=\"/check\"")
        );
        assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
    }
}

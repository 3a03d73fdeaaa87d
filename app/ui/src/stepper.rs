//! A number that is typed or tapped: − value +, as high as a finger needs. What is tapped, or moved by the arrow keys, goes on from the value that stands there; the first tap into an empty field puts
//! the one that was known last, and where nothing was known there is nothing to tap. What a tap made of it is read out.
//!
//! The page brings `public/step.js` for it; without it the buttons are not shown, and it is a field like another.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{say, tell};
use crate::question::Question;

/// How a number is tapped.
#[derive(Clone, Debug, PartialEq)]
pub struct Tapped {
    /// By how much, with as many decimals as the number has: `1`, `0.1`.
    pub step: &'static str,
    /// Between which ends: nobody taps beyond them.
    pub ends: (f64, f64),
    /// What the first tap puts into an empty field; none where no value is known.
    pub from: Option<String>,
}

/// The question with its buttons.
#[component]
pub fn Stepper(
    /// The question; its label names the unit.
    question: Question,
    /// How it is tapped.
    tapped: Tapped,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let Tapped { step, ends, from } = tapped;
    let [least, most] = [ends.0, ends.1].map(|end| end.to_string());
    let can_tap = from.is_some() || !value.is_empty();
    let id = question.answer_id();
    // The arrow keys do the same: who comes by keys stops once.
    let button = |icon, by, words: String| {
        can_tap.then(|| {
            view! {
                <button class="stepper__tap" type="button" data-does="step" data-by=by aria-controls=id.clone() aria-label=words tabindex="-1">
                    <Icon name=icon/>
                </button>
            }
            .into_any()
        })
    };
    let less = button("minus", "-1", tell(say::step_less(question.label())));
    let more = button("plus", "1", tell(say::step_more(question.label())));
    let answer = view! {
        <div class="field__box stepper">
            {less}
            <input
                class="field__input stepper__input"
                id=id.clone()
                name=question.name.clone()
                type="text"
                inputmode="decimal"
                autocomplete="off"
                value=value
                data-step=step
                data-from=from
                data-least=least
                data-most=most
                aria-keyshortcuts=can_tap.then_some("ArrowUp ArrowDown")
                required=question.required()
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            />
            {more}
        </div>
        <span class="visually-hidden" role="status"></span>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn pulse(from: Option<&'static str>, value: &'static str) -> String {
        html(move || {
            let tapped = Tapped {
                step: "1",
                ends: (20.0, 250.0),
                from: from.map(str::to_owned),
            };
            view! { <Stepper question=Question::new("pulse", "Pulse").open() tapped=tapped value=value/> }.into_any()
        })
    }

    #[test]
    fn the_buttons_say_what_they_change_and_are_no_stops_of_the_keyboard() {
        let drawn = pulse(Some("72"), "");
        assert!(
            drawn.contains("data-from=\"72\"") && drawn.contains("data-step=\"1\""),
            "{drawn}"
        );
        assert_eq!(drawn.matches("tabindex=\"-1\"").count(), 2, "{drawn}");
        assert!(
            drawn.contains("aria-label=\"Less: Pulse\"") && drawn.contains("aria-label=\"More: Pulse\""),
            "{drawn}"
        );
        assert_eq!(drawn.matches("aria-controls=\"pulse\"").count(), 2, "{drawn}");
    }

    #[test]
    fn where_nothing_is_known_there_is_nothing_to_tap() {
        assert!(!pulse(None, "").contains("<button"), "no button that does nothing");
        assert!(pulse(None, "70").contains("<button"), "from what stands there");
    }
}

//! A number that is tapped or typed: − value +, 48 high for gloved hands. The range comes from the domain; what is impossible is refused with a
//! likely correction in the question's error ("Did you mean 36.7?").

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};
use crate::question::Question;

/// What the two buttons do.
#[derive(Clone, Copy, Debug, Default)]
pub enum StepBy {
    /// There are none: the number is typed, or changed by arrow keys.
    #[default]
    Typed,
    /// They send the form with `step` = `name:1` or `name:-1`; the server draws it again with the number changed. Needs no program.
    Sent,
    /// The page's program changes the number: by 1 or by −1 steps.
    Run(Callback<i8>),
}

/// Which numbers there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
    /// Decimals, which are the step, too: 1 is a step of 0.1.
    pub decimals: u8,
}

impl Range {
    /// As it is written in an attribute.
    fn write(self, value: f64) -> String {
        format!("{value:.*}", usize::from(self.decimals))
    }

    fn step(self) -> f64 {
        10_f64.powi(-i32::from(self.decimals))
    }

    /// `value` and one step more or less, inside the range; the smallest when `value` is no number.
    pub fn stepped(self, value: &str, steps: i8) -> String {
        let value = value.trim().replace(',', ".").parse::<f64>().unwrap_or(self.least);
        let next = value + f64::from(steps) * self.step();
        self.write(next.clamp(self.least, self.most))
    }
}

/// The number.
#[component]
pub fn Stepper(
    /// The question.
    question: Question,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// Which numbers there are.
    range: Range,
    /// The unit, after it.
    #[prop(optional)]
    unit: &'static str,
    /// What the buttons do.
    #[prop(optional)]
    steps: StepBy,
) -> impl IntoView {
    let name = question.name.clone();
    let label_id = question.label_id();
    let disabled = question.disabled;
    let button = |by: i8| {
        let (icon, part, says) = if by < 0 {
            ("minus", "less", word(key::PART_LESS))
        } else {
            ("plus", "more", word(key::PART_MORE))
        };
        let (name, label_id) = (name.clone(), label_id.clone());
        let id = format!("{name}-{part}");
        let described = format!("{id} {label_id}");
        match steps {
            StepBy::Typed => ().into_any(),
            StepBy::Sent => view! {
                <button class="stepper__step" type="submit" id=id name="step" value=format!("{name}:{by}") formnovalidate
                    disabled=disabled aria-label=says aria-labelledby=described>
                    <Icon name=icon/>
                </button>
            }
            .into_any(),
            StepBy::Run(run) => view! {
                <button class="stepper__step" type="button" id=id data-does="step" disabled=disabled aria-label=says
                    aria-labelledby=described on:click=move |_| run.run(by)>
                    <Icon name=icon/>
                </button>
            }
            .into_any(),
        }
    };
    let (less, more) = (button(-1), button(1));
    let answer = view! {
        <div class="stepper">
            <div class="stepper__box">
                {less}
                <input
                    class="stepper__input"
                    id=question.answer_id()
                    name=name
                    type="number"
                    inputmode=if range.decimals == 0 { "numeric" } else { "decimal" }
                    min=range.write(range.least)
                    max=range.write(range.most)
                    step=range.write(range.step())
                    value=value
                    autocomplete="off"
                    required=question.required()
                    disabled=disabled
                    aria-invalid=question.invalid()
                    aria-describedby=question.described()
                />
                {more}
            </div>
            {(!unit.is_empty()).then(|| view! { <bdi class="stepper__unit">{unit}</bdi> }.into_any())}
        </div>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    const TEMPERATURE: Range = Range {
        least: 25.0,
        most: 45.0,
        decimals: 1,
    };

    #[test]
    fn a_step_stays_in_the_range_and_keeps_its_decimals() {
        assert_eq!(TEMPERATURE.stepped("36.7", 1), "36.8");
        assert_eq!(TEMPERATURE.stepped("36,7", -1), "36.6");
        assert_eq!(TEMPERATURE.stepped("45.0", 1), "45.0");
        assert_eq!(TEMPERATURE.stepped("", 1), "25.1");
    }

    #[test]
    fn the_range_of_the_domain_is_the_range_of_the_field() {
        let question = Question::new("temperature", "Temperature");
        let html = html(|| {
            view! { <Stepper question=question value="36.7" range=TEMPERATURE unit="°C" steps=StepBy::Sent/> }
                .into_any()
        });
        for part in ["min=\"25.0\"", "max=\"45.0\"", "step=\"0.1\"", "inputmode=\"decimal\""] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(html.contains("value=\"temperature:-1\"") && html.contains("formnovalidate"));
        assert!(
            html.contains("aria-labelledby=\"temperature-less temperature-label\""),
            "{html}"
        );
    }

    #[test]
    fn typed_alone_it_has_no_buttons_that_do_nothing() {
        let question = Question::new("pulse", "Pulse");
        assert!(!html(|| view! { <Stepper question=question range=TEMPERATURE/> }.into_any()).contains("<button"));
    }
}

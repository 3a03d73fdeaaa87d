//! Colleagues as answers of a choice, the same on every page; where they are too many for a list, a line for an employee id.

use domain::actor::Role;
use hospital::care::Colleague;
use leptos::prelude::*;

use super::parts::{Choice, Line};
use crate::portals::role_in_words;
use ui::lang::{key, say, tell, word};

/// "Dr Anika Rao · Doctor", for those with one of `roles` (all, when none is named); first nobody. None when there is no list.
pub fn choose_from(colleagues: Option<&[Colleague]>, roles: &[Role]) -> Option<Vec<(String, String)>> {
    let people = colleagues?
        .iter()
        .filter(|colleague| roles.is_empty() || colleague.is_one_of(roles))
        .map(|colleague| {
            let roles: Vec<&str> = colleague.roles.iter().map(|role| role_in_words(*role)).collect();
            (
                colleague.user.to_string(),
                format!("{} · {}", colleague.name, roles.join(", ")),
            )
        });
    let nobody = (String::new(), word(key::CHOOSE_SOMEBODY).to_owned());
    Some(std::iter::once(nobody).chain(people).collect())
}

/// Somebody who works here: out of a list, or by their employee id when there is none.
#[component]
pub fn Person(
    /// Its name in the form.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// Value and words of each answer; none when they are too many for a list.
    answers: Option<Vec<(String, String)>>,
    /// The value at first.
    #[prop(optional, into)]
    value: String,
    /// What helps to choose.
    #[prop(optional)]
    hint: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    match answers {
        Some(answers) if hint.is_empty() => {
            view! { <Choice name=name label=label answers=answers value=value/> }.into_any()
        }
        Some(answers) => view! { <Choice name=name label=label answers=answers value=value hint=hint/> }.into_any(),
        None => {
            let hint = tell(say::employee_id_hint(hint));
            view! { <Line name=name label=label value=value hint=hint.trim_end().to_owned() optional=optional/> }
                .into_any()
        }
    }
}

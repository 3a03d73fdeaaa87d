//! Colleagues as answers of a choice, the same on every page.

use domain::actor::Role;
use hospital::care::Colleague;

use crate::portals::role_in_words;

/// "Dr Anika Rao · Doctor", for those with one of `roles` (all, when none is named); first nobody.
pub fn choose_from(colleagues: &[Colleague], roles: &[Role]) -> Vec<(String, String)> {
    let people = colleagues
        .iter()
        .filter(|colleague| roles.is_empty() || colleague.is_one_of(roles))
        .map(|colleague| {
            let roles: Vec<&str> = colleague.roles.iter().map(|role| role_in_words(*role)).collect();
            (
                colleague.user.to_string(),
                format!("{} · {}", colleague.name, roles.join(", ")),
            )
        });
    std::iter::once((String::new(), "Choose somebody".to_owned()))
        .chain(people)
        .collect()
}

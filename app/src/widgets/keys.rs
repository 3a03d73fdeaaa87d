//! The keys of staff pages: `?` lists them, `g` and then a letter goes to a place of the rail. They are single letters, so they can be switched
//! off (WCAG 2.2, 2.1.4); a letter that is typed into a field is never taken.
//!
//! To add one: its line in [`Keys`], and what it does in `public/page.js`, which hears them on every page, with a program or without one.

use leptos::prelude::*;

/// The list, closed.
#[component]
pub fn Keys() -> impl IntoView {
    view! {
        <div>
            <dialog class="dialog" id="keys" aria-labelledby="keys-title">
                <h2 class="dialog__title" id="keys-title">"Keys"</h2>
                <dl class="facts">
                    <dt><kbd>"?"</kbd></dt>
                    <dd>"This list"</dd>
                    <dt><kbd>"g"</kbd>" and a letter"</dt>
                    <dd>
                        "A place of your rail: "
                        <kbd>"w"</kbd>" ward, "<kbd>"d"</kbd>" devices, "<kbd>"p"</kbd>" pharmacy or platform, "
                        <kbd>"h"</kbd>" hospital, "<kbd>"r"</kbd>" registrations, "<kbd>"a"</kbd>" account"
                    </dd>
                    <dt><kbd>"←"</kbd>" "<kbd>"→"</kbd></dt>
                    <dd>"On the time of a drawn day: a quarter of an hour"</dd>
                    <dt><kbd>"Esc"</kbd></dt>
                    <dd>"Closes this list"</dd>
                </dl>
                <form method="dialog" class="dialog__actions">
                    <button class="btn btn--secondary">"Close"</button>
                    <button class="btn btn--quiet keys__off" data-does="keys-off">"Switch ? and g off"</button>
                    <button class="btn btn--quiet keys__on" data-does="keys-off">"Switch ? and g on"</button>
                </form>
            </dialog>
        </div>
    }
}

/// Opens the list for whoever does not know its key, or has switched it off. Not where there is no keyboard.
#[component]
pub fn KeysButton() -> impl IntoView {
    view! {
        <div class="rail__keys">
            <button type="button" class="rail__link" data-does="keys">
                <svg class="icon" aria-hidden="true"><use href="/icons.svg#keyboard"></use></svg>
                <span>"Keys"</span>
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::actor::Role;

    use super::*;
    use crate::portals::places;

    #[test]
    fn each_place_of_a_role_has_a_letter_of_its_own_that_is_listed() {
        Owner::new().with(|| {
            let mut listed = Vec::new();
            for role in Role::ALL.into_iter().filter(|role| role.is_of_staff()) {
                let places = places(&[role]);
                let letters: Vec<char> = places.iter().filter_map(|place| place.href.chars().nth(1)).collect();
                assert_eq!(
                    letters.iter().collect::<HashSet<_>>().len(),
                    places.len(),
                    "{role:?}: {letters:?}"
                );
                listed.extend(letters);
            }
            let list = view! { <Keys/> }.to_html();
            for letter in listed {
                assert!(list.contains(&format!("<kbd>{letter}</kbd>")), "{letter}");
            }
        });
    }
}

//! The keys of staff pages: `?` lists them, `g` and then a letter goes to a place of the rail. They are single letters, so they can be switched
//! off (WCAG 2.2, 2.1.4); a letter that is typed into a field is never taken.
//!
//! To add one: its line in [`Keys`], and what it does in `public/page.js`, which hears them on every page, with a program or without one.

use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};

fn kbd(letter: &'static str) -> AnyView {
    view! { <kbd>{letter}</kbd> }.into_any()
}

/// The list, closed.
#[component]
pub fn Keys() -> impl IntoView {
    let places = say::keys_places(
        Arg::hole(0),
        Arg::hole(1),
        Arg::hole(2),
        Arg::hole(3),
        Arg::hole(4),
        Arg::hole(5),
        Arg::hole(6),
    );
    view! {
        <div>
            <dialog class="dialog" id="keys" aria-labelledby="keys-title">
                <h2 class="dialog__title" id="keys-title">{word(key::KEYS)}</h2>
                <dl class="facts">
                    <dt><kbd>"?"</kbd></dt>
                    <dd>{word(key::THIS_LIST)}</dd>
                    <dt>{weave(say::keys_and_letter(Arg::hole(0)), [kbd("g")])}</dt>
                    <dd>{weave(places, ["w", "d", "p", "h", "r", "e", "a"].map(kbd))}</dd>
                    <dt><kbd>"/"</kbd>" · "<kbd>"Ctrl"</kbd>" "<kbd>"K"</kbd></dt>
                    <dd>{word(key::FIND_ANYTHING)}</dd>
                    <dt><kbd>"←"</kbd>" "<kbd>"→"</kbd></dt>
                    <dd>{word(key::ON_THE_TIME_OF)}</dd>
                    <dt><kbd>"Esc"</kbd></dt>
                    <dd>{word(key::CLOSES_THIS_LIST)}</dd>
                </dl>
                <form method="dialog" class="dialog__actions">
                    <button class="btn btn--secondary">{word(key::CLOSE)}</button>
                    <button class="btn btn--quiet keys__off" data-does="keys-off">{word(key::SWITCH_AND_G_OFF)}</button>
                    <button class="btn btn--quiet keys__on" data-does="keys-off">{word(key::SWITCH_AND_G_ON)}</button>
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
                <span>{word(key::KEYS)}</span>
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
                assert!(list.contains(&format!("<kbd>{letter}<")), "{letter}: {list}");
            }
        });
    }
}

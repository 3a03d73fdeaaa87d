//! The keys of staff pages: `?` lists them, `g` and then a letter goes to a place of the rail, `n` follows the page's first button that leads on. They are single letters, so they can be switched
//! off (WCAG 2.2, 2.1.4); a letter that is typed into a field is never taken.
//!
//! To add one: its line in [`Keys`], and what it does in `public/page.js`, which hears them on every page, with a program or without one.

use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{BareButton, Button, Dialog, Facts, Form, Icon};

fn kbd(letter: &'static str) -> AnyView {
    view! { <kbd>{letter}</kbd> }.into_any()
}

/// A key, or several, and what they do.
fn line(keys: AnyView, does: AnyView) -> AnyView {
    view! { <dt>{keys}</dt><dd>{does}</dd> }.into_any()
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
            <Dialog id="keys" title=word(key::KEYS)>
                <Facts>
                    {line(kbd("?"), word(key::THIS_LIST).into_any())}
                    {line(weave(say::keys_and_letter(Arg::hole(0)), [kbd("g")]), weave(places, ["w", "d", "p", "h", "r", "e", "a"].map(kbd)))}
                    {line(view! { {kbd("/")}" · "{kbd("Ctrl")}" "{kbd("K")} }.into_any(), word(key::FIND_ANYTHING).into_any())}
                    {line(kbd("n"), word(key::KEYS_NEW).into_any())}
                    {line(view! { {kbd("↑")}" "{kbd("↓")} }.into_any(), word(key::KEYS_ROWS).into_any())}
                    {line(view! { {kbd("←")}" "{kbd("→")} }.into_any(), word(key::ON_THE_TIME_OF).into_any())}
                    {line(kbd("Esc"), word(key::CLOSES_THIS_LIST).into_any())}
                </Facts>
                <Form method="dialog" class="dialog__actions">
                    <Button>{word(key::CLOSE)}</Button>
                    <BareButton class="btn btn--quiet keys__off" does="keys-off" sends=true>{word(key::SWITCH_AND_G_OFF)}</BareButton>
                    <BareButton class="btn btn--quiet keys__on" does="keys-off" sends=true>{word(key::SWITCH_AND_G_ON)}</BareButton>
                </Form>
            </Dialog>
        </div>
    }
}

/// Opens the list for whoever does not know its key, or has switched it off. Not where there is no keyboard.
#[component]
pub fn KeysButton() -> impl IntoView {
    view! {
        <div class="rail__keys">
            <BareButton class="rail__link" does="keys"><Icon name="keyboard"/><span>{word(key::KEYS)}</span></BareButton>
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

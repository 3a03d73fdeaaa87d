//! The keys of staff pages: `?` lists them, `g` and then a letter goes to a place of the rail. They are single letters, so they can be switched
//! off (WCAG 2.2, 2.1.4); a letter that is typed into a field is never taken.
//!
//! To add one: its line in [`Keys`], and what it asks for in `asked`. What stands here never changes, so it is plain markup, and what is done
//! in it is heard by [`super::ears`]: that is the least for a browser to load.

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
                    <dt><kbd>"/"</kbd>" or "<kbd>"Ctrl"</kbd>" "<kbd>"K"</kbd></dt>
                    <dd>"Find anything"</dd>
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

/// What a key asks for.
#[cfg(any(test, feature = "hydrate"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    List,
    /// The next letter goes to a place.
    Begin,
    /// The place of the rail whose path begins with this letter.
    Place(char),
}

#[cfg(any(test, feature = "hydrate"))]
fn asked(key: &str, begun: bool) -> Asked {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some('?'), None) => Asked::List,
        (Some('g'), None) if !begun => Asked::Begin,
        (Some(letter @ 'a'..='z'), None) if begun => Asked::Place(letter),
        _ => Asked::Nothing,
    }
}

#[cfg(feature = "hydrate")]
pub use browser::{heard, open, turn};

#[cfg(feature = "hydrate")]
mod browser {
    use std::sync::atomic::{AtomicI64, Ordering};

    use domain::time::Moment;
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlDialogElement, HtmlDocument, HtmlElement, KeyboardEvent};

    use super::{Asked, asked};

    /// Seconds in which the letter follows the `g`; the page's clock ticks once a second.
    const PATIENCE: f64 = 2.0;
    /// The cookie of who wants no keys, for a year or for no time.
    const OFF: &str = "wl_keys=off";
    /// Where letters are typed, or a list is open that has the keys for itself.
    const TAKEN: &str = "input, textarea, select, [contenteditable], dialog";

    /// When `g` was pressed last.
    static BEGUN: AtomicI64 = AtomicI64::new(0);

    /// Hears a key.
    pub fn heard(event: &KeyboardEvent, target: &Element, now: Moment) {
        let begun = Moment(BEGUN.swap(0, Ordering::Relaxed));
        let other = ["Control", "Meta", "Alt"];
        if other.iter().any(|key| event.get_modifier_state(key))
            || is_off()
            || !matches!(target.closest(TAKEN), Ok(None))
        {
            return;
        }
        match asked(&event.key(), now.seconds_since(begun) < PATIENCE) {
            Asked::Nothing => {}
            Asked::List => open(),
            Asked::Begin => BEGUN.store(now.0, Ordering::Relaxed),
            Asked::Place(letter) => go(letter),
        }
    }

    /// As a click on the place would. The portal has no list and no keys.
    fn go(letter: char) {
        let link = document().query_selector(&format!("body:has(#keys) .rail__items [href^='/{letter}']"));
        if let Ok(Some(link)) = link {
            link.unchecked_into::<HtmlElement>().click();
        }
    }

    /// Opens the list.
    pub fn open() {
        let Some(list) = document().get_element_by_id("keys") else {
            return;
        };
        let class = if is_off() { "dialog keys--off" } else { "dialog" };
        // Showing what is shown is an error of the page, and only that: it is open.
        if list.set_attribute("class", class).is_err()
            || list.unchecked_into::<HtmlDialogElement>().show_modal().is_err()
        {
            leptos::logging::debug_warn!("the list of keys is open already");
        }
    }

    fn cookies() -> Option<HtmlDocument> {
        document().dyn_into::<HtmlDocument>().ok()
    }

    fn is_off() -> bool {
        let kept = cookies()
            .and_then(|document| document.cookie().ok())
            .unwrap_or_default();
        kept.as_bytes().windows(OFF.len()).any(|part| part == OFF.as_bytes())
    }

    /// Switches the keys off, or on again.
    pub fn turn() {
        let age = if is_off() { "0" } else { "31536000" };
        let cookie = format!("{OFF}; Path=/; Max-Age={age}; SameSite=Lax; Secure");
        if !matches!(cookies().map(|document| document.set_cookie(&cookie)), Some(Ok(()))) {
            leptos::logging::warn!("whether keys are used could not be kept");
        }
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

    #[test]
    fn a_letter_goes_to_its_place_only_after_g() {
        assert_eq!(asked("?", false), Asked::List);
        assert_eq!(asked("g", false), Asked::Begin);
        assert_eq!(asked("a", true), Asked::Place('a'));
        assert_eq!(asked("a", false), Asked::Nothing);
        for other in ["Enter", "A", "'", "é"] {
            assert_eq!(asked(other, true), Asked::Nothing, "{other}");
        }
    }
}

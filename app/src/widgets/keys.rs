//! The keys of staff pages: `?` lists them, `g` and then a letter goes to a place of the rail. They are single letters, so they can be switched
//! off (WCAG 2.2, 2.1.4); a letter that is typed into a field is never taken.
//!
//! To add one: its line in [`Keys`], and what it asks for in `asked`.

use leptos::prelude::*;
use ui::{Icon, RailItem};

use super::hydrated::hydrated;

/// The id of the list.
const LIST: &str = "keys";

/// The list, closed, and the ears for its keys.
#[component]
pub fn Keys(
    /// The places of the rail.
    places: Vec<RailItem>,
) -> impl IntoView {
    let on = RwSignal::new(true);
    listen(&places, on);
    let rows = places
        .into_iter()
        .map(|place| {
            view! {
                <dt><kbd>"g"</kbd>" "<kbd>{letter(&place)}</kbd></dt>
                <dd>{place.word}</dd>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <dialog class="dialog" id=LIST aria-labelledby="keys-title">
            <h2 class="dialog__title" id="keys-title">"Keys"</h2>
            <dl class="facts">
                <dt><kbd>"?"</kbd></dt>
                <dd>"This list"</dd>
                {rows}
                <dt><kbd>"←"</kbd>" "<kbd>"→"</kbd></dt>
                <dd>"A quarter of an hour, on the time of a drawn day"</dd>
                <dt><kbd>"Esc"</kbd></dt>
                <dd>"Closes this list"</dd>
            </dl>
            <label class="checkbox">
                <input
                    class="checkbox__input"
                    type="checkbox"
                    checked=true
                    prop:checked=move || on.get()
                    on:input=move |_| turn(on)
                />
                <span>"Use "<kbd>"?"</kbd>" and "<kbd>"g"</kbd>" on this computer"</span>
            </label>
            <form method="dialog" class="dialog__actions"><button class="btn btn--secondary">"Close"</button></form>
        </dialog>
    }
}

/// Opens the list for whoever does not know its key, or has switched it off. Not where there is no keyboard.
#[component]
pub fn KeysButton() -> impl IntoView {
    let ready = hydrated();
    view! {
        {move || {
            ready.get().then(|| {
                view! {
                    <button type="button" class="rail__link rail__link--keys" on:click=move |_| open()>
                        <Icon name="keyboard"/>
                        <span>"Keys"</span>
                    </button>
                }.into_any()
            })
        }}
    }
}

/// The letter that goes to a place: the first of its word.
fn letter(place: &RailItem) -> String {
    place.word.chars().take(1).collect::<String>().to_lowercase()
}

/// What a key asks for.
#[cfg(any(test, feature = "hydrate"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    List,
    /// The next letter goes to a place.
    Begin,
    /// The place of this number.
    Place(usize),
}

#[cfg(any(test, feature = "hydrate"))]
fn asked(key: &str, begun: bool, letters: &[String]) -> Asked {
    match key {
        "?" => Asked::List,
        "g" if !begun => Asked::Begin,
        key if begun => letters
            .iter()
            .position(|letter| letter == key)
            .map_or(Asked::Nothing, Asked::Place),
        _ => Asked::Nothing,
    }
}

#[cfg(feature = "hydrate")]
use browser::{listen, open, turn};

#[cfg(not(feature = "hydrate"))]
fn listen(_: &[RailItem], _: RwSignal<bool>) {}
#[cfg(not(feature = "hydrate"))]
const fn open() {}
#[cfg(not(feature = "hydrate"))]
fn turn(_: RwSignal<bool>) {}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::Cell;

    use leptos::prelude::*;
    use ui::RailItem;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlDialogElement, HtmlElement, KeyboardEvent, Storage};

    use super::{Asked, LIST, asked, letter};

    /// Milliseconds in which the letter follows the `g`.
    const PATIENCE: f64 = 1_500.0;
    /// Where it is kept that somebody wants no keys.
    const OFF: &str = "wl_keys_off";
    /// Where letters are typed, or a list is open that has the keys for itself.
    const TAKEN: &str = "input, textarea, select, [contenteditable], dialog";

    /// Hears keys as long as the page stands.
    pub(super) fn listen(places: &[RailItem], on: RwSignal<bool>) {
        let letters: Vec<String> = places.iter().map(letter).collect();
        let hrefs: Vec<String> = places.iter().map(|place| place.href.clone()).collect();
        let known = StoredValue::new((letters, hrefs));
        ui::effect(move || {
            on.set(kept().is_none_or(|kept| kept.get_item(OFF).ok().flatten().is_none()));
            let begun = Cell::new(f64::MIN);
            let ears = window_event_listener_untyped("keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                let after_g = event.time_stamp() - begun.replace(f64::MIN) < PATIENCE;
                if !on.get_untracked() || event.ctrl_key() || event.meta_key() || event.alt_key() || is_taken(event) {
                    return;
                }
                known.with_value(|(letters, hrefs)| match asked(&event.key(), after_g, letters) {
                    Asked::Nothing => {}
                    Asked::List => open(),
                    Asked::Begin => begun.set(event.time_stamp()),
                    Asked::Place(place) => {
                        if let Some(href) = hrefs.get(place) {
                            go(href);
                        }
                    }
                });
            });
            on_cleanup(move || ears.remove());
        });
    }

    fn is_taken(event: &KeyboardEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| !matches!(target.closest(TAKEN), Ok(None)))
    }

    /// As a click on the place would.
    fn go(href: &str) {
        let link = document().query_selector(&format!(".rail__link[href='{href}']"));
        if let Some(link) = link.ok().flatten().and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            link.click();
        }
    }

    pub(super) fn open() {
        let list = document()
            .get_element_by_id(LIST)
            .and_then(|list| list.dyn_into::<HtmlDialogElement>().ok());
        // Showing what is shown is an error of the page, and only that: it is open.
        if list.is_some_and(|list| list.show_modal().is_err()) {
            leptos::logging::debug_warn!("the list of keys is open already");
        }
    }

    fn kept() -> Option<Storage> {
        window().local_storage().ok().flatten()
    }

    pub(super) fn turn(on: RwSignal<bool>) {
        on.update(|on| *on = !*on);
        let Some(kept) = kept() else { return };
        let done = if on.get_untracked() {
            kept.remove_item(OFF)
        } else {
            kept.set_item(OFF, "1")
        };
        if done.is_err() {
            leptos::logging::warn!("whether keys are used could not be kept");
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::actor::Role;

    use super::*;
    use crate::portals::places;

    #[test]
    fn each_place_of_staff_has_a_letter_of_its_own_and_none_is_g() {
        Owner::new().with(|| {
            let mut letters: Vec<String> = places(&Role::ALL).iter().map(letter).collect();
            let all = letters.len();
            letters.sort();
            letters.dedup();
            assert_eq!(letters.len(), all, "{letters:?}");
            assert!(!letters.contains(&"g".to_owned()));
        });
    }

    #[test]
    fn a_letter_goes_to_its_place_only_after_g() {
        let letters = ["w".to_owned(), "a".to_owned()];
        assert_eq!(asked("?", false, &letters), Asked::List);
        assert_eq!(asked("g", false, &letters), Asked::Begin);
        assert_eq!(asked("a", true, &letters), Asked::Place(1));
        assert_eq!(asked("a", false, &letters), Asked::Nothing);
        assert_eq!(asked("x", true, &letters), Asked::Nothing);
        assert_eq!(asked("g", true, &letters), Asked::Nothing);
    }
}

//! Where a role can go: icon and word at the start edge; under 900 px a bar at the bottom, where four stand and the rest lies behind a fifth, More: a popover of the
//! browser's own, so that a bar of a phone keeps room for words that grow with the reader's text (`style/components/rail.css`).

use leptos::prelude::*;

use crate::button::BareButton;
use crate::form::Form;
use crate::icon::Icon;
use crate::lang::{key, word};

/// So many places stand in the bar of a phone; More is one more.
const IN_BAR: usize = 4;

/// One place.
#[derive(Clone, Debug)]
pub struct RailItem {
    /// The path.
    pub href: String,
    /// The name of its icon.
    pub icon: &'static str,
    /// The word under it.
    pub word: &'static str,
    /// Whether the browser loads it as a document of its own: a form page, which the page's program does not know.
    pub whole: bool,
    /// How many things wait there; nothing is shown for 0.
    pub waiting: Signal<u32>,
}

/// The navigation of a portal: links of the browser's own.
#[component]
pub fn Rail(
    /// The places.
    items: Vec<RailItem>,
    /// The path of the place under which the page lies; empty when it lies under none.
    #[prop(into)]
    current: String,
    /// What stands at the far end, on a phone behind More: theme, sign out; each an element of class `rail__link`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    // What waits behind More is told on it.
    let behind: Vec<Signal<u32>> = items.iter().skip(IN_BAR).map(|item| item.waiting).collect();
    let within = items.iter().skip(IN_BAR).any(|item| item.href == current);
    let mut items = items
        .into_iter()
        .map(|RailItem { href, icon, word, whole, waiting }| {
            let here = (href == current).then_some("page");
            view! {
                <li>
                    <a href=href class="rail__link" rel=whole.then_some("external") aria-current=here>
                        <Icon name=icon/>
                        <span>{word}</span>
                        {move || {
                            (waiting.get() > 0).then(|| view! { <span class="badge">{move || waiting.get().to_string()}</span> }.into_any())
                        }}
                    </a>
                </li>
            }.into_any()
        })
        .collect::<Vec<_>>();
    let rest = items.split_off(items.len().min(IN_BAR));
    let rest = (!rest.is_empty()).then(|| view! { <ul class="rail__items">{rest}</ul> }.into_any());
    let end = children.map(|end| view! { <div class="rail__end">{end()}</div> }.into_any());
    let more = (rest.is_some() || end.is_some()).then(|| {
        let waits = move || behind.iter().map(|waiting| waiting.get()).sum::<u32>();
        // Not the page's own place, only the way to it: `true` and not `page`.
        view! {
            <button type="button" class="rail__link rail__button" popovertarget="rail-more" aria-current=within.then_some("true")>
                <Icon name="more"/>
                <span>{word(key::PLACE_MORE)}</span>
                {move || (waits() > 0).then(|| view! { <span class="badge">{waits().to_string()}</span> }.into_any())}
            </button>
            <div class="rail__more" id="rail-more" popover="auto">{rest}{end}</div>
        }
        .into_any()
    });
    view! {
        <nav class="rail" aria-label=word(key::MAIN)>
            <ul class="rail__items">{items}</ul>
            {more}
        </nav>
    }
}

/// Something to do at the end of the rail: the one button of a form.
#[component]
pub fn RailAct(
    /// The door.
    #[prop(into)]
    action: String,
    /// The name of its icon.
    icon: &'static str,
    /// The word under it.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! {
        <Form action=action class="">
            <BareButton class="rail__link"><Icon name=icon/><span>{word}</span></BareButton>
        </Form>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn one_place_is_where_the_reader_is() {
        let item = |href: &str| RailItem {
            href: href.into(),
            icon: "bed",
            word: "Ward",
            whole: true,
            waiting: Signal::stored(0),
        };
        let items = || vec![item("/ward"), item("/patients")];
        let html = html(|| view! { <Rail items=items() current="/patients">""</Rail> }.into_any());
        assert_eq!(html.matches("aria-current=\"page\"").count(), 1, "{html}");
        assert!(
            html.contains("href=\"/patients\" rel=\"external\" aria-current=\"page\""),
            "{html}"
        );
    }

    #[test]
    fn four_places_stand_in_the_bar_of_a_phone_and_the_rest_lies_behind_more() {
        let item = |href: &str, waiting| RailItem {
            href: href.into(),
            icon: "bed",
            word: "Ward",
            whole: true,
            waiting: Signal::stored(waiting),
        };
        let items = || {
            ["/a", "/b", "/c", "/d", "/e"]
                .map(|href| item(href, u32::from(href == "/e")))
                .to_vec()
        };
        let drawn = html(|| view! { <Rail items=items() current="/e"><i>"end"</i></Rail> }.into_any());
        let (bar, more) = drawn.split_once("popovertarget").expect("a way to the rest");
        assert!(bar.contains("href=\"/d\"") && !bar.contains("href=\"/e\""), "{bar}");
        assert!(
            more.contains("aria-current=\"true\"") && more.contains("badge"),
            "{more}"
        );
        assert!(more.contains("href=\"/e\"") && more.contains("<i>end</i>"), "{more}");
        let few = html(|| view! { <Rail items=vec![item("/a", 0)] current="/a"/> }.into_any());
        assert!(!few.contains("popover"), "{few}");
    }
}

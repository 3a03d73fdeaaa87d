//! Where a role can go: icon and word at the start edge; under 900 px a bar at the bottom, so five at most with the end.

use leptos::prelude::*;

use crate::button::BareButton;
use crate::form::Form;
use crate::icon::Icon;
use crate::lang::{key, word};

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
    /// What stands at the far end: theme, sign out; each an element of class `rail__link`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let items = items
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
        .collect_view();
    view! {
        <nav class="rail" aria-label=word(key::MAIN)>
            <ul class="rail__items">{items}</ul>
            {children.map(|end| view! { <div class="rail__end">{end()}</div> }.into_any())}
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
}

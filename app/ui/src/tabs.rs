//! The parts of one thing (a chart, a setting) as links: the address says which is open. More than fit go into a [`Menu`] at the end.

use leptos::prelude::*;

use crate::lang::{key, word};
use crate::menu::{Menu, MenuLink};

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its address.
    pub href: String,
    /// Its word.
    pub word: String,
    /// How many it holds, in words: "4 new", "8".
    pub count: String,
}

impl Tab {
    /// A part without a count.
    pub fn new(href: impl Into<String>, word: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            word: word.into(),
            count: String::new(),
        }
    }

    /// With how many it holds.
    #[must_use]
    pub fn count(mut self, count: impl Into<String>) -> Self {
        self.count = count.into();
        self
    }
}

/// The links.
#[component]
pub fn Tabs(
    /// Whose parts they are, for readers.
    #[prop(into)]
    label: String,
    /// The parts.
    tabs: Vec<Tab>,
    /// The address of the open one.
    #[prop(into)]
    open: String,
    /// How many stand there; the rest is under "More".
    #[prop(default = 7)]
    most: usize,
    /// The id of what "More" opens; unique on the page.
    #[prop(into, default = "more-tabs".to_owned())]
    more_id: String,
) -> impl IntoView {
    let mut shown = tabs;
    let mut rest = if shown.len() > most {
        shown.split_off(most.saturating_sub(1))
    } else {
        Vec::new()
    };
    // The open one is never hidden: it changes places with the last that is shown.
    if let Some(place) = rest.iter().position(|tab| tab.href == open)
        && let Some(last) = shown.last_mut()
    {
        std::mem::swap(last, &mut rest[place]);
    }
    let links = shown
        .into_iter()
        .map(|Tab { href, word, count }| {
            let current = (href == open).then_some("page");
            view! {
                <a class="tabs__tab" href=href aria-current=current>
                    {word}
                    {(!count.is_empty()).then(|| view! { <span class="tabs__count">{count}</span> }.into_any())}
                </a>
            }
            .into_any()
        })
        .collect_view();
    let more = (!rest.is_empty()).then(|| {
        let items = rest
            .into_iter()
            .map(|Tab { href, word, count }| view! { <MenuLink href=href word=word note=count/> }.into_any())
            .collect_view();
        view! { <Menu id=more_id label=word(key::MORE) class="btn--small tabs__more">{items}</Menu> }.into_any()
    });
    view! { <nav class="tabs" aria-label=label><div class="tabs__links">{links}</div>{more}</nav> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn parts() -> Vec<Tab> {
        ["a", "b", "c", "d"]
            .map(|name| Tab::new(format!("/{name}"), name))
            .into()
    }

    #[test]
    fn the_open_part_is_never_under_more() {
        let html = html(|| view! { <Tabs label="Chart" tabs=parts() open="/d" most=3/> }.into_any());
        let (links, more) = html.split_once("popovertarget").unwrap();
        assert!(links.contains("href=\"/d\" aria-current=\"page\""), "{html}");
        assert!(more.contains("href=\"/b\"") && more.contains("href=\"/c\""), "{html}");
    }

    #[test]
    fn what_fits_needs_no_more() {
        let html = html(|| view! { <Tabs label="Chart" tabs=parts() open="/a"/> }.into_any());
        assert!(!html.contains("popover"));
    }
}

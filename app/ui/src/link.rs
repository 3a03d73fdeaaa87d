//! Links: somewhere else, nothing changed. In a sentence they are underlined; alone they are as high as a target must be.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};

/// Where a link stands and where it leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// In a sentence.
    #[default]
    Text,
    /// On a line of its own, or at the end of a card.
    Alone,
    /// Forward to a page of its own: a chevron stands after the words.
    Onward,
    /// Out of Wardlight, in another window; said aloud.
    Away,
}

impl Reach {
    /// What it wears.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Text => "link",
            Self::Alone | Self::Onward | Self::Away => "link link--alone",
        }
    }

    const fn icon(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Alone => None,
            Self::Onward => Some("chevron-end"),
            Self::Away => Some("away"),
        }
    }
}

/// A link. A page may write one by hand where it wears nothing else than this does: `parts_alone` looks.
#[component]
pub fn Link(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// The words; they make sense alone ("All results", never "here").
    children: Children,
    /// Where it stands.
    #[prop(optional)]
    reach: Reach,
    /// What it says to a reader when the words alone are not enough.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let (class, icon) = (reach.class(), reach.icon());
    let away = reach == Reach::Away;
    view! {
        <a class=class href=href aria-label=label target=away.then_some("_blank") rel=away.then_some("noopener noreferrer external")>
            {children()}
            {away.then(|| view! { <span class="visually-hidden">" "{word(key::PART_OTHER_WINDOW)}</span> }.into_any())}
            {icon.map(|icon| view! { <Icon name=icon class="icon--small icon--mirrors"/> }.into_any())}
        </a>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn who_leaves_the_house_is_told_and_gives_nothing_away() {
        let html = html(|| view! { <Link href="https://example.org" reach=Reach::Away>"Source"</Link> }.into_any());
        assert!(
            html.contains("noopener noreferrer") && html.contains("opens another window"),
            "{html}"
        );
    }
}

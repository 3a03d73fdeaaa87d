//! Tables: sticky head, hairlines, numbers at the end. A wide one scrolls in its own frame, which keys can reach.

use leptos::prelude::*;

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words, with the unit.
    pub words: String,
    /// Whether numbers stand under it.
    pub number: bool,
}

impl Head {
    /// A column of words.
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            number: false,
        }
    }

    /// A column of numbers.
    pub fn number(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            number: true,
        }
    }
}

/// A table; its children are `<tr>`s, with `class="num"` on cells of numbers and `<th scope="row">` first.
#[component]
pub fn Table(
    /// What it lists; read aloud, and shown when `caption_shown`.
    #[prop(into)]
    caption: String,
    /// The columns.
    heads: Vec<Head>,
    /// The rows.
    children: Children,
    /// Whether the caption is seen.
    #[prop(optional)]
    caption_shown: bool,
    /// Whether rows are low.
    #[prop(optional)]
    dense: bool,
) -> impl IntoView {
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col" class:num=head.number>{head.words}</th> }.into_any())
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="table-frame" role="region" aria-label=label tabindex="0">
            <table class="table" class:table--dense=dense>
                <caption class:visually-hidden=!caption_shown>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

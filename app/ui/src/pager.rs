//! The foot of a list that is read page by page: how many are shown, and links with cursors. There are no page numbers, because lists are paged by
//! key; at an end the link stands there and leads nowhere. Of a list that is whole only the count stands there.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};

/// "1 to 9 of 24"; "1 to 9" when nobody counted; "None" of nothing.
pub fn counted(from: u64, to: u64, total: Option<u64>) -> String {
    match (to, total) {
        (0, _) => word(key::NONE).to_owned(),
        (_, Some(total)) => tell(say::part_shown_of(from, to, total)),
        (_, None) => tell(say::part_shown(from, to)),
    }
}

/// The foot.
#[component]
pub fn Pager(
    /// Pages of what, for readers: "Pages of batches".
    #[prop(into)]
    label: String,
    /// What is shown: [`counted`], or a sentence.
    #[prop(into)]
    shown: String,
    /// The address of the page before.
    #[prop(optional, into)]
    previous: Option<String>,
    /// The address of the page after.
    #[prop(optional, into)]
    next: Option<String>,
    /// The word of the link to the page before, where it says more than "Previous": "First page", "Newest".
    #[prop(optional, into)]
    previous_word: Option<&'static str>,
    /// The word of the link to the page after, where it says more than "Next".
    #[prop(optional, into)]
    next_word: Option<&'static str>,
) -> impl IntoView {
    let [previous, next] = [previous, next].map(|href| href.filter(|href| !href.is_empty()));
    let steps = (previous.is_some() || next.is_some()).then(|| {
        let (before, after) = (Some("chevron-start"), Some("chevron-end"));
        view! {
            {step(previous, "prev", previous_word.unwrap_or(word(key::PREVIOUS)), before, None)}
            {step(next, "next", next_word.unwrap_or(word(key::NEXT)), None, after)}
        }
        .into_any()
    });
    view! {
        <nav class="pager" aria-label=label>
            <span class="pager__count">{shown}</span>
            {steps}
        </nav>
    }
}

fn step(
    href: Option<String>,
    rel: &'static str,
    words: &'static str,
    before: Option<&'static str>,
    after: Option<&'static str>,
) -> AnyView {
    let icon = |name: Option<&'static str>| {
        name.map(|name| view! { <Icon name=name class="icon--small icon--mirrors"/> }.into_any())
    };
    let face = view! { {icon(before)}<span>{words}</span>{icon(after)} };
    match href {
        Some(href) => view! { <a class="btn btn--secondary btn--small" href=href rel=rel>{face}</a> }.into_any(),
        None => {
            view! { <a class="btn btn--secondary btn--small" role="link" aria-disabled="true">{face}</a> }.into_any()
        }
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_is_shown_is_counted_as_people_say_it() {
        assert_eq!(counted(1, 9, Some(24)), "1 to 9 of 24");
        assert_eq!(counted(51, 100, None), "51 to 100");
        assert_eq!(counted(0, 0, Some(0)), "None");
    }

    #[test]
    fn at_the_first_page_there_is_nothing_before_and_readers_hear_it() {
        let html = html(|| view! { <Pager label="Pages of batches" shown="1 to 2 of 38" next="?after=B"/> }.into_any());
        assert!(html.contains("role=\"link\" aria-disabled=\"true\""), "{html}");
        assert!(html.contains("href=\"?after=B\" rel=\"next\""), "{html}");
    }

    #[test]
    fn a_list_that_is_whole_has_no_pages() {
        let html = html(|| view! { <Pager label="Pages of batches" shown="2 batches"/> }.into_any());
        assert!(html.contains("2 batches") && !html.contains("<a"), "{html}");
    }
}

//! The foot of a list that is read page by page: how many are shown, and links with cursors. There are no page numbers, because lists are paged by
//! key; at an end the link stands there and leads nowhere.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};

/// "1 to 9 of 24"; "1 to 9" when nobody counted; "None" of nothing.
pub fn counted(from: u64, to: u64, total: Option<u64>) -> String {
    match (to, total) {
        (0, _) => "None".to_owned(),
        (_, Some(total)) => format!("{from} to {to} of {total}"),
        (_, None) => format!("{from} to {to}"),
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
) -> impl IntoView {
    view! {
        <nav class="pager" aria-label=label>
            <span class="pager__count">{shown}</span>
            {step(previous, "prev", word(key::PREVIOUS), Some("chevron-start"), None)}
            {step(next, "next", word(key::NEXT), None, Some("chevron-end"))}
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
    let href = href.filter(|href| !href.is_empty());
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
}

//! The bell in the corner of the top bar: how many notices the reader has not read, drawn by the server with every page, and asked for again by a small script
//! (`public/bell.js`) while the page is seen. Why it asks and holds no line: `server/docs/decisions/0024-the-bell-asks.md`.

use leptos::prelude::*;
use ui::Icon;
use ui::lang::{self, Locale, key, say, tell, word};

use crate::routes::NoticePaths;
use crate::shell::apart;

/// From here on it is not counted any more.
const MOST: u32 = 100;

/// The bell, what a screen reader is told when more comes, and the script.
pub fn bell(paths: NoticePaths, unread: u32, script: &str) -> AnyView {
    view! {
        <a class="bell" id="bell" href=paths.page rel="external" data-door=paths.count>{face(unread)}</a>
        <span class="visually-hidden" id="bell-says" role="status"></span>
        <script src=script.to_owned() defer></script>
    }
    .into_any()
}

/// What stands in it.
fn face(unread: u32) -> AnyView {
    let shown = match unread {
        MOST.. => "99+".to_owned(),
        few => few.to_string(),
    };
    let words = match unread {
        0 => word(key::NOTICES).to_owned(),
        some => tell(say::notices_unread(some)),
    };
    view! {
        <Icon name="bell"/>
        <span class="visually-hidden" data-count=unread.to_string()>{words}</span>
        {(unread > 0).then(|| view! { <span class="bell__count" aria-hidden="true">{shown}</span> }.into_any())}
    }
    .into_any()
}

/// The same for the script, which puts it into the bell.
pub fn part(locale: Locale, unread: u32) -> String {
    apart(|| {
        lang::provide(locale);
        face(unread).to_html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_says_how_many_and_nothing_where_nothing_waits() {
        let none = part(Locale::ENGLISH, 0);
        assert!(
            none.contains("data-count=\"0\"") && !none.contains("bell__count"),
            "{none}"
        );
        let three = part(Locale::ENGLISH, 3);
        assert!(three.contains(">Notifications, 3 unread<"), "{three}");
        assert!(part(Locale::ENGLISH, 100).contains(">99+<"));
    }
}

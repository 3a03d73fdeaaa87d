//! The bell in the corner of the top bar: how many notices the reader has not read, drawn by the server with every page, and asked for again by a small script
//! (`public/bell.js`) while the page is seen. Why it asks and holds no line: `server/docs/decisions/0024-the-bell-asks.md`. Beside it, for who talks to somebody, the mark of
//! messages counts in the same way.

use leptos::prelude::*;
use ui::Icon;
use ui::lang::{self, Locale, key, say, tell, word};

use crate::routes::{ChatPaths, NoticePaths};
use crate::shell::apart;

/// From here on it is not counted any more.
const MOST: u32 = 100;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Notices that were not read.
    Notices,
    /// Messages that were not seen.
    Messages,
}

/// The bell, what a screen reader is told when more comes, and the script; beside it the mark of messages, for who has some to read.
pub fn bell(paths: NoticePaths, unread: u32, talk: Option<(ChatPaths, u32)>, script: &str) -> AnyView {
    let talk = talk.map(|(paths, waiting)| {
        view! {
            <a class="bell bell--talk" id="talk" href=paths.page rel="external" data-door=paths.count>{face(Counts::Messages, waiting)}</a>
            <span class="visually-hidden" id="talk-says" role="status"></span>
        }
        .into_any()
    });
    view! {
        <a class="bell" id="bell" href=paths.page rel="external" data-door=paths.count>{face(Counts::Notices, unread)}</a>
        <span class="visually-hidden" id="bell-says" role="status"></span>
        {talk}
        <script src=script.to_owned() defer></script>
    }
    .into_any()
}

/// What stands in it.
fn face(counts: Counts, unread: u32) -> AnyView {
    let shown = match unread {
        MOST.. => "99+".to_owned(),
        few => few.to_string(),
    };
    let (icon, words) = match (counts, unread) {
        (Counts::Notices, 0) => ("bell", word(key::NOTICES).to_owned()),
        (Counts::Notices, some) => ("bell", tell(say::notices_unread(some))),
        (Counts::Messages, 0) => ("chat", word(key::PLACE_MESSAGES).to_owned()),
        (Counts::Messages, some) => ("chat", tell(say::messages_unread(some))),
    };
    view! {
        <Icon name=icon/>
        <span class="visually-hidden" data-count=unread.to_string()>{words}</span>
        {(unread > 0).then(|| view! { <span class="bell__count" aria-hidden="true">{shown}</span> }.into_any())}
    }
    .into_any()
}

/// The same for the script, which puts it into the bell.
pub fn part(locale: Locale, counts: Counts, unread: u32) -> String {
    apart(|| {
        lang::provide(locale);
        face(counts, unread).to_html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_says_how_many_and_nothing_where_nothing_waits() {
        let part = |unread| part(Locale::ENGLISH, Counts::Notices, unread);
        let none = part(0);
        assert!(
            none.contains("data-count=\"0\"") && !none.contains("bell__count"),
            "{none}"
        );
        let three = part(3);
        assert!(three.contains(">Notifications, 3 unread<"), "{three}");
        assert!(part(100).contains(">99+<"));
    }

    #[test]
    fn messages_have_a_mark_of_their_own() {
        let two = part(Locale::ENGLISH, Counts::Messages, 2);
        assert!(
            two.contains(">Messages, 2 not read<") && two.contains("data-count=\"2\""),
            "{two}"
        );
    }
}

//! Every component in every state, to be looked at in every theme, direction, density and width: one page for each group. It is for those who build
//! Wardlight: its people are invented, its links lead nowhere, it reads nothing. Only a demo shows it (`server/src/doors/gallery.rs`).
//!
//! # Adding a component
//! A [`sample`] of each of its states in the file of its group. A new group is a file here and a row in [`GROUPS`].

mod acts;
mod answers;
mod answers_more;
mod basics;
mod day;
mod frames;
mod lists;
mod numbers;
mod signs;
mod talk;

use domain::time::Moment;
use leptos::prelude::*;

use crate::panel::Card;

/// A morning, in ms: the gallery's clock stands still.
pub const NOW: i64 = 1_763_635_320_000;

/// One page of it.
pub struct Group {
    /// Its part of the address.
    pub name: &'static str,
    /// Its word.
    pub word: &'static str,
    draw: fn() -> AnyView,
}

impl Group {
    /// The page, without anything around it. Its clock stands at [`NOW`]: provide a [`crate::Now`] first.
    pub fn draw(&self) -> AnyView {
        (self.draw)()
    }
}

/// The pages, in order; the first one is the gallery's own.
pub const GROUPS: [Group; 9] = [
    Group {
        name: "basics",
        word: "Basics",
        draw: basics::draw,
    },
    Group {
        name: "acts",
        word: "Acts",
        draw: acts::draw,
    },
    Group {
        name: "answers",
        word: "Answers",
        draw: answers::draw,
    },
    Group {
        name: "more-answers",
        word: "More answers",
        draw: answers_more::draw,
    },
    Group {
        name: "signs",
        word: "Signs",
        draw: signs::draw,
    },
    Group {
        name: "numbers",
        word: "Numbers",
        draw: numbers::draw,
    },
    Group {
        name: "lists",
        word: "Lists",
        draw: lists::draw,
    },
    Group {
        name: "frames",
        word: "Frames",
        draw: frames::draw,
    },
    Group {
        name: "talk",
        word: "Talk and find",
        draw: talk::draw,
    },
];

/// A moment so many seconds before the gallery's.
fn ago(seconds: i64) -> Option<Moment> {
    Some(Moment::from_millis(NOW - seconds * 1_000))
}

/// A card of the gallery with one component in its states.
fn sample(id: &'static str, title: &'static str, content: AnyView) -> AnyView {
    view! { <Card title=title id=id><div class="card__body stack">{content}</div></Card> }.into_any()
}

/// The cards of a group, as many beside each other as there is room for.
fn samples(cards: Vec<AnyView>) -> AnyView {
    view! { <div class="samples">{cards}</div> }.into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;

    fn html() -> String {
        Owner::new().with(|| {
            crate::Now::provide(Moment::from_millis(NOW));
            GROUPS.iter().map(|group| group.draw().to_html()).collect()
        })
    }

    #[test]
    fn no_component_writes_an_inline_style() {
        let html = html();
        assert!(
            html.contains("alarm--high") && html.contains("news__square--high"),
            "the gallery is drawn"
        );
        assert!(!html.contains("style="), "the policy of the page forbids inline styles");
        assert!(!html.contains("onclick="), "and inline scripts");
    }

    #[test]
    fn every_class_that_a_component_writes_has_its_look() {
        let html = html();
        let sheets = sheets();
        let known = |class: &str| {
            [" ", ",", ":", ".", "[", ")", ">", "\n"]
                .iter()
                .any(|end| sheets.contains(&format!(".{class}{end}")))
        };
        // Hooks without a look of their own.
        let bare = [
            "chip--neutral",
            "page__context",
            "alarm--answered",
            "alarm--gone",
            "panel",
            "trend__moments",
            "square--used",
            // Lists without bullets.
            "palette__hits",
        ];
        for part in html.split("class=\"").skip(1) {
            for class in part.split('"').next().unwrap_or("").split_whitespace() {
                assert!(known(class) || bare.contains(&class), ".{class} is in no sheet");
            }
        }
    }

    /// Where a rule that looks into an element (`:has`) is about whatever else is there, Chromium works out the whole page anew with each element that comes or goes: on a ward that moves, six hundred
    /// elements twice a second.
    #[test]
    fn a_rule_that_looks_into_an_element_names_what_it_is_about() {
        let sheets = sheets();
        let looks = sheets.lines().map(str::trim).filter(|line| line.contains(":has("));
        let nameless = |selector: &str| {
            let about = selector.trim_end_matches(['{', ',', ' ']);
            about.ends_with(" *") || about.rsplit(' ').next().is_some_and(|last| last.starts_with(":not("))
        };
        assert!(looks.clone().count() > 20, "the sheets were read");
        assert_eq!(looks.filter(|line| nameless(line)).collect::<Vec<_>>(), [""; 0]);
    }

    /// All sheets as one text.
    fn sheets() -> String {
        let style = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let main = std::fs::read_to_string(style.join("main.css")).unwrap();
        let files = main
            .lines()
            .filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
        files
            .map(|file| std::fs::read_to_string(style.join(file)).unwrap())
            .collect()
    }
}

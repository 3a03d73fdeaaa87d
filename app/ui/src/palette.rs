//! Find anything: the frame of the command palette, and what is found. A script (`public/find.js`) opens it with Ctrl K or `/`, asks while somebody types, puts the
//! answer ([`Options`]) into the frame and marks one hit with the arrow keys. Without a script the same hits are links on a page ([`Hits`]). What stands in it obeys the
//! reader's rights: it is given, never found here.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};
use crate::matched::Matched;

/// What a hit does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It leads to a page.
    To(String),
    /// It posts one field to a door.
    Post {
        /// The door.
        door: &'static str,
        /// The field.
        field: &'static str,
        /// Its value.
        value: String,
    },
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub way: Way,
    /// Its icon.
    pub icon: &'static str,
    /// What it is called; what was typed stands in it in bold.
    pub name: String,
    /// What tells it from others of the name: "71 y M, ward 4 bed 2".
    pub note: String,
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitGroup {
    /// The kind: "Patients", "Pages".
    pub word: &'static str,
    /// The hits.
    pub hits: Vec<Hit>,
}

/// What the palette knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing was typed: what was seen lately.
    Recent(Vec<HitGroup>),
    /// Hits of what was typed.
    Hits(Vec<HitGroup>),
    /// Nobody has asked yet.
    Looking,
}

impl Found {
    fn groups(self) -> Vec<HitGroup> {
        match self {
            Self::Recent(groups) | Self::Hits(groups) => groups,
            Self::Looking => Vec::new(),
        }
    }

    /// What somebody hears who does not see the hits; whether it has to be seen too, because there are none.
    fn says(&self) -> (String, bool) {
        let Self::Hits(groups) = self else {
            return (String::new(), false);
        };
        match groups.iter().map(|group| group.hits.len()).sum::<usize>() {
            0 => (word(key::FIND_NONE).to_owned(), true),
            count => (tell(say::find_count(i64::try_from(count).unwrap_or(i64::MAX))), false),
        }
    }
}

/// The frame; put it in a dialog.
#[component]
pub fn Palette(
    /// The page that answers the same question without a script.
    #[prop(into)]
    action: String,
    /// What may be found, in words.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(optional, into)]
    typed: String,
    /// What was found.
    found: Found,
    /// The place of the marked hit, over all groups.
    #[prop(optional)]
    active: Option<usize>,
    /// What its ids begin with, where there are several on one page.
    #[prop(default = "find")]
    id: &'static str,
) -> impl IntoView {
    let (says, _) = found.says();
    let marked = active.map(|place| format!("{id}-hit-{place}"));
    let open = matches!(&found, Found::Hits(groups) | Found::Recent(groups) if !groups.is_empty());
    view! {
        <search class="palette">
            <form class="palette__ask" method="post" action=action role="search">
                <Icon name="search"/>
                <input
                    class="palette__input"
                    type="search"
                    name="words"
                    value=typed.clone()
                    role="combobox"
                    aria-expanded=if open { "true" } else { "false" }
                    aria-controls=format!("{id}-found")
                    aria-autocomplete="list"
                    aria-activedescendant=marked
                    aria-label=label.clone()
                    placeholder=label
                    maxlength="120"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <kbd aria-hidden="true">"Esc"</kbd>
            </form>
            <p class="visually-hidden" role="status">{says}</p>
            <div class="palette__found" id=format!("{id}-found")><Options found=found typed=typed active=active id=id/></div>
        </search>
    }
}

/// What was found, as the answers of a combobox. What is to be heard stands in `data-says`: the script says it where it is heard politely.
#[component]
pub fn Options(
    /// What was found.
    found: Found,
    /// What was typed.
    #[prop(optional, into)]
    typed: String,
    /// The place of the marked hit, over all groups.
    #[prop(optional_no_strip)]
    active: Option<usize>,
    /// What its ids begin with.
    #[prop(default = "find")]
    id: &'static str,
) -> impl IntoView {
    let (says, is_seen) = found.says();
    if is_seen {
        let heard = says.clone();
        return view! { <p class="palette__says" data-says=heard>{says}</p> }.into_any();
    }
    let (mut place, mut drawn) = (0, Vec::new());
    for (number, HitGroup { word, hits }) in found.groups().into_iter().enumerate() {
        let mut rows = Vec::new();
        for hit in hits {
            rows.push(option(
                hit,
                typed.clone(),
                format!("{id}-hit-{place}"),
                active == Some(place),
            ));
            place += 1;
        }
        let kind = format!("{id}-kind-{number}");
        let called = kind.clone();
        drawn.push(
            view! {
                <div class="palette__group" role="group" aria-labelledby=called>
                    <div class="palette__kind" id=kind role="presentation">{word}</div>
                    {rows}
                </div>
            }
            .into_any(),
        );
    }
    if drawn.is_empty() {
        return ().into_any();
    }
    let label = word(key::FIND_FOUND);
    view! { <div role="listbox" aria-label=label data-says=says>{drawn}</div> }.into_any()
}

fn option(hit: Hit, typed: String, id: String, active: bool) -> AnyView {
    let Hit { way, icon, name, note } = hit;
    let selected = if active { "true" } else { "false" };
    let what = what(icon, name, note, typed);
    match way {
        Way::To(href) => view! {
            <a class="palette__hit" role="option" tabindex="-1" id=id aria-selected=selected href=href rel="external">{what}</a>
        }
        .into_any(),
        // The list stands beside the form of the search, so that a button in it may post by a form of its own.
        Way::Post { door, field, value } => view! {
            <form method="post" action=door role="presentation">
                <button class="palette__hit" role="option" tabindex="-1" id=id aria-selected=selected name=field value=value>{what}</button>
            </form>
        }
        .into_any(),
    }
}

fn what(icon: &'static str, name: String, note: String, typed: String) -> AnyView {
    view! {
        <Icon name=icon/>
        <span class="palette__name"><bdi><Matched text=name typed=typed/></bdi>" "<bdi class="palette__note">{note}</bdi></span>
    }
    .into_any()
}

/// The hits of one kind as links, for a page that knows no script.
#[component]
pub fn Hits(
    /// The hits.
    hits: Vec<Hit>,
    /// What was typed.
    #[prop(optional, into)]
    typed: String,
) -> impl IntoView {
    let rows = hits
        .into_iter()
        .map(|Hit { way, icon, name, note }| {
            let what = what(icon, name, note, typed.clone());
            match way {
                Way::To(href) => view! { <li><a class="palette__hit" href=href>{what}</a></li> }.into_any(),
                Way::Post { door, field, value } => view! {
                    <li><form method="post" action=door><button class="palette__hit" name=field value=value>{what}</button></form></li>
                }
                .into_any(),
            }
        })
        .collect_view();
    view! { <ul class="palette__hits">{rows}</ul> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn patients(names: &[&str]) -> Vec<HitGroup> {
        let hit = |name: &&str| Hit {
            way: Way::To(format!("/{name}")),
            icon: "person",
            name: (*name).into(),
            note: "71 y M".into(),
        };
        vec![HitGroup {
            word: "Patients",
            hits: names.iter().map(hit).collect(),
        }]
    }

    #[test]
    fn hits_are_answers_of_the_field_one_of_them_is_marked_and_how_many_is_heard() {
        let found = Found::Hits(patients(&["MWANGI", "MWANIKI"]));
        let html =
            html(|| view! { <Palette action="/search" label="Find" typed="mwan" found=found active=1/> }.into_any());
        assert!(html.contains("2 found") && html.contains("role=\"status\""), "{html}");
        assert!(html.contains("<mark class=\"match\">MWAN</mark>GI"));
        assert!(html.contains("aria-activedescendant=\"find-hit-1\""));
        assert_eq!(html.matches("role=\"option\"").count(), 2);
        assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    }

    #[test]
    fn nothing_found_does_not_say_whether_there_is_something_to_hide() {
        let html = html(|| view! { <Options found=Found::Hits(vec![]) typed="x"/> }.into_any());
        assert!(html.contains("Nothing is called so that you may open."));
        assert!(!html.contains("listbox"), "a list without answers is none");
    }

    #[test]
    fn what_changes_something_is_posted() {
        let way = Way::Post {
            door: "/account/hospital",
            field: "hospital",
            value: "7".into(),
        };
        let hit = Hit {
            way,
            icon: "building",
            name: "Hillside".into(),
            note: String::new(),
        };
        let html = html(|| view! { <Hits hits=vec![hit]/> }.into_any());
        assert!(
            html.contains("method=\"post\"") && html.contains("name=\"hospital\" value=\"7\""),
            "{html}"
        );
    }
}

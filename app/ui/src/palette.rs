//! Find anything: the frame of the command palette. Hits are links in groups, so that Tab and Enter work without a program; a page's program opens it with
//! Ctrl K or `/`, marks one hit with arrow keys (`active`) and asks while one types. What stands in it obeys the reader's rights: it is given, never found here.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::matched::Matched;

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub href: String,
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
    /// The kind: "Patients", "Places", "Do".
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
    /// The server is asked.
    Looking,
    /// Nothing fits, or nothing that the reader may open.
    Nothing,
}

/// The frame; put it in a dialog or on a page.
#[component]
pub fn Palette(
    /// The page that answers the same question without a program.
    #[prop(into)]
    action: String,
    /// What was typed.
    #[prop(optional, into)]
    typed: String,
    /// What was found.
    found: Found,
    /// The place of the marked hit, over all groups.
    #[prop(optional)]
    active: Option<usize>,
) -> impl IntoView {
    let says = match &found {
        Found::Looking => "Looking".to_owned(),
        Found::Nothing => "Nothing is called so that you may open.".to_owned(),
        Found::Recent(_) => String::new(),
        Found::Hits(groups) => match groups.iter().map(|group| group.hits.len()).sum::<usize>() {
            1 => "1 found".to_owned(),
            count => format!("{count} found"),
        },
    };
    // Hits are seen; how many is for those who only hear.
    let heard_only = matches!(found, Found::Hits(_) | Found::Recent(_));
    let groups = match found {
        Found::Recent(groups) | Found::Hits(groups) => groups,
        Found::Looking | Found::Nothing => Vec::new(),
    };
    let (mut place, mut drawn) = (0, Vec::new());
    for HitGroup { word, hits } in groups {
        let mut rows = Vec::new();
        for hit in hits {
            rows.push(row(hit, typed.clone(), active == Some(place)));
            place += 1;
        }
        drawn.push(
            view! { <section class="palette__group"><h2 class="palette__kind">{word}</h2><ul class="palette__hits">{rows}</ul></section> }
                .into_any(),
        );
    }
    view! {
        <search class="palette">
            <form class="palette__ask" method="get" action=action role="search">
                <Icon name="search"/>
                <input
                    class="palette__input"
                    type="search"
                    name="q"
                    value=typed
                    aria-label="Find a patient, a place or something to do"
                    placeholder="Find anything"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <kbd>"Esc"</kbd>
            </form>
            <p class=if heard_only { "visually-hidden" } else { "palette__says" } role="status">{says}</p>
            {drawn}
        </search>
    }
}

fn row(hit: Hit, typed: String, active: bool) -> AnyView {
    let Hit { href, icon, name, note } = hit;
    let class = if active {
        "palette__hit palette__hit--active"
    } else {
        "palette__hit"
    };
    view! {
        <li>
            <a class=class href=href>
                <Icon name=icon/>
                <span class="palette__name"><Matched text=name typed=typed/>" "<span class="palette__note">{note}</span></span>
                {active.then(|| view! { <kbd aria-hidden="true">"Enter"</kbd> }.into_any())}
            </a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn hits_are_links_and_how_many_is_heard() {
        let hit = |name: &str| Hit {
            href: format!("/{name}"),
            icon: "person",
            name: name.into(),
            note: "71 y M".into(),
        };
        let groups = vec![HitGroup {
            word: "Patients",
            hits: vec![hit("MWANGI"), hit("MWANIKI")],
        }];
        let html =
            html(|| view! { <Palette action="/find" typed="mwan" found=Found::Hits(groups) active=1/> }.into_any());
        assert!(html.contains("2 found") && html.contains("role=\"status\""), "{html}");
        assert!(html.contains("<mark class=\"match\">MWAN</mark>GI"));
        assert_eq!(html.matches("palette__hit--active").count(), 1);
    }

    #[test]
    fn nothing_found_does_not_say_whether_there_is_something_to_hide() {
        let html = html(|| view! { <Palette action="/find" typed="x" found=Found::Nothing/> }.into_any());
        assert!(html.contains("Nothing is called so that you may open."));
    }
}

//! The frame of every signed-in page: skip link, top bar, rail, main.

use leptos::prelude::*;

use crate::icon::{Icon, Mark};
use crate::lang::{key, word};

/// The frame. Pages begin with `<div class="page">` inside it.
#[component]
pub fn Shell(
    /// The hospital's name.
    #[prop(into)]
    hospital: String,
    /// Ward, or whatever the role stands in.
    #[prop(optional, into)]
    place: String,
    /// Where another ward or hospital is chosen; without it the place is a text.
    #[prop(default = None)]
    elsewhere: Option<&'static str>,
    /// The reader's name.
    #[prop(into)]
    name: String,
    /// Their role, in words.
    #[prop(into)]
    role: String,
    /// The path of the role's home.
    #[prop(into)]
    home: String,
    /// Bars over everything: the offline bar.
    #[prop(default = None)]
    over: Option<AnyView>,
    /// The way to the search.
    #[prop(default = None)]
    search: Option<AnyView>,
    /// What stands before the bell: the alarm counts.
    #[prop(default = None)]
    end: Option<AnyView>,
    /// The bell, before the reader's name.
    #[prop(default = None)]
    bell: Option<AnyView>,
    /// The navigation: a [`crate::Rail`].
    rail: AnyView,
    /// What stands on each printed sheet, first and last: [`crate::PrintHead`], [`crate::PrintFoot`].
    #[prop(default = None)]
    paper: Option<(AnyView, AnyView)>,
    /// What stands under the page: in which zone its times are.
    #[prop(default = None)]
    under: Option<AnyView>,
    /// The page.
    children: Children,
    /// Whether it stands in another page, which has a main part of its own: for the gallery.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let initials = initials(&name);
    // A phone has room for one of the two: the place, where there is one.
    let (of_hospital, place) = match place.is_empty() {
        true => ("topbar__hospital topbar__hospital--alone", None),
        false => ("topbar__hospital", Some(view! { <span>{place}</span> })),
    };
    let here = view! {
        <span class=of_hospital>{hospital}</span>
        {place}
    };
    let here = match elsewhere {
        // The script of the search opens its list here; without it the page of the search has the same.
        Some(href) => view! {
            <a class="topbar__place" href=href rel="external" title=word(key::CHANGE_PLACE)>
                {here}
                <Icon name="chevron-down" class="icon--small"/>
            </a>
        }
        .into_any(),
        None => view! { <div class="topbar__place">{here}</div> }.into_any(),
    };
    let main = match within {
        true => view! { <div class="main">{children()}{under}</div> }.into_any(),
        false => view! { <main class="main" id="main" tabindex="-1">{children()}{under}</main> }.into_any(),
    };
    // The browser's own link: a router would scroll there and leave the focus behind.
    let skip = (!within)
        .then(|| view! { <a class="skip" href="#main" rel="external">{word(key::SKIP_TO_PAGE)}</a> }.into_any());
    let (head, foot) = paper.unzip();
    view! {
        {skip}
        {over}
        <div class="shell">
            {head}
            <header class="topbar">
                <a class="topbar__mark" href=home aria-label=word(key::WARDLIGHT_HOME)><Mark/></a>
                {here}
                {search}
                <div class="topbar__end">
                    {end}
                    {bell}
                    <div class="who">
                        <span class="avatar" aria-hidden="true">{initials}</span>
                        <span class="who__text">
                            <span class="who__name">{name}</span>
                            <span class="who__role">{role}</span>
                        </span>
                    </div>
                </div>
            </header>
            {rail}
            {main}
            {foot}
        </div>
    }
}

/// The first letters of the first and the last name; titles are left out.
pub fn initials(name: &str) -> String {
    let titles = ["Dr", "Prof", "Mr", "Mrs", "Ms", "Sr", "Dr.", "Prof."];
    let names: Vec<&str> = name.split_whitespace().filter(|word| !titles.contains(word)).collect();
    let letters = match names[..] {
        [] => vec![],
        [only] => vec![only],
        [first, .., last] => vec![first, last],
    };
    letters
        .iter()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn titles_are_no_names() {
        let cases = [
            ("Dr Anika Rao", "AR"),
            ("Lakshmi", "L"),
            ("", ""),
            ("Ana Maria de Souza", "AS"),
        ];
        for (name, letters) in cases {
            assert_eq!(initials(name), letters);
        }
    }
}

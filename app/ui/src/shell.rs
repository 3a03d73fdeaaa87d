//! The frame of every signed-in page: skip link, top bar, rail, main.

use leptos::prelude::*;

use crate::icon::Mark;
use crate::lang::{key, word};

/// The frame. Pages begin with `<div class="page">` inside it.
#[component]
pub fn Shell(
    /// The hospital's name.
    #[prop(into)]
    hospital: Signal<String>,
    /// Ward, or whatever the role stands in.
    #[prop(optional, into)]
    place: Signal<String>,
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
    #[prop(optional)]
    over: Option<AnyView>,
    /// What stands before the reader's name: the alarm counts.
    #[prop(optional)]
    end: Option<AnyView>,
    /// The navigation: a [`crate::Rail`].
    rail: AnyView,
    /// What stands on each printed sheet, first and last: [`crate::PrintHead`], [`crate::PrintFoot`].
    #[prop(optional)]
    paper: Option<(AnyView, AnyView)>,
    /// What stands under the page: in which zone its times are.
    #[prop(optional)]
    under: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let initials = initials(&name);
    let (head, foot) = paper.unzip();
    view! {
        // The browser's own link: a router would scroll there and leave the focus behind.
        <a class="skip" href="#main" rel="external">{word(key::SKIP_TO_PAGE)}</a>
        {over}
        <div class="shell">
            {head}
            <header class="topbar">
                <a class="topbar__mark" href=home aria-label=word(key::WARDLIGHT_HOME)><Mark/></a>
                <div class="topbar__place">
                    <span class="topbar__hospital">{move || hospital.get()}</span>
                    <span>{move || place.get()}</span>
                </div>
                <div class="topbar__end">
                    {end}
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
            <main class="main" id="main" tabindex="-1">{children()}{under}</main>
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

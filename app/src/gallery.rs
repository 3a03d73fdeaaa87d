//! The document around the gallery of the design system (`ui::gallery`): which group, and in which theme, direction and density, stands in the address, so that
//! a picture of it can be taken again. Drawn by the server alone, and only in a demo.
//!
//! Beside the parts it holds the main pages, whole and standing still ([`pages`], of [`records`]): read from right to left they are in Arabic.

mod pages;
mod records;

use domain::identity::Density;
use domain::time::Moment;
use leptos::prelude::*;
use ui::gallery::{GROUPS, Group, NOW};
use ui::lang::{self, Locale};
use ui::{Mark, Now, PageHead, Segment, SegmentedLinks, Tab, Tabs};

use crate::routes;
use crate::shell::{Assets, apart};
use crate::welcome::Theme;

/// How the gallery is looked at; without a choice as the reader's machine has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Colours.
    pub theme: Option<Theme>,
    /// Right to left.
    pub rtl: bool,
    /// Density.
    pub density: Option<Density>,
}

impl Look {
    /// From the values of the address; words that nobody knows choose nothing.
    pub fn of(theme: &str, dir: &str, density: &str) -> Self {
        Self {
            theme: [Theme::Light, Theme::Dark, Theme::Contrast]
                .into_iter()
                .find(|one| one.name() == theme),
            rtl: dir == "rtl",
            density: [Density::Comfortable, Density::Compact]
                .into_iter()
                .find(|one| one.name() == density),
        }
    }

    /// The address of a group, looked at so.
    fn href(self, group: &str) -> String {
        let parts = [
            self.theme.map(|theme| format!("theme={}", theme.name())),
            self.rtl.then(|| "dir=rtl".to_owned()),
            self.density.map(|density| format!("density={}", density.name())),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let query = if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        };
        format!("{}/{group}{query}", routes::GALLERY)
    }
}

/// The names of the groups.
pub fn names() -> Vec<&'static str> {
    let parts = GROUPS.iter().map(|group| group.name);
    parts.chain(pages::PAGES.iter().map(|page| page.name)).collect()
}

/// The page of a group; the first one for an empty name, none for a name that no group has.
pub fn draw(name: &str, look: Look, assets: &Assets) -> Option<String> {
    let drawn = match pages::PAGES.iter().find(|page| page.name == name) {
        Some(page) => apart(|| {
            Now::provide(Moment::from_millis(NOW));
            let arabic = Locale::of_tag("ar").filter(|_| look.rtl);
            lang::provide(arabic.unwrap_or(Locale::ENGLISH));
            provide_context(StoredValue::new(records::zone()));
            document(look, assets, (page.draw)()).to_html()
        }),
        None => {
            let group = GROUPS.iter().find(|group| group.name == name || name.is_empty())?;
            apart(|| {
                Now::provide(Moment::from_millis(NOW));
                document(look, assets, parts(look, group)).to_html()
            })
        }
    };
    Some(format!("<!DOCTYPE html>{drawn}"))
}

/// Parts in their states, under the head with the ways to look at them.
fn parts(look: Look, group: &'static Group) -> AnyView {
    let parts = GROUPS.iter().map(|group| (group.name, group.word));
    let tabs = parts
        .chain(pages::PAGES.iter().map(|page| (page.name, page.word)))
        .map(|(name, word)| Tab::new(look.href(name), word))
        .collect();
    view! {
        <a class="skip" href="#main">"Skip to the page"</a>
        <div class="gallery">
            <header class="gallery__head">
                <Mark/>
                <PageHead title="Wardlight components" context="Every one in every state; its people are invented">
                    {looks(look, group.name)}
                </PageHead>
            </header>
            <div class="card"><Tabs label="Groups" tabs=tabs open=look.href(group.name) most=20/></div>
            <main class="gallery__main" id="main" tabindex="-1">{group.draw()}</main>
        </div>
    }
    .into_any()
}

/// The document around either.
fn document(look: Look, assets: &Assets, body: AnyView) -> AnyView {
    let Assets { css, font, .. } = assets.clone();
    view! {
        <html
            lang=lang::locale().tag()
            dir=if look.rtl { "rtl" } else { "ltr" }
            data-theme=look.theme.map(Theme::name)
            data-density=look.density.map(Density::name)
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>"Gallery · Wardlight"</title>
                <link rel="stylesheet" href=css/>
                <link rel="preload" href=font r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
            </head>
            <body>{body}</body>
        </html>
    }
    .into_any()
}

/// Theme, direction and density as links; each keeps the other two.
fn looks(look: Look, group: &'static str) -> AnyView {
    let choice = |label: &'static str, options: Vec<(&str, Look)>| {
        let options: Vec<Segment> = options
            .into_iter()
            .map(|(word, look)| Segment {
                value: look.href(group),
                word: word.into(),
                count: None,
            })
            .collect();
        view! { <SegmentedLinks label=label options=Signal::stored(options) chosen=look.href(group)/> }.into_any()
    };
    let theme = |theme| Look { theme, ..look };
    let density = |density| Look { density, ..look };
    view! {
        {choice("Theme", vec![
            ("System", theme(None)),
            ("Light", theme(Some(Theme::Light))),
            ("Dark", theme(Some(Theme::Dark))),
            ("Contrast", theme(Some(Theme::Contrast))),
        ])}
        {choice("Direction", vec![("LTR", Look { rtl: false, ..look }), ("RTL", Look { rtl: true, ..look })])}
        {choice("Density", vec![
            ("Standard", density(None)),
            ("Comfortable", density(Some(Density::Comfortable))),
            ("Compact", density(Some(Density::Compact))),
        ])}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_how_it_is_looked_at() {
        let look = Look::of("contrast", "rtl", "compact");
        assert_eq!(
            look.href("acts"),
            "/gallery/acts?theme=contrast&dir=rtl&density=compact"
        );
        assert_eq!(Look::of("\"><script>", "x", ""), Look::default());
        let html = draw("acts", look, &Assets::default()).expect("a page");
        assert!(
            html.contains("data-theme=\"contrast\"") && html.contains("dir=\"rtl\""),
            "{html}"
        );
        assert!(html.contains("data-density=\"compact\""));
    }

    #[test]
    fn a_group_that_is_not_there_is_no_page_and_no_page_has_a_program() {
        assert_eq!(draw("nothing", Look::default(), &Assets::default()), None);
        for name in names() {
            let html = draw(name, Look::default(), &Assets::default()).expect("a page");
            // What a page carries for its program is a block that no browser runs.
            let runs = html.replace("<script type=\"text/plain\"", "");
            assert!(!runs.contains("<script") && !html.contains("style="), "{name}");
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
        }
    }

    #[test]
    fn the_main_pages_stand_still_in_every_state_of_a_bed_with_all_that_they_show() {
        let html = |name| draw(name, Look::default(), &Assets::default()).expect("a page");
        let ward = html("ward");
        for state in [
            "bed bed--high\"",
            "bed bed--high bed--answered",
            "bed bed--medium\"",
            "bed bed--low\"",
            "bed bed--stale",
            "bed bed--free",
            "strip__more",
        ] {
            assert!(ward.contains(state), "{state}");
        }
        let chart = html("chart");
        assert!(chart.contains("Penicillin") && chart.contains("opened--joined") && chart.contains("trend"));
        assert_eq!(html("ward"), ward, "it is the same at each look");
        for beside in [
            "href=\"#due\"",
            "id=\"due\"",
            "id=\"since\"",
            "id=\"ward-calls\"",
            "aria-label=\"Beds that are shown",
        ] {
            assert!(
                ward.contains(beside),
                "what a real ward shows beside its beds: {beside}"
            );
        }
        assert!(
            chart.contains("aria-labelledby=\"due\""),
            "by when somebody is measured"
        );
        let home = html("my");
        assert!(
            home.contains("Call my nurse") && home.contains("class=\"ring"),
            "{home}"
        );
        let arabic = draw("my", Look::of("", "rtl", ""), &Assets::default()).expect("a page");
        assert!(arabic.contains("lang=\"ar\" dir=\"rtl\""));
    }

    #[test]
    fn no_two_elements_of_a_page_have_one_id() {
        for name in names() {
            let html = draw(name, Look::default(), &Assets::default()).expect("a page");
            let mut ids: Vec<&str> = html
                .split(" id=\"")
                .skip(1)
                .filter_map(|part| part.split('"').next())
                // The stripes of gaps are the same pattern everywhere.
                .filter(|id| *id != "wl-hatch")
                .collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name}");
        }
    }
}

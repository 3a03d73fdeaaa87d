//! Pages that are forms and lists: drawn by the server alone, without a program in the browser. They work without JavaScript, cost a phone nothing, and are
//! posted to the door of the same path (post, redirect, get). Why they are not hydrated: `server/docs/decisions/0008-form-pages.md`.
//!
//! | part | does |
//! | --- | --- |
//! | [`Paper`] | what the server knows of the reader: who, when, theme, what there is to say |
//! | [`draw`] | the whole document: [`Around::Frame`] for who has signed in, [`Around::Sheet`] for who has not |
//! | [`parts`] | fields that remember what was typed and what was wrong, the list of problems, acts in a table |
//!
//! # Adding a page
//! Its path in `routes`, one file here with one function that answers an `AnyView` from plain records, its doors in `server/src/forms/<area>.rs` (`Desk` gathers,
//! calls one verb and draws), their rows in the authorisation matrix. The title is a fixed name: no patient in a title or in an address.

pub mod access;
pub mod account;
pub mod accounts;
pub mod again;
pub mod alarm_budget;
pub mod alerts;
pub mod audit;
pub mod calls;
pub mod care_team;
pub mod chat;
pub mod clients;
pub mod consents;
pub mod critical;
pub mod device_tokens;
pub mod devices;
pub mod dialysis;
pub mod diary;
pub mod duties;
pub mod emergency;
pub mod gateways;
pub mod hand_over;
pub mod home;
pub mod invitation;
pub mod messages;
mod my_background;
pub mod notices;
pub mod on_call;
pub mod outbox;
pub mod parts;
pub mod patients;
pub mod people;
pub mod places;
pub mod platform;
pub mod portal;
pub mod preferences;
pub mod proxies;
pub mod record;
pub mod recover;
pub mod register;
pub mod registrations;
pub mod rights;
pub mod search;
pub mod staff;
pub mod system_alerts;
pub mod trace;

use domain::access::{Action, Decision, Subject, decide};
use domain::actor::Role;
use domain::identity::Density;
use domain::invalid::Invalid;
use domain::patients::TextSize;
use domain::time::Moment;
use hospital::identity::Caller;
use leptos::prelude::*;
use ui::lang::{self, Locale, key, say, tell, word};
use ui::{Now, Rail, RailAct, RailItem, measured};

use crate::finding::beside;
use crate::language::LanguageMenu;
use crate::portals;
use crate::routes;
use crate::shell::{Assets, apart};
use crate::text_size::{self, LargerText};
use crate::welcome::{self, Theme};
use crate::widgets::aloud::{At, aloud};
use crate::widgets::frame::{Framing, Side};
use crate::widgets::keys::KeysButton;
use crate::widgets::shared::same;
use crate::widgets::theme_switch::{HighContrast, ThemeSwitch};

/// What there is to say once, after an act: that it is done, or what was wrong and what was typed. It never holds a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flash {
    /// What was done, in one sentence.
    pub done: String,
    /// What was wrong, when it is not of one field.
    pub wrong: String,
    /// Faults by field.
    pub faults: Vec<Invalid>,
    /// What was typed, by field.
    pub typed: Vec<(String, String)>,
    /// Something that is shown this one time, such as a new secret, with its label.
    pub shown: Vec<(String, String)>,
}

/// What the server knows of the reader.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Who reads.
    pub caller: Caller,
    /// Where the files of the page lie.
    pub assets: Assets,
    /// The theme that the reader chose.
    pub theme: Option<Theme>,
    /// The language in which they read.
    pub locale: Locale,
    /// How large they read.
    pub text_size: TextSize,
    /// The server's clock.
    pub now: Moment,
    /// Where the page stands: a path, with its query or without.
    pub here: String,
    /// What there is to say once.
    pub flash: Flash,
}

/// What stands around a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Top bar and navigation of who has signed in.
    Frame,
    /// A narrow sheet, for who has not.
    Sheet,
}

/// The whole document of a form page; `title` is its fixed name, in English as `locales/en.ftl` has it.
pub fn draw(paper: Paper, title: &'static str, around: Around, content: impl FnOnce() -> AnyView) -> String {
    let page = apart(|| {
        let Paper {
            caller,
            assets,
            theme,
            locale,
            text_size,
            now,
            here,
            flash,
        } = paper;
        lang::provide(locale);
        measured::provide(caller.units);
        text_size::provide(text_size);
        welcome::provide_theme(theme);
        let wrong = !flash.wrong.is_empty() || !flash.faults.is_empty();
        let name = lang::of_english(title);
        let title = if wrong {
            tell(say::error_title(name.clone()))
        } else {
            name.clone()
        };
        let zone = caller.me.as_ref().map(|me| me.zone.clone()).unwrap_or_default();
        Now::provide(now);
        provide_context(StoredValue::new(zone));
        provide_context(StoredValue::new(flash));
        let density = caller.density;
        provide_context(density);
        provide_context(assets.clone());
        let body = match around {
            Around::Frame => frame(&caller, &here, &assets, (name, now), content()),
            Around::Sheet => sheet(&assets, content()),
        };
        head(&title, (theme, density), locale, &assets) + &body.to_html()
    });
    format!("<!DOCTYPE html>{page}</body></html>")
}

/// Written by hand: Leptos would put its marks into the title, where they are text. Nothing here was typed by anybody.
fn head(title: &str, (theme, density): (Option<Theme>, Density), locale: Locale, assets: &Assets) -> String {
    let theme = theme.map_or(String::new(), |theme| format!(r#" data-theme="{}""#, theme.name()));
    let density = density.mark();
    let density = density.map_or(String::new(), |density| format!(r#" data-density="{density}""#));
    let text = text_size::here().mark();
    let text = text.map_or(String::new(), |size| format!(r#" data-text="{size}""#));
    let Assets { css, font, page, .. } = assets;
    let (lang, dir) = (locale.tag(), locale.words().direction().name());
    format!(
        r#"<html lang="{lang}" dir="{dir}"{theme}{text}{density}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{title} · Wardlight</title><link rel="stylesheet" href="{css}"><link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin="anonymous"><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/icon-180.png"><link rel="manifest" href="/app.webmanifest"><script type="module" src="{page}"></script></head><body>"#
    )
}

fn sheet(assets: &Assets, content: AnyView) -> AnyView {
    view! {
        <a class="skip" href="#main">{word(key::SKIP_TO_PAGE)}</a>
        <div class="sheet">
            <div class="sheet__picture"><img class="sheet__windows" src="/night-windows.svg" alt=""/></div>
            <div class="sheet__side">
                <header class="sheet__brand"><a class="sheet__home" href=routes::HOME><ui::Mark/><span>"Wardlight"</span></a></header>
                <main class="sheet__main" id="main" tabindex="-1">{content}</main>
                <footer class="sheet__foot">
                    <p>{word(key::SECOND_DISPLAY)}</p>
                    <LanguageMenu/>
                    <LargerText/>
                    <HighContrast class="languages__one"/>
                    {aloud(At::Foot, &assets.aloud)}
                </footer>
            </div>
        </div>
    }
    .into_any()
}

fn frame(caller: &Caller, here: &str, assets: &Assets, (title, now): (String, Moment), content: AnyView) -> AnyView {
    let roles = caller.me.as_ref().map(|me| me.roles.as_slice()).unwrap_or_default();
    let framing = Framing {
        caller,
        side: Side::of(roles),
        assets: Some(assets),
        here,
        place: String::new(),
        title,
        now,
        end: None,
        over: None,
    };
    let page = framing.draw(view! { <div class="page page--form">{content}</div> }.into_any());
    view! { {page} {beside(caller, assets)} }.into_any()
}

/// Where the reader can go. Whoever reviews emergency openings and is no administrator, who has them on the hospital's page, finds the queue here: the privacy
/// officer may be anybody.
pub fn places(caller: &Caller, roles: &[Role]) -> Vec<RailItem> {
    let mut places = portals::places(roles);
    let messages = places.iter_mut().find(|place| place.href == routes::PORTAL_CHAT.page);
    if let Some(messages) = messages {
        messages.waiting = Signal::stored(caller.talk.unwrap_or(0));
    }
    let here = caller.actor.hospital().map(Subject::Hospital);
    let reviews = here.is_some_and(|here| decide(&caller.actor, Action::ReviewBreakGlass, &here) == Decision::Allow);
    if reviews && !roles.contains(&Role::HospitalAdmin) {
        // Before the account, which is the last.
        let place = RailItem {
            href: routes::EMERGENCY_REVIEWS.into(),
            icon: "siren",
            word: word(key::EMERGENCIES),
            whole: true,
            waiting: Signal::stored(0),
        };
        places.insert(places.len().saturating_sub(1), place);
    }
    places
}

/// Of these places the one under which the page at this path lies; empty when it lies under none.
pub fn current(places: &[RailItem], here: &str) -> String {
    let here = here.split('?').next().unwrap_or_default();
    let above = places.iter().filter(|place| routes::lies_under(here, &place.href));
    above
        .map(|place| place.href.clone())
        .max_by_key(String::len)
        .unwrap_or_default()
}

/// The navigation, and what stands at its end.
pub fn rail(places: Vec<RailItem>, here: &str, out: &'static str, keys: bool) -> AnyView {
    let current = current(&places, here);
    // All that is drawn of a place, so that no two navigations have one name.
    let name = |place: &RailItem| {
        let RailItem {
            href,
            icon,
            word,
            whole,
            waiting,
        } = place;
        format!("{href} {icon} {word} {whole} {}", waiting.get_untracked())
    };
    let name = places.iter().map(name).collect::<Vec<_>>().join(", ");
    same(&format!("rail at {current} of {name} to {out} {keys}"), move || {
        view! {
            <Rail items=places current=current>
                {keys.then(|| view! { <KeysButton/> }.into_any())}
                <ThemeSwitch/>
                <RailAct action=out icon="sign-out" word=word(key::SIGN_OUT)/>
            </Rail>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::parts::{Line, Said};
    use super::*;

    fn paper(flash: Flash) -> Paper {
        Paper {
            caller: Caller::nobody(),
            assets: Assets::default(),
            theme: None,
            locale: Locale::ENGLISH,
            text_size: TextSize::Usual,
            now: Moment(0),
            here: String::new(),
            flash,
        }
    }

    #[test]
    fn what_was_typed_comes_back_escaped_and_a_fault_stands_at_its_field() {
        let flash = Flash {
            faults: vec![Invalid::new("email", "Write the address with an @.")],
            typed: vec![("email".into(), "\"><script>x".into())],
            ..Flash::default()
        };
        let html = draw(paper(flash), "Invite", Around::Sheet, || {
            view! { <Said/><Line name="email" label="Email"/> }.into_any()
        });
        assert!(html.contains("<title>Error: Invite · Wardlight</title>"), "{html}");
        assert!(
            html.contains("href=\"#email\""),
            "the list of problems leads to the field"
        );
        assert!(html.contains("id=\"email-error\""), "and the field says what is wrong");
        assert!(!html.contains("<script>x"), "{html}");
        assert!(!html.contains("modulepreload") && !html.contains(".wasm"), "no program");
    }

    /// Another thread ends the page that this one drew before: that is none of this page's business.
    #[test]
    fn a_page_outlives_the_page_before_it() {
        let before = Owner::new();
        before.set();
        let html = draw(paper(Flash::default()), "Invite", Around::Sheet, || {
            let word = Signal::stored("still here");
            before.cleanup();
            view! { <p>{move || word.get()}</p> }.into_any()
        });
        assert!(html.contains("still here"));
    }

    #[test]
    fn what_was_done_is_said_politely_and_has_the_focus() {
        let flash = Flash {
            done: "The invitation is on its way.".into(),
            ..Flash::default()
        };
        let html = draw(paper(flash), "Invite", Around::Sheet, || view! { <Said/> }.into_any());
        assert!(html.contains("role=\"status\"") && html.contains("on its way"));
        let mut tags = html.split("<p ").filter_map(|rest| rest.split('>').next());
        let said = tags.find(|tag| tag.contains("class=\"done\"")).unwrap_or_default();
        assert!(said.contains("tabindex=\"-1\"") && said.contains("autofocus"), "{html}");
    }
}

//! Finding anything from anywhere: the way to it in the top bar ([`search`]), the list that opens with Ctrl K, and what stands in it. The server draws it beside the page
//! ([`beside`]), where the page's program does not look, and a small script (`public/find.js`) opens it: so it stands on pages with a program and on form pages alike, and the program does not grow. Without a
//! script its button leads to the page of the same search (`app::forms::search`).
//!
//! | part | holds |
//! | --- | --- |
//! | [`places`] | the pages that may be found, and who may open each |
//! | [`words`] | whether what was typed fits a page |
//! | [`groups`] | patients, wards, hospitals and pages as hits |
//!
//! # Adding a page
//! A row in [`places`], its name and its words in the language files.

pub mod groups;
pub mod places;
pub mod words;

use domain::ids::WardId;
use domain::time::Moment;
use hospital::Ctx;
use hospital::identity::{Caller, Workplace};
use hospital::patients::Quick;
use hospital::patients::looks::Recent;
use leptos::prelude::*;
use ui::lang::{self, Locale, key, word};
use ui::{Button, Dialog, Form, Found, HitGroup, Icon, Look, Now, Options, Palette};

use crate::bell;
use crate::routes;
use crate::shell::{Assets, apart};
use crate::widgets::shared::same;

/// Whether these are the pages of the portal.
pub(crate) fn is_portal(caller: &Caller) -> bool {
    caller
        .me
        .as_ref()
        .is_some_and(|me| me.roles.iter().all(|role| !role.is_of_staff()))
}

/// The door of the search, and what may be found there.
pub(crate) fn door(portal: bool) -> (&'static str, &'static str) {
    match portal {
        true => (routes::MY_SEARCH, word(key::FIND_PAGE)),
        false => (routes::SEARCH, word(key::FIND_ANYTHING)),
    }
}

/// The way to the search, in the middle of the top bar; none for who has not signed in.
pub fn search(caller: &Caller) -> Option<AnyView> {
    caller.me.as_ref()?;
    let (action, _) = door(is_portal(caller));
    let link = view! {
        <search>
            <a class="find" href=action rel="external">
                <Icon name="search"/>
                <span class="find__words">{word(key::FIND_SEARCH)}</span>
            </a>
            <kbd class="find__key" aria-hidden="true">"Ctrl K"</kbd>
        </search>
    };
    Some(link.into_any())
}

/// The bell of the top bar.
pub fn bell(caller: &Caller, assets: &Assets) -> Option<AnyView> {
    caller.me.as_ref()?;
    let (paths, talk) = match is_portal(caller) {
        true => (routes::PORTAL_NOTICES, routes::PORTAL_CHAT),
        false => (routes::STAFF_NOTICES, routes::STAFF_CHAT),
    };
    let talk = caller.talk.map(|waiting| (talk, waiting));
    Some(bell::bell(paths, caller.unread, talk, &assets.bell))
}

/// The closed list that the search opens, and its script, for who has signed in. They stand after everything else in `<body>`.
pub fn beside(caller: &Caller, assets: &Assets) -> AnyView {
    if caller.me.is_none() {
        return ().into_any();
    }
    let portal = is_portal(caller);
    same(&format!("find {portal} {}", assets.find), || closed(portal, assets))
}

fn closed(portal: bool, assets: &Assets) -> AnyView {
    let (action, label) = door(portal);
    // A key of one letter that cannot be switched off is no key for the portal.
    let slash = (!portal).then_some("");
    view! {
        <Dialog
            id="find"
            class="finder"
            title=word(key::FIND_SEARCH)
            titled_by_itself=true
            attr:data-slash=slash
            attr:data-failed=word(key::FIND_FAILED)
        >
            <Palette action=action label=label found=Found::Looking/>
            <Form method="dialog" class="finder__close"><Button look=Look::Quiet>{word(key::FIND_CLOSE)}</Button></Form>
        </Dialog>
        <script src=assets.find.clone() defer></script>
    }
    .into_any()
}

/// What is known to be found.
#[derive(Clone, Debug)]
pub struct Known {
    /// Patients who fit what was typed.
    pub quick: Quick,
    /// Whom the asker saw lately, when nothing was typed.
    pub recent: Recent,
    /// The wards on which they are on duty.
    pub wards: Vec<(WardId, String)>,
    /// The hospitals in which they have a role.
    pub work: Vec<Workplace>,
}

/// What fits; when nothing was typed whom the asker saw lately, and all places that they may go to.
pub fn found(ctx: &Ctx, portal: bool, known: Known, typed: &str) -> Vec<HitGroup> {
    let pages = groups::pages(groups::places(ctx, portal), typed);
    let patients = match typed.trim() {
        "" => vec![groups::recent(known.recent)],
        _ => groups::patients(known.quick),
    };
    let switch = [groups::wards(known.wards, typed), groups::work(known.work, typed)];
    groups::filled(patients.into_iter().chain(switch).chain([pages]))
}

/// What the script puts into the list.
pub fn part(locale: Locale, now: Moment, typed: &str, found: impl FnOnce() -> Vec<HitGroup>) -> String {
    apart(|| {
        lang::provide(locale);
        Now::provide(now);
        let found = match typed.trim() {
            "" => Found::Recent(found()),
            _ => Found::Hits(found()),
        };
        view! { <Options found=found typed=typed.trim().to_owned()/> }
            .into_any()
            .to_html()
    })
}

//! A part of a form page that moves: the server draws it anew every few seconds while somebody looks at it, and a small script (`public/again.js`) puts it in where it stood. Why
//! no program: `server/docs/decisions/0027-drawn-again.md`. Without a script the part stands as it was drawn, says of when it is, and a link loads the page again.
//!
//! # Adding one
//! [`Drawn`] of what moves, without a form or anything that is typed into; [`Again`] around it on the page; a door that answers [`part`], whose path is in
//! `routes::is_asked_by_page`; a verb that records its look with `audit::record_asked`, unless it only counts.

use domain::time::{Moment, Zone};
use domain::units::Units;
use leptos::prelude::*;
use ui::lang::{self, Locale, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Now, TimeStyle, measured};

use crate::shell::apart;

/// Where a part asks, and how often.
pub struct Again {
    /// Its id on the page.
    pub id: &'static str,
    /// The door that draws it anew.
    pub door: String,
    /// Seconds.
    pub every: u32,
    /// The page, to load it again.
    pub here: String,
    /// The script; empty where nothing moves: in the gallery.
    pub script: String,
}

/// What moves, as it stands at a moment.
pub struct Drawn {
    /// Read when.
    pub at: Moment,
    /// What somebody is told who does not see it, when it changes; empty: nothing.
    pub news: String,
    /// The part.
    pub body: AnyView,
}

impl Drawn {
    fn view(self) -> AnyView {
        let zone = zone_here();
        let clock = write(&zone, self.at, TimeStyle::Seconds);
        let (live, stale) = (tell(say::again_live(clock.clone())), tell(say::again_stale(clock)));
        view! { <div class="stack" data-live=live data-stale=stale data-news=self.news>{self.body}</div> }.into_any()
    }
}

impl Again {
    /// The part on its page, under the mark of liveness.
    pub fn around(self, drawn: Drawn) -> AnyView {
        let (part, mark, script) = self.pieces(drawn);
        view! { <div class="cluster">{mark}</div>{part}{script} }.into_any()
    }

    /// A part of one line, with the mark behind it.
    pub fn in_line(self, drawn: Drawn) -> AnyView {
        let (part, mark, script) = self.pieces(drawn);
        view! { <div class="cluster">{part}{mark}</div>{script} }.into_any()
    }

    /// The part, the mark of liveness, the script.
    fn pieces(self, drawn: Drawn) -> (AnyView, AnyView, AnyView) {
        let zone = zone_here();
        let as_of = tell(say::again_as_of(write(&zone, drawn.at, TimeStyle::Seconds)));
        let Self {
            id,
            door,
            every,
            here,
            script,
        } = self;
        let mark = view! {
            <span class="live live--off" id=format!("{id}-mark")>{as_of}</span>
            <a class="link link--alone" id=format!("{id}-link") href=here rel="external">{word(key::LOAD_AGAIN)}</a>
            <span class="visually-hidden" id=format!("{id}-news") role="status"></span>
        };
        let part = view! { <div id=id data-again=door data-every=every.to_string()>{drawn.view()}</div> };
        let script = (!script.is_empty()).then(|| view! { <script src=script defer></script> }.into_any());
        (part.into_any(), mark.into_any(), script.into_any())
    }
}

/// The part for the script, which puts it in.
pub fn part(locale: Locale, units: Units, zone: Zone, now: Moment, draw: impl FnOnce() -> Drawn) -> String {
    apart(|| {
        lang::provide(locale);
        measured::provide(units);
        Now::provide(now);
        provide_context(StoredValue::new(zone));
        draw().view().to_html()
    })
}

//! What each sheet of paper says, and what stands under each page: who printed it and when, and in which zone its times are. Once in every frame, so that no page can
//! forget it.
//!
//! The paper of a machine has a code that opens its page ([`leads_back`]). That of a chart has none, nor any other of somebody: in their address stands whose it is, and a sheet lies about
//! where anybody reads it. There is no card for emergencies on paper: a record is opened in one at a screen, with a reason (`/emergency`).

use domain::identity::Me;
use domain::time::Moment;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::{TimeStyle, clock, machine, write, zone_words};
use ui::{PrintFoot, PrintHead};

use crate::portals;

/// The code of this page, drawn as SVG.
#[derive(Clone, Debug)]
struct Back(String);

/// Puts the code that opens this page on its paper. For an address that says nothing of a patient; the page says so before its frame is drawn.
pub fn leads_back(svg: String) {
    provide_context(Back(svg));
}

fn code() -> Option<AnyView> {
    let Back(svg) = use_context::<Back>()?;
    let alt = word(key::PAPER_CODE);
    // reviewed: drawn by the server from an address of its own
    Some(view! { <div class="qr" role="img" aria-label=alt inner_html=svg></div>{alt} }.into_any())
}

/// Head and foot of each sheet. `title`: what it is. The time is that of the page; a browser that prints later writes its own (`public/page.js`).
pub fn paper(me: &Me, title: String, now: Moment) -> (AnyView, AnyView) {
    let Me { zone, hospital, .. } = me;
    let when = format!("{} {}", write(zone, now, TimeStyle::Date), clock(zone.civil(now)));
    let at = view! {
        <time datetime=machine(now) data-zone=zone.name.clone()>{when}</time>", "{zone_words(zone, now)}
    }
    .into_any();
    let roles: Vec<_> = me.roles.iter().map(|role| portals::role_in_words(*role)).collect();
    let by = [&[me.name.as_str()], roles.as_slice()]
        .concat()
        .join(word(key::LIST_COMMA));
    (
        view! { <PrintHead title=title hospital=hospital.clone() at=at code=code()/> }.into_any(),
        view! { <PrintFoot by=by/> }.into_any(),
    )
}

/// In which zone the times of the page are; nothing for who reads in no hospital.
pub fn zone_line(me: &Me, now: Moment) -> Option<AnyView> {
    let Me { zone, .. } = me;
    (!zone.name.is_empty())
        .then(|| view! { <p class="zone-line">{tell(say::times_are(zone_words(zone, now)))}</p> }.into_any())
}

//! `/my/proxies`: who may see the reader's record, and whose records the reader's account opens. Going on with another record is a door of sign-in, because it gives the
//! browser a new session id.

use app::forms::{Around, proxies as pages};
use app::routes::{MY_PROXIES, MY_PROXIES_END};
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use domain::actor::Role;
use domain::ids::ProxyId;
use domain::patients::Section;
use hospital::proxies::{self, Naming};
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// These doors.
pub static ENDPOINTS: [Endpoint<AppState>; 3] = [
    Endpoint::get(MY_PROXIES, |it| on(it, read)),
    Endpoint::post(MY_PROXIES, |it| on(it, name)),
    Endpoint::post(MY_PROXIES_END, |it| on(it, end)),
];

async fn read(desk: Desk) -> Response {
    let ctx = desk.ctx();
    // Who cares for somebody has named nobody here; they see whose records they may read.
    let is_carer = ctx.actor().is(Role::Proxy);
    let found = desk
        .run(async move {
            let named = match is_carer {
                true => None,
                false => Some(proxies::list_own(&ctx).await?),
            };
            Ok((proxies::list_records(&ctx).await?, named))
        })
        .await;
    match found {
        Ok((records, named)) => desk.page("People", Around::Frame, || pages::page(records, named)),
        Err(error) => desk.refusal(error),
    }
}

/// The form. A box is sent only when it is ticked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    email: String,
    known_as: String,
    days: String,
    #[serde(flatten)]
    ticked: Ticked,
}

/// The parts that are ticked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ticked {
    values: String,
    trend: String,
    score: String,
    alarms: String,
    readings: String,
    background: String,
    contacts: String,
    dialysis: String,
}

impl Ticked {
    pub(super) fn sections(&self) -> Vec<Section> {
        let is_ticked = |section: &Section| {
            let sent = match section {
                Section::Values => &self.values,
                Section::Trend => &self.trend,
                Section::Score => &self.score,
                Section::Alarms => &self.alarms,
                Section::Readings => &self.readings,
                Section::Background => &self.background,
                Section::Contacts => &self.contacts,
                Section::Dialysis => &self.dialysis,
            };
            !sent.is_empty()
        };
        Section::ALL.into_iter().filter(is_ticked).collect()
    }
}

async fn name(desk: Desk, Form(form): Form<Named>) -> Response {
    let ctx = desk.ctx();
    let naming = Naming {
        sections: form.ticked.sections(),
        days: form.days.parse().unwrap_or(0),
        email: form.email.clone(),
        known_as: form.known_as.clone(),
    };
    let ticked: Vec<&'static str> = naming.sections.iter().map(|section| section.name()).collect();
    match desk.run(async move { proxies::name(&ctx, &naming).await }).await {
        // The same words whether or not anybody has that address.
        Ok(_) => desk.done(
            MY_PROXIES,
            "They may see it from now on, in an account of theirs with this address. Tell them to sign in or to register.",
        ),
        Err(error) => {
            let mut typed = vec![
                ("email", form.email.as_str()),
                ("known_as", form.known_as.as_str()),
                ("days", form.days.as_str()),
            ];
            typed.extend(ticked.into_iter().map(|name| (name, "true")));
            desk.again(MY_PROXIES, error, &typed)
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Ended {
    proxy: String,
}

async fn end(desk: Desk, Form(form): Form<Ended>) -> Response {
    let ctx = desk.ctx();
    let id = form.proxy.parse().unwrap_or(ProxyId(uuid::Uuid::nil()));
    match desk.run(async move { proxies::end(&ctx, id).await }).await {
        Ok(()) => desk.done(MY_PROXIES, "It has ended. They see nothing of your record any more."),
        Err(error) => desk.again(MY_PROXIES, error, &[]),
    }
}

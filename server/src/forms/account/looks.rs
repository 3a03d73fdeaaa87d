//! How the pages look to one person: their language and the units in which they read.

use app::{Locale, text_size};
use axum::extract::Form;
use axum::response::Response;
use domain::actor::Actor;
use domain::units::Quantity;
use hospital::identity::Realm;
use hospital::identity::profile::{self, Looks};
use hospital::patients::portal::enlarge;
use serde::Deserialize;

use super::{paths, realm};
use crate::forms::Desk;
use crate::forms::language::keep;
use crate::sessions::cookie;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    language: String,
    temperature_unit: String,
    weight_unit: String,
    glucose_unit: String,
    /// A box that is not ticked is not sent.
    large_text: Option<String>,
}

/// Keeps it.
pub(super) async fn change(desk: Desk, Form(wanted): Form<Wanted>) -> Response {
    let (ctx, to) = (desk.ctx(), paths(&desk).account);
    let looks = Looks {
        language: wanted.language.clone(),
        units: Quantity::ALL.map(|quantity| match quantity {
            Quantity::Temperature => wanted.temperature_unit.clone(),
            Quantity::Weight => wanted.weight_unit.clone(),
            Quantity::Glucose => wanted.glucose_unit.clone(),
        }),
    };
    let offered = |tag: &str| Locale::of_tag(tag).is_some();
    let (large, is_portal) = (wanted.large_text.is_some(), realm(&desk) == Realm::Portal);
    let saved = desk.run(async move {
        profile::change_looks(&ctx, &looks, offered).await?;
        match ctx.actor() {
            Actor::Patient { .. } => enlarge(&ctx, large).await,
            _ => Ok(()),
        }
    });
    match saved.await {
        // The browser learns it too, for the pages before the next sign-in.
        Ok(()) => {
            let mut answer = keep(desk.done(to, "How the pages look is saved."), &wanted.language);
            if is_portal {
                cookie::set_open(answer.headers_mut(), text_size::COOKIE, text_size::name(large));
            }
            answer
        }
        Err(error) => desk.again(to, error, &[]),
    }
}

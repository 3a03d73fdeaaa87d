//! How the pages look to one person: their language and the units in which they read.

use app::welcome::Theme;
use app::{Locale, text_size};
use axum::extract::Form;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::actor::Actor;
use domain::identity::Density;
use domain::patients::TextSize;
use domain::units::Quantity;
use hospital::identity::profile::{self, Looks};
use hospital::identity::{Caller, Realm};
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
    /// In the portal alone.
    text_size: String,
    /// A box that is not ticked is not sent.
    high_contrast: Option<String>,
    /// For the staff alone.
    density: String,
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
        high_contrast: wanted.high_contrast.is_some(),
        density: Density::parse(&wanted.density).unwrap_or_default(),
    };
    let offered = |tag: &str| Locale::of_tag(tag).is_some();
    let size = TextSize::parse(&wanted.text_size).filter(|_| realm(&desk) == Realm::Portal);
    let theme = told(desk.headers(), looks.high_contrast);
    let saved = desk.run(async move {
        profile::change_looks(&ctx, &looks, offered).await?;
        match ctx.actor() {
            Actor::Patient { .. } => match size {
                Some(size) => enlarge(&ctx, size).await,
                None => Ok(()),
            },
            _ => Ok(()),
        }
    });
    match saved.await {
        // The browser learns it too, for the pages before the next sign-in.
        Ok(()) => {
            let mut answer = keep(desk.done(to, "How the pages look is saved."), &wanted.language);
            if let Some(size) = size {
                cookie::set_open(answer.headers_mut(), text_size::COOKIE, size.name());
            }
            if let Some(theme) = theme {
                cookie::set_open(answer.headers_mut(), Theme::COOKIE, theme);
            }
            answer
        }
        Err(error) => desk.again(to, error, &[]),
    }
}

/// What this browser is told of the theme, beside the account: high contrast, or no longer. Light or dark stay as they were chosen.
fn told(headers: &HeaderMap, high_contrast: bool) -> Option<&'static str> {
    let shown = Theme::of(&Caller::nobody(), headers);
    match (high_contrast, shown) {
        (true, _) => Some(Theme::Contrast.name()),
        (false, Some(Theme::Contrast)) => Some(Theme::USUAL),
        (false, _) => None,
    }
}

//! Where the hospital will break next: how full the dialysis is and what was missed, which of its machines are out of service, which alarms nobody answered. Each figure leads to the page that says more, and
//! nobody is named. It asks what those pages ask, with their right.

use hospital::alerts::{Budget, budget};
use hospital::dialysis::diary::figures::{Figures, figures};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Link, Reach, StatTile, StatTiles};

use crate::api::ask;
use crate::error::AppError;
use crate::routes;
use crate::widgets::gather::waiting;
use crate::widgets::refused::did_not_load;

/// Alarms of so many days.
const DAYS: i32 = 1;

/// The tiles; what did not load says so.
#[component]
pub fn Breaks() -> impl IntoView {
    let (dialysis, alarms) = (ask(of_dialysis()), ask(of_alarms()));
    waiting(async move {
        let (dialysis, alarms) = (dialysis.await, alarms.await);
        let away = [dialysis.as_ref().err(), alarms.as_ref().err()];
        let away = away.into_iter().flatten().next();
        let away = away.and_then(|error| did_not_load(word(key::BREAKS_ALL), error));
        let tiles = tiles(dialysis.ok().as_ref(), alarms.ok().as_ref());
        view! { {tiles}{away} }.into_any()
    })
}

async fn of_dialysis() -> Result<Figures, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask_quietly(async move { figures(&ctx).await }).await
}

async fn of_alarms() -> Result<Budget, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask_quietly(async move { budget(&ctx, Some(DAYS)).await }).await
}

/// What is known of it; nothing of dialysis for a hospital without a chair.
pub(crate) fn tiles(dialysis: Option<&Figures>, alarms: Option<&Budget>) -> AnyView {
    let places = dialysis.filter(|figures| !figures.units.is_empty()).map(|figures| {
        let shifts = || figures.units.iter().flat_map(|unit| &unit.shifts);
        let (places, held): (i64, i64) = (shifts().map(|it| it.places).sum(), shifts().map(|it| it.held).sum());
        let missed: i64 = shifts().map(|it| it.missed).sum();
        let full = match places > 0 {
            true => tell(say::diary_percent((held as f64 / places as f64 * 100.0).round() as i64)),
            false => "–".to_owned(),
        };
        let of_places = tell(say::diary_of_places(places));
        let of_sessions = tell(say::breaks_of_sessions(held + missed));
        view! {
            <StatTile label=word(key::BREAKS_FULL) value=full unit=of_places>{way(routes::DIARY_FIGURES, word(key::DIALYSIS_IN_FIGURES))}</StatTile>
            <StatTile label=word(key::BREAKS_MISSED) value=missed.to_string() unit=of_sessions>{way(routes::DIARY_MISSED, word(key::MISSED_SESSIONS))}</StatTile>
        }
        .into_any()
    });
    let machines = dialysis.map(|figures| {
        let out = figures.downtime.iter().filter(|machine| machine.is_out).count();
        view! {
            <StatTile label=word(key::BREAKS_MACHINES) value=out.to_string() unit=word(key::BREAKS_NOW)>{way(routes::MACHINES, word(key::MACHINES))}</StatTile>
        }
        .into_any()
    });
    let alarms = alarms.map(|found| {
        let counted = found.whole.counted;
        let of_all = tell(say::breaks_of_alarms(counted.alarms));
        view! {
            <StatTile label=word(key::BREAKS_ALARMS) value=counted.unanswered.to_string() unit=of_all>{way(&routes::alarm_budget(DAYS), word(key::ALARM_BUDGET))}</StatTile>
        }
        .into_any()
    });
    if machines.is_none() && alarms.is_none() {
        return ().into_any();
    }
    view! { <StatTiles>{places}{machines}{alarms}</StatTiles> }.into_any()
}

fn way(href: &str, words: &'static str) -> AnyView {
    view! { <Link href=href.to_owned() reach=Reach::Alone>{words}</Link> }.into_any()
}

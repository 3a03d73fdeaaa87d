//! What somebody who is treated at the unit does next, on their home: the session that runs, or else when the next one is; what may be drunk until then; who wrote. The server draws it
//! whole; the session that runs is drawn anew as on its own page.

use domain::time::Moment;
use hospital::dialysis::diary::mine::{self, Drink, Mine, Session};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::write;
use ui::{Row, Rows, TimeStyle};

use crate::forms::diary::mine::{drink_words, follow_part};
use crate::routes;
use crate::shell::Assets;
use crate::widgets::refused::did_not_load;

/// It, and whether there is any: the home of who is not treated there is without, and so is that of who may not read it. Where it did not load it says so: nobody reads that no visit is to come.
pub async fn day() -> Option<AnyView> {
    let Ok(ctx) = crate::door::enter() else {
        return None;
    };
    let now = ctx.now();
    let told = crate::door::ask_quietly(async move { mine::at_home(&ctx).await }).await;
    let messages = crate::door::caller().talk.unwrap_or(0);
    let script = use_context::<Assets>().unwrap_or_default().again;
    match told {
        Ok(mine) => draw(mine?, now, messages, script),
        Err(error) => did_not_load(word(key::DAY_OF_MY_DIALYSIS), &error),
    }
}

/// Of this dialysis, with so many messages that were not read.
pub(crate) fn draw(mine: Mine, now: Moment, messages: u32, script: String) -> Option<AnyView> {
    let is_running = mine.running.is_some();
    let running = mine
        .running
        .map(|running| follow_part(running, now, routes::MY.to_owned(), script));
    let zone = use_context::<StoredValue<domain::time::Zone>>();
    let zone = zone.map(|zone| zone.get_value()).unwrap_or_default();
    let spoken = |at: Moment| write(&zone, at, TimeStyle::Spoken);
    let next = mine.to_come.first().filter(|_| !is_running).map(|next: &Session| {
        let text = tell(say::takes_so_long(next.station.as_str(), i64::from(next.minutes)));
        let title = spoken(next.hours.begins);
        view! { <Row href=routes::MY_DIALYSIS icon="calendar" title=title text=text/> }.into_any()
    });
    let drink = mine.drink.map(|drink: Drink| {
        let title = drink_words(&drink);
        view! { <Row href=routes::MY_DIALYSIS icon="glass" title=title text=word(key::WHAT_I_MAY_DRINK)/> }.into_any()
    });
    let wrote = (messages > 0).then(|| {
        let title = tell(say::messages_unread(messages));
        view! { <Row href=routes::PORTAL_CHAT.page icon="chat" title=title text=word(key::FIND_MY_MESSAGES)/> }
            .into_any()
    });
    let rows: Vec<AnyView> = [drink, next, wrote].into_iter().flatten().collect();
    if running.is_none() && rows.is_empty() {
        return None;
    }
    let rows = (!rows.is_empty()).then(|| view! { <Rows>{rows}</Rows> }.into_any());
    Some(
        view! { <section class="stack" id="my-day" aria-label=word(key::MY_DIALYSIS)>{running}{rows}</section> }
            .into_any(),
    )
}

//! The patient's own home: how am I? Their values in plain words with their ages, what the staff noticed, where they are signed in.

use domain::identity::SessionRow;
use domain::patients::{Chart, Section};
use leptos::prelude::*;
use leptos_meta::Title;
use ui::PageHead;
use ui::lang::{key, say, tell, word};

use super::parts::{NotShown, OnBehalf};
use crate::api::my::{list_my_sessions, open_my_chart};
use crate::api::{Answer, ask};
use crate::program::{Live, Mine, Record, carry_record};
use crate::widgets::frame::{Frame, Side};
use crate::widgets::gather::{gather, part};
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::sessions::Sessions;

/// Their own sessions.
type Rows = Answer<Vec<SessionRow>>;

/// The page.
#[component]
pub fn MyHomePage() -> impl IntoView {
    let chart = ask(|| (), |()| open_my_chart());
    let sessions: Rows = ask(|| (), |()| list_my_sessions());
    gather(chart, move |gathered| {
        view! { <MyHome chart=gathered sessions=sessions/> }.into_any()
    })
}

#[component]
fn MyHome(chart: Chart, sessions: Rows) -> impl IntoView {
    // Who cares for somebody is told nothing of who else looked.
    let own = chart.view.as_ref().is_none_or(|view| view.acting.is_none());
    let looked = own.then(|| {
        view! { <p class="note"><a href=crate::routes::MY_ACCESS rel="external">{word(key::WHO_LOOKED_LINK)}</a></p> }
            .into_any()
    });
    let rows = |rows| view! { <Sessions rows=rows/> }.into_any();
    view! {
        <Title text=tell(say::page_title(word(key::MY_HOME)))/>
        <Frame side=Side::Portal live=true>
            <div class="page">
                <MyNow chart=chart/>
                <p class="note">{word(key::NOT_FOR_EMERGENCIES)}</p>
                {looked}
                <ui::Panel title=word(key::WHERE_SIGNED_IN) id="my-sessions">{part(sessions, rows)}</ui::Panel>
            </div>
        </Frame>
    }
}

/// How they are now, as far as the portal shows it. A preview for staff draws the same.
#[component]
pub fn MyNow(chart: Chart) -> impl IntoView {
    let view = chart.view.clone().unwrap_or_default();
    let record = Record::of(&chart);
    let carried = carry_record(&record);
    let live = Mine::new(record);
    let values = match &chart.now {
        _ if !view.shows(Section::Values) => view! { <NotShown what=word(key::YOUR_VALUES)/> }.into_any(),
        Some(_) => live.part("values"),
        None => view! { <p class="note">{word(key::NO_MONITOR)}</p> }.into_any(),
    };
    let news = match view.shows(Section::Alarms) {
        true => live.part("news"),
        false => view! { <NotShown what=word(key::WHAT_WAS_NOTICED)/> }.into_any(),
    };
    view! {
        <OnBehalf view=view person=chart.person.clone()/>
        <PageHead title=tell(say::hello(chart.person.given_name.as_str()))/>
        <NeedsScript what=word(key::FOLLOWING_VALUES)/>
        {values}
        {news}
        {carried}
    }
}

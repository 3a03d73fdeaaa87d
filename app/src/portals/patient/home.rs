//! The patient's own home: how am I, and what do I do next? Their nurse, what is next at the dialysis unit, their values in plain words with their ages, and what the staff noticed. Where they are signed in stands on their account.

use domain::patients::{Chart, Section, View};
use leptos::prelude::*;
use leptos_meta::Title;
use ui::lang::{Key, key, say, tell, word};
use ui::{Note, PageHead, Row, Rows};

use super::call::call;
use super::day::day;
use super::parts::{NotShown, OnBehalf};
use crate::api::ask;
use crate::api::my::open_my_chart;
use crate::program::{Live, Mine, Record, carry_record};
use crate::routes;
use crate::widgets::frame::{Frame, Side};
use crate::widgets::gather::gather_late;
use crate::widgets::needs_script::NeedsScript;

/// The page.
#[component]
pub fn MyHomePage() -> impl IntoView {
    gather_late(ask(open_my_chart()), drawn)
}

async fn drawn(chart: Chart) -> AnyView {
    // Who is not let into it is not asked about: a refusal would be a line of the audit with each look at a home.
    let shows = chart.view.as_ref().is_none_or(|view| view.shows(Section::Dialysis));
    let day = match shows {
        true => day().await,
        false => None,
    };
    let called = chart.view.as_ref().is_none_or(View::tells_of_calls);
    let call = match called {
        true => call().await,
        false => None,
    };
    view! { <MyHome chart=chart day=day call=call/> }.into_any()
}

#[component]
fn MyHome(chart: Chart, day: Option<AnyView>, call: Option<AnyView>) -> impl IntoView {
    let page = page(chart, day, call);
    view! {
        <Title text=tell(say::page_title(word(key::MY_HOME)))/>
        <Frame side=Side::Portal live=true>{page}</Frame>
    }
}

/// All that stands in the frame. The gallery draws it too, of a record that stands still.
pub(crate) fn page(chart: Chart, day: Option<AnyView>, call: Option<AnyView>) -> AnyView {
    // Who cares for somebody is told nothing of who else looked.
    let own = chart.view.as_ref().is_none_or(|view| view.acting.is_none());
    let ways = WAYS
        .into_iter()
        .filter(|way| own || !way.own)
        .map(Way::draw)
        .collect_view();
    view! {
        <div class="page">
            <MyNow chart=chart day=day call=call/>
            <Note>{word(key::NOT_FOR_EMERGENCIES)}</Note>
            <Rows>{ways}</Rows>
        </div>
    }
    .into_any()
}

/// Where somebody goes from their home.
struct Way {
    href: &'static str,
    icon: &'static str,
    title: Key,
    text: Key,
    /// Whether it is for the person alone, and not for who cares for them.
    own: bool,
}

const WAYS: [Way; 5] = [
    Way {
        href: routes::MY_RECORD,
        icon: "document",
        title: key::MY_RECORD,
        text: key::FIND_MY_RECORD,
        own: false,
    },
    Way {
        href: routes::MY_DIALYSIS,
        icon: "calendar",
        title: key::MY_DIALYSIS,
        text: key::FIND_MY_DIALYSIS,
        own: false,
    },
    Way {
        href: routes::MY_ACCESS,
        icon: "eye",
        title: key::WHO_LOOKED_LINK,
        text: key::FIND_MY_ACCESS,
        own: true,
    },
    Way {
        href: routes::MY_CONSENTS,
        icon: "people",
        title: key::SHARING_MY_RECORD,
        text: key::FIND_MY_CONSENTS,
        own: true,
    },
    Way {
        href: routes::MY_LOOKS,
        icon: "text-size",
        title: key::HOW_IT_LOOKS,
        text: key::LARGER_TEXT_LANGUAGE_UNITS,
        own: false,
    },
];

impl Way {
    fn draw(self) -> AnyView {
        view! { <Row href=self.href title=word(self.title) text=word(self.text) icon=self.icon/> }.into_any()
    }
}

/// How they are now, as far as the portal shows it. A preview for staff draws the same.
#[component]
pub fn MyNow(
    /// Of whom.
    chart: Chart,
    /// What is next at the dialysis unit.
    #[prop(optional_no_strip)]
    day: Option<AnyView>,
    /// The button that calls a nurse, or how far their call is.
    #[prop(optional_no_strip)]
    call: Option<AnyView>,
) -> impl IntoView {
    let view = chart.view.clone().unwrap_or_default();
    let record = Record::of(&chart);
    let carried = carry_record(&record);
    let live = Mine::new(record);
    let values = match &chart.now {
        _ if !view.shows(Section::Values) => view! { <NotShown what=word(key::YOUR_VALUES)/> }.into_any(),
        Some(_) => live.part("values"),
        // Who is treated at the unit has no monitor at home: that says nothing new.
        None if day.is_some() => ().into_any(),
        None => view! { <Note>{word(key::NO_MONITOR)}</Note> }.into_any(),
    };
    let news = match view.shows(Section::Alarms) {
        true => live.part("news"),
        false => view! { <NotShown what=word(key::WHAT_WAS_NOTICED)/> }.into_any(),
    };
    view! {
        <OnBehalf view=view person=chart.person.clone()/>
        <PageHead title=tell(say::hello(chart.person.given_name.as_str()))/>
        {call}
        {day}
        <NeedsScript what=word(key::FOLLOWING_VALUES)/>
        {values}
        {news}
        {carried}
    }
}

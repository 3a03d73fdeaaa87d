//! The main pages, whole: the ward, a chart, the patient's own home, the hospital today, a conversation, a chair while
//! blood runs, a machine. They are drawn by the functions that draw the real ones, of records that stand still, in a
//! frame without a router; what a real page asks for beside its record (who calls, who is due, what is new) is drawn by its own function, too.
//!
//! # Adding a page
//! Its records in [`super::records`], a row in [`PAGES`], its name in `end2end/tests/support/pictures.mjs`.

use domain::actor::Role;
use domain::identity::Me;
use domain::ids::UserId;
use hospital::calls::OpenOn;
use hospital::identity::Caller;
use hospital::patients::Ways;
use leptos::prelude::*;
use ui::Card;
use ui::lang::{key, word};
use uuid::Uuid;

use super::records;
use crate::forms::calls;
use crate::forms::chat::{About, Conversation, room_page};
use crate::forms::devices::console;
use crate::forms::dialysis::chair;
use crate::portals::admin::{breaks, hospital as today};
use crate::portals::doctor::due::due_of_chart;
use crate::portals::doctor::{patient, ward};
use crate::portals::patient::{day, home};
use crate::program::{Bedside, Live, Record, WardNow};
use crate::widgets::bed_board::Order;
use crate::widgets::day_chart::{Crosshair, DrawnDay};
use crate::widgets::frame::{Framing, Side};
use crate::widgets::readings_table::ReadingsTable;
use crate::widgets::{beside, ways};
use crate::{charts, routes};

/// One page.
pub struct Page {
    /// Its part of the address.
    pub name: &'static str,
    /// Its word.
    pub word: &'static str,
    /// Draws it. The clock and the language stand in context.
    pub draw: fn() -> AnyView,
}

/// The pages, after the groups of parts.
pub const PAGES: [Page; 7] = [
    Page {
        name: "ward",
        word: "A ward",
        draw: a_ward,
    },
    Page {
        name: "chart",
        word: "A chart",
        draw: a_chart,
    },
    Page {
        name: "my",
        word: "A patient's home",
        draw: my_home,
    },
    Page {
        name: "today",
        word: "A hospital",
        draw: a_hospital,
    },
    Page {
        name: "conversation",
        word: "A conversation",
        draw: a_conversation,
    },
    Page {
        name: "chair",
        word: "A chair",
        draw: a_chair,
    },
    Page {
        name: "console",
        word: "A machine",
        draw: a_console,
    },
];

/// A frame as a page of this role has it.
fn framed(role: Role, name: &'static str, place: String, end: Option<AnyView>, page: AnyView) -> AnyView {
    let me = Me {
        user: UserId(Uuid::nil()),
        name: name.into(),
        roles: vec![role],
        hospital: records::HOSPITAL.into(),
        zone: records::zone(),
        ward: None,
        patient: None,
    };
    let title = match place.is_empty() {
        true => records::HOSPITAL.to_owned(),
        false => place.clone(),
    };
    let caller = Caller {
        me: Some(me),
        ..Caller::nobody()
    };
    let framing = Framing {
        caller: &caller,
        side: Side::of(&[role]),
        assets: None,
        here: routes::home_of(role),
        place,
        title,
        now: records::ago(0),
        end,
        over: None,
    };
    framing.draw(page)
}

fn a_ward() -> AnyView {
    let live = WardNow::new(records::ward(), Order::Bed);
    let counts = live.part("counts");
    // One waits for a nurse, and to one somebody comes; without a script nothing asks again.
    let open = OpenOn {
        waiting: 1,
        coming: 1,
        read_at: records::ago(6),
    };
    let here = routes::ward(live.board.ward);
    let calls = calls::ward::part(live.board.ward, open, here, String::new());
    let page = ward::still(&live, calls, &records::reader_of_ward());
    framed(
        Role::Doctor,
        "Dr Anika Rao",
        records::WARD.to_owned(),
        Some(counts),
        page,
    )
}

fn a_chart() -> AnyView {
    let chart = records::chart();
    let id = chart.person.id;
    let live = Bedside::new(Record::of(&chart));
    let due = due_of_chart(chart.now.as_ref(), &chart.zone, chart.rendered_at);
    let cards = beside::cards(id, records::aside());
    let may = Ways {
        chart: true,
        record: true,
        background: true,
        dialysis: false,
        care: true,
        portal: true,
        merge: false,
    };
    let asked = patient::Asked {
        ways: ways::tabs(id, may, routes::patient(id)),
        day: view! {
            <DrawnDay markup=charts::day_svg(&records::day())/>
            <Crosshair/>
        }
        .into_any(),
        span: Default::default(),
        beside: view! { {due}{cards} }.into_any(),
        readings: view! {
            <Card title=word(key::READINGS) id="readings">
                <ReadingsTable page=records::readings() patient=id newest=true/>
            </Card>
        }
        .into_any(),
    };
    let page = patient::lay_out(chart, &live, asked);
    framed(Role::Doctor, "Dr Anika Rao", records::WARD.to_owned(), None, page)
}

fn my_home() -> AnyView {
    let day = day::draw(records::my_dialysis(), records::ago(0), 2, String::new());
    let call = calls::mine::part(records::my_call());
    let page = home::page(records::my_chart(), day, call);
    framed(Role::Patient, "Grace Wanjiru", String::new(), None, page)
}

fn a_hospital() -> AnyView {
    let (dialysis, alarms) = (records::dialysis_in_figures(), records::alarms_of_day());
    let page = today::page(records::today(), breaks::tiles(Some(&dialysis), Some(&alarms)));
    framed(Role::HospitalAdmin, "Wanjiku Kamau", String::new(), None, page)
}

fn a_conversation() -> AnyView {
    let drawn = room_page(Conversation {
        paths: routes::STAFF_CHAT,
        page: records::conversation(),
        about: About::Anything,
        asked: None,
        key: Uuid::nil(),
        script: String::new(),
    });
    let page = view! { <div class="page page--form">{drawn}</div> }.into_any();
    framed(Role::Doctor, "Dr Anika Rao", String::new(), None, page)
}

fn a_chair() -> AnyView {
    let drawn = chair::page(records::treated(), records::chair(), "");
    let page = view! { <div class="page page--form">{drawn}</div> }.into_any();
    framed(Role::Nurse, "B. Achieng", records::WARD.to_owned(), None, page)
}

fn a_console() -> AnyView {
    let drawn = console::page(records::console(), None, String::new());
    let page = view! { <div class="page page--form">{drawn}</div> }.into_any();
    framed(Role::Technician, "K. Mensah", String::new(), None, page)
}

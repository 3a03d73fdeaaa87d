//! Machines that are kept: the fleet, the console of one, its upkeep, its disinfections, its log book and its label; and the water for dialysis.
//!
//! | file | page |
//! | --- | --- |
//! | `fleet.rs` | every machine of the hospital, and what is due |
//! | `calendar.rs` | five weeks of what is due by its day, on the fleet's page |
//! | `console.rs` | all of one machine |
//! | `alarms.rs` | its technical alarms, on the console |
//! | `upkeep.rs` | what comes again, what is open, the counter; one piece of work |
//! | `disinfection.rs` | what was disinfected, and one more |
//! | `documents.rs` | what came with it on paper |
//! | `gaps.rs` | what did not come from it in time, stretch by stretch |
//! | `book.rs` | the log book |
//! | `place.rs` | where a machine stands, and where it is put |
//! | `papers.rs` | registering a machine and changing its papers; its label |
//! | `quality.rs` | how whole the data of each machine are |
//! | `trends.rs` | in service, delay and clock from day to day, on the console and beside them |
//! | `water.rs` | tests of the water, and its limits |

mod alarms;
pub mod book;
mod calendar;
pub mod console;
pub mod disinfection;
pub mod documents;
pub mod fleet;
pub mod gaps;
pub mod papers;
mod place;
pub mod quality;
mod trends;
pub mod upkeep;
pub mod water;

use domain::devices::unfit::Unfit;
use domain::devices::upkeep::Nearness;
use domain::ids::DeviceId;
use domain::patients::papers::Day;
use domain::time::Moment;
use hospital::devices::machines::Ways;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Empty, Tab, Tabs, Time, TimeStyle};
use words::number::Number;

use crate::routes::{self, MachinePage};

/// The pages of one machine as tabs; `open` is the one that is shown.
pub(super) fn tabs(device: DeviceId, open: MachinePage, ways: Ways) -> AnyView {
    let tab = |page: MachinePage, name: &'static str| Tab::new(routes::machine(device, page), name);
    let mut tabs = vec![
        tab(MachinePage::Console, word(key::MACHINE_CONSOLE)),
        tab(MachinePage::Maintenance, word(key::MACHINE_MAINTENANCE)),
        tab(MachinePage::Disinfection, word(key::MACHINE_DISINFECTION)),
        tab(MachinePage::Documents, word(key::MACHINE_DOCUMENTS)),
        tab(MachinePage::Gaps, word(key::MACHINE_GAPS)),
        tab(MachinePage::Log, word(key::MACHINE_LOG)),
        tab(MachinePage::Limits, word(key::ALARM_RULES_TAB)),
        tab(MachinePage::Label, word(key::MACHINE_LABEL)),
    ];
    if ways.messages {
        tabs.push(tab(MachinePage::Messages, word(key::HL7_MESSAGES)));
    }
    if ways.papers {
        tabs.push(tab(MachinePage::Edit, word(key::MACHINE_PAPERS)));
    }
    let open = routes::machine(device, open);
    view! { <Tabs label=word(key::THIS_MACHINE) tabs=tabs open=open/> }.into_any()
}

/// A list of machines of a hospital that has none.
fn no_devices() -> AnyView {
    view! { <Empty icon="machine" title=word(key::NO_DEVICES) text=word(key::DEVICES_APPEAR_HERE_WHEN)/> }.into_any()
}

/// A figure with so many decimals, as the language writes it.
fn figure(value: f64, decimals: u8) -> Number {
    Number::rounded(value, decimals)
}

/// Hours run: `12,418 h`.
fn hours(value: f64) -> String {
    tell(say::machine_hours(figure(value, 0)))
}

/// A value with its unit, which never stands alone on the next line.
fn with_unit(value: f64, unit: &str) -> String {
    lang::ltr(format!("{}\u{a0}{unit}", lang::number(console::trimmed(value))))
}

/// A day of the calendar.
fn date((year, month, day): Day) -> String {
    ui::time::date(year, month, day)
}

/// A moment with its day.
fn when(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any()
}

/// When work is due: by day, by hours, or by both.
fn due_words(due_on: Option<Day>, due_hours: Option<f64>) -> String {
    match (due_on.map(date), due_hours.map(hours)) {
        (Some(day), Some(hours)) => tell(say::machine_due_or(day, hours)),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// How near work is, as a chip.
fn near(nearness: Nearness) -> AnyView {
    match nearness {
        Nearness::Overdue => {
            view! { <Chip look="high-soft" icon="high">{word(key::MACHINE_OVERDUE)}</Chip> }.into_any()
        }
        Nearness::Soon => {
            view! { <Chip look="medium-soft" icon="medium">{word(key::MACHINE_DUE_SOON)}</Chip> }.into_any()
        }
        Nearness::Later => view! { <Chip look="line">{word(key::MACHINE_DUE_LATER)}</Chip> }.into_any(),
    }
}

/// Whether a machine may be used, as a chip.
fn fit(unfit: Option<Unfit>) -> AnyView {
    match unfit {
        None => view! { <Chip look="line" icon="check">{word(key::MACHINE_FIT)}</Chip> }.into_any(),
        Some(_) => view! { <Chip look="high-soft" icon="high">{word(key::MACHINE_UNFIT)}</Chip> }.into_any(),
    }
}

/// Why it may not be, in a sentence.
fn why(unfit: Unfit) -> String {
    lang::of_english(unfit.words())
}

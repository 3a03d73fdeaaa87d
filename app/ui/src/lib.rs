//! The design system: components that take plain values. It knows Leptos, but no area and no server function.
//!
//! | for | module |
//! | --- | --- |
//! | time | [`now`] (the one clock of a page), [`age`], [`time`] |
//! | acts and choices | [`button`], [`field`], [`text_area`], [`checkbox`], [`segmented`], [`dialog`] |
//! | signs | [`icon`], [`severity`], [`chip`], [`live_mark`], [`news2`] |
//! | numbers | [`vital`], [`chart`] |
//! | what moves | [`boxed`]: memos, effects, what is shown while, lists by key |
//! | alarms | [`alarm_item`], [`counts`] |
//! | frames | [`shell`], [`rail`], [`page_head`], [`panel`], [`table`], [`offline`], [`toast`], [`live_region`], [`error_page`] |
//!
//! # Adding a component
//! One file with one component of that name, its look in `style/components/<name>.css` (or an existing sheet), its module and
//! `pub use` here. A component takes values or signals, never a record of an area. It reads no clock but [`now::Now`], has no
//! random value, writes valid HTML and no `style` attribute: else the browser's page and the server's differ.
#![allow(
    clippy::redundant_closure,
    reason = "`view!` boxes only what is written in it as a closure: see `boxed`"
)]

pub mod age;
pub mod alarm_item;
pub mod boxed;
pub mod button;
pub mod chart;
pub mod checkbox;
pub mod chip;
pub mod counts;
pub mod dialog;
pub mod error_page;
pub mod field;
pub mod gallery;
pub mod icon;
pub mod live_mark;
pub mod live_region;
pub mod news2;
pub mod now;
pub mod offline;
pub mod page_head;
pub mod panel;
pub mod rail;
pub mod segmented;
pub mod severity;
pub mod shell;
pub mod table;
pub mod text_area;
pub mod time;
pub mod toast;
pub mod vital;

#[cfg(test)]
mod cascade;
#[cfg(test)]
mod contrast;

pub use age::Age;
pub use alarm_item::{AlarmItem, AlarmLife};
pub use boxed::{When, each, effect, memo};
pub use button::{Button, LinkButton, Look};
pub use chart::moving::Moving;
pub use chart::spark::{Spark, SparkBars};
pub use checkbox::Checkbox;
pub use chip::Chip;
pub use counts::Counts;
pub use dialog::Dialog;
pub use error_page::ErrorPage;
pub use field::Field;
pub use gallery::Gallery;
pub use icon::{Icon, Mark};
pub use live_mark::LiveMark;
pub use live_region::LiveRegion;
pub use news2::News2;
pub use now::Now;
pub use offline::Offline;
pub use page_head::PageHead;
pub use panel::{Card, Empty, Failed, Panel, Skeleton};
pub use rail::{Rail, RailItem};
pub use segmented::{Segment, Segmented, SegmentedLinks};
pub use severity::Severity;
pub use shell::Shell;
pub use table::{Head, Table};
pub use text_area::TextArea;
pub use time::{Time, TimeStyle};
pub use toast::{ToastStack, Toasts};
pub use vital::Vital;

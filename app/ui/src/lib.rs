//! The design system: components that take plain values. It knows Leptos, but no area and no server function.
//!
//! | for | module |
//! | --- | --- |
//! | words | [`lang`]: the language of the page; [`measured`]: a value in the reader's unit |
//! | time | [`now`] (the one clock of a page), [`age`], [`time`], [`moment_input`] |
//! | acts | [`button`], [`link`], [`menu`], [`confirm`], [`dialog`], [`palette`] |
//! | answers | [`form`] (what sends them), [`question`] (what stands around each), [`field`], [`text_area`], [`checkbox`], [`switch`], [`radio_group`], [`segmented`], [`select`], [`combobox`], [`moment_input`], [`stepper`], [`file_drop`], [`source`], and what came of them: [`problems`] |
//! | ways | [`tabs`], [`steps`], [`pager`], [`rail`] |
//! | signs | [`icon`], [`severity`], [`chip`], [`live_mark`], [`news2`], [`matched`] |
//! | numbers | [`vital`], [`chart`], [`gauge`], [`calibration`], [`heat_strip`], [`meter`], [`stat_tile`] |
//! | lists | [`table`], [`facts`], [`rows`], [`timeline`], [`bed_square`], [`chat`] |
//! | what moves | [`boxed`]: memos, effects, what is shown while, lists by key |
//! | alarms | [`alarm_item`], [`counts`] |
//! | frames | [`shell`], [`page_head`], [`banner`], [`panel`], [`fold`], [`note`], [`offline`], [`toast`], [`live_region`], [`error_page`], [`print_head`] |
//!
//! # Adding a component
//! One file with one component of that name, its look in `style/components/<name>.css` (or an existing sheet), its module and
//! `pub use` here. A component takes values or signals, never a record of an area. It reads no clock but [`now::Now`], has no
//! random value, writes valid HTML and no `style` attribute: else the browser's page and the server's differ. It stands in the `gallery` in every state:
//! there the layout checks, axe and the pictures find it, in every theme, direction and width. Prefer what the browser does by itself (`<details>`, `popover`,
//! `<dialog>`, radios, `<input type=date>`): most pages are drawn by the server alone.
#![allow(
    clippy::redundant_closure,
    reason = "`view!` boxes only what is written in it as a closure: see `boxed`"
)]

pub mod age;
pub mod alarm_item;
#[cfg(not(target_arch = "wasm32"))]
pub mod banner;
#[cfg(not(target_arch = "wasm32"))]
pub mod bed_square;
pub mod boxed;
pub mod button;
#[cfg(not(target_arch = "wasm32"))]
pub mod calibration;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod chat;
pub mod checkbox;
pub mod chip;
#[cfg(not(target_arch = "wasm32"))]
pub mod combobox;
pub mod confirm;
pub mod counts;
pub mod dialog;
pub mod error_page;
pub mod facts;
pub mod field;
#[cfg(not(target_arch = "wasm32"))]
pub mod file_drop;
#[cfg(not(target_arch = "wasm32"))]
pub mod fold;
pub mod form;
pub mod gauge;
#[cfg(not(target_arch = "wasm32"))]
pub mod heat_strip;
pub mod icon;
pub mod lang;
#[cfg(not(target_arch = "wasm32"))]
pub mod link;
pub mod live_mark;
pub mod live_region;
pub mod matched;
pub mod measured;
pub mod menu;
pub mod meter;
#[cfg(feature = "ssr")]
pub mod moment_input;
pub mod news2;
pub mod note;
pub mod now;
pub mod offline;
pub mod page_head;
#[cfg(not(target_arch = "wasm32"))]
pub mod pager;
#[cfg(feature = "ssr")]
pub mod palette;
pub mod panel;
#[cfg(feature = "ssr")]
pub mod print_head;
#[cfg(not(target_arch = "wasm32"))]
pub mod problems;
pub mod question;
#[cfg(not(target_arch = "wasm32"))]
pub mod radio_group;
#[cfg(not(target_arch = "wasm32"))]
pub mod rail;
pub mod rows;
pub mod segmented;
#[cfg(not(target_arch = "wasm32"))]
pub mod select;
pub mod severity;
#[cfg(not(target_arch = "wasm32"))]
pub mod shell;
pub mod source;
pub mod stat_tile;
#[cfg(not(target_arch = "wasm32"))]
pub mod stepper;
#[cfg(not(target_arch = "wasm32"))]
pub mod steps;
#[cfg(not(target_arch = "wasm32"))]
pub mod switch;
pub mod table;
#[cfg(not(target_arch = "wasm32"))]
pub mod tabs;
pub mod text_area;
pub mod time;
#[cfg(not(target_arch = "wasm32"))]
pub mod timeline;
pub mod toast;
pub mod vital;

// Only the server draws it: what no page uses never reaches a phone.
#[cfg(feature = "ssr")]
pub mod gallery;

#[cfg(test)]
mod cascade;
#[cfg(test)]
mod contrast;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(test)]
mod parts_alone;

pub use age::Age;
pub use alarm_item::{AlarmItem, AlarmLife};
#[cfg(not(target_arch = "wasm32"))]
pub use banner::{Banner, Fact, Standing, Warning};
#[cfg(not(target_arch = "wasm32"))]
pub use bed_square::{BedKey, BedRow, BedSquare, BedState};
pub use boxed::{When, each, effect, memo};
#[cfg(not(target_arch = "wasm32"))]
pub use button::BareButton;
pub use button::{Button, LinkButton, Look};
#[cfg(not(target_arch = "wasm32"))]
pub use calibration::{Calibration, CalibrationDot};
pub use chart::moving::Moving;
pub use chart::spark::{Spark, SparkBars};
#[cfg(not(target_arch = "wasm32"))]
pub use chat::{Bubble, ChatCard, ChatDay, ChatPicture, Conversation, Delivery, Quoted, Writing};
pub use checkbox::{Checkbox, Checkboxes};
pub use chip::Chip;
#[cfg(not(target_arch = "wasm32"))]
pub use combobox::Combobox;
pub use confirm::Confirm;
pub use counts::Counts;
pub use dialog::Dialog;
pub use error_page::ErrorPage;
pub use facts::{Facts, Known};
pub use field::Field;
#[cfg(not(target_arch = "wasm32"))]
pub use file_drop::{FileDrop, Sends};
#[cfg(not(target_arch = "wasm32"))]
pub use fold::{FoldedCard, FoldedPart};
pub use form::Form;
pub use gauge::{Gauge, Tick, TickKind};
#[cfg(not(target_arch = "wasm32"))]
pub use heat_strip::HeatStrip;
pub use icon::{Icon, Mark};
#[cfg(not(target_arch = "wasm32"))]
pub use link::{Link, Reach};
pub use live_mark::LiveMark;
pub use live_region::LiveRegion;
pub use matched::Matched;
pub use menu::{Menu, MenuLink};
pub use meter::{Meter, Ring};
#[cfg(feature = "ssr")]
pub use moment_input::{DateInput, TimeInput};
pub use news2::News2;
pub use note::Note;
pub use now::Now;
pub use offline::Offline;
#[cfg(not(target_arch = "wasm32"))]
pub use page_head::Heading;
pub use page_head::PageHead;
#[cfg(not(target_arch = "wasm32"))]
pub use pager::Pager;
#[cfg(feature = "ssr")]
pub use palette::{Found, Hit, HitGroup, Hits, Options, Palette, Way};
#[cfg(not(target_arch = "wasm32"))]
pub use panel::CardOf;
pub use panel::{Card, Empty, Failed, Skeleton};
#[cfg(feature = "ssr")]
pub use print_head::{PrintFoot, PrintHead};
#[cfg(not(target_arch = "wasm32"))]
pub use problems::{Done, Problem, Problems};
pub use question::Question;
#[cfg(not(target_arch = "wasm32"))]
pub use radio_group::RadioGroup;
#[cfg(not(target_arch = "wasm32"))]
pub use rail::{Rail, RailAct, RailItem};
pub use rows::{Row, Rows};
#[cfg(feature = "ssr")]
pub use segmented::CountedLinks;
pub use segmented::{Segment, Segmented, SegmentedLinks};
#[cfg(not(target_arch = "wasm32"))]
pub use select::{Choice, Select};
pub use severity::Severity;
#[cfg(not(target_arch = "wasm32"))]
pub use shell::Shell;
pub use source::{Source, SourceMark};
pub use stat_tile::{DayBars, StatTile, StatTiles};
#[cfg(not(target_arch = "wasm32"))]
pub use stepper::{Stepper, Tapped};
#[cfg(not(target_arch = "wasm32"))]
pub use steps::{Step, Steps};
#[cfg(not(target_arch = "wasm32"))]
pub use switch::Switch;
pub use table::{Head, OpeningRow, Order, Table};
#[cfg(not(target_arch = "wasm32"))]
pub use tabs::{Tab, Tabs};
pub use text_area::TextArea;
pub use time::{Time, TimeStyle};
#[cfg(not(target_arch = "wasm32"))]
pub use timeline::{Entry, Timeline};
pub use toast::{ToastStack, Toasts};
pub use vital::Vital;

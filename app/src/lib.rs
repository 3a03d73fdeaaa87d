//! What people see: portals, pages, and the server functions they call. Compiled twice: for the server (`ssr`), which draws every
//! page, and for the browser (`hydrate`), which takes over what moves.
//!
//! | module | holds |
//! | --- | --- |
//! | [`shell`] | the HTML document and the root of the application |
//! | [`routes`] | the only file that spells paths |
//! | [`welcome`] | what every page knows from the start: who reads, the clock, the theme |
//! | [`program`] | what moves on a page, and how the browser takes it over |
//! | [`language`] | in which language somebody reads |
//! | [`text_size`] | how large the public pages and the portal are |
//! | `door` | request → `Ctx`, error → [`error::AppError`]; server only |
//! | [`api`] | server functions by area: thin doors |
//! | [`live`] | the socket and what it brings, as signals |
//! | [`widgets`] | parts that know an area and serve several portals |
//! | [`portals`] | one folder per role; one page per file |
//! | `forms` | pages that are forms and lists, drawn by the server alone; server only |
//! | `finding` | the search that every page has: patients and pages; server only |
//! | `bell` | how many notices wait, in the corner of every page; server only |
//! | `standing` | how many alarms are open where the reader is on duty; server only |
//! | `charts` | the drawn day of a patient; server only |
//! | `gallery` | the document around the gallery of the design system; server only |
//!
//! # Adding a page
//! A server function in `api/<area>.rs` that calls one verb, a page in its portal that gathers first and draws second
//! ([`widgets::gather`]), and its path in [`routes`]. Titles are fixed names: no patient in a title or in an address.
#![recursion_limit = "512"]
#![allow(
    clippy::redundant_closure,
    reason = "`view!` boxes only what is written in it as a closure: see `ui::boxed`"
)]

pub mod api;
pub mod error;
#[cfg(feature = "ssr")]
pub mod language;
pub mod live;
pub mod portals;
pub mod program;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod text_size;
#[cfg(feature = "ssr")]
pub mod welcome;
pub mod widgets;

#[cfg(feature = "ssr")]
pub mod bell;
#[cfg(feature = "ssr")]
pub mod charts;
#[cfg(feature = "ssr")]
pub mod door;
#[cfg(feature = "ssr")]
pub mod finding;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod gallery;
#[cfg(feature = "ssr")]
pub mod standing;

#[cfg(feature = "ssr")]
pub use shell::{App, Assets, error_html, shell};
pub use ui::lang::Locale;
#[cfg(feature = "ssr")]
pub use welcome::{DemoAccount, DemoNotice};
#[cfg(feature = "ssr")]
pub use widgets::pieces::Pieces;
#[cfg(feature = "ssr")]
pub use widgets::shared::Drawings;

//! The front doors of the hospital: pages, `/api/v1`, the live socket, the accept loop, and the commands of `wardlight`.
//!
//! | module | holds |
//! | --- | --- |
//! | [`commands`] | what `wardlight` can be told to do |
//! | [`config`], [`bind`], [`state`] | settings, where it may listen, what every handler reaches |
//! | [`router`], [`endpoint`] | every route and the order of the layers, top to bottom; the rows of which routers are made |
//! | [`layers`], [`sessions`], [`sign_in`] | what passes before a page: headers, cross-site checks, who asks |
//! | [`throttle`] | how often somebody may try, and how fast they may ask |
//! | [`rest`] | the door of devices and programs |
//! | [`hl7`] | the door of machines that speak HL7 v2 over MLLP |
//! | [`live`] | the live hub and its socket |
//! | [`doors`], [`pages`] | forms without JavaScript, charts, error pages |
//! | [`drawing`] | a page that is drawn is one row of the audit |
//! | [`site`], [`serve`] | files from memory; the accept loop |
//!
//! To add an endpoint see [`rest`]; a page belongs to the crate `app`.
// The types of pages nest deeply: one level for each element.
#![recursion_limit = "512"]
#![warn(missing_docs)]

/// Requests, pages and readings are many small pieces of memory that come and go on several threads; the system's allocator takes a tenth of the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod bind;
pub mod commands;
pub mod config;
pub mod doors;
pub mod drawing;
pub mod endpoint;
pub mod forms;
pub mod hl7;
pub mod layers;
pub mod live;
pub mod logging;
pub mod pages;
pub mod rest;
pub mod router;
pub mod serve;
pub mod sessions;
pub mod sign_in;
pub mod site;
pub mod state;
pub mod throttle;

//! Parts that know an area and serve several portals.
//!
//! | for | module |
//! | --- | --- |
//! | every page | [`frame`], [`favicon`], [`gather`], [`shared`], [`pieces`], [`refused`], [`hydrated`], [`theme_switch`], [`keys`], [`ears`], [`needs_script`], [`paper`], `aloud` |
//! | people | [`patient_banner`], [`joined_bar`], [`ways`], [`beside`] |
//! | the ward | [`bed_board`], `bed_order`, [`bed_card`], [`bed_vitals`], [`ward_news`] |
//! | alarms | [`alarm_words`], [`alarm_strip`], [`alarm_voice`], [`alarm_list`], [`acknowledge`] |
//! | values | [`liveness`], [`scales`], [`oxygen`], [`machine`], [`vital_tiles`], [`moving_trend`], [`day_chart`], [`readings_table`] |
//!
//! To add one: one file with one component, its look in `style/components/`, its line here. A widget takes records and live
//! signals; it calls a server function only when it is an act.

pub mod acknowledge;
pub mod alarm_list;
pub mod alarm_strip;
pub mod alarm_voice;
pub mod alarm_words;
#[cfg(feature = "ssr")]
pub mod aloud;
pub mod bed_board;
pub mod bed_card;
#[cfg(any(target_arch = "wasm32", test))]
pub mod bed_order;
pub mod bed_vitals;
#[cfg(feature = "ssr")]
pub mod beside;
pub mod capitals;
pub mod day_chart;
pub mod ears;
pub mod favicon;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod gather;
pub mod hydrated;
#[cfg(feature = "ssr")]
pub mod joined_bar;
#[cfg(feature = "ssr")]
pub mod keys;
pub mod leaving;
pub mod liveness;
pub mod machine;
pub mod moving_trend;
#[cfg(feature = "ssr")]
pub mod needs_script;
pub mod opened_bar;
pub mod oxygen;
#[cfg(feature = "ssr")]
pub mod paper;
#[cfg(feature = "ssr")]
pub mod patient_banner;
#[cfg(feature = "ssr")]
pub mod pieces;
#[cfg(feature = "ssr")]
pub mod readings_table;
#[cfg(feature = "ssr")]
pub mod refused;
pub mod scales;
#[cfg(feature = "ssr")]
pub mod shared;
#[cfg(feature = "ssr")]
pub mod theme_switch;
pub mod vital_tiles;
#[cfg(feature = "ssr")]
pub mod ward_news;
#[cfg(feature = "ssr")]
pub mod ways;

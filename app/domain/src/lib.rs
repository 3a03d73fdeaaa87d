//! The hospital's vocabulary and its clinical rules: pure, without IO, the same code in the browser and on the server.
//!
//! | module | holds |
//! | --- | --- |
//! | [`ids`] | one newtype per thing that has an identity |
//! | [`time`] | [`time::Moment`], the only time type on the wire, and the hospital's zone as plain transitions |
//! | [`actor`], [`access`] | who asks, and what they may: `decide(actor, action, subject)`, nothing by default |
//! | [`invalid`] | field errors shared by forms, the API and the server |
//! | [`emergency`] | a record opened for an hour, with a reason |
//! | [`identity`] | who is signed in, as pages show it |
//! | [`organisation`] | hospitals, wards and beds, as pages show it |
//! | [`calls`] | a patient in a bed or a chair calls their nurse |
//! | [`chat`] | conversations of two: messages, receipts, what is typed |
//! | [`files`] | what may be attached: sorts, sizes, names |
//! | [`consents`] | what a patient lets others do with their record, by purpose |
//! | [`critical`] | values at which somebody must act now: reported, read back, closed |
//! | [`devices`] | machines that are kept: their papers, upkeep, disinfection, water, and why one may not be used |
//! | [`dialysis`] | what is prescribed, how a session is lived, and every formula that judges it |
//! | [`patients`] | the person who is cared for, as pages show it |
//! | [`records`] | the background of a patient: allergies, conditions, medicines, operations |
//! | [`system_alerts`] | what the house tells those whom it concerns: planned work, outages, safety notices |
//! | [`telemetry`] | parameters, readings, plausible ranges, what is stale |
//! | [`news2`] | the early warning score of the Royal College of Physicians |
//! | [`alerts`] | limits, priorities, and the life of an alarm |
//! | [`hl7`] | HL7 v2 as devices and gateways speak it: read, understood, answered |
//! | [`live`] | the messages of the live socket |
//! | [`notices`] | what people are told, and how they choose |
//! | [`on_call`] | who is called when nobody answers, and what becomes of each step |
//! | [`numbers`] | numbers as a page writes them |
//! | [`slip`] | a typed number that cannot be, and what was likely meant |
//! | [`tokens`] | tokens of programs: what becomes of a refresh token, and the rows that administrators see |
//! | [`units`] | the units in which somebody reads, and how what is stored is written in them |
//! | [`waves`] | curves of bedside monitors: checked chunks, how they are packed, the last ten minutes of a channel |
//! | [`typed`] | what people type about themselves: address, phone, name, date of birth |
//!
//! # Adding an area
//! Make `src/<noun>.rs` (or a folder of the same noun with verbs in it), put the records and the rules in it, give every
//! formula its source in the doc comment and worked examples as tests, and add the row above. Nothing here may know
//! Leptos, axum or SQL; a rule that needs the time takes a [`time::Moment`].
#![warn(missing_docs)]

pub mod access;
pub mod actor;
pub mod alerts;
pub mod calls;
pub mod chat;
pub mod consents;
pub mod critical;
pub mod devices;
pub mod dialysis;
#[cfg(test)]
mod dice;
pub mod emergency;
pub mod files;
pub mod hl7;
pub mod identity;
pub mod ids;
pub mod invalid;
pub mod live;
pub mod news2;
pub mod notices;
pub mod numbers;
pub mod on_call;
pub mod organisation;
pub mod patients;
pub mod records;
pub mod slip;
pub mod system_alerts;
pub mod telemetry;
pub mod time;
pub mod tokens;
pub mod typed;
pub mod units;
pub mod waves;

//! The real router on a real database: one program of tests, because each links the whole server. One file per area.
// The types of pages nest deeply: one level for each element.
#![recursion_limit = "512"]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests stop where they fail"
)]

mod support;

mod accounts;
mod alarm_rules;
mod alarms;
mod api;
mod audit;
mod authz_matrix;
mod authz_relations;
mod away;
mod calls;
mod canaries;
mod care;
mod change_contact;
mod chat;
mod closing;
mod commands;
mod consents;
mod contacts;
mod corrections;
mod critical;
mod cross_site;
mod dialysis;
mod diary;
mod doctor;
mod duties;
mod emergency;
mod explorer;
mod factor;
mod gallery;
mod gateways;
mod guesses;
mod hand_over;
mod headers;
mod health;
mod held_elsewhere;
mod hl7;
mod hospitals;
mod idle;
mod kill;
mod languages;
mod leaving;
mod limits;
mod live;
mod machines;
mod minutes;
mod notices;
mod on_call;
mod part_away;
mod patients;
mod places;
mod poison;
mod portal;
mod probes;
mod proxies;
mod readings;
mod recover;
mod register;
mod search;
mod sessions;
mod sign_in;
mod slow;
mod smtp;
mod step_up;
mod suspicious;
mod system_alerts;
mod takeover;
mod throttle;
mod tokens;
mod units;
mod updates;
mod ward;
mod waves;

//! The live socket: what changes at the bedside reaches the pages that show it.
//!
//! | file | holds |
//! | --- | --- |
//! | `upgrade.rs` | the door: `Origin`, session, subprotocol, buffers |
//! | `ws.rs` | the WebSocket itself: handshake, long messages in pieces |
//! | `line.rs` | what all sockets share: memory, pings, wishes, how they end |
//! | `socket.rs` | one connection: hello, subscriptions, pings |
//! | `follows.rs` | what a connection follows, for the audit |
//! | `outbox.rs` | what waits for one connection, bounded; how a slow reader is noticed |
//! | `topic.rs` | one topic: newest values gathered, numbered frames, what is kept for a reader who comes back |
//! | `desk.rs` | all topics and who reads them; no waiting and no clock of its own, so that tests turn it by hand |
//! | `hub.rs` | the one task that feeds the desk with events, wishes and ended sessions |
//! | `chat/` | the sockets of conversations, which have no topics: each is about one room |
//! | `waves.rs` | the sockets of bedside monitors, which have no topics either |
//! | `frame.rs`, `outside.rs` | a message encoded once: postcard for our pages, JSON for outside clients |
//!
//! # How fast
//! A change leaves at once when its patient was not told of within a quarter of a second, else at the end of that quarter; so a
//! patient's values move four times a second at most. A topic with many readers gathers a little longer ([`topic::spacing`]).
//! Alarms never wait for the quarter and are never merged.
//!
//! # What an outside client sees
//! Ask for the subprotocol `wardlight.json`, send a session cookie and an `Origin` that equals `Host`. Text frames of JSON:
//! ```text
//! → {"subscribe": {"topic": {"ward": "0b8f…"}, "since": null}}         also {"patient": "…"}, {"device": "…"}
//! → {"unsubscribe": {"topic": {"ward": "0b8f…"}}}
//! → "pong"                                                              within 45 s of a ping
//! → "here"                                                              a person is there; nothing else keeps a session from its idle end
//! ← {"hello": {"now": "2026-11-22T10:00:00Z", "run": 1795341600000000}}
//! ← {"snapshot": {"topic": …, "number": 7, "patients": […], "alarms": […]}}
//! ← {"change": {"topic": …, "number": 8, "values": [{"patient": "…", "device": "…", "taken_at": "…", "seq": 1024,
//!        "heart_rate": 72, "silent": false, "news2": {"score": 2, "three_in_one": false, "at": "…"}}], "alarms": […]}}
//! ← {"ping": {"now": "…"}}, {"denied": {"topic": …}}, "signed_out"
//! ← {"ping": {"now": "…", "ends": {"at": "…", "stays": true}}}       a minute before the session ends by itself
//! ```
//! A value that was measured in an older reading than `taken_at` says so under `measured_at`. After a reconnect, `since` is `[run, number]` of the last frame seen: the changes missed follow, or a fresh snapshot. Close codes:
//! 1001 the server stops, 1008 too many wishes, 1013 too slow or try later, 4001 signed out, 4003 rights changed (connect again).
//!
//! # Adding a topic
//! Add it to `domain::live::Topic`, say in [`desk::topics_of`] which events belong to it and in `hub.rs` what its snapshot holds, and
//! name in `socket.rs` the verb that says who may read it, of whom that was asked, and what of it they see (`hospital::telemetry::Seen`).

mod chat;
mod desk;
mod follows;
mod frame;
mod hub;
mod line;
mod outbox;
mod outside;
mod socket;
mod topic;
mod upgrade;
mod waves;
mod ws;

pub use chat::ENDPOINTS as CHAT;
pub use hub::Hub;
pub use upgrade::{ENDPOINTS, routes};
pub use waves::ENDPOINTS as WAVES;

#[cfg(test)]
mod tests;

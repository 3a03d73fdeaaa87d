//! What pages, mails and errors say, in every language: one Fluent file each under `locales/`, checked and packed when this crate is built.
//!
//! | part | does |
//! | --- | --- |
//! | [`key`] | a name for every message that takes nothing, made from the files |
//! | [`say`] | a function for every message that takes something, in the order in which English first names it |
//! | [`Said`] | a message and what it takes, before anybody knows in which language it is read |
//! | [`Words`] | one language: turns keys and messages into text |
//! | [`plurals`], [`number`] | how a language counts, and how it writes numbers |
//!
//! Why packed, and not the library that reads Fluent files at run time: `server/docs/decisions/0020-languages.md`.
//!
//! # Adding a message
//! A line in `locales/en.ftl` and one of the same name in every other file; the build names what is missing. `ward-title = Ward` becomes `key::WARD_TITLE`,
//! `beds-free = { $n -> … }` becomes `say::beds_free(n)`. Messages that the page's program needs stand above the line `## For the server alone`.
//!
//! # Adding a language
//! Copy `locales/en.ftl` to `locales/xx.ftl` (`xx` as in BCP 47), translate every line, and say at its top how the language counts (`-plurals`, as the Unicode CLDR writes
//! its rules), in which direction it is written, how it writes numbers, and what it is called by those who speak it. Nothing else: the build finds the file.

pub mod number;
mod pattern;
pub mod plurals;
mod table;

pub use pattern::{Arg, Key, Piece, Said};
pub use table::{Direction, Locale, Words};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests;

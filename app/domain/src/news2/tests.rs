//! The whole table of NEWS2.

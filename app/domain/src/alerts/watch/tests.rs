//! Readings that turn into alarms.

//! Lives of alarms.

//! Limits, published and personal.

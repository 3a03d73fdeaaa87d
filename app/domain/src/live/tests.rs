//! Changes that are folded and applied.

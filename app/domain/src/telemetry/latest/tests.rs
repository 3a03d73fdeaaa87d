//! What is newest, and how long it stays good.

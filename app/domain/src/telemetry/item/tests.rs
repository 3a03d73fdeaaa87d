//! What devices send, right and wrong.

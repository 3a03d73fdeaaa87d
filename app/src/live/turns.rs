//! Work in turns: what is long is cut into steps, and each step has a task of its own, so that a tap, a key or a frame comes between two of them. They are
//! done in the order in which they were asked for.
//!
//! What takes over a page goes this way (`crate::program`). What the socket tells does not: a page that is held must not move by what waited before.
//!
//! To cut more: one call of [`in_turn`] for each step. A step that depends on an earlier one must itself go in turn.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;

/// One step.
pub type Step = Box<dyn FnOnce()>;

thread_local! {
    static STEPS: RefCell<VecDeque<Step>> = RefCell::default();
    static RUNS: Cell<bool> = const { Cell::new(false) };
}

/// Does it after what was asked for before, in a task of its own.
pub fn in_turn(step: Step) {
    STEPS.with_borrow_mut(|steps| steps.push_back(step));
    if !RUNS.replace(true) {
        set_timeout(next, Duration::ZERO);
    }
}

fn next() {
    while let Some(step) = STEPS.with_borrow_mut(VecDeque::pop_front) {
        step();
        // The timers of a page that nobody sees are slow, and nobody waits for a frame there.
        if !document().hidden() {
            return set_timeout(next, Duration::ZERO);
        }
    }
    RUNS.set(false);
}

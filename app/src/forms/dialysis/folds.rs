//! Which cards of a chair are folded while blood runs: its page says first how the session goes, and what is written now and then waits under its title. What is due stands open, and so does
//! what came back.
//!
//! # Folding another
//! Its id in [`FOLDED`], with its forms. What the bar at the foot of the screen leads to stands open.

use domain::dialysis::checks::Item;
use domain::dialysis::session::Stage;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;

use super::{In, checks};

/// A card, its forms, and the check that opens it.
const FOLDED: [(&str, &[&str], Option<Item>); 5] = [
    ("access-look", &["look_access"], Some(Item::Access)),
    ("events", &["event"], None),
    ("medicines", &["give", "witness"], Some(Item::Witness)),
    ("lots", &["lot"], Some(Item::Lots)),
    ("urea", &["urea"], None),
];

/// Those of the page that is drawn, each with whether it is open.
#[derive(Clone)]
struct Folds(Vec<(&'static str, bool)>);

/// For the cards of this page.
pub(super) fn provide(it: &Chair) {
    if it.sheet.stage != Stage::Running {
        return;
    }
    let folds = FOLDED.map(|(id, acts, due)| {
        let is_due = due.is_some_and(|item| checks::is_due(it, item));
        (id, is_due || acts.iter().any(|act| In(act).of().came_back()))
    });
    provide_context(Folds(folds.to_vec()));
}

/// Whether a card is folded, and whether it is open at first; none of one that does not fold.
pub(super) fn of(card: &str) -> Option<bool> {
    let Folds(all) = use_context::<Folds>()?;
    all.into_iter().find(|(id, _)| *id == card).map(|(_, open)| open)
}

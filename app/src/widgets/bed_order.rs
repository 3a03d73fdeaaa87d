//! How the beds of a ward keep their order while they move. The server draws them in an order; in the browser their elements are put into another, each move by itself: a card that stands where it stood
//! is not touched, because a phone would lay out all that is in it anew.
//!
//! An order stands for a while when only scores change, so that whoever reaches for a bed finds it there. An alarm moves its bed at once.

use domain::time::Moment;

/// For how long an order stands at least while only scores change, in seconds.
const STANDS_FOR: f64 = 10.0;

/// The order in which the beds stand.
#[derive(Clone, Debug, PartialEq)]
struct Stood {
    places: Vec<usize>,
    /// How urgent the alarms at each bed were.
    urgencies: Vec<u8>,
    since: Moment,
}

/// The order to stand in from now on: the one wanted, or for a while the one before. The clock is asked only where an order waits or has come.
fn settle(before: Option<&Stood>, wanted: Vec<usize>, urgencies: Vec<u8>, now: impl Fn() -> Moment) -> Stood {
    match before {
        Some(before) if before.places == wanted => Stood {
            urgencies,
            ..before.clone()
        },
        Some(before) if before.urgencies == urgencies && now().seconds_since(before.since) < STANDS_FOR => {
            before.clone()
        }
        _ => Stood {
            places: wanted,
            urgencies,
            since: now(),
        },
    }
}

/// The fewest moves that bring those who stand in one order into another: which, and before whom (none: to the end), in turn. Both hold the same.
///
/// Who stays are the most that stand among each other already as they should: the longest rising row of their places.
fn moves(stand: &[usize], wanted: &[usize]) -> Vec<(usize, Option<usize>)> {
    let places: Vec<usize> = wanted
        .iter()
        .filter_map(|one| stand.iter().position(|other| other == one))
        .collect();
    // For each the longest rising row that begins with it, and who is the next in that.
    let mut rows: Vec<(usize, Option<usize>)> = vec![(1, None); places.len()];
    for (at, place) in places.iter().enumerate().rev() {
        let longer = rows.iter().zip(&places).enumerate().skip(at + 1);
        let next = longer
            .filter(|(_, (_, other))| *other > place)
            .max_by_key(|(_, (row, _))| row.0);
        let row = next.map(|(next, (row, _))| (row.0 + 1, Some(next)));
        if let (Some(row), Some(slot)) = (row, rows.get_mut(at)) {
            *slot = row;
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = rows.iter().enumerate().max_by_key(|(_, row)| row.0).map(|(at, _)| at);
    while let Some(at) = next {
        if let Some(stay) = stays.get_mut(at) {
            *stay = true;
        }
        next = rows.get(at).and_then(|row| row.1);
    }
    let mut moves = Vec::new();
    let mut before = None;
    for (one, stays) in wanted.iter().zip(stays).rev() {
        if !stays {
            moves.push((*one, before));
        }
        before = Some(*one);
    }
    moves
}

#[cfg(target_arch = "wasm32")]
pub use browser::follow;

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::*;
    use ui::{Now, effect};
    use wasm_bindgen::JsCast;
    use web_sys::HtmlElement;

    use super::{Stood, moves, settle};

    /// Keeps the elements in the order that is wanted. `cards` stand in the order of `wanted` as it is now.
    pub fn follow(
        cards: Vec<HtmlElement>,
        now: Now,
        wanted: impl Fn() -> (Vec<usize>, Vec<u8>) + Send + Sync + 'static,
    ) {
        let mut stand = untrack(|| wanted().0);
        if stand.len() != cards.len() {
            return;
        }
        let elements = stand.clone();
        let element = move |bed: usize| {
            elements
                .iter()
                .position(|of| *of == bed)
                .and_then(|at| cards.get(at).cloned())
        };
        let order = Memo::new(move |before: Option<&Stood>| {
            let (wanted, urgencies) = wanted();
            settle(before, wanted, urgencies, || now.get())
        });
        effect(move || {
            let wanted = order.with(|order| order.places.clone());
            let focused = document().active_element();
            for (bed, before) in moves(&stand, &wanted) {
                let (Some(card), before) = (element(bed), before.and_then(&element)) else {
                    continue;
                };
                let Some(board) = card.parent_node() else { continue };
                let before = before.as_ref().map(|card| card.unchecked_ref());
                if board.insert_before(&card, before).is_err() {
                    leptos::logging::warn!("a bed could not be put into its place");
                }
            }
            stand = wanted;
            // Who was on a card that moved stays on it.
            let lost = focused.filter(|focused| document().active_element().as_ref() != Some(focused));
            if let Some(focused) = lost.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
                focused.focus().ok();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_stands_for_a_while_when_scores_change_and_an_alarm_changes_it_at_once() {
        let moment = |seconds: i64| Moment(seconds * 1_000_000);
        let at = |seconds| move || moment(seconds);
        let first = settle(None, vec![0, 1], vec![0, 0], at(0));
        let soon = settle(Some(&first), vec![1, 0], vec![0, 0], at(9));
        assert_eq!(soon.places, [0, 1], "only a score changed");
        let back = settle(Some(&soon), vec![0, 1], vec![0, 0], at(9));
        assert_eq!((back.places, back.since), (vec![0, 1], moment(0)));
        let later = settle(Some(&soon), vec![1, 0], vec![0, 0], at(10));
        assert_eq!((&later.places[..], later.since), (&[1, 0][..], moment(10)));
        let alarm = settle(Some(&later), vec![0, 1], vec![3, 0], at(11));
        assert_eq!(alarm.places, [0, 1], "there is an alarm");
    }

    /// Does what is said, on a list.
    fn moved(stand: &[usize], wanted: &[usize]) -> usize {
        let mut list = stand.to_vec();
        let moves = moves(stand, wanted);
        for (one, before) in &moves {
            list.retain(|other| other != one);
            let at = before.and_then(|before| list.iter().position(|other| *other == before));
            list.insert(at.unwrap_or(list.len()), *one);
        }
        assert_eq!(list, wanted);
        moves.len()
    }

    #[test]
    fn a_bed_that_comes_to_the_front_moves_alone() {
        assert_eq!(moved(&[0, 1, 2, 3, 4, 5], &[5, 0, 1, 2, 3, 4]), 1);
        assert_eq!(moved(&[5, 0, 1, 2, 3, 4], &[0, 1, 2, 3, 4, 5]), 1);
        assert_eq!(moved(&[0, 1, 2, 3], &[0, 1, 2, 3]), 0);
        assert_eq!(moved(&[0, 1, 2, 3, 4], &[3, 0, 1, 4, 2]), 2);
        assert_eq!(moved(&[0, 1, 2], &[2, 1, 0]), 2);
        assert_eq!(moved(&[], &[]), 0);
    }
}

//! The beds of a ward: cards in a grid, rows where it is narrow, by bed or by need.

use std::cmp::Reverse;
use std::sync::Arc;

use domain::news2::Evaluation;
use domain::organisation::WardBoard;
use leptos::prelude::*;
use ui::{each, memo};

use super::alarm_words;
use super::bed_card::BedCard;
use crate::live::LiveStore;

/// In which order beds stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Who needs somebody first: alarms, then score, then bed.
    #[default]
    Need,
    /// By number.
    Bed,
}

impl Order {
    /// The order that an address asks for with `?sort=`.
    pub fn of_query(sort: Option<&str>) -> Self {
        if sort == Some(Self::Bed.name()) {
            Self::Bed
        } else {
            Self::Need
        }
    }

    /// The word in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Bed => "bed",
        }
    }

    /// The words on the page.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Need => "By need",
            Self::Bed => "By bed",
        }
    }
}

/// The board.
#[component]
pub fn BedBoard(
    /// As the server gathered it.
    board: Arc<WardBoard>,
    /// What moves.
    store: LiveStore,
    /// In which order.
    order: Memo<Order>,
) -> impl IntoView {
    let zone = StoredValue::new(board.zone.clone());
    let beds = StoredValue::new(Arc::clone(&board));
    let places = memo(move || {
        let mut places: Vec<usize> = (0..board.beds.len()).collect();
        if order.get() == Order::Need {
            places.sort_by_key(|place| (need(&board, store, *place), *place));
        }
        places
    });
    let card = move |place| {
        let bed = beds.with_value(|board| board.beds.get(place).cloned());
        bed.map(|bed| view! { <BedCard bed=bed store=store zone=zone/> }.into_any())
    };
    view! {
        <section class="board" aria-label="Beds">
            <div class="board__head" aria-hidden="true">
                <span>{move || order.get().words().to_string()}</span>
                <span>"HR"<br/>"/min"</span>
                <span>"SpO₂"<br/>"%"</span>
                <span>"BP"<br/>"mmHg"</span>
                <span>"NEWS2"<br/>"of 20"</span>
            </div>
            <div class="board__beds">
                {each(places, card)}
            </div>
        </section>
    }
}

/// How much a bed needs somebody; the least value first, free beds last.
fn need(board: &WardBoard, store: LiveStore, place: usize) -> (bool, Reverse<u8>, Reverse<u8>) {
    let occupant = board.beds.get(place).and_then(|bed| bed.occupant.as_ref());
    let person = occupant.map(|occupant| occupant.person.id);
    let Some(patient) = person.and_then(|person| store.patient(person)) else {
        return (true, Reverse(0), Reverse(0));
    };
    let alarms = store.alarms();
    let urgency = alarms.with(|alarms| {
        let standing = alarms
            .iter()
            .filter(|alarm| alarm.is_standing() && alarm.patient == Some(patient.id()));
        standing
            .map(|alarm| alarm_words::severity(alarm) as u8 * 2 + u8::from(alarm.is_unanswered()) + 1)
            .max()
    });
    let score = patient.news2().with(|news2| match news2 {
        Evaluation::Scored(scored) => scored.score + 1,
        Evaluation::Partial { .. } => 0,
    });
    (false, Reverse(urgency.unwrap_or(0)), Reverse(score))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_order_is_by_need() {
        assert_eq!(Order::of_query(None), Order::Need);
        assert_eq!(Order::of_query(Some("bed")), Order::Bed);
        assert_eq!(Order::of_query(Some("'; drop")), Order::Need);
    }
}

//! The beds of a ward: cards in a grid, rows where it is narrow, by bed or by need.

use std::cmp::Reverse;
use std::sync::Arc;

use domain::alerts::Alarm;
use domain::ids::PatientId;
use domain::live::LastScore;
use domain::news2::Evaluation;
use domain::organisation::WardBoard;
#[cfg(not(target_arch = "wasm32"))]
use domain::telemetry::Parameter;
use leptos::prelude::*;
#[cfg(not(target_arch = "wasm32"))]
use ui::lang::ltr;
use ui::lang::{key, word};
#[cfg(not(target_arch = "wasm32"))]
use ui::measured;

use super::alarm_words;
use super::bed_card::BedCard;
use crate::live::LiveStore;

/// In which order beds stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Who needs somebody first: alarms, then score (the last complete one while it is withdrawn), then bed.
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
    pub fn words(self) -> &'static str {
        word(match self {
            Self::Need => key::BY_NEED,
            Self::Bed => key::BY_BED,
        })
    }
}

/// The board. The server draws it; in the browser its elements stay, and are kept in order (`bed_order.rs`).
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn BedBoard(
    /// As the server gathered it.
    board: Arc<WardBoard>,
    /// What moves.
    store: LiveStore,
    /// In which order.
    order: Order,
) -> impl IntoView {
    let zone = StoredValue::new(board.zone.clone());
    let beds = places(&board, store, order)
        .into_iter()
        .filter_map(|place| board.beds.get(place).cloned());
    let cards: Vec<AnyView> = beds
        .map(|bed| view! { <BedCard bed=bed store=store zone=zone/> }.into_any())
        .collect();
    view! {
        <section class="board" aria-label=word(key::BEDS)>
            {head(order)}
            <div class="board__beds">{cards}</div>
        </section>
    }
}

/// What stands over the columns where beds are rows.
#[cfg(not(target_arch = "wasm32"))]
fn head(order: Order) -> AnyView {
    let over =
        |label: String, parameter| view! { <span>{label}<br/>{ltr(measured::unit(parameter))}</span> }.into_any();
    view! {
        <div class="board__head" aria-hidden="true">
            <span>{order.words()}</span>
            {over(alarm_words::label(Parameter::HeartRate), Parameter::HeartRate)}
            {over(alarm_words::label(Parameter::Spo2), Parameter::Spo2)}
            {over(word(key::PRESSURE_SHORT).into(), Parameter::Systolic)}
            <span>"NEWS2"<br/>{word(key::OF_TWENTY)}</span>
        </div>
    }
    .into_any()
}

/// In which order the beds stand now.
pub fn places(board: &WardBoard, store: LiveStore, order: Order) -> Vec<usize> {
    match order {
        Order::Need => by_need(&needs(board, store)),
        Order::Bed => (0..board.beds.len()).collect(),
    }
}

/// The beds in the order of their needs; of those that need the same, by bed.
pub fn by_need(needs: &[Need]) -> Vec<usize> {
    let mut beds: Vec<(Need, usize)> = needs.iter().copied().zip(0..).collect();
    beds.sort_unstable();
    beds.into_iter().map(|(_, place)| place).collect()
}

/// The elements of the cards, as the page finds them.
#[cfg(target_arch = "wasm32")]
pub const CARDS: &str = ".board__beds > .bed";

/// The cards in the order in which they stand, each to be drawn when its turn has come.
#[cfg(target_arch = "wasm32")]
pub fn cards(board: &Arc<WardBoard>, store: LiveStore, order: Order) -> Vec<Box<dyn FnOnce() -> AnyView>> {
    let zone = StoredValue::new(board.zone.clone());
    let beds = untrack(|| places(board, store, order))
        .into_iter()
        .filter_map(|place| board.beds.get(place).cloned());
    beds.map(|bed| {
        let card: Box<dyn FnOnce() -> AnyView> =
            Box::new(move || view! { <BedCard bed=bed store=store zone=zone/> }.into_any());
        card
    })
    .collect()
}

/// How much a bed needs somebody; the least value first: free beds last, then how urgent the alarms are, then how much the score weighs.
pub type Need = (bool, Reverse<u8>, Reverse<u8>);

/// How much each bed needs somebody.
pub fn needs(board: &WardBoard, store: LiveStore) -> Vec<Need> {
    (0..board.beds.len()).map(|place| need(board, store, place)).collect()
}

fn need(board: &WardBoard, store: LiveStore, place: usize) -> Need {
    let occupant = board.beds.get(place).and_then(|bed| bed.occupant.as_ref());
    let person = occupant.map(|occupant| occupant.person.id);
    let Some(patient) = person.and_then(|person| store.patient(person)) else {
        return (true, Reverse(0), Reverse(0));
    };
    let urgency = store.alarms().with(|alarms| urgency(alarms, patient.id()));
    let last = patient.last_score();
    let score = patient.news2().with(|news2| weight(news2, last));
    (false, Reverse(urgency), Reverse(score))
}

/// How urgent the alarms of a patient are: 0 without one that stands, then by severity, and unanswered before answered.
fn urgency(alarms: &[Alarm], patient: PatientId) -> u8 {
    let standing = alarms
        .iter()
        .filter(|alarm| alarm.is_standing() && alarm.patient == Some(patient));
    standing
        .map(|alarm| alarm_words::severity(alarm) as u8 * 2 + u8::from(alarm.is_unanswered()) + 1)
        .max()
        .unwrap_or(0)
}

/// How much a score weighs: 0 without one. While it is withdrawn because a part is old or missing, the last complete one counts: who was ill
/// does not sink below the healthy for want of a value.
fn weight(news2: &Evaluation, last: Option<LastScore>) -> u8 {
    match news2 {
        Evaluation::Scored(scored) => scored.score + 1,
        _ => last.map_or(0, |last| last.score + 1),
    }
}

#[cfg(test)]
mod tests {
    use domain::alerts::{Kind, Priority, Raise};
    use domain::ids::{AlarmId, DeviceId};
    use domain::news2::Scored;
    use domain::time::Moment;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_unknown_order_is_by_need() {
        assert_eq!(Order::of_query(None), Order::Need);
        assert_eq!(Order::of_query(Some("bed")), Order::Bed);
        assert_eq!(Order::of_query(Some("'; drop")), Order::Need);
    }

    #[test]
    fn a_withdrawn_score_weighs_as_the_last_complete_one() {
        let scored = |score| {
            Evaluation::Scored(Scored {
                score,
                parts: Vec::new(),
                three_in_one: false,
                oldest: Moment(0),
            })
        };
        let withdrawn = Evaluation::Partial { missing: Vec::new() };
        let last = |score| Some(LastScore::next(None, score, false, Moment(0)));
        let order = [
            weight(&scored(9), last(1)),
            weight(&withdrawn, last(7)),
            weight(&scored(4), last(12)),
            weight(&withdrawn, last(0)).min(weight(&scored(0), None)),
            weight(&withdrawn, None),
        ];
        assert!(order.is_sorted_by(|a, b| a > b), "{order:?}");
    }

    #[test]
    fn an_alarm_that_stands_unanswered_is_the_most_urgent_of_its_severity() {
        let patient = PatientId(Uuid::from_u128(1));
        let alarm = |priority| {
            let raise = Raise {
                kind: Kind::Machine,
                priority,
                value: None,
                limit: None,
                at: Moment(0),
            };
            Alarm::raised(AlarmId(Uuid::nil()), DeviceId(Uuid::nil()), Some(patient), raise)
        };
        let high = alarm(Priority::High);
        let seen = high.clone().acknowledge("Dr Rao".into(), Moment(1), None).unwrap();
        let gone = high.clone().gone(Moment(1), None).unwrap();
        let of = |alarm: Alarm| urgency(&[alarm], patient);
        let order = [of(high.clone()), of(seen), of(alarm(Priority::Medium)), of(gone)];
        assert!(order.is_sorted_by(|a, b| a > b), "{order:?}");
        assert_eq!(urgency(&[high], PatientId(Uuid::from_u128(2))), 0);
    }
}

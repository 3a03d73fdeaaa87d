//! Which beds of a ward are shown: all, or those about which somebody asks. The choice stands in the address (`?show=`). Every card is there, whatever is chosen, and goes on moving; a rule of
//! `style/portals/ward.css` hides those that are not asked for, by what the card itself shows of its state. So a bed comes and goes by itself, also where the page's program has not begun yet. What is the reader's own
//! ([`Own`]) no card shows: the server marks those cards for this reader, and a page that is loaded anew counts again.
//! Alarms stand above the beds, all of them, whatever is hidden.
//!
//! To add one: a line in [`Show`], its rule in `ward.css` with the same selector, and how many it holds when the page is drawn in [`held`].

use domain::news2::Evaluation;
use domain::organisation::WardBoard;
use hospital::patients::WardOfReader;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::segmented::Counted;
use ui::{CountedLinks, Empty};

use crate::live::{Knowledge, LivePatient, LiveStore};
use crate::program::WardNow;
use crate::routes;
use crate::widgets::alarm_words;
use crate::widgets::bed_board::Order;
use crate::widgets::bed_card::Picked;

/// From here on a score asks for an urgent look by a clinician. Source: Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017, chart 4: "aggregate 5–6: key
/// threshold for urgent response".
const URGENT: u8 = 5;

/// Which beds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All.
    #[default]
    All,
    /// With an alarm whose condition lasts.
    Alarm,
    /// With a score of 5 or more.
    Score,
    /// Of whom nothing fresh is known.
    Old,
    /// Of those whom the reader treats.
    Mine,
    /// Of those in whose records somebody else wrote since the reader looked.
    Changed,
}

impl Show {
    /// All, as they stand on the page.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Mine,
        Self::Changed,
        Self::Alarm,
        Self::Score,
        Self::Old,
    ];

    /// The word in the address, and of the class.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Alarm => "alarm",
            Self::Score => "score",
            Self::Old => "old",
            Self::Mine => "mine",
            Self::Changed => "changed",
        }
    }

    /// Whether it is another choice for each reader: then the beds are drawn for this one alone.
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Mine | Self::Changed)
    }

    /// What an address asks for; all for whatever is none.
    pub fn of_query(asked: Option<&str>) -> Self {
        Self::ALL
            .into_iter()
            .find(|show| asked == Some(show.name()))
            .unwrap_or_default()
    }

    /// The cards that it holds, as a selector: the page counts them again as they change (`public/page.js`). None where that takes a page of its own.
    const fn cards(self) -> Option<&'static str> {
        match self {
            Self::All => Some(".bed"),
            Self::Alarm => Some(".bed--high, .bed--medium, .bed--low"),
            Self::Score => Some(".bed .news__square--high, .bed .news__square--medium"),
            Self::Old => Some(".bed--stale"),
            Self::Mine | Self::Changed => None,
        }
    }

    fn words(self) -> &'static str {
        word(match self {
            Self::All => key::WARD_SHOW_ALL,
            Self::Alarm => key::WARD_SHOW_ALARM,
            Self::Score => key::WARD_SHOW_SCORE,
            Self::Old => key::WARD_SHOW_OLD,
            Self::Mine => key::WARD_SHOW_MINE,
            Self::Changed => key::WARD_SHOW_CHANGED,
        })
    }

    /// The ward's page with these beds in this order.
    pub fn address(self, board: &WardBoard, order: Order) -> String {
        let ward = routes::ward(board.ward);
        match self {
            Self::All => format!("{ward}?sort={}", order.name()),
            _ => format!("{ward}?sort={}&show={}", order.name(), self.name()),
        }
    }
}

/// Whether somebody's card is among these, by the same facts as its look (`widgets::bed_card`); what is the reader's own is not told by a card.
fn holds(show: Show, store: LiveStore, patient: LivePatient) -> bool {
    let fresh = patient.known().get_untracked() == Knowledge::Fresh;
    match show {
        Show::All | Show::Mine | Show::Changed => true,
        Show::Alarm => {
            let alarms = store.alarms_of(patient.id());
            alarms.with_untracked(|alarms| alarm_words::worst(alarms).is_some())
        }
        Show::Score => {
            fresh
                && patient
                    .news2()
                    .with_untracked(|news2| matches!(news2, Evaluation::Scored(scored) if scored.score >= URGENT))
        }
        Show::Old => !fresh,
    }
}

/// How many beds are the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    /// Of those whom they treat.
    pub treated: usize,
    /// Of those of whom something is new to them.
    pub changed: usize,
}

impl Own {
    /// On this board.
    pub fn on(board: &WardBoard, reader: &WardOfReader) -> Self {
        let patients = || board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
        Self {
            treated: patients().filter(|one| reader.mine.contains(&one.person.id)).count(),
            changed: patients()
                .filter(|one| reader.news.contains_key(&one.person.id))
                .count(),
        }
    }
}

/// Whose beds those are, where they are chosen.
pub fn picked(show: Show, reader: &WardOfReader) -> Option<Picked> {
    match show {
        Show::Mine => Some(Picked(reader.mine.clone())),
        Show::Changed => Some(Picked(reader.news.keys().copied().collect())),
        Show::All | Show::Alarm | Show::Score | Show::Old => None,
    }
}

/// How many beds it holds when the page is drawn, for a reader with so many of their own; none where nobody knows which.
fn held(show: Show, live: &WardNow, own: Option<Own>) -> Option<usize> {
    let beds = &live.board.beds;
    match show {
        Show::All => Some(beds.len()),
        Show::Mine => own.map(|own| own.treated),
        Show::Changed => own.map(|own| own.changed),
        Show::Alarm | Show::Score | Show::Old => {
            let occupants = beds.iter().filter_map(|bed| bed.occupant.as_ref());
            let patients = occupants.filter_map(|one| live.store.patient(one.person.id));
            Some(patients.filter(|patient| holds(show, live.store, *patient)).count())
        }
    }
}

/// The choice, with how many each holds, for a reader with so many beds of their own; where that did not load it holds no number.
pub fn filters(live: &WardNow, chosen: Show, own: Option<Own>) -> AnyView {
    let options: Vec<Counted> = Show::ALL
        .map(|show| Counted {
            href: show.address(&live.board, live.order),
            word: show.words().into(),
            count: held(show, live, own),
            counts: show.cards(),
            is_chosen: show == chosen,
        })
        .to_vec();
    view! { <CountedLinks label=word(key::WARD_WHICH) options=options/> }.into_any()
}

/// What is said where no card is left: which choice hides whom, and the way back. It is there while something is chosen, and shown by the same rule that hides the cards.
pub fn nobody(board: &WardBoard, order: Order, chosen: Show) -> Option<AnyView> {
    if chosen == Show::All {
        return None;
    }
    let hidden = board.beds.len();
    let title = tell(say::ward_show_none(chosen.words()));
    let text = tell(say::ward_show_hides(hidden));
    let all = Show::All.address(board, order);
    let none = view! {
        <div class="ward__none">
            <Empty icon="bed" title=title text=text/>
            <a class="link link--alone" href=all>{word(key::WARD_SHOW_ALL_AGAIN)}</a>
        </div>
    };
    Some(none.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_found_by_its_word_and_whatever_is_none_is_all() {
        for show in Show::ALL {
            assert_eq!(Show::of_query(Some(show.name())), show);
        }
        for other in [None, Some(""), Some("Alarm"), Some("'; drop")] {
            assert_eq!(Show::of_query(other), Show::All, "{other:?}");
        }
    }

    #[test]
    fn the_rules_that_hide_cards_name_what_is_counted() {
        let rules = include_str!("../../../../style/portals/ward.css");
        for show in Show::ALL.into_iter().filter(|show| *show != Show::All) {
            for rule in [" .bed:not(", ":not(:has("] {
                let rule = format!(".ward__shown--{}{rule}", show.name());
                assert!(
                    rules.contains(&rule),
                    "{rule}: who is hidden, and what is said where nobody is left"
                );
            }
            assert!(
                !show.is_own() || rules.contains(&format!(".ward__shown--{} .bed:not([data-picked])", show.name()))
            );
            for class in show
                .cards()
                .unwrap_or("")
                .split([' ', ','])
                .filter(|part| part.contains("--"))
            {
                assert!(rules.contains(class), "{class}");
            }
        }
    }
}

//! Which beds of a ward are shown: all, or those about which somebody asks. The choice stands in the address (`?show=`). Every card is there, whatever is chosen, and goes on moving; a rule of
//! `style/portals/ward.css` hides those that are not asked for, by what the card itself shows of its state. So a bed comes and goes by itself, also where the page's program has not begun yet.
//! Alarms stand above the beds, all of them, whatever is hidden.
//!
//! To add one: a line in [`Show`], its rule in `ward.css` with the same selector, and how many it holds when the page is drawn in [`held`].

use domain::news2::Evaluation;
use domain::organisation::WardBoard;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::segmented::Counted;
use ui::{CountedLinks, Empty};

use crate::live::{Knowledge, LivePatient, LiveStore};
use crate::program::WardNow;
use crate::routes;
use crate::widgets::alarm_words;
use crate::widgets::bed_board::Order;

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
}

impl Show {
    /// All, as they stand on the page.
    pub const ALL: [Self; 5] = [Self::All, Self::Alarm, Self::Score, Self::Old, Self::Mine];

    /// The word in the address, and of the class.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Alarm => "alarm",
            Self::Score => "score",
            Self::Old => "old",
            Self::Mine => "mine",
        }
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
            Self::Mine => None,
        }
    }

    fn words(self) -> &'static str {
        word(match self {
            Self::All => key::WARD_SHOW_ALL,
            Self::Alarm => key::WARD_SHOW_ALARM,
            Self::Score => key::WARD_SHOW_SCORE,
            Self::Old => key::WARD_SHOW_OLD,
            Self::Mine => key::WARD_SHOW_MINE,
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

/// Whether somebody's card is among these, by the same facts as its look (`widgets::bed_card`); whom the reader treats is not told by a card.
fn holds(show: Show, store: LiveStore, patient: LivePatient) -> bool {
    let fresh = patient.known().get_untracked() == Knowledge::Fresh;
    match show {
        Show::All | Show::Mine => true,
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

/// How many beds it holds when the page is drawn, for a reader who treats so many of them; none where nobody knows whom they treat.
fn held(show: Show, live: &WardNow, treated: Option<usize>) -> Option<usize> {
    let beds = &live.board.beds;
    match show {
        Show::All => Some(beds.len()),
        Show::Mine => treated,
        Show::Alarm | Show::Score | Show::Old => {
            let occupants = beds.iter().filter_map(|bed| bed.occupant.as_ref());
            let patients = occupants.filter_map(|one| live.store.patient(one.person.id));
            Some(patients.filter(|patient| holds(show, live.store, *patient)).count())
        }
    }
}

/// The choice, with how many each holds, for a reader who treats so many of those who lie here; where that did not load it holds no number.
pub fn filters(live: &WardNow, chosen: Show, treated: Option<usize>) -> AnyView {
    let options: Vec<Counted> = Show::ALL
        .map(|show| Counted {
            href: show.address(&live.board, live.order),
            word: show.words().into(),
            count: held(show, live, treated),
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
        for show in [Show::Alarm, Show::Score, Show::Old, Show::Mine] {
            assert!(rules.contains(&format!(".ward__shown--{}", show.name())), "{show:?}");
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

//! A whole ward: the counts in the top bar, how live it is, the strip of alarms, the beds.

use std::sync::Arc;

use domain::organisation::WardBoard;
use domain::time::Moment;
use leptos::prelude::*;
use ui::lang::{self, key, say, word};
use ui::{Chip, Counts, When, memo};

use super::{Live, draw_toasts};
use crate::live::LiveStore;
use crate::routes;
use crate::widgets::alarm_strip::{AlarmStrip, Names};
use crate::widgets::alarm_voice::AlarmVoice;
use crate::widgets::alarm_words;
use crate::widgets::bed_board::{self, Order};
#[cfg(target_arch = "wasm32")]
use crate::widgets::bed_order;
use crate::widgets::liveness::Liveness;

/// What moves on a ward's page.
#[derive(Clone)]
pub struct WardNow {
    /// As the server gathered it.
    pub board: Arc<WardBoard>,
    /// What moves.
    pub store: LiveStore,
    /// In which order the beds stand.
    pub order: Order,
    counts: Memo<[u32; 4]>,
}

impl WardNow {
    /// Of this board.
    pub fn new(board: Arc<WardBoard>, order: Order) -> Self {
        let store = LiveStore::of_board(&board);
        let alarms = store.alarms();
        let counts = memo(move || alarms.with(|alarms| alarm_words::counts(alarms)));
        Self {
            board,
            store,
            order,
            counts,
        }
    }

    /// The title of the page: the counts first, so that another tab shows them.
    pub fn title(&self) -> String {
        let words = lang::here();
        words.say(&say::title_ward(alarm_words::before_title(words, self.counts.get())))
    }

    /// Whether an alarm is open.
    pub fn alarms(&self) -> bool {
        self.counts.get() != [0; 4]
    }

    fn mark(&self) -> AnyView {
        let store = self.store;
        let occupants = self.board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
        let patients: Vec<_> = occupants.filter_map(|one| store.patient(one.person.id)).collect();
        let newest: Vec<_> = patients.iter().map(|patient| patient.newest()).collect();
        let newest: Memo<Option<Moment>> = memo(move || newest.iter().filter_map(|at| at.get()).max());
        let replays: Vec<_> = patients.iter().map(|patient| patient.replay_since()).collect();
        let replay = memo(move || replays.iter().any(|since| since.get().is_some()));
        view! {
            <When when=replay><Chip look="line" icon="play">{word(key::REPLAY)}<span class="page__context--wide">{word(key::OF_RECORDED_VALUES)}</span></Chip></When>
            <Liveness store=store newest=newest/>
        }
        .into_any()
    }

    fn strip(&self) -> AnyView {
        let (store, names) = (self.store, StoredValue::new(Names::of_board(&self.board)));
        let back = format!("{}?sort={}", routes::ward(self.board.ward), self.order.name());
        view! {
            <AlarmVoice store=store names=names/>
            <AlarmStrip store=store names=names back=back/>
        }
        .into_any()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl WardNow {
    /// The beds. They are no part: each card is taken over by itself, and they are kept in order as they stand.
    pub fn beds(&self) -> AnyView {
        view! { <bed_board::BedBoard board=Arc::clone(&self.board) store=self.store order=self.order/> }.into_any()
    }
}

#[cfg(target_arch = "wasm32")]
impl WardNow {
    /// Keeps the cards, which stand as the server drew them, in their order; by bed they stand still.
    pub fn keep_order(&self, cards: Vec<web_sys::HtmlElement>, now: ui::Now) {
        if self.order == Order::Bed {
            return;
        }
        let (board, store) = (Arc::clone(&self.board), self.store);
        bed_order::follow(cards, now, move || {
            let needs = bed_board::needs(&board, store);
            let urgencies = needs.iter().map(|(_, urgency, _)| urgency.0);
            (bed_board::by_need(&needs), urgencies.collect())
        });
    }
}

impl Live for WardNow {
    fn draw(&self, part: &str) -> AnyView {
        match part {
            "counts" => view! { <Counts counts=self.counts href="#main"/> }.into_any(),
            "mark" => self.mark(),
            "alarms" => self.strip(),
            "toasts" => draw_toasts(),
            _ => ().into_any(),
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn cards(&self) -> Vec<Box<dyn FnOnce() -> AnyView>> {
        bed_board::cards(&self.board, self.store, self.order)
    }
}

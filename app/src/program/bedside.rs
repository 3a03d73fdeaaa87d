//! One patient as staff see them move: how live it is, the values and the last half hour, the alarms, the time that is left of an emergency.

use std::sync::Arc;

use leptos::prelude::*;
use ui::lang::{self, key, say, word};
use ui::{Chip, When, memo};

use super::{Live, Record, draw_toasts};
use crate::live::{LivePatient, LiveStore};
use crate::routes;
use crate::widgets::alarm_list::AlarmList;
use crate::widgets::alarm_strip::Names;
use crate::widgets::alarm_voice::AlarmVoice;
use crate::widgets::alarm_words;
use crate::widgets::liveness::Liveness;
use crate::widgets::moving_trend::MovingTrend;
use crate::widgets::opened_bar::TimeLeft;
use crate::widgets::vital_tiles::VitalTiles;

/// What moves on the page of a patient.
#[derive(Clone)]
pub struct Bedside {
    /// As the server gathered it.
    pub record: Arc<Record>,
    /// What moves.
    pub store: LiveStore,
    counts: Memo<[u32; 4]>,
}

impl Bedside {
    /// Of this record.
    pub fn new(record: Record) -> Self {
        let store = LiveStore::of_record(&record);
        let alarms = store.alarms();
        let counts = memo(move || alarms.with(|alarms| alarm_words::counts(alarms)));
        Self {
            record: Arc::new(record),
            store,
            counts,
        }
    }

    /// The title of the page. It names nobody.
    pub fn title(&self) -> String {
        let words = lang::here();
        words.say(&say::title_patient(alarm_words::before_title(words, self.counts.get())))
    }

    /// Whether an alarm is open.
    pub fn alarms(&self) -> bool {
        self.counts.get() != [0; 4]
    }

    /// Who is measured; nobody without a device.
    pub fn patient(&self) -> Option<LivePatient> {
        self.store.patient(self.record.patient)
    }

    fn mark(&self) -> AnyView {
        let Some(patient) = self.patient() else {
            return ().into_any();
        };
        let replay = patient.replay_since();
        let is_replay = memo(move || replay.get().is_some());
        view! {
            <When when=is_replay><Chip look="line" icon="play">{word(key::REPLAY_OF_VALUES)}</Chip></When>
            <Liveness store=self.store newest=patient.newest()/>
        }
        .into_any()
    }

    fn values(&self) -> AnyView {
        match self.patient() {
            Some(patient) => {
                view! { <VitalTiles patient=patient store=self.store scale=self.record.scale/> }.into_any()
            }
            None => ().into_any(),
        }
    }

    fn trend(&self) -> AnyView {
        let (scale, limits) = (self.record.scale, self.record.limits.clone());
        match self.patient() {
            Some(patient) => view! { <MovingTrend patient=patient scale=scale limits=limits/> }.into_any(),
            None => ().into_any(),
        }
    }

    fn list(&self) -> AnyView {
        let names = StoredValue::new(Names::of_record(&self.record));
        let back = routes::patient(self.record.patient);
        view! {
            <AlarmVoice store=self.store names=names/>
            <AlarmList store=self.store of=self.record.name.clone() back=back/>
        }
        .into_any()
    }
}

impl Live for Bedside {
    fn draw(&self, part: &str) -> AnyView {
        match part {
            "mark" => self.mark(),
            "values" => self.values(),
            "trend" => self.trend(),
            "alarms" => self.list(),
            "left" => self
                .record
                .until
                .map(|until| view! { <TimeLeft until=until/> }.into_any())
                .into_any(),
            "toasts" => draw_toasts(),
            _ => ().into_any(),
        }
    }
}

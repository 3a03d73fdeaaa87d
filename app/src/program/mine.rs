//! The patient's own values and what was noticed, in plain words.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Live, Record};
use crate::live::LiveStore;
use crate::portals::patient::moving::{MyNews, MyValues};

/// What moves on the patient's own page.
#[derive(Clone)]
pub struct Mine {
    /// As the server gathered it.
    pub record: Arc<Record>,
    /// What moves.
    pub store: LiveStore,
}

impl Mine {
    /// Of this record.
    pub fn new(record: Record) -> Self {
        Self {
            store: LiveStore::of_record(&record),
            record: Arc::new(record),
        }
    }
}

impl Live for Mine {
    fn draw(&self, part: &str) -> AnyView {
        let store = self.store;
        match part {
            "values" => match store.patient(self.record.patient) {
                Some(patient) => {
                    view! { <MyValues patient=patient store=store place=self.record.place.clone()/> }.into_any()
                }
                None => ().into_any(),
            },
            "news" => view! { <MyNews store=store/> }.into_any(),
            _ => ().into_any(),
        }
    }
}
